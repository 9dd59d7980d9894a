import { type Criteria, indicatorsOf } from '../criteria/criteria.ts';
import { type Comparison, isComparison, nodes } from '../criteria/predicate.ts';
import { makeJudge } from '../judge/judge.ts';
import { mostDeprivations } from './deprivations.ts';
import { ASKABLE, askedFor, type Indicator, type PerIndicator, recordOf } from './indicators.ts';
import type { Area } from './villages.ts';

/** What the officers of the invented places go by; given by the caller, for lines of law stand in criteria files alone. */
export interface Published {
  /** Income lines in đồng per person per month; the last is the one the officers apply. */
  readonly lines: readonly Readonly<Record<Area, number>>[];
  /** Deprivations that make a household poor. */
  readonly cutoff: number;
  /** Those that are counted. */
  readonly indicators: readonly Indicator[];
  /** Of whom each indicator asks, in whole years; everyone where it asks no age. */
  readonly asked: PerIndicator<Ages>;
}

/** Both included. */
export interface Ages {
  readonly least: number;
  readonly most: number;
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
  const counted = indicatorsOf(criteria).map(({ id }) => id);
  const indicators = ASKABLE.filter((indicator) => counted.includes(indicator));
  if (indicators.length < counted.length) return null;
  if (!Number.isInteger(cutoff) || cutoff < 1 || cutoff > mostDeprivations(indicators)) return null;
  const published = { lines: [line.by_area], cutoff, indicators, asked: agesAskedIn(criteria, askedFor(indicators)) };
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

/** The youngest and the oldest that the condition of each indicator asks about. */
function agesAskedIn(criteria: Criteria, asked: readonly Indicator[]): Published['asked'] {
  const indicators = indicatorsOf(criteria);
  return recordOf(asked, (id) => {
    const condition = indicators.find((indicator) => indicator.id === id)?.deprived;
    const asked = condition ? [...nodes(condition)].filter(isComparison).filter(({ field }) => field === 'age') : [];
    const edges = (tests: readonly Comparison['test'][]) =>
      asked.filter(({ test }) => tests.includes(test)).map(({ test, value }) => Number(value) + BEYOND[test]);
    const [from, to] = [edges(['at_least', 'above']), edges(['at_most', 'below'])];
    return {
      least: from.length === 0 ? 0 : Math.min(...from),
      most: to.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...to),
    };
  });
}

/** From the age that a comparison names to the last whole age that it means. */
const BEYOND: Readonly<Record<Comparison['test'], number>> = { at_least: 0, above: 1, at_most: 0, below: -1 };
