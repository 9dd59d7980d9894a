import type { Household } from './household.ts';
import { ASKABLE, type Indicator, type PerIndicator, recordOf } from './indicators.ts';
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
  waste: 0.03,
  digital_access: 0.015,
};

/** How fast deprivation thins out as standing rises. */
const STEEPNESS = 2.2;
/** Answers that change from one year to the next for no reason seen here. */
const FRESH_ANSWER = 0.03;
/** Nobody of whom it could be asked: never deprived. */
const NEVER = Number.POSITIVE_INFINITY;

/** Who is deprived of what: one truth per indicator, before any answer is lost. */
export type Deprivations = PerIndicator<boolean>;

/** How readily a household is deprived of each thing in one year: the lower, the sooner. */
export type Thresholds = PerIndicator<number>;

/** The lasting thresholds of a household in what is asked, a few of them fresh. */
export function thresholdsIn(household: Household, asked: readonly Indicator[], random: Random): Thresholds {
  return recordOf(asked, (indicator) => {
    const fresh = random();
    const threshold = chance(random, FRESH_ANSWER) ? fresh : (household.thresholds[indicator] ?? NEVER);
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
  return recordOf(askedIn(thresholds), (indicator) => thresholdOf(indicator, thresholds) < COMMON[indicator] * factor);
}

/** The same deprivations with exactly so many of those counted: the ones the household would have first if it did worse. */
export function deprivedOf(
  count: number,
  natural: Deprivations,
  thresholds: Thresholds,
  counted: readonly Indicator[],
): Deprivations {
  const first = bySusceptibility(thresholds, counted).slice(0, count);
  return recordOf(askedIn(thresholds), (indicator) =>
    counted.includes(indicator) ? first.includes(indicator) : natural[indicator] === true,
  );
}

/** The least spread at which a household has so many of the deprivations that are counted; see `deprivationsAt`. */
export function spreadFor(
  count: number,
  standing: number,
  thresholds: Thresholds,
  counted: readonly Indicator[],
): number {
  const last = bySusceptibility(thresholds, counted)[count - 1];
  return last === undefined ? NEVER : thresholdOf(last, thresholds) / (COMMON[last] * factorAt(standing));
}

/** So many deprivations every household can have: of one person without labour some cannot be asked. */
export function mostDeprivations(counted: readonly Indicator[]): number {
  return counted.filter((indicator) => !NOT_OF_EVERYBODY.includes(indicator)).length;
}

function askedIn(thresholds: Thresholds): readonly Indicator[] {
  return ASKABLE.filter((indicator) => thresholds[indicator] !== undefined);
}

function thresholdOf(indicator: Indicator, thresholds: Thresholds): number {
  return thresholds[indicator] ?? NEVER;
}

function bySusceptibility(thresholds: Thresholds, counted: readonly Indicator[]): readonly Indicator[] {
  const readiness = (indicator: Indicator) => thresholdOf(indicator, thresholds) / COMMON[indicator];
  return counted
    .filter((indicator) => thresholdOf(indicator, thresholds) !== NEVER)
    .sort((a, b) => readiness(a) - readiness(b));
}

function factorAt(standing: number): number {
  return exponential(-STEEPNESS * standing);
}

/** What cannot be asked of some households. */
const NOT_OF_EVERYBODY: readonly Indicator[] = ['employment', 'adult_education', 'nutrition', 'child_schooling'];

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
