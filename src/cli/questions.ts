import { FindingLog, FindingsError } from '../finding.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { QUESTION_HEADINGS, questionRows, questionsReport } from '../report/questions-report.ts';
import { criteriaHash } from '../review/hash.ts';
import { type OpenQuestions, questionCollector } from '../review/questions.ts';
import { reviewSurvey } from '../review/review.ts';
import { assessorsFor, type JudgingOptions } from './assessors.ts';
import { type CriteriaOptions, setsFor } from './criteria-sets.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { type CommonOptions, dateFrom, type Settings, settingsFrom } from './settings.ts';
import { cautionFindings, showCautions, showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';
import { openSurvey, type SurveyOptions } from './survey-input.ts';
import { watchInputs } from './watch-inputs.ts';

export interface QuestionsOptions extends CommonOptions, CriteriaOptions, SurveyOptions, JudgingOptions, PrintOptions {
  readonly date?: string;
  readonly year?: string;
  readonly format: 'table' | 'json' | 'csv' | 'md' | 'xlsx';
}

/** `review questions`: what must still be asked, household by household, to decide those that are undecided. */
export async function run(files: readonly string[], options: QuestionsOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const date = dateFrom(options, settings.words);
  const { sets, findings } = await setsFor(options, date, settings);
  const log = new FindingLog();
  for (const found of findings) log.add(found);
  const { survey, key } = await openSurvey(files, options, sets, log, settings);
  const assessors = await assessorsFor(survey, sets, options, log, settings, date);
  const { watch, open } = questionCollector(survey, assessors);
  const inputs = watchInputs(survey, settings);
  try {
    const nothingWritten = { dropIdentical: false, results: [], changes: null, rejects: null };
    const run = { survey, assessors, keyFields: key, ...nothingWritten, onBytes: inputs.add, watch };
    const { log: all } = await reviewSurvey(run, () => {
      const fresh = new FindingLog();
      for (const found of log.findings) fresh.add(found);
      return fresh;
    });
    await inputs.end();
    // a list with holes would be taken for the whole
    if (all.hasErrors) throw new FindingsError(all.findings);
    if (options.format !== 'json') {
      await showFindings(all.findings, settings);
      await showCautions(sets, settings);
    }
    const shown = options.format === 'json' ? [...all.findings, ...cautionFindings(sets)] : [];
    await printOrWrite(await contentOf(open, shown, options, settings), options, settings);
    return EXIT.done;
  } catch (error) {
    await inputs.end();
    throw error;
  }
}

async function contentOf(
  open: readonly OpenQuestions[],
  findings: FindingLog['findings'],
  { format }: QuestionsOptions,
  settings: Settings,
): Promise<string | Uint8Array> {
  const { words, io } = settings;
  switch (format) {
    case 'json': {
      const { render } = await import('../render/json.ts');
      const [first] = open;
      const set = open.length === 1 ? first?.assessor.criteria : undefined;
      const criteria = set === undefined ? null : { id: set.id, hash: criteriaHash(set), status: set.status };
      const data = open.map(({ assessor, households }) => ({ criteria: assessor.criteria.id, households }));
      return render({ command: 'questions', criteria, inputs: [], data, findings }, words);
    }
    case 'csv':
      return BOM + csvRows([QUESTION_HEADINGS, ...questionRows(open, words)]);
    case 'xlsx': {
      const { render } = await import('../render/xlsx.ts');
      return render(questionsReport(open, words), { lang: words.lang, title: words.questions.title });
    }
    default:
      return reportText(questionsReport(open, words), format, settings, io.stdout);
  }
}
