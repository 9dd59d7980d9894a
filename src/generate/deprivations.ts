import type { Household } from './household.ts';
import { INDICATORS, type Indicator, recordOf } from './indicators.ts';
import { chance, exponential, type Random } from './random.ts';

/** The share deprived at the median income of the first year. */
const COMMON: Record<Indicator, number> = {
  employment: 0.06,
  dependents: 0.05,
  nutrition: 0.015,
  health_insurance: 0.03,
  adult_education: 0.045,
  child_schooling: 0.01,
  housing_quality: 0.022,
  housing_area: 0.018,
  water: 0.035,
  toilet: 0.038,
  telecom: 0.02,
  information_means: 0.007,
};

/** How fast deprivation thins out as standing rises. */
const STEEPNESS = 2.2;
/** Answers that change from one year to the next for no reason seen here. */
const FRESH_ANSWER = 0.03;
/** Nobody of whom it could be asked: never deprived. */
const NEVER = Number.POSITIVE_INFINITY;

/** Who is deprived of what: one truth per indicator, before any answer is lost. */
export type Deprivations = Readonly<Record<Indicator, boolean>>;

/** How readily a household is deprived of each thing in one year: the lower, the sooner. */
export type Thresholds = Readonly<Record<Indicator, number>>;

/** The lasting thresholds of a household, a few of them fresh. */
export function thresholdsIn(household: Household, random: Random): Thresholds {
  return recordOf((indicator) => {
    const fresh = random();
    const threshold = chance(random, FRESH_ANSWER) ? fresh : household.thresholds[indicator];
    return canLack(indicator, household) ? threshold : NEVER;
  });
}

/**
 * The deprivations of a year. Each indicator has a lasting threshold in the household and a share that falls with
 * standing, so that the same household is deprived of the same things until it does better. `spread`: how much more
 * widespread deprivation is than it comes of itself.
 */
export function deprivationsAt(standing: number, thresholds: Thresholds, spread = 1): Deprivations {
  const factor = factorAt(standing) * spread;
  return recordOf((indicator) => thresholds[indicator] < COMMON[indicator] * factor);
}

/** The same household with exactly so many deprivations: those it would have first if it did worse. */
export function deprivedOf(count: number, thresholds: Thresholds): Deprivations {
  const first = bySusceptibility(thresholds).slice(0, count);
  return recordOf((indicator) => first.includes(indicator));
}

/** The least spread at which a household has so many deprivations; see `deprivationsAt`. */
export function spreadFor(count: number, standing: number, thresholds: Thresholds): number {
  const last = bySusceptibility(thresholds)[count - 1];
  return last === undefined ? NEVER : thresholds[last] / (COMMON[last] * factorAt(standing));
}

/** So many deprivations every household can have: of one person without labour four cannot be asked. */
export const MOST_DEPRIVATIONS = INDICATORS.length - 4;

function bySusceptibility(thresholds: Thresholds): readonly Indicator[] {
  const readiness = (indicator: Indicator) => thresholds[indicator] / COMMON[indicator];
  return INDICATORS.filter((indicator) => thresholds[indicator] !== NEVER).sort((a, b) => readiness(a) - readiness(b));
}

function factorAt(standing: number): number {
  return exponential(-STEEPNESS * standing);
}

/** Whether there is anyone of whom it could be asked: the young live with others, and work needs somebody able. */
function canLack(indicator: Indicator, household: Household): boolean {
  switch (indicator) {
    case 'employment':
      return !household.noLabor;
    case 'adult_education':
      return household.size >= 2;
    case 'nutrition':
    case 'child_schooling':
      return household.size >= 3;
    default:
      return true;
  }
}
