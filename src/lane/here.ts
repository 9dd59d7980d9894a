import { blockReviewers, type LaneSetup } from './block-review.ts';
import type { Block } from './blocks.ts';
import type { BlockDone, State } from './done.ts';

/** A block as it came back: what became of it, and the states that its counts are numbered by. */
export interface Reviewed {
  readonly done: BlockDone;
  readonly states: readonly State[];
}

/** Whoever reviews blocks: this thread, or others. */
export interface Crew {
  /** How many blocks may be given to it before the first comes back. */
  readonly hands: number;
  /** Reviews a block of a table. What comes back stands until `hands` more were given. */
  review(table: number, block: Block): Promise<Reviewed>;
  /** Memory for blocks that it can read. */
  memory(size: number): Buffer;
  end(): Promise<void>;
}

/** Reviews blocks in this thread. */
export function reviewHere(setup: LaneSetup): Crew {
  const reviewers = blockReviewers(setup);
  let states: State[] = [];
  return {
    hands: 1,
    memory: (size) => Buffer.allocUnsafeSlow(size),
    async review(table, block) {
      const done = (reviewers[table] as (typeof reviewers)[number]).review(block);
      if (done.firstNew === 0) states = [];
      states.push(...done.newStates);
      return { done, states };
    },
    end: async () => {},
  };
}
