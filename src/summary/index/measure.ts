import { compare, type Exact, exact, over, sum, times, ZERO } from '../../text/exact.ts';
import type { Pattern } from './patterns.ts';
import type { IndexPlan } from './plan.ts';

/** One population measured; null where nothing can be said: of nobody, or of the depth of poverty where nobody is poor. */
export interface Measures {
  /** Rows counted. */
  readonly households: number;
  /** What they count for: households or persons, times the survey's weights. */
  readonly population: Exact;
  /** The poor, counted alike. */
  readonly poor: Exact;
  /** Share of the poor; their mean score; the two multiplied. */
  readonly H: Exact | null;
  readonly A: Exact | null;
  readonly M0: Exact | null;
}

/** One deprivation in a population. */
export interface IndicatorMeasures {
  readonly id: string;
  /** Its share of the whole weight. */
  readonly weight: Exact;
  /** Share deprived in it, of those whose answer counts. */
  readonly uncensored: Exact | null;
  /** Share deprived in it and poor, of the same. */
  readonly censored: Exact | null;
  /** Its part of M0: all parts make 1. */
  readonly contribution: Exact | null;
}

/**
 * Patterns to sum over, those of all groups or of one. `unit`: what an amount of 1 is worth.
 *
 * A pattern that the plan's policy leaves out must not be among them.
 */
export function measure(patterns: readonly Pattern[], plan: IndexPlan, unit: Exact): Measured {
  const all = patterns.map((pattern) => scored(pattern, plan));
  const isDeprived = (at: number) => (one: Scored) => one.answers[at] === true;
  const population = amountOf(all);
  const poor = all.filter((one) => one.isPoor);
  const poorAmount = amountOf(poor);
  const depth = sum(byWeight(poor, (one) => one.deprived));
  const parts = plan.indicators.map(({ id }, at) => {
    const asked = amountOf(all.filter((one) => one.answers[at] !== null));
    const weight = exact(plan.weights[at] as number, plan.total);
    const part = sum(byWeight(poor.filter(isDeprived(at)), () => plan.weights[at] as number));
    return {
      id,
      weight,
      uncensored: shareOf(amountOf(all.filter(isDeprived(at))), asked),
      censored: shareOf(amountOf(poor.filter(isDeprived(at))), asked),
      part,
    };
  });
  const whole = sum(parts.map(({ part }) => part));
  const households = all.reduce((n, one) => n + one.households, 0);
  const A = shareOf(depth, poorAmount);
  const H = shareOf(poorAmount, population);
  return {
    measures: {
      households,
      population: times(population, unit),
      poor: times(poorAmount, unit),
      H,
      A,
      M0: shareOf(whole, population),
    },
    indicators: parts.map(({ part, ...one }) => ({ ...one, contribution: shareOf(part, whole) })),
  };
}

export interface Measured {
  readonly measures: Measures;
  readonly indicators: readonly IndicatorMeasures[];
}

/** A pattern as the policy sees it. */
interface Scored {
  readonly households: number;
  readonly amount: bigint;
  /** Null: no answer, and none taken for it. */
  readonly answers: readonly (boolean | null)[];
  /** Weight of the deprivations, and of all answers that count: the score is the one over the other. */
  readonly deprived: number;
  readonly known: number;
  readonly isPoor: boolean;
}

function scored({ marks, households, amount }: Pattern, plan: IndexPlan): Scored {
  const answers = plan.indicators.map((_, at) => answerOf(marks[at], plan));
  const weightOf = (counts: (answer: boolean | null) => boolean) =>
    plan.weights.reduce((total, weight, at) => total + (counts(answers[at] ?? null) ? weight : 0), 0);
  const deprived = weightOf((answer) => answer === true);
  const known = weightOf((answer) => answer !== null);
  const beyond = compare(exact(deprived, known), plan.k);
  return { households, amount, answers, deprived, known, isPoor: plan.isStrict ? beyond > 0 : beyond >= 0 };
}

function answerOf(sign: string | undefined, { missing }: IndexPlan): boolean | null {
  if (sign === '?') return missing === 'deprived' ? true : missing === 'not_deprived' ? false : null;
  return sign === '1';
}

/** True when the policy leaves such households out: `drop` at the first blank, any other where no answer has a weight. */
export function isLeftOut(marks: string, { missing, weights }: IndexPlan): boolean {
  if (missing === 'drop') return marks.includes('?');
  return missing === 'reweight' && weights.every((weight, at) => weight === 0 || marks[at] === '?');
}

/** Scores times amounts; summed as whole numbers as far as they have one denominator. */
function byWeight(some: readonly Scored[], points: (one: Scored) => number): Exact[] {
  const tops = new Map<number, bigint>();
  for (const one of some) {
    tops.set(one.known, (tops.get(one.known) ?? 0n) + one.amount * BigInt(points(one)));
  }
  return [...tops].map(([known, top]) => exact(top, known));
}

function amountOf(some: readonly Scored[]): Exact {
  return exact(some.reduce((total, { amount }) => total + amount, 0n));
}

function shareOf(part: Exact, whole: Exact): Exact | null {
  return compare(whole, ZERO) === 0 ? null : over(part, whole);
}
