import type { Criteria } from '../criteria/criteria.ts';
import { type Finding, FindingLog, FindingsError, severityOf } from '../finding.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { type Checked, checkReport, FINDING_HEADINGS, findingRows } from '../report/check-report.ts';
import { faultyRowsReport } from '../report/faulty-rows.ts';
import type { Assessor } from '../review/assess.ts';
import { surveyChecks } from '../review/checks/checks.ts';
import { fileStatuses, unitNotes, unitsMissing } from '../review/file-status.ts';
import { criteriaHash } from '../review/hash.ts';
import type { InputRecord } from '../review/manifest.ts';
import { reviewSurvey } from '../review/review.ts';
import type { Survey } from '../survey/survey.ts';
import { assessorsFor, type JudgingOptions } from './assessors.ts';
import { type CriteriaOptions, setsFor } from './criteria-sets.ts';
import { EXIT, exitFor } from './exit.ts';
import type { Io } from './io.ts';
import { previousFrom } from './previous-input.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { type CommonOptions, dateFrom, type Settings, settingsFrom } from './settings.ts';
import { shippedLimits } from './shipped-data.ts';
import { showCautions } from './show-findings.ts';
import { reportText } from './show-report.ts';
import { openWhatCanBe, type SurveyOptions } from './survey-input.ts';
import { unitsFrom } from './units-input.ts';
import { watchInputs } from './watch-inputs.ts';

export interface CheckOptions extends CommonOptions, CriteriaOptions, SurveyOptions, JudgingOptions, PrintOptions {
  readonly date?: string;
  readonly year?: string;
  readonly expect?: string;
  readonly previous?: readonly string[];
  readonly failOn?: 'warning' | 'error';
  readonly format: 'table' | 'json' | 'csv' | 'md' | 'xlsx';
}

/** Every row of a commune may be wrong; the list to send back names them all. */
const KEPT_PER_CODE = 100_000;

/** `review check`: how each file was read, and everything found in it. Classifies nothing. */
export async function run(files: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const date = dateFrom(options, settings.words);
  const log = new FindingLog(KEPT_PER_CODE);
  const sets = await setsOf(options, date, log, settings);
  const expected = await unitsFrom(options.expect);
  const previous = await previousFrom(options.previous, options, settings);
  const { survey, key, unread, memberInputs } = await openWhatCanBe(files, options, sets, log, settings);
  const assessors = await assessorsOf(survey, sets, options, log, settings, date);
  const units = unitNotes(survey);
  const checksLog = new FindingLog(KEPT_PER_CODE);
  const limits = await shippedLimits();
  const checks = surveyChecks(
    { survey, reviewDate: date, sets, limits, keyFields: key, previous, units: expected },
    checksLog,
  );
  const inputs = watchInputs(survey, settings);
  const { log: found, counts } = await reviewSurvey(
    {
      survey,
      assessors,
      keyFields: key,
      dropIdentical: false,
      results: [],
      changes: null,
      rejects: null,
      onBytes: inputs.add,
      watch(household, assessments, isCopy) {
        units.see(household);
        checks.watch(household, assessments, isCopy);
      },
    },
    () => log,
  );
  await inputs.end();
  checks.end();
  const findings = [...found.findings, ...checksLog.findings, ...unread.flatMap((file) => file.findings)];
  const statuses = fileStatuses(
    survey,
    counts,
    units.of,
    findings,
    unread.map(({ file }) => file),
  );
  const checked: Checked = {
    tables: survey.tables,
    memberTables: survey.memberTables,
    statuses,
    missing: expected === null ? [] : unitsMissing(expected, statuses),
    findings,
  };
  await showCautions(sets, settings);
  const records = [...inputs.records(counts.rows), ...memberInputs];
  await printOrWrite(await textOf(checked, sets, records, options, settings), options, settings);
  return exitOf(findings, unread.length > 0, options);
}

/** Without criteria and without a date nothing is judged: the files alone are looked at. */
async function setsOf(
  options: CheckOptions,
  date: string | null,
  log: FindingLog,
  settings: Settings,
): Promise<readonly Criteria[]> {
  if (options.criteria === undefined && date === null) return [];
  const { sets, findings } = await setsFor(options, date, settings);
  for (const found of findings) log.add(found);
  return sets;
}

/** A survey that the criteria cannot be asked of is still checked by itself; what is missing has been noted. */
async function assessorsOf(
  survey: Survey,
  sets: readonly Criteria[],
  options: CheckOptions,
  log: FindingLog,
  settings: Settings,
  date: string | null,
): Promise<readonly Assessor[]> {
  try {
    return await assessorsFor(survey, sets, options, log, settings, date);
  } catch (error) {
    if (error instanceof FindingsError) return [];
    throw error;
  }
}

async function textOf(
  checked: Checked,
  sets: readonly Criteria[],
  inputs: readonly InputRecord[],
  options: CheckOptions,
  settings: Settings,
): Promise<string | Uint8Array> {
  const { words, io } = settings;
  switch (options.format) {
    case 'json': {
      const { render } = await import('../render/json.ts');
      const [set] = sets;
      const criteria =
        sets.length === 1 && set !== undefined ? { id: set.id, hash: criteriaHash(set), status: set.status } : null;
      return render({ command: 'check', criteria, inputs, data: dataOf(checked), findings: checked.findings }, words);
    }
    case 'csv':
      return BOM + csvRows([FINDING_HEADINGS, ...findingRows(checked.findings, words)]);
    case 'xlsx': {
      const { render } = await import('../render/xlsx.ts');
      const report = await faultyRowsReport(checked, words);
      return render(report, { lang: words.lang, title: words.check.findingsSheet });
    }
    default:
      return reportText(checkReport(checked, words, settings.verbose), options.format, settings, io.stdout);
  }
}

function dataOf({ tables, statuses, missing }: Checked) {
  return {
    files: statuses.map((status, at) => {
      const table = tables[at];
      if (table === undefined) return status;
      const { format, sniffed, layout, headings, fields, conventions } = table;
      return {
        ...status,
        format,
        encoding: sniffed?.encoding ?? null,
        bom: sniffed?.hasBom ?? null,
        delimiter: sniffed?.delimiter ?? null,
        heading_rows: layout.headingLines,
        row_is: layout.memberFields === null ? 'household' : 'member',
        columns: headings.map((heading, column) => ({
          heading,
          field: fields[column]?.id ?? null,
          member_field: layout.memberFields?.[column]?.id ?? null,
          ...conventions[column],
        })),
      };
    }),
    not_sent: missing.map(({ code, name }) => ({ code, name })),
  };
}

/** `check` is done well when it could read the files, whatever it found; unless it was asked to fail on that. */
function exitOf(findings: readonly Finding[], hasUnread: boolean, { failOn }: CheckOptions): number {
  if (hasUnread) {
    const errors = findings.filter((f) => severityOf(f.code) === 'error' && /^E1/.test(f.code));
    return Math.max(EXIT.data, ...errors.map((f) => exitFor(f.code)));
  }
  const told = failOn === 'warning' ? ['warning', 'error'] : failOn === 'error' ? ['error'] : [];
  return findings.some((f) => told.includes(severityOf(f.code))) ? EXIT.found : EXIT.done;
}
