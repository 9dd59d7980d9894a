import { type Finding, FindingLog } from '../../../src/finding.ts';
import { makeAssessor } from '../../../src/review/assess.ts';
import type { CheckInput, MakeCheck } from '../../../src/review/checks/check.ts';
import { surveyChecks } from '../../../src/review/checks/checks.ts';
import { type Limits, parseLimits } from '../../../src/review/checks/limits.ts';
import { keyFields } from '../../../src/review/keys.ts';
import { reviewSurvey } from '../../../src/review/review.ts';
import { shippedText } from '../../../src/shipped.ts';
import { type Row, setNamed, surveyOf } from '../../fixtures.ts';
import { judgeFor } from '../run.ts';

export const limits: Limits = parseLimits(shippedText('review/checks/limits.yaml'));

export interface Checking extends Partial<Pick<CheckInput, 'reviewDate' | 'previous' | 'units'>> {
  /** None: the survey is held against no criteria. */
  readonly sets?: readonly string[];
  /** Classes are taken as they stand in the file. */
  readonly isRecorded?: boolean;
}

/** What the checks given find in files; those of reading and judging are left out. */
export async function checked(
  checks: readonly MakeCheck[] | undefined,
  texts: readonly string[],
  { sets = ['vn-2022'], isRecorded = false, ...given }: Checking = {},
): Promise<readonly Finding[]> {
  const survey = await surveyOf(texts);
  const criteria = sets.map(setNamed);
  const input = { survey, limits, sets: criteria, keyFields: keyFields(survey, null), ...WITHOUT, ...given };
  const log = new FindingLog();
  const under = surveyChecks(input, log, checks);
  const assessors = criteria.map((set) => makeAssessor(set, judgeFor(set, 'income'), survey, () => isRecorded));
  const nowhere = { results: [], rejects: null, changes: null, dropIdentical: false };
  await reviewSurvey({ ...nowhere, ...input, assessors, watch: under.watch }, () => new FindingLog());
  under.end();
  return log.findings;
}

const WITHOUT = { reviewDate: '2025-12-14', previous: null, units: null };

/** Code, row and what else is asked of each finding. */
export function shown(findings: readonly Finding[], ...keys: readonly string[]): readonly (readonly unknown[])[] {
  return findings.map(({ code, at, data }) => [code, at.row, ...keys.map((key) => data?.[key])]);
}

/** A row of a member; the household's own fields stand on the row of its head. */
export function member(household_id: string, relation: string, more: Row = {}): Row {
  return { household_id, name: '', relation, ...more };
}
