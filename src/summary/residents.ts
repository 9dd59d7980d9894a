import { OUTCOMES } from '../review/tally.ts';
import type { Counts } from './count.ts';
import type { CountPlan } from './plan.ts';

/** All resident households and persons of a unit: what rates divide by. */
export interface Residents {
  /** Null when not known; never 0 for that. */
  readonly households: number | null;
  readonly persons: number | null;
  readonly from: 'population' | 'survey' | null;
}

export const NOT_KNOWN: Residents = { households: null, persons: null, from: null };

/** The households that were counted, those out of scope aside. */
export function inScope({ numbers }: Counts, plan: CountPlan) {
  const sum = (what: 0 | 1 | 2) =>
    OUTCOMES.reduce((n, o, at) => n + (o === 'out_of_scope' ? 0 : (numbers[plan.outcome(at, what)] as number)), 0);
  return { households: sum(0), persons: sum(1), sizeUnknown: sum(2) };
}

/** The residents of a unit by a review that covers all of them. */
export function surveyed(counts: Counts, plan: CountPlan): Residents {
  const { households, persons, sizeUnknown } = inScope(counts, plan);
  return { households: households || null, persons: sizeUnknown > 0 ? null : persons || null, from: 'survey' };
}
