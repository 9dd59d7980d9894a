import { type Criteria, type Indicator, indicatorsOf } from '../../criteria/criteria.ts';
import { isComparison, nodes, type Predicate } from '../../criteria/predicate.ts';
import { FindingsError, finding } from '../../finding.ts';
import { cutAt } from '../../judge/amounts.ts';
import { scoresOf } from '../../judge/scores.ts';
import { compare, type Exact, exact, ONE, toText } from '../../text/exact.ts';
import { parseFraction } from '../../text/fraction.ts';

/** What counts as one: each household alike, or each of its persons. A survey weight multiplies either. */
export type Count = 'households' | 'persons';

/**
 * What becomes of a household that did not answer everything: it is left out (`drop`); its known answers carry the
 * whole weight (`reweight`); or every blank is taken for one answer.
 */
export const MISSING = ['drop', 'reweight', 'not_deprived', 'deprived'] as const;
export type Missing = (typeof MISSING)[number];

/** How an index of Alkire and Foster is computed: who is poor in it, and what each deprivation weighs. */
export interface IndexPlan {
  readonly criteria: string;
  /** The score whose points are the weights; `deprivations` where each indicator counts one. */
  readonly score: string;
  readonly indicators: readonly Indicator[];
  /** Whole numbers, in the order of the indicators; their sum is `total`. */
  readonly weights: readonly number[];
  readonly total: number;
  /** The share of `total` from which on a household is poor. */
  readonly k: Exact;
  /** Poor only above `k`; otherwise from `k` on. */
  readonly isStrict: boolean;
  /** Where `k` comes from: the rules of the set, or the user. */
  readonly cutoffFrom: 'criteria' | 'option';
  /**
   * The set's own class "poor" asks for more than the score (income, say), or for something else. The poor of the index
   * are then not the poor of the lists, and every output must say so.
   */
  readonly isClassElsewhere: boolean;
  readonly count: Count;
  readonly missing: Missing;
  /** The field by which households are put into groups; null: no groups. */
  readonly groupBy: string | null;
}

export interface IndexOptions {
  /** `1/3`, `0.25`: a share of the whole weight, from 0 to 1; null takes the one in the rule for the poor. */
  readonly cutoff: string | null;
  readonly count: Count;
  readonly missing: Missing;
  readonly groupBy: string | null;
}

/**
 * The index of a criteria set: weights from the score that its rule for the poor reads, shares of 1 whatever the points
 * are; cut-off from the same rule. Whoever reaches it is deprived in many ways at once: of income, nothing is asked.
 *
 * @throws FindingsError `E821` when the cut-off given is no share; when none is given, and the rules have none, or several.
 */
export function indexPlan(criteria: Criteria, options: IndexOptions): IndexPlan {
  const { cutoff, count, missing, groupBy } = options;
  const indicators = indicatorsOf(criteria);
  if (indicators.length === 0) throw refused(criteria, 'none', '');
  const read = cutoffsOf(criteria, indicators);
  const [first] = read;
  const given = cutoff === null ? null : shareOf(cutoff, criteria);
  if (given === null && (first === undefined || read.some((one) => !isLike(one, first)))) {
    const shares = new Set(read.map(({ k }) => toText(k)));
    throw refused(criteria, first === undefined ? 'none' : 'several', [...shares].join(', '));
  }
  const { score, weights } = first ?? (weighings(criteria, indicators)[0] as Weighing);
  return {
    criteria: criteria.id,
    score,
    indicators,
    weights,
    total: sumOf(weights),
    k: given ?? (first as Cutoff).k,
    isStrict: given === null && (first as Cutoff).isStrict,
    cutoffFrom: given === null ? 'criteria' : 'option',
    isClassElsewhere: !isByScoreAlone(criteria, given, first),
    count,
    missing,
    groupBy,
  };
}

interface Weighing {
  readonly score: string;
  readonly weights: readonly number[];
  readonly scale: number;
}

interface Cutoff extends Weighing {
  readonly k: Exact;
  readonly isStrict: boolean;
  /** The whole rule is this one comparison. */
  readonly isAlone: boolean;
}

/** The sums of points that a set has, its own scores first, the plain count of deprivations last. */
function weighings(criteria: Criteria, indicators: readonly Indicator[]): readonly Weighing[] {
  const scores = scoresOf(criteria, indicators).filter(({ weights }) => sumOf(weights) > 0);
  return [...scores.map(({ id, weights, scale }) => ({ score: id, weights, scale })), equal(indicators)];
}

function equal(indicators: readonly Indicator[]): Weighing {
  return { score: 'deprivations', weights: indicators.map(() => 1), scale: 1 };
}

/** Every cut-off of a sum of points in the rules for the poor; those of scores before those of income. */
function cutoffsOf(criteria: Criteria, indicators: readonly Indicator[]): readonly Cutoff[] {
  const known = weighings(criteria, indicators);
  const rules = [criteria.classes.score, criteria.classes.income].flatMap((ladder) => ladder?.rules ?? []);
  const conditions = rules.flatMap((rule) => (rule.class === 'poor' && rule.when !== null ? [rule.when] : []));
  return conditions.flatMap((condition) =>
    [...nodes(condition)].flatMap((node) => cutoffAt(node, node === condition, known, criteria)),
  );
}

function cutoffAt(node: Predicate, isAlone: boolean, known: readonly Weighing[], criteria: Criteria): Cutoff[] {
  if (!isComparison(node) || (node.test !== 'at_least' && node.test !== 'above')) return [];
  const weighing = known.find(({ score }) => score === node.field);
  if (weighing === undefined) return [];
  const whole = sumOf(weighing.weights);
  // a line may differ by area: the index has one cut-off, so that two areas with two make several
  return AREAS.map((area) => {
    const { amount, per } = cutAt(node.value, criteria, area);
    const k = exact(BigInt(amount) * BigInt(weighing.scale), BigInt(whole) * BigInt(per));
    return { ...weighing, k, isStrict: node.test === 'above', isAlone };
  });
}

const AREAS = ['rural', 'urban'] as const;

/** The same people are poor by both. */
function isLike(a: Cutoff, b: Cutoff): boolean {
  const isEven = (weights: readonly number[]) => weights.every((weight) => weight === weights[0]);
  const weighAlike = a.score === b.score || (isEven(a.weights) && isEven(b.weights));
  return weighAlike && a.isStrict === b.isStrict && compare(a.k, b.k) === 0;
}

function isByScoreAlone(criteria: Criteria, given: Exact | null, first: Cutoff | undefined): boolean {
  if (first === undefined || !first.isAlone || (given !== null && compare(given, first.k) !== 0)) return false;
  const ladders = [criteria.classes.score, criteria.classes.income].filter((ladder) => ladder !== null);
  return (
    ladders.every(({ rules }) => rules.filter((rule) => rule.class === 'poor').length === 1) && ladders.length === 1
  );
}

function shareOf(written: string, criteria: Criteria): Exact {
  const read = parseFraction(written);
  const share = read === null ? null : exact(read.n, read.d);
  if (share === null || compare(share, ONE) > 0) throw refused(criteria, 'no_share', written);
  return share;
}

function refused(criteria: Criteria, issue: string, saw: string): FindingsError {
  return new FindingsError([finding('E821', { path: criteria.id }, { saw, data: { issue } })]);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
