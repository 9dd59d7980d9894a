import type { Basis, Criteria } from '../criteria/criteria.ts';
import { type FindingLog, FindingsError, finding, severityOf } from '../finding.ts';
import { makeJudge } from '../judge/judge.ts';
import { type Assessor, makeAssessor } from '../review/assess.ts';
import { basisFor, contentsOf } from '../review/basis.ts';
import { missingColumns } from '../review/requirements.ts';
import type { Weighing } from '../review/weigh.ts';
import type { Survey } from '../survey/survey.ts';
import { fieldsIn } from '../survey/table.ts';
import { earlierMarks } from './earlier-marks.ts';
import { UsageError } from './exit.ts';
import type { Settings } from './settings.ts';

export interface JudgingOptions {
  readonly basis?: Basis;
  readonly class?: 'computed' | 'recorded';
  readonly prefer?: 'marks' | 'answers';
}

/**
 * Makes the assessor of each set for a survey: basis settled, columns held against what the set reads. `reviewDate`: the
 * day of the run, on which ages are counted unless a household has a day of its own.
 */
export async function assessorsFor(
  survey: Survey,
  sets: readonly Criteria[],
  options: JudgingOptions,
  log: FindingLog,
  settings: Settings,
  reviewDate: string | null,
): Promise<readonly Assessor[]> {
  const contents = await contentsOf(survey, sets);
  const holdsClasses = survey.tables.map((table) => fieldsIn(table).has('recorded_class'));
  const isRecorded = (at: number) =>
    options.class === 'recorded' ||
    (options.class === undefined && holdsClasses[at] === true && !contents.hasAnswers[at]);
  for (const at of survey.tables.keys()) {
    if (isRecorded(at)) log.add(finding('N501', { file: survey.tables[at]?.source.name ?? '' }));
  }
  // one basis for the whole run, or two sets would be compared by two measures
  const isMixed = sets.some((set) => set.classes.score === null) && sets.some((set) => set.classes.score !== null);
  const basis = options.basis ?? (isMixed ? 'income' : null);
  const weighing: Weighing = { reviewDate, prefer: options.prefer ?? 'marks', earlier: await earlierMarks(survey) };
  const assessors = sets.map((set) => {
    if (options.basis !== undefined && set.classes[options.basis] === null) {
      throw new UsageError(settings.words.usage.noScores(set.id));
    }
    const judge = makeJudge(set, basisFor(set, basis, contents));
    for (const missing of missingColumns(survey, judge, contents.hasAnswers, options.class === 'recorded'))
      log.add(missing);
    noteBasis(survey, set, judge.table.basis, log);
    return makeAssessor(set, judge, survey, isRecorded, weighing);
  });
  const errors = log.findings.filter((f) => severityOf(f.code) === 'error');
  if (errors.length > 0) throw new FindingsError(log.findings);
  return assessors;
}

/** Says which basis was taken where the survey would allow another, and which totals no rule reads. */
function noteBasis(survey: Survey, set: Criteria, basis: Basis, log: FindingLog): void {
  const scores = ['b1', 'b2'].filter((field) => survey.slots.has(field));
  const read = Object.values(set.scores).flatMap((score) => score.given ?? []);
  const unread = scores.filter((field) => !read.includes(field as 'b1' | 'b2'));
  if (unread.length > 0) log.add(finding('N504', {}, { data: { criteria: set.id, columns: unread } }));
  if (survey.slots.has('income') && survey.slots.has('b1')) {
    log.add(finding('N502', {}, { data: { criteria: set.id, basis } }));
  }
}
