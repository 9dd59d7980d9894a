import type { FindingLog } from '../../finding.ts';
import { KeyRegister } from '../keys.ts';
import type { Watch } from '../review.ts';
import { ages } from './ages.ts';
import type { CheckContext, CheckInput, MakeCheck } from './check.ts';
import { lastYear } from './last-year.ts';
import { members } from './members.ts';
import { missingAnswers } from './missing-answers.ts';
import { names } from './names.ts';
import { outcome } from './outcome.ts';
import { outliers } from './outliers.ts';
import { personId } from './person-id.ts';
import { personsReader } from './persons.ts';
import { recordedClass } from './recorded-class.ts';
import { sameAnswers } from './same-answers.ts';
import { samePerson } from './same-person.ts';
import { units } from './units.ts';
import { zeroOrMissing } from './zero-or-missing.ts';

/** Every check there is, by the name of its file. */
export const CHECKS: Readonly<Record<string, MakeCheck>> = {
  ages,
  'last-year': lastYear,
  members,
  'missing-answers': missingAnswers,
  names,
  outcome,
  outliers,
  'person-id': personId,
  'recorded-class': recordedClass,
  'same-answers': sameAnswers,
  'same-person': samePerson,
  units,
  'zero-or-missing': zeroOrMissing,
};

/** The checks of one survey, under way. */
export interface SurveyChecks {
  /** To be shown every household once, in file order. */
  readonly watch: Watch;
  /** To be called when all have been shown: what can be said only then goes to the log. */
  end(): void;
}

/** Makes the checks of a survey; what they find goes to `log`. */
export function surveyChecks(
  input: CheckInput,
  log: FindingLog,
  wanted: readonly MakeCheck[] = Object.values(CHECKS),
): SurveyChecks {
  const register = new KeyRegister(input.survey, input.keyFields);
  const context: CheckContext = {
    ...input,
    keyOf: (household) => register.keyOf(household),
    personsOf: personsReader(input.survey),
    tell: (finding) => log.add(finding),
    count: (finding) => log.tally(finding),
  };
  const checks = wanted.flatMap((make) => make(context) ?? []);
  return {
    watch(household, assessments, isCopy) {
      for (const check of checks) check.see?.({ household, assessments, isCopy });
    },
    end() {
      for (const check of checks) check.end?.();
    },
  };
}
