import type { Basis, Criteria } from '../criteria/criteria.ts';
import type { Amount, Comparison, Predicate } from '../criteria/predicate.ts';
import { type Fraction, fraction } from '../text/fraction.ts';
import { type Area, cutAt } from './amounts.ts';
import { compared, type Sign } from './decide.ts';
import type { Evidence } from './evidence.ts';
import type { Verdict } from './judge.ts';
import type { Interval } from './points.ts';
import type { Table } from './table.ts';
import { agreed, all, any, countTrue, not, reaches, type Truth } from './truth.ts';

/** A condition of a class rule with both sides of every comparison, and whether it holds. */
export type Explained =
  | { readonly test: 'all' | 'any' | 'not' | 'count'; readonly holds: Truth; readonly of: readonly Explained[] }
  | ExplainedComparison
  | { readonly test: 'deprived'; readonly holds: Truth; readonly indicator: string; readonly saw: Truth }
  | {
      readonly test: 'equals';
      readonly holds: Truth;
      readonly field: string;
      readonly saw: string | null;
      readonly value: string;
    };

export interface ExplainedComparison {
  readonly test: Comparison['test'];
  readonly holds: Truth;
  readonly field: string;
  /** The value seen, or the lowest and highest it may be; null when unknown. */
  readonly saw: number | { readonly lo: number; readonly hi: number } | null;
  /** The same as fractions, when it is no whole number. */
  readonly saw_exact?: string;
  /** What it was compared with: one amount, or one per area when the area is unknown. */
  readonly amount: number | { readonly rural: number; readonly urban: number };
  /** The amount as the criteria file writes it, when that is a fraction. */
  readonly amount_exact?: string;
  /** Name of the line or parameter the amount comes from; null for a number in the rule itself. */
  readonly of: string | null;
  /** `year`: twelve times the monthly income was compared. */
  readonly period: 'month' | 'year' | null;
}

/** Explains the conditions of one rule from the same evidence that was judged. */
export function explainCondition(p: Predicate, evidence: Evidence, verdict: Verdict, table: Table): Explained {
  const inside = (part: Predicate) => explainCondition(part, evidence, verdict, table);
  switch (p.test) {
    case 'all': {
      const of = p.of.map(inside);
      return { test: 'all', holds: all(of.map(truth)), of };
    }
    case 'any': {
      const of = p.of.map(inside);
      return { test: 'any', holds: any(of.map(truth)), of };
    }
    case 'count': {
      const of = p.of.map(inside);
      return { test: 'count', holds: reaches(countTrue(of.map(truth)), p.at_least), of };
    }
    case 'not': {
      const part = inside(p.of);
      return { test: 'not', holds: not(part.holds), of: [part] };
    }
    case 'deprived': {
      const saw = indicatorTruth(p.indicator, evidence, table);
      return { test: 'deprived', holds: saw, indicator: p.indicator, saw };
    }
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least':
      return explainComparison(p, evidence, verdict, table);
    case 'equals': {
      const holds = evidence.area === null ? null : evidence.area === p.value;
      return { test: 'equals', holds, field: p.field, saw: evidence.area, value: String(p.value) };
    }
    case 'one_of':
    case 'includes_any':
    case 'some_member':
    case 'every_member':
    case 'count_members':
    case 'share_members':
      throw new Error(`a class rule cannot ask ${p.test}`);
  }
}

function truth(part: Explained): Truth {
  return part.holds;
}

/** Whether an indicator is deprived: its mark, or what its condition says of the income when it is computed from it. */
export function indicatorTruth(id: string, evidence: Evidence, table: Table): Truth {
  const at = table.indicators.findIndex((i) => i.id === id);
  const condition = table.indicators[at]?.deprived;
  if (!table.computed.includes(at) || !condition) return evidence.marks[at] ?? null;
  const computed = visibleTruth(condition, evidence, table);
  return computed ?? evidence.marks[at] ?? null;
}

function visibleTruth(p: Predicate, evidence: Evidence, table: Table): Truth {
  return explainCondition(p, evidence, NOTHING_COUNTED, table).holds;
}

/** A computed indicator asks income and area alone, so the counts of a verdict are never read. */
const NOTHING_COUNTED: Verdict = {
  class: 'undecided',
  possible: [],
  averageLiving: null,
  deprivations: 0,
  deprivationsMax: 0,
  belowLine: null,
  undecidedFor: [],
  nearBoundary: [],
  holds: [],
  marksOverruled: [],
};

function explainComparison(p: Comparison, evidence: Evidence, verdict: Verdict, table: Table): ExplainedComparison {
  const { criteria } = table;
  const areas = evidence.area === null ? table.areas : [table.areas.length === 1 ? null : evidence.area];
  const cuts = areas.map((area) => cutAt(p.value, criteria, area));
  const saw = seen(p.field, evidence, verdict, table);
  const truthAt = ({ n, d }: Fraction) =>
    agreed(cuts.map((cut) => compared(p.test, Math.sign(n * cut.per - cut.amount * d) as Sign)));
  const exact = saw !== null && (saw.lo.d > 1 || saw.hi.d > 1);
  return {
    test: p.test,
    holds: saw === null ? null : agreed([truthAt(saw.lo), truthAt(saw.hi)]),
    field: p.field,
    saw:
      saw === null
        ? null
        : isOne(saw)
          ? valueOfFraction(saw.lo)
          : { lo: valueOfFraction(saw.lo), hi: valueOfFraction(saw.hi) },
    ...(exact && {
      saw_exact: isOne(saw) ? textOfFraction(saw.lo) : `${textOfFraction(saw.lo)} … ${textOfFraction(saw.hi)}`,
    }),
    amount: amountOf(p.value, table, areas),
    ...(fractionText(p.value, criteria) !== null && { amount_exact: fractionText(p.value, criteria) as string }),
    of: nameOf(p.value),
    period: periodOf(p.value, criteria),
  };
}

/** What a comparison weighs: one value, or the lowest and the highest it may be. */
interface Seen {
  readonly lo: Fraction;
  readonly hi: Fraction;
}

function isOne({ lo, hi }: Seen): boolean {
  return lo.n === hi.n && lo.d === hi.d;
}

function valueOfFraction({ n, d }: Fraction): number {
  return n / d;
}

function textOfFraction({ n, d }: Fraction): string {
  return d === 1 ? String(n) : `${n}/${d}`;
}

function seen(field: string, evidence: Evidence, verdict: Verdict, table: Table): Seen | null {
  const one = (value: number | null): Seen | null =>
    value === null ? null : { lo: { n: value, d: 1 }, hi: { n: value, d: 1 } };
  if (field === 'income') return one(evidence.income);
  if (field === 'b1') return one(evidence.b1) ?? between(evidence.b1Between ?? null);
  if (field === 'deprivations')
    return { lo: { n: verdict.deprivations, d: 1 }, hi: { n: verdict.deprivationsMax, d: 1 } };
  if (field === 'b2' && evidence.b2 !== null) return one(evidence.b2);
  const summed = scoreSeen(field, evidence, table);
  return field === 'b2' && summed !== null ? narrowed(summed, evidence.b2Between ?? null) : summed;
}

/** What the marks allow of a total, and the points of the answers too. */
function narrowed(summed: Seen, points: Interval | null): Seen {
  if (points === null) return summed;
  const value = ({ n, d }: Fraction) => n / d;
  return {
    lo: value(summed.lo) < points.lo ? fraction(points.lo) : summed.lo,
    hi: value(summed.hi) > points.hi ? fraction(points.hi) : summed.hi,
  };
}

function between(interval: Interval | null): Seen | null {
  return interval && { lo: fraction(interval.lo), hi: fraction(interval.hi) };
}

/** A summed score: what the known marks give at least, and what the unknown ones could add. */
function scoreSeen(field: string, evidence: Evidence, table: Table): Seen | null {
  const score = table.scores.find((s) => s.id === field);
  if (score === undefined) return null;
  let lo = 0;
  let open = 0;
  for (const [at, points] of score.weights.entries()) {
    const truth = indicatorTruth(table.indicators[at]?.id ?? '', evidence, table);
    if (truth === true) lo += points;
    else if (truth === null) open += points;
  }
  return { lo: fraction(lo, score.scale), hi: fraction(lo + open, score.scale) };
}

/** A fraction as the file writes it; null for whole numbers and lines. */
function fractionText(value: Amount, { params }: Criteria): string | null {
  const written = typeof value === 'object' ? ('param' in value ? params[value.param]?.value : undefined) : value;
  return typeof written === 'string' && written.includes('/') ? written : null;
}

function amountOf(value: Amount, table: Table, areas: readonly (Area | null)[]): ExplainedComparison['amount'] {
  const at = (area: Area | null) => {
    const { amount, per } = cutAt(value, table.criteria, area);
    return typeof value === 'object' && 'line' in value ? amount : amount / per;
  };
  if (areas.length === 1) return at(areas[0] ?? null);
  const [rural, urban] = [at('rural'), at('urban')];
  return rural === urban ? rural : { rural, urban };
}

function nameOf(value: Amount): string | null {
  if (typeof value !== 'object') return null;
  return 'line' in value ? value.line : value.param;
}

function periodOf(value: Amount, criteria: Criteria): 'month' | 'year' | null {
  return typeof value === 'object' && 'line' in value ? (criteria.lines[value.line]?.period ?? null) : null;
}

/** The value that the basis weighs against its line: đồng per person per month, or B1 points. */
export function valueSeen(evidence: Evidence, basis: Basis): number | null {
  return basis === 'income' ? evidence.income : evidence.b1;
}
