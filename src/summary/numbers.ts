import { OUTCOMES } from '../review/tally.ts';
import { GROUPS } from './plan.ts';
import { inScope } from './residents.ts';
import type { CountedReview } from './summarize.ts';
import type { UnitCounts } from './units.ts';

export type Outcome = (typeof OUTCOMES)[number];

/** A count of a class. */
export function classCount({ counts }: UnitCounts, { plan }: CountedReview, outcome: Outcome) {
  const at = OUTCOMES.indexOf(outcome);
  const number = (what: 0 | 1 | 2) => counts.numbers[plan.outcome(at, what)] as number;
  return { households: number(0), persons: number(1), sizeUnknown: number(2) };
}

/** A part of residents; null where there are none to divide by, or fewer than the part. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

export function shareOf(part: number | null, whole: number | null): Share | null {
  return part === null || whole === null || whole === 0 || whole < part ? null : { part, whole };
}

/** All rows of the unit, those out of scope too. */
export function reviewedIn(unit: UnitCounts, review: CountedReview): number {
  return OUTCOMES.reduce((sum, outcome) => sum + classCount(unit, review, outcome).households, 0);
}

function numberAt({ counts }: UnitCounts, at: number): number {
  return counts.numbers[at] as number;
}

/**
 * Households and persons of average living standard; `farm_households` of those that farm, null when nobody was asked. All
 * null where the criteria or the answers do not tell of a single household.
 */
export function averageLiving(unit: UnitCounts, { plan, has }: CountedReview) {
  const isTold = numberAt(unit, plan.averageLiving(4)) > 0 || numberAt(unit, plan.outcome(NON_POOR, 0)) === 0;
  const count = (what: 0 | 1 | 3, isAsked: boolean) =>
    isTold && isAsked ? numberAt(unit, plan.averageLiving(what)) : null;
  return { households: count(0, true), persons: count(1, has.size), farm_households: count(3, has.agricultural) };
}

const NON_POOR = OUTCOMES.indexOf('non_poor');

/** Of a listed class by indicator: how many are deprived, null when it is known of none; or of how many it is not known. */
export function markCount(unit: UnitCounts, { plan, has }: CountedReview, listed: number, mark: number): number | null {
  const households = numberAt(unit, plan.outcome(listed, 0));
  const unknown = numberAt(unit, plan.mark(listed, mark, false));
  if (has.marks[mark] !== true || (households > 0 && unknown === households)) return null;
  return numberAt(unit, plan.mark(listed, mark, true));
}

/** Of a listed class: of how many households the indicator is not known. */
export function markUnknown(unit: UnitCounts, { plan }: CountedReview, listed: number, mark: number): number {
  return numberAt(unit, plan.mark(listed, mark, false));
}

/** Of a listed class: households and persons of a group; null when no household was asked. */
export function groupCount(unit: UnitCounts, { plan, has }: CountedReview, listed: number, group: number) {
  const isAsked = group < GROUPS.length ? has.groups[group] === true : has.groups.includes(true);
  if (!isAsked) return { households: null, persons: null };
  return {
    households: numberAt(unit, plan.group(listed, group, 0)),
    persons: has.size ? numberAt(unit, plan.group(listed, group, 1)) : null,
  };
}

/** Of a listed class: households with a cause, and after the last those that name none; null when none was asked. */
export function causeCount(
  unit: UnitCounts,
  { plan, has }: CountedReview,
  listed: number,
  cause: number,
): number | null {
  return has.causes ? numberAt(unit, plan.cause(listed, cause)) : null;
}

/** Of a listed class: households by ethnicity as written, the most numerous first; null when it was not asked. */
export function ethnicityCounts({ counts }: UnitCounts, { has }: CountedReview, listed: number) {
  if (!has.ethnicity) return null;
  const numbers = [...counts.ethnicities].map(([name, classes]) => [name, classes[listed] ?? 0] as const);
  return numbers.filter(([, n]) => n > 0).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

/** Of a listed class: children and what they lack, by place in `CHILD_COUNTS`; null without members. */
export function childCount(
  unit: UnitCounts,
  { plan, has }: CountedReview,
  listed: number,
  what: number,
): number | null {
  return has.children ? numberAt(unit, plan.child(listed, what)) : null;
}

/** Resident households that were reviewed: those out of scope are in no denominator. */
export function residentsReviewed(unit: UnitCounts, { plan }: CountedReview): number {
  return inScope(unit.counts, plan).households;
}
