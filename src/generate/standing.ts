import type { Household } from './household.ts';
import { chance, normal, type Random } from './random.ts';
import { FIRST_YEAR } from './turnover.ts';

/** How far households of one area lie apart, as the deviation of the logarithm of income. */
const SPREAD = 0.36;
/** Incomes grow by about so much a year. */
const GROWTH = 0.05;
/** One household's good and bad years. Smaller than growth, so that most incomes rise from year to year. */
const WOBBLE = 0.04;
/** A year of illness, a lost boat, a dead herd: what makes a household fall back. */
const MISFORTUNE = { share: 0.015, loss: 0.35 };
/** What it costs to have nobody who can work. */
const NO_LABOR_LOSS = 0.25;

/**
 * How well a household does in a year: the logarithm of its income against the median of its area in the first year,
 * 0 at that median, negative below. Income and deprivations both follow from it, which is what ties them together.
 */
export function standingIn(year: number, household: Household, random: Random): number {
  const lasting = SPREAD * household.fortune + household.village.standing - (household.noLabor ? NO_LABOR_LOSS : 0);
  const passing = WOBBLE * normal(random) - (chance(random, MISFORTUNE.share) ? MISFORTUNE.loss : 0);
  return lasting + GROWTH * (year - FIRST_YEAR) + passing;
}
