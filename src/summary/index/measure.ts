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

export interface Measured {
  readonly measures: Measures;
  readonly indicators: readonly IndicatorMeasures[];
}

/**
 * Measures a population given by its patterns, of which the policy of the plan leaves out none. `unit`: what an amount of 1
 * is worth.
 */
export function measure(
  patterns: readonly Pattern[],
  scored: Scorer,
  { weights, total, indicators }: IndexPlan,
  unit: Exact,
): Measured {
  const sums = indicators.map(() => ({ asked: 0n, deprived: 0n, poor: 0n, points: new Points() }));
  const depth = new Points();
  let [households, population, poor] = [0, 0n, 0n];
  for (const { marks, households: rows, amount } of patterns) {
    const { answers, deprived, known, isPoor } = scored(marks);
    households += rows;
    population += amount;
    if (isPoor) {
      poor += amount;
      depth.add(known, deprived, amount);
    }
    for (const [at, sum] of sums.entries()) {
      const answer = answers[at];
      if (answer === null) continue;
      sum.asked += amount;
      if (!answer) continue;
      sum.deprived += amount;
      if (!isPoor) continue;
      sum.poor += amount;
      sum.points.add(known, weights[at] as number, amount);
    }
  }
  const parts = sums.map(({ points }) => points.total);
  const whole = sum(parts);
  const H = shareOf(exact(poor), exact(population));
  return {
    measures: {
      households,
      population: times(exact(population), unit),
      poor: times(exact(poor), unit),
      H,
      A: shareOf(depth.total, exact(poor)),
      M0: shareOf(whole, exact(population)),
    },
    indicators: indicators.map(({ id }, at) => {
      const { asked, deprived, poor: censored } = sums[at] as (typeof sums)[number];
      return {
        id,
        weight: exact(weights[at] as number, total),
        uncensored: shareOf(exact(deprived), exact(asked)),
        censored: shareOf(exact(censored), exact(asked)),
        contribution: shareOf(parts[at] as Exact, whole),
      };
    }),
  };
}

/** Points times amounts over the weight of what is known: summed as whole numbers as far as they have one denominator. */
class Points {
  readonly #tops = new Map<number, bigint>();

  add(known: number, points: number, amount: bigint): void {
    this.#tops.set(known, (this.#tops.get(known) ?? 0n) + amount * BigInt(points));
  }

  get total(): Exact {
    return sum([...this.#tops].map(([known, top]) => exact(top, known)));
  }
}

/** A pattern as the policy sees it. */
interface Scored {
  /** Null: no answer, and none taken for it. */
  readonly answers: readonly (boolean | null)[];
  /** Weight of the deprivations, and of all answers that count: the score is the one over the other. */
  readonly deprived: number;
  readonly known: number;
  readonly isPoor: boolean;
}

type Scorer = (marks: string) => Scored;

/** Scores patterns by a plan, each once. */
export function makeScorer(plan: IndexPlan): Scorer {
  const done = new Map<string, Scored>();
  return (marks) => {
    const found = done.get(marks) ?? score(marks, plan);
    done.set(marks, found);
    return found;
  };
}

function score(marks: string, plan: IndexPlan): Scored {
  const answers = plan.indicators.map((_, at) => answerOf(marks[at], plan));
  const weightOf = (counts: (answer: boolean | null) => boolean) =>
    plan.weights.reduce((total, weight, at) => total + (counts(answers[at] ?? null) ? weight : 0), 0);
  const deprived = weightOf((answer) => answer === true);
  const known = weightOf((answer) => answer !== null);
  const beyond = compare(exact(deprived, known), plan.k);
  return { answers, deprived, known, isPoor: plan.isStrict ? beyond > 0 : beyond >= 0 };
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

function shareOf(part: Exact, whole: Exact): Exact | null {
  return compare(whole, ZERO) === 0 ? null : over(part, whole);
}
