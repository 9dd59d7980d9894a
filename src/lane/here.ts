import { blockReviewers, type LaneSetup } from './block-review.ts';
import type { Crew } from './crew.ts';
import type { BlockDone, State } from './done.ts';

/** A block as it came back: what became of it, and the states that its counts are numbered by. */
export interface Reviewed {
  readonly done: BlockDone;
  readonly states: readonly State[];
}

/** Reviews blocks in this thread. */
export function reviewHere(setup: LaneSetup): Crew<Reviewed> {
  const reviewers = blockReviewers(setup);
  let states: State[] = [];
  return {
    hands: 1,
    async work(table, block) {
      const done = (reviewers[table] as (typeof reviewers)[number]).review(block);
      if (done.firstNew === 0) states = [];
      states.push(...done.newStates);
      return { done: { done, states }, bytes: block.bytes };
    },
    end: async () => {},
  };
}
