import type { LaneSetup } from './block-review.ts';
import type { Block } from './blocks.ts';
import type { Crew, Worked } from './crew.ts';
import type { BlockDone, State } from './done.ts';
import { type Reviewed, reviewHere } from './here.ts';
import { crewInThreads, type Receive } from './thread-crew.ts';
import { packSetup } from './travel.ts';

/** A reviewed block as a thread sends it. */
export interface SentReview {
  /** Without the result of the first set when that stands behind the block, in its memory, up to `writtenTo`. */
  readonly done: BlockDone;
  readonly writtenTo: number | null;
}

/** Reviews blocks in this thread and others. `program`: answers orders, as `answerOrders` does. */
export function reviewInThreads(setup: LaneSetup, program: URL, threads: number): Crew<Reviewed> {
  const own = reviewHere(setup);
  const here = async (table: number, block: Block): Promise<Worked<Reviewed>> => {
    const { done: reviewed, bytes } = await own.work(table, block);
    const { done, states } = reviewed;
    const [first, ...others] = done.results;
    // the reviewer uses its own memory again; the first result stands in that of the block
    const results = [...(first === undefined ? [] : [first]), ...others.map((rows) => rows.slice())];
    return { done: { done: { ...done, results, changes: done.changes.slice() }, states }, bytes };
  };
  return crewInThreads<SentReview, Reviewed>(program, packSetup(setup), threads, receiver, here);
}

/** Puts what a thread sends beside the states it has told of so far. */
function receiver(): Receive<SentReview, Reviewed> {
  let states: State[] = [];
  return ({ done, writtenTo }, { bytes, to }) => {
    if (done.firstNew === 0) states = [];
    states.push(...done.newStates);
    const [, ...others] = done.results;
    const results = writtenTo === null ? done.results : [bytes.subarray(to, writtenTo), ...others];
    return { done: { ...done, results }, states };
  };
}
