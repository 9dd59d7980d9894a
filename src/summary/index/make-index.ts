import { type Finding, FindingsError, finding } from '../../finding.ts';
import { compare, type Exact, exact, over, times, ZERO } from '../../text/exact.ts';
import { brokenInvariant } from './invariants.ts';
import { type IndicatorMeasures, isLeftOut, type Measures, makeScorer, measure } from './measure.ts';
import { Patterns } from './patterns.ts';
import type { IndexPlan } from './plan.ts';

/** What an index needs of one household. */
export interface IndexedHousehold {
  /** In the order of the plan's indicators: deprived, not deprived, not known. */
  readonly marks: readonly (boolean | null)[];
  /** Persons; null when not known. */
  readonly size: number | null;
  /** The survey's weight in canonical spelling, `1` where the survey has none; null when not known. */
  readonly weight: string | null;
  /** The value of the plan's `groupBy`; blank when not known, or without groups. */
  readonly group: string;
}

export interface IndexResult {
  readonly plan: IndexPlan;
  readonly total: Measures;
  readonly indicators: readonly IndicatorMeasures[];
  /** In the order officers use; none without `groupBy`. */
  readonly groups: readonly GroupMeasures[];
  readonly read: number;
  readonly leftOut: LeftOut;
  /** Households counted though not every answer is known, as the plan's `missing` says. */
  readonly filled: number;
}

export interface GroupMeasures extends Measures {
  readonly id: string;
  /** Its part of the population, and of M0. */
  readonly share: Exact;
  readonly contribution: Exact | null;
}

/** Households in no figure, by the first thing that kept them out. */
export interface LeftOut {
  readonly missing: number;
  readonly noSize: number;
  readonly noWeight: number;
}

/** An index in the making. Parts of a survey may be added up apart and merged: the order changes nothing. */
export interface IndexMaker {
  readonly plan: IndexPlan;
  readonly patterns: Patterns;
  readonly counts: { missing: number; noSize: number; noWeight: number; filled: number; read: number };
  add(household: IndexedHousehold): void;
  /** Takes over what a maker with the same plan has counted. */
  merge(other: IndexMaker): void;
  /** @throws FindingsError `E820` when no household is left to count. */
  done(): IndexResult;
}

export function makeIndex(plan: IndexPlan): IndexMaker {
  const patterns = new Patterns();
  const counts = { missing: 0, noSize: 0, noWeight: 0, filled: 0, read: 0 };
  return {
    plan,
    patterns,
    counts,
    add({ marks, size, weight, group }) {
      counts.read++;
      const signs = signsOf(marks);
      const units = plan.count === 'persons' ? size : 1;
      if (isLeftOut(signs, plan)) counts.missing++;
      else if (units === null) counts.noSize++;
      else if (weight === null) counts.noWeight++;
      else {
        if (signs.includes('?')) counts.filled++;
        patterns.add(plan.groupBy === null ? '' : group, signs, units, weight);
      }
    },
    merge(other) {
      patterns.merge(other.patterns);
      for (const what of Object.keys(counts) as (keyof typeof counts)[]) counts[what] += other.counts[what];
    },
    done: () => resultOf(plan, patterns, counts),
  };
}

function signsOf(marks: readonly (boolean | null)[]): string {
  let signs = '';
  for (const mark of marks) signs += mark === null ? '?' : mark ? '1' : '0';
  return signs;
}

function resultOf(plan: IndexPlan, patterns: Patterns, counts: IndexMaker['counts']): IndexResult {
  const unit = exact(1, 10n ** BigInt(patterns.places));
  const scorer = makeScorer(plan);
  const whole = measure(patterns.whole(), scorer, plan, unit);
  const { population, M0 } = whole.measures;
  const { read, filled, ...leftOut } = counts;
  if (compare(population, ZERO) === 0) {
    throw new FindingsError([finding('E820', {}, { data: { read, policy: plan.missing, ...leftOut } })]);
  }
  const groups = patterns.groups.map((id) => {
    const { measures } = measure(patterns.of(id), scorer, plan, unit);
    const share = over(measures.population, population);
    const part = M0 === null || compare(M0, ZERO) === 0 ? null : over(times(share, measures.M0 ?? ZERO), M0);
    return { id, ...measures, share, contribution: part };
  });
  const broken = brokenInvariant(whole, groups);
  if (broken !== null) throw new Error(`an index of ${plan.criteria} breaks: ${broken}`);
  return {
    plan,
    total: whole.measures,
    indicators: whole.indicators,
    groups: plan.groupBy === null ? [] : groups.sort((a, b) => inOrder(a.id, b.id)),
    read,
    leftOut,
    filled,
  };
}

/** Urban before rural, yes before no, names as Vietnamese sorts them; what is not known comes last. */
function inOrder(a: string, b: string): number {
  const rank = (id: string) => FIRST.indexOf(id) + 1 || (id === '' ? LAST : LAST - 1);
  return rank(a) - rank(b) || COLLATOR.compare(a, b);
}

const FIRST: readonly string[] = ['urban', 'rural', '1', '0'];
const LAST = FIRST.length + 2;
const COLLATOR = new Intl.Collator('vi', { numeric: true });

/** What whoever reads the index must be told of households: `W822` left out for a size or weight, `N823` blanks. */
export function indexFindings({ plan, leftOut, filled }: IndexResult): readonly Finding[] {
  const [unanswered, policy] = [plan.missing === 'drop' ? leftOut.missing : filled, plan.missing];
  return [
    ...(['noSize', 'noWeight'] as const).flatMap((what) =>
      leftOut[what] === 0 ? [] : [finding('W822', { field: FIELDS[what] }, { count: leftOut[what] })],
    ),
    ...(unanswered === 0 ? [] : [finding('N823', {}, { count: unanswered, data: { policy } })]),
    ...(plan.missing === 'drop' || leftOut.missing === 0
      ? []
      : [finding('N823', {}, { count: leftOut.missing, data: { policy: 'no_answer' } })]),
  ];
}

const FIELDS = { noSize: 'size', noWeight: 'weight' } as const;
