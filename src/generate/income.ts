import { chance, exponential, pick, pickWeighted, type Random } from './random.ts';
import type { Area } from './villages.ts';

/** Invented medians of the first year, in đồng per person per month. */
const MEDIAN_INCOMES: Record<Area, number> = { rural: 3_250_000, urban: 4_450_000 };

/**
 * Incomes on published lines (national 2022, Quảng Ninh 2023) and one đồng above them: where a `<` written for a `<=`
 * shows. They are sample data and decide nothing; the lines that do stand in the criteria files.
 */
const AWKWARD_INCOMES: Record<Area, readonly number[]> = {
  rural: [1_500_000, 1_500_001, 2_100_000, 2_100_001],
  urban: [2_000_000, 2_000_001, 2_600_000, 2_600_001],
};
/** How near an income must be to an awkward one to be taken there, as a share of it, and how often it then is. */
const PULL = { reach: 0.1, share: 0.2 };

/** People answer in round figures; a few read theirs from a pay slip. */
const ROUNDING: readonly (readonly [step: number, weight: number])[] = [
  [10_000, 60],
  [1_000, 35],
  [1, 5],
];

/** The income that goes with a standing, as it would be answered: whole đồng per person per month. */
export function incomeAt(standing: number, area: Area, random: Random): number {
  const exact = MEDIAN_INCOMES[area] * exponential(standing);
  const near = AWKWARD_INCOMES[area].filter((income) => Math.abs(exact - income) <= PULL.reach * income);
  if (near.length > 0 && chance(random, PULL.share)) return pick(random, near);
  const step = pickWeighted(random, ROUNDING);
  return Math.round(exact / step) * step;
}
