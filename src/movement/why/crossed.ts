import type { Evidence } from '../../judge/evidence.ts';
import type { Judge } from '../../judge/judge.ts';
import { nameChanges, type Range } from '../../review/changes.ts';

/**
 * The stretch of income or B1, with one class, that a household reached by the new value alone: its near end is the line
 * that was crossed. Null when the value alone moves nothing. `evidence` holds the old value.
 */
export function crossedInto(judge: Judge, evidence: Evidence, what: 'income' | 'b1', value: number): Range | null {
  for (const { what: changed, to } of nameChanges(judge.changes(evidence), judge.table)) {
    if (changed === what && 'from' in to && isWithin(to, value)) return to;
  }
  return null;
}

function isWithin({ from, from_included, to, to_included, period }: Range, value: number): boolean {
  const scaled = period === 'year' ? 12 * value : value;
  const isAfter = from === null || scaled > from || (from_included && scaled === from);
  const isBefore = to === null || scaled < to || (to_included && scaled === to);
  return isAfter && isBefore;
}
