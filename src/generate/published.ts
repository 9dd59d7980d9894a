import { type Criteria, indicatorsOf } from '../criteria/criteria.ts';
import { makeJudge } from '../judge/judge.ts';
import { MOST_DEPRIVATIONS } from './deprivations.ts';
import { INDICATORS } from './indicators.ts';
import type { Area } from './villages.ts';

/** What the officers of the invented places go by; given by the caller, for lines of law stand in criteria files alone. */
export interface Published {
  /** Income lines in đồng per person per month; the last is the one the officers apply. */
  readonly lines: readonly Readonly<Record<Area, number>>[];
  /** Deprivations that make a household poor. */
  readonly cutoff: number;
}

const AREAS: readonly Area[] = ['rural', 'urban'];

/**
 * The line and the cut-off of a set under which households can be counted out: below one income line per area, poor
 * from so many deprivations on and near-poor with fewer, above it neither. The judge is asked whether the set is like
 * that; null when it is not, or reads answers that the survey does not have.
 */
export function publishedIn(criteria: Criteria): Published | null {
  const ladder = criteria.classes.income;
  const test = ladder?.line;
  const cutoff = Number(criteria.params.cutoff?.value);
  if (test?.test !== 'at_most' || typeof test.value !== 'object' || !('line' in test.value)) return null;
  const line = criteria.lines[test.value.line];
  if (!line?.by_area || line.period !== 'month') return null;
  if (!Number.isInteger(cutoff) || cutoff < 1 || cutoff > MOST_DEPRIVATIONS) return null;
  const known: readonly string[] = INDICATORS;
  if (!indicatorsOf(criteria).every(({ id }) => known.includes(id))) return null;
  const published = { lines: [line.by_area], cutoff };
  return isFollowedBy(criteria, published) ? published : null;
}

/** Whether the judge gives every household the class that line and cut-off do. */
function isFollowedBy(criteria: Criteria, { lines, cutoff }: Published): boolean {
  const judge = makeJudge(criteria, 'income');
  const { indicators, named, computed, groups, income: scale } = judge.table;
  // then only the number of deprivations can matter, not which
  if (named.length > 0 || computed.length > 0 || groups.length > 1) return false;
  const incomes = [0, ...scale.cuts.flatMap(({ amount }) => [amount - 1, amount, amount + 1])];
  return AREAS.every((area) =>
    incomes.every((income) =>
      [...indicators.keys(), indicators.length].every((count) => {
        const marks = indicators.map((_, at) => at < count);
        const verdict = judge.decide({ area, income, b1: null, b2: null, marks });
        const expected = income > (lines[0]?.[area] ?? 0) ? 'non_poor' : count >= cutoff ? 'poor' : 'near_poor';
        return typeof verdict === 'object' && verdict.class === expected;
      }),
    ),
  );
}
