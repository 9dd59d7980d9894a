import type { Pair } from '../pairing/pairs.ts';
import type { TwoYears } from '../pairing/two-years.ts';

/**
 * The column by which a household leaves a list when it is absent after. It is `other_out` when an event or a link says what
 * became of it, or when all residents were reviewed and every row could be read; else nobody knows, and it is never called dead.
 */
export function outColumn({ event }: Pair, { after: { reviewed } }: TwoYears): 'other_out' | 'unresolved_out' {
  const isTold = event !== null && event !== 'moved_in';
  return isTold || (reviewed.coverage === 'all' && reviewed.rejected === 0) ? 'other_out' : 'unresolved_out';
}

/** True for a household absent before of which an event, or a list of all residents, says that it was not there. */
export function whetherArrived({ event }: Pair, { before: { reviewed } }: TwoYears): boolean {
  return event === 'moved_in' || event === 'split_from' || reviewed.coverage === 'all';
}
