import type { Published } from './published.ts';
import { chance, exponential, pick, pickWeighted, type Random } from './random.ts';
import type { Area } from './villages.ts';

/** Invented medians of the first year, in đồng per person per month. */
const MEDIAN_INCOMES: Record<Area, number> = { rural: 3_250_000, urban: 4_450_000 };

/** How near an income must be to an awkward one to be taken there, as a share of it, and how often it then is. */
const PULL = { reach: 0.1, share: 0.2 };

/** People answer in round figures; a few read theirs from a pay slip. */
const ROUNDING: readonly (readonly [step: number, weight: number])[] = [
  [10_000, 60],
  [1_000, 35],
  [1, 5],
];

/** The income that goes with a standing, to the last part of a đồng. */
export function exactIncomeAt(standing: number, area: Area): number {
  return MEDIAN_INCOMES[area] * exponential(standing);
}

/** Incomes on published lines and one đồng above them: where a `<` written for a `<=` shows. */
export function awkwardIncomes({ lines }: Published, area: Area): readonly number[] {
  return lines.flatMap((line) => [line[area], line[area] + 1]);
}

/** An income as it would be answered, in whole đồng: round, or one of the awkward ones when it is near. */
export function answeredIncome(exact: number, awkward: readonly number[], random: Random): number {
  const near = awkward.filter((income) => Math.abs(exact - income) <= PULL.reach * income);
  if (near.length > 0 && chance(random, PULL.share)) return pick(random, near);
  const step = pickWeighted(random, ROUNDING);
  return Math.round(exact / step) * step;
}
