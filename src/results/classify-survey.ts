import { FindingLog, FindingsError, severityOf } from '../finding.ts';
import type { Assessment, Assessor } from '../review/assess.ts';
import { duplicateFinding } from '../review/duplicates.ts';
import { KeyRegister } from '../review/keys.ts';
import { averageLiving } from '../review/result.ts';
import { rowJudge } from '../review/review.ts';
import { readHouseholds } from '../survey/households.ts';
import type { Household, Survey } from '../survey/survey.ts';
import type { ReviewedHousehold } from './reviewed.ts';

/**
 * The households of a survey, classified on the way as `classify` does it; or those of a result, under another set. Warnings
 * go to the log.
 *
 * @throws FindingsError after the last row, for everything that would stop `classify`
 */
export async function* classifySurvey(
  survey: Survey,
  keyFields: readonly string[],
  assessor: Assessor,
  log: FindingLog,
): AsyncGenerator<readonly ReviewedHousehold[]> {
  const register = new KeyRegister(survey, keyFields);
  const judge = rowJudge(survey, [assessor]);
  const errors = new FindingLog();
  for (const at of survey.tables.keys()) {
    const read = new FindingLog();
    for await (const batch of readHouseholds(survey, at, read)) {
      const reviewed: ReviewedHousehold[] = [];
      for (const household of batch) {
        const { findings, assessments } = judge(household);
        for (const found of findings) {
          if (severityOf(found.code) === 'error') errors.add(found);
          else log.tally(found);
        }
        const [assessment] = assessments ?? [];
        register.add(household, assessment?.class ?? '');
        if (assessment !== undefined && !errors.hasErrors)
          reviewed.push(reviewedOf(household, assessment, register.keyOf(household)));
      }
      if (reviewed.length > 0) yield reviewed;
    }
    for (const found of read.findings) if (severityOf(found.code) === 'error') errors.add(found);
  }
  for (const double of register.duplicates)
    for (const row of double.rows) errors.add(duplicateFinding(survey, double, row));
  for (const stray of survey.join?.strays() ?? []) log.add(stray);
  if (errors.hasErrors) throw new FindingsError(errors.findings);
}

function reviewedOf(household: Household, assessment: Assessment, key: string): ReviewedHousehold {
  const { table, line, members } = household;
  const { class: outcome, computed, basis, verdict, derived } = assessment;
  const cells = [...household.cells];
  for (const { slot, value } of derived) cells[slot] = value;
  return {
    table,
    line,
    cells,
    key,
    members,
    class: outcome,
    computedClass: computed,
    basis,
    averageLiving: averageLiving(assessment),
    deprivations: verdict.deprivations,
    deprivationsMax: verdict.deprivationsMax,
  };
}
