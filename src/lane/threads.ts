import type { LaneSetup } from './block-review.ts';
import type { Crew } from './crew.ts';
import type { BlockDone, State } from './done.ts';
import type { Reviewed } from './here.ts';
import { crewInThreads } from './thread-crew.ts';
import { packSetup } from './travel.ts';

/** A reviewed block as a thread sends it. */
export interface SentReview {
  /** Without the result of the first set when that stands behind the block, in shared memory, up to `writtenTo`. */
  readonly done: BlockDone;
  readonly writtenTo: number | null;
}

/** Reviews blocks in threads of their own. `program`: answers orders, as `answerOrders` does. */
export function reviewInThreads(setup: LaneSetup, program: URL, threads: number): Crew<Reviewed> {
  return crewInThreads<SentReview, Reviewed>(program, packSetup(setup), threads, () => {
    let states: State[] = [];
    return ({ done, writtenTo }, { bytes, to }) => {
      if (done.firstNew === 0) states = [];
      states.push(...done.newStates);
      const [, ...others] = done.results;
      const results = writtenTo === null ? done.results : [bytes.subarray(to, writtenTo), ...others];
      return { done: { ...done, results }, states };
    };
  });
}
