import { type Finding, FindingLog } from '../finding.ts';
import { explanationReport } from '../report/explanation-report.ts';
import type { Report } from '../report/report.ts';
import type { Assessor } from '../review/assess.ts';
import { explainHousehold, findHousehold } from '../review/explain.ts';
import { criteriaHash } from '../review/hash.ts';
import { assessorsFor, type JudgingOptions } from './assessors.ts';
import { type CriteriaOptions, outsideOn, setsFor } from './criteria-sets.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { type CommonOptions, dateFrom, settingsFrom } from './settings.ts';
import { cautionFindings, showCautions, showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';
import { openSurvey, type SurveyOptions } from './survey-input.ts';

export interface ExplainOptions extends CommonOptions, CriteriaOptions, SurveyOptions, JudgingOptions, PrintOptions {
  readonly household: string;
  readonly date?: string;
  readonly year?: string;
  readonly format: 'table' | 'json' | 'md';
}

/** What was found in weighing the answers of a household. */
function findingsOf(assessed: ReturnType<Assessor['assess']>): readonly Finding[] {
  return 'verdict' in assessed ? assessed.findings : assessed;
}

/** `review explain`: why one household has its class, under each of the sets asked for. */
export async function run(files: readonly string[], options: ExplainOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const { words } = settings;
  const date = dateFrom(options, words);
  const { sets, findings } = await setsFor(options, date, settings);
  const log = new FindingLog();
  for (const found of findings) log.add(found);
  const { survey, key } = await openSurvey(files, options, sets, log, settings);
  const assessors = await assessorsFor(survey, sets, options, log, settings, date);
  const household = await findHousehold(survey, key, options.household);
  for (const found of household.findings) log.add(found);
  const explanations = assessors.map((assessor) => explainHousehold(household, assessor, survey));
  for (const found of assessors.flatMap((assessor) => findingsOf(assessor.assess(household)))) log.add(found);

  if (options.format === 'json') {
    const { render } = await import('../render/json.ts');
    const [first] = sets;
    const single = sets.length === 1 && first !== undefined;
    const envelope = {
      command: 'explain',
      criteria: single ? { id: first.id, hash: criteriaHash(first), status: first.status } : null,
      inputs: survey.tables.map((table) => ({ file: table.source.name })),
      data: single ? explanations[0] : { explanations },
      findings: [...log.findings, ...cautionFindings(sets)],
    };
    await printOrWrite(render(envelope, words), options, settings);
    return EXIT.done;
  }
  await showFindings(log.findings, settings);
  await showCautions(sets, settings);
  const reports = sets.flatMap((set, at) => {
    const explanation = explanations[at];
    return explanation === undefined ? [] : [explanationReport(explanation, set, outsideOn(set, findings), words)];
  });
  const report: Report = { blocks: reports.flatMap((r) => r.blocks) };
  await printOrWrite(await reportText(report, options.format, settings, io.stdout), options, settings);
  return EXIT.done;
}
