import { FindingLog } from '../finding.ts';
import { coverageReport } from '../report/coverage-report.ts';
import { coverageOf } from '../review/coverage.ts';
import { assessorsFor, type JudgingOptions } from './assessors.ts';
import { type CriteriaOptions, outsideOn, setsFor } from './criteria-sets.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { type CommonOptions, dateFrom, settingsFrom } from './settings.ts';
import { cautionFindings, showCautions, showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';
import { openSurvey, type SurveyOptions } from './survey-input.ts';

export interface CoverageOptions extends CommonOptions, CriteriaOptions, SurveyOptions, JudgingOptions, PrintOptions {
  readonly date?: string;
  readonly year?: string;
  readonly format: 'table' | 'json' | 'md';
}

/** `review criteria coverage FILES -c ID`: what of a set a survey never exercised. */
export async function run(files: readonly string[], options: CoverageOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const { words } = settings;
  const date = dateFrom(options, words);
  const { sets, findings } = await setsFor(options, date, settings);
  const log = new FindingLog();
  for (const found of findings) log.add(found);
  const { survey } = await openSurvey(files, options, sets, log, settings);
  const assessors = await assessorsFor(survey, sets, options, log, settings, date);
  await showFindings(log.findings, settings);
  await showCautions(sets, settings);
  const covered = [];
  for (const assessor of assessors) covered.push({ assessor, coverage: await coverageOf(survey, assessor) });
  if (options.format === 'json') {
    const { render } = await import('../render/json.ts');
    const data = covered.map(({ assessor, coverage }) => ({ criteria: assessor.criteria.id, ...coverage }));
    const inputs = survey.tables.map((table) => ({ file: table.source.name }));
    const envelope = {
      command: 'criteria',
      criteria: null,
      inputs,
      data,
      findings: [...log.findings, ...cautionFindings(sets)],
    };
    await printOrWrite(render(envelope, words), options, settings);
    return EXIT.done;
  }
  const blocks = covered.flatMap(
    ({ assessor, coverage }) =>
      coverageReport(coverage, assessor.criteria, outsideOn(assessor.criteria, findings), words).blocks,
  );
  await printOrWrite(await reportText({ blocks }, options.format, settings, io.stdout), options, settings);
  return EXIT.done;
}
