import { between, randomOf } from './random.ts';

/** The year in which households numbered 1, 2, 3 … live in the dwellings 1, 2, 3 …; nothing drifts before it. */
export const FIRST_YEAR = 2022;

/** Years from one change of hands of a dwelling to the next, so that one in a hundred changes each year. */
const TENURE = 100;

/**
 * How many times the dwelling has changed hands by that year. The household before is gone for good and a new one,
 * with a number of its own, lives there: the commune keeps its size, and every dwelling can be asked alone.
 */
export function changesOfHands(seed: number, index: number, year: number): number {
  const headStart = between(randomOf(seed, index), 0, TENURE - 1);
  return Math.max(0, Math.floor((year - FIRST_YEAR + headStart) / TENURE));
}

/** More often no dwelling has changed hands by that year. */
export function mostChanges(year: number): number {
  return Math.max(0, Math.floor((year - FIRST_YEAR + TENURE - 1) / TENURE));
}
