import type { Evidence } from '../../judge/evidence.ts';
import type { Judge } from '../../judge/judge.ts';
import { nameChanges, type Range } from '../../review/changes.ts';

/** A line that income or B1 crossed, and on which side of it the household now is. */
export interface Crossed {
  readonly amount: number;
  readonly unit: 'month' | 'year' | 'points';
  readonly now: 'above' | 'at_least' | 'at_most' | 'below';
}

/**
 * The line that a household crossed by its new value alone, the last one on its way; null when the value alone moves
 * nothing. `evidence` holds the old value.
 */
export function crossedBy(judge: Judge, evidence: Evidence, what: 'income' | 'b1', value: number): Crossed | null {
  const was = evidence[what];
  for (const { what: changed, to } of nameChanges(judge.changes(evidence), judge.table)) {
    if (was !== null && changed === what && 'from' in to && isWithin(to, value)) return nearEnd(to, value > was);
  }
  return null;
}

/** The end of a stretch at which one comes in. */
function nearEnd({ from, from_included, to, to_included, period }: Range, isUp: boolean): Crossed | null {
  const [amount, isIncluded] = isUp ? [from, from_included] : [to, to_included];
  if (amount === null) return null;
  const now = isUp ? (isIncluded ? 'at_least' : 'above') : isIncluded ? 'at_most' : 'below';
  return { amount, unit: period ?? 'points', now };
}

function isWithin({ from, from_included, to, to_included, period }: Range, value: number): boolean {
  const scaled = period === 'year' ? 12 * value : value;
  const isAfter = from === null || scaled > from || (from_included && scaled === from);
  const isBefore = to === null || scaled < to || (to_included && scaled === to);
  return isAfter && isBefore;
}
