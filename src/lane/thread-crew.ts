import { Worker } from 'node:worker_threads';
import type { Block } from './blocks.ts';
import { NotUnderstood } from './bytes.ts';
import type { Crew, Worked } from './crew.ts';
import type { BlockAnswer, BlockOrder } from './orders.ts';

/** Makes what a thread sent of a block into what became of it. `block`: with its memory, as it came back. */
export type Receive<Sent, Done> = (sent: Sent, block: Block) => Done;

/** Blocks under way for each other thread: one in work, one waiting. */
const PER_THREAD = 2;
/** Blocks done here that wait for an older one of another thread. */
const AHEAD = 4;

/**
 * Works on blocks in this thread and `threads - 1` others: what they have no hands for is done `here`. A thread takes long to
 * begin, so that one fewer is worth much. `program`: answers orders, as `answerEach` does, and finds `setup` as its
 * `workerData`. `receiver`: asked once for each other thread. What `here` gives must stand while others are worked on.
 */
export function crewInThreads<Sent, Done>(
  program: URL,
  setup: unknown,
  threads: number,
  receiver: () => Receive<Sent, Done>,
  here: (table: number, block: Block) => Promise<Worked<Done>>,
): Crew<Done> {
  const workers = Array.from(
    { length: threads - 1 },
    () => new Thread(new Worker(program, { workerData: setup }), receiver()),
  );
  return {
    hands: PER_THREAD * workers.length + AHEAD,
    work(table, block) {
      const [idlest] = [...workers].sort((a, b) => a.waiting - b.waiting);
      return idlest !== undefined && idlest.waiting < PER_THREAD ? idlest.work(table, block) : here(table, block);
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.end()));
    },
  };
}

/** One thread; it answers in the order in which it is asked. */
class Thread<Sent, Done> {
  readonly #worker: Worker;
  readonly #receive: Receive<Sent, Done>;
  readonly #asked: ((answer: BlockAnswer<Sent>) => void)[] = [];
  #failure: unknown = null;

  constructor(worker: Worker, receive: Receive<Sent, Done>) {
    this.#worker = worker;
    this.#receive = receive;
    worker.on('message', (answer: BlockAnswer<Sent>) => this.#asked.shift()?.(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('a thread ended before its work')));
  }

  get waiting(): number {
    return this.#asked.length;
  }

  async work(table: number, { bytes, from, to }: Block): Promise<Worked<Done>> {
    const answer = await new Promise<BlockAnswer<Sent>>((settle) => {
      this.#asked.push(settle);
      if (this.#failure !== null) this.#fail(this.#failure);
      else {
        // given away, not shared: copying within shared memory is several times slower
        const memory = bytes.buffer as ArrayBuffer;
        this.#worker.postMessage({ table, memory, from, to } satisfies BlockOrder, [memory]);
      }
    });
    if (answer.kind === 'not understood') throw new NotUnderstood();
    if (answer.kind === 'failed') throw answer.error;
    const back = Buffer.from(answer.memory);
    return { done: this.#receive(answer.sent, { bytes: back, from, to }), bytes: back };
  }

  async end(): Promise<void> {
    this.#worker.removeAllListeners();
    // one that fails while it is ended has nobody left to tell
    this.#worker.on('error', () => {});
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure = error;
    for (const settle of this.#asked.splice(0)) settle({ kind: 'failed', error });
  }
}
