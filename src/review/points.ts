import { type Criteria, pointsTableOf } from '../criteria/criteria.ts';
import { type Finding, finding } from '../finding.ts';
import type { Evidence } from '../judge/evidence.ts';
import type { Judge } from '../judge/judge.ts';
import { type ItemPoints, itemsOf, type Points, pointsOf } from '../judge/points.ts';
import { type Computed, computedTotals, tablesOf, withTotals } from '../judge/scored.ts';
import type { Household, Survey } from '../survey/survey.ts';
import { addressOf } from './address.ts';
import { answersOf } from './answers.ts';

/** Evidence with the totals that the points tables give, and what is to be said of them. */
export interface Scored {
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

/** Some total of a set is a sum of points for answers. */
export function hasPointsTable(criteria: Criteria): boolean {
  return TOTALS.some((total) => pointsTableOf(criteria, total) !== null);
}

const TOTALS = ['b1', 'b2'] as const;

/**
 * Computes B1 and B2 from the answers where the set has points tables. A total that is written stands, and is held
 * against the computed one (`W355`); a blank one is computed, as an interval where answers are blank. A computed B2 that
 * the marks exclude gives way to them (`W368`). An answer for which the table has no points stops the row (`E356`).
 */
export function pointsReader(
  judge: Judge,
  survey: Survey,
  reviewDate: string | null = null,
): (household: Household, evidence: Evidence) => Scored {
  if (!hasPointsTable(judge.table.criteria)) return (_, evidence) => ({ evidence, findings: [] });
  return (household, evidence) => {
    const computed = computedTotals(answersOf(survey, household, reviewDate), judge);
    const told = (total: 'b1' | 'b2') => compared(total, evidence, computed, survey, household);
    const filled = withTotals(evidence, computed, judge);
    return {
      evidence: filled,
      findings: [...told('b1'), ...told('b2'), ...excluded(filled, computed, survey, household)],
    };
  };
}

/** A total and the items that its table sums. */
export interface TotalByItems {
  readonly total: 'b1' | 'b2';
  /** As the columns of the table go together: less wide than the sum of the items where the area is not known. */
  readonly points: Points;
  readonly items: readonly ItemPoints[];
}

/** Tells, item by item, how the totals that a household is classified by come about; none where the set has no table. */
export function itemsReader(
  judge: Judge,
  survey: Survey,
  reviewDate: string | null = null,
): (household: Household) => readonly TotalByItems[] {
  const tables = tablesOf(judge);
  return (household) =>
    TOTALS.flatMap((total) => {
      const table = tables[total];
      if (table === null) return [];
      const answers = answersOf(survey, household, reviewDate);
      const { criteria } = judge.table;
      return [{ total, points: pointsOf(table, answers, criteria), items: itemsOf(table, answers, criteria) }];
    });
}

/** What is wrong with a total against the points of the answers. */
function compared(
  total: 'b1' | 'b2',
  evidence: Evidence,
  computed: Computed,
  survey: Survey,
  household: Household,
): readonly Finding[] {
  const points = computed[total];
  if (points === null) return [];
  const at = addressOf(survey, household, total);
  const data = { total: total.toUpperCase() };
  if (points.unmatched.length > 0) return [finding('E356', at, { data: { ...data, items: points.unmatched } })];
  const written = evidence[total];
  if (written === null || (written >= points.lo && written <= points.hi)) return [];
  return [finding('W355', at, { saw: String(written), expected: [textOf(points)], data })];
}

/** `W368`: a total was computed, and the marks left no room for it. */
function excluded(
  { b2, b2Between, marks }: Evidence,
  computed: Computed,
  survey: Survey,
  household: Household,
): readonly Finding[] {
  if (computed.b2 === null || computed.b2.unmatched.length > 0 || b2 !== null || b2Between) return [];
  const deprived = marks.filter((mark) => mark === true).length;
  const unknown = marks.filter((mark) => mark === null).length;
  const at = addressOf(survey, household, 'b2');
  return [finding('W368', at, { saw: textOf(computed.b2), data: { deprived, unknown } })];
}

function textOf({ lo, hi }: Points): string {
  return lo === hi ? String(lo) : `${lo} … ${hi}`;
}
