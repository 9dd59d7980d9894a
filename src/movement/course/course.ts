import type { Flow } from '../ledger/ledger-flows.ts';
import type { Replayed } from '../ledger/replay-ledger.ts';
import type { Brief } from '../pairing/brief.ts';
import type { Pair } from '../pairing/pairs.ts';

/** The ledger of the days between two results, worked into the earlier one. */
export interface YearLedger {
  readonly file: string;
  /** The day of the later result, `YYYY-MM-DD`; null when it says none, and every line counts. */
  readonly until: string | null;
  readonly replayed: Replayed;
}

/** A household from the list of the year before, through the decisions of the year, to the list of the year after. */
export interface Course {
  /** As the year before has it; null for one that comes later. */
  readonly opening: Brief | null;
  /** What the ledger says of it, in the order of its days. */
  readonly flows: readonly Flow[];
  /** Before: as it stands when the ledger has been worked in. After: as the year after has it. */
  readonly pair: Pair;
}

/** The course of a household of which no ledger speaks. */
export function plainCourse(pair: Pair): Course {
  return { opening: pair.before, flows: [], pair };
}
