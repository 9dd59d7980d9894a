import { type Criteria, type Indicator, indicatorsOf } from '../criteria/criteria.ts';
import { type Answers, derivedTruth, factsOf } from '../judge/answers.ts';
import type { Facts } from '../judge/decide.ts';
import type { Truth } from '../judge/truth.ts';
import type { Household, Survey } from '../survey/survey.ts';
import { answersOf } from './answers.ts';
import { derivableFrom } from './asked.ts';

/** What the answers of one household make of the indicators of a set. */
export interface Derivation {
  readonly answers: Answers;
  readonly facts: Facts;
  /** In the order of the set's indicators; null where the answers do not settle it, or nobody asked. */
  readonly truths: readonly Truth[];
}

/** Derives the indicators of a set from answers; null for a survey that answers none of their conditions. */
export function makeDeriver(
  survey: Survey,
  criteria: Criteria,
  reviewDate: string | null,
): ((household: Pick<Household, 'cells' | 'members'>) => Derivation) | null {
  const derivable = new Set(derivableFrom(survey, criteria).map(({ id }) => id));
  if (derivable.size === 0) return null;
  const indicators: readonly (Indicator | null)[] = indicatorsOf(criteria).map((one) =>
    derivable.has(one.id) ? one : null,
  );
  return (household) => {
    const answers = answersOf(survey, household, reviewDate);
    const facts = factsOf(answers, criteria);
    const truths = indicators.map((indicator) => (indicator === null ? null : derivedTruth(indicator, facts)));
    return { answers, facts, truths };
  };
}
