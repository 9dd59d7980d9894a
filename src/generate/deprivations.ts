import type { Household } from './household.ts';
import { type Indicator, recordOf } from './indicators.ts';
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

/** Who is deprived of what: one truth per indicator, before any answer is lost. */
export type Deprivations = Readonly<Record<Indicator, boolean>>;

/**
 * The deprivations of a year. Each indicator has a lasting threshold in the household and a share that falls with
 * standing, so that the same household is deprived of the same things until it does better.
 */
export function deprivationsAt(standing: number, household: Household, random: Random): Deprivations {
  const factor = exponential(-STEEPNESS * standing);
  const isDeprived = (indicator: Indicator): boolean => {
    const fresh = random();
    const threshold = chance(random, FRESH_ANSWER) ? fresh : household.thresholds[indicator];
    return canLack(indicator, household) && threshold < COMMON[indicator] * factor;
  };
  return recordOf(isDeprived);
}

/** Whether there is anyone of whom it could be asked: a child lives with others, and work needs somebody able. */
function canLack(indicator: Indicator, household: Household): boolean {
  switch (indicator) {
    case 'employment':
      return !household.noLabor;
    case 'nutrition':
    case 'child_schooling':
      return household.size >= 3;
    default:
      return true;
  }
}
