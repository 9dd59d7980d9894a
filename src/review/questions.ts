import type { PovertyClass } from '../criteria/criteria.ts';
import type { Household, Survey } from '../survey/survey.ts';
import type { Assessment, Assessor } from './assess.ts';
import type { Watch } from './review.ts';

/** A household that is undecided for want of answers: which, and what to ask. No person is named. */
export interface OpenHousehold {
  readonly commune_code: string;
  readonly commune: string;
  readonly village: string;
  readonly household_id: string;
  readonly outcome: string;
  readonly possible: readonly PovertyClass[];
  /** `income`, `b1`, `area`, indicator ids: each can still change the class. */
  readonly undecided_for: readonly string[];
}

/** What one set leaves open, in file order. */
export interface OpenQuestions {
  readonly assessor: Assessor;
  readonly households: OpenHousehold[];
}

/** Collects the households that each set cannot decide, as a survey is reviewed; of rows with one key the first. */
export function questionCollector(
  survey: Survey,
  assessors: readonly Assessor[],
): { readonly watch: Watch; readonly open: readonly OpenQuestions[] } {
  const open = assessors.map((assessor): OpenQuestions => ({ assessor, households: [] }));
  const watch: Watch = (household, assessments, isCopy) => {
    if (isCopy) return;
    for (const [at, assessment] of (assessments ?? []).entries()) {
      if (isOpen(assessment)) open[at]?.households.push(openHousehold(survey, household, assessment));
    }
  };
  return { watch, open };
}

/** What an authority has decided, or a list records, needs no more answers. */
function isOpen({ class: given, computed, verdict }: Assessment): boolean {
  return given === 'undecided' && computed === 'undecided' && verdict.undecidedFor.length > 0;
}

function openHousehold(survey: Survey, { cells }: Household, { verdict }: Assessment): OpenHousehold {
  const cell = (field: string) => cells[survey.slots.get(field) ?? -1] ?? '';
  return {
    commune_code: cell('commune_code'),
    commune: cell('commune'),
    village: cell('village'),
    household_id: cell('household_id'),
    outcome: cell('outcome'),
    possible: verdict.possible,
    undecided_for: verdict.undecidedFor,
  };
}
