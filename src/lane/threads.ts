import { Worker } from 'node:worker_threads';
import type { LaneSetup } from './block-review.ts';
import type { Block } from './blocks.ts';
import { NotUnderstood } from './bytes.ts';
import type { BlockDone, State } from './done.ts';
import { type Crew, type Reviewed, reviewHere } from './here.ts';
import { packSetup } from './travel.ts';

/** A block on its way to a thread; its memory is shared. */
export interface BlockOrder {
  readonly table: number;
  readonly memory: ArrayBufferLike;
  readonly from: number;
  readonly to: number;
}

/** What came of it. */
export type BlockAnswer =
  | {
      readonly kind: 'done';
      /** Without the result of the first set when that stands behind the block, in shared memory, up to `writtenTo`. */
      readonly done: BlockDone;
      readonly writtenTo: number | null;
    }
  | { readonly kind: 'not understood' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Blocks under way for each other thread: one in work, one waiting. */
const PER_THREAD = 2;
/** Blocks done here that wait for an older one of another thread. */
const AHEAD = 4;

/**
 * Reviews blocks in this thread and `threads - 1` others: what they have no hands for is done here. A thread takes long
 * to begin, so that one fewer is worth much. `program`: answers orders, as `answerOrders` does.
 */
export function reviewInThreads(setup: LaneSetup, program: URL, threads: number): Crew {
  const packed = packSetup(setup);
  const workers = Array.from({ length: threads - 1 }, () => new Thread(new Worker(program, { workerData: packed })));
  const here = reviewHere(setup);
  return {
    hands: PER_THREAD * workers.length + AHEAD,
    memory: (size) => Buffer.from(new SharedArrayBuffer(size)),
    async review(table, block) {
      const [idlest] = [...workers].sort((a, b) => a.waiting - b.waiting);
      if (idlest !== undefined && idlest.waiting < PER_THREAD) return idlest.review(table, block);
      const { done, states } = await here.review(table, block);
      const [first, ...others] = done.results;
      // the reviewer uses its own memory again; the first result stands in that of the block
      const results = [...(first === undefined ? [] : [first]), ...others.map((rows) => rows.slice())];
      return { done: { ...done, results, changes: done.changes.slice() }, states };
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.end()));
    },
  };
}

/** One thread; it answers in the order in which it is asked. */
class Thread {
  readonly #worker: Worker;
  readonly #asked: { readonly block: Block; readonly settle: (answer: BlockAnswer) => void }[] = [];
  #states: State[] = [];
  #failure: unknown = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: BlockAnswer) => this.#asked.shift()?.settle(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('a thread ended before its work')));
  }

  get waiting(): number {
    return this.#asked.length;
  }

  async review(table: number, block: Block): Promise<Reviewed> {
    const { from, to } = block;
    const answer = await new Promise<BlockAnswer>((settle) => {
      this.#asked.push({ block, settle });
      if (this.#failure !== null) this.#fail(this.#failure);
      else this.#worker.postMessage({ table, memory: block.bytes.buffer, from, to } satisfies BlockOrder);
    });
    if (answer.kind === 'not understood') throw new NotUnderstood();
    if (answer.kind === 'failed') throw answer.error;
    const { done, writtenTo } = answer;
    if (done.firstNew === 0) this.#states = [];
    this.#states.push(...done.newStates);
    const [, ...others] = done.results;
    const results = writtenTo === null ? done.results : [block.bytes.subarray(to, writtenTo), ...others];
    return { done: { ...done, results }, states: this.#states };
  }

  async end(): Promise<void> {
    this.#worker.removeAllListeners();
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure = error;
    for (const { settle } of this.#asked.splice(0)) settle({ kind: 'failed', error });
  }
}
