import { extname } from 'node:path';
import { type FindingLog, FindingsError } from '../finding.ts';
import type { LedgerCells } from '../movement/ledger/read-ledger.ts';
import { BOM, csvRows } from '../render/csv.ts';
import type { Report } from '../report/report.ts';
import { UsageError } from './exit.ts';
import { printOrWrite } from './print.ts';
import type { ReviewedOptions } from './reviewed-input.ts';
import type { CommonOptions, Settings } from './settings.ts';
import { showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';

/** Options of all that is done with a ledger. `date` is a day of the ledger; results say their own. */
export interface LedgerOptions extends CommonOptions, Omit<ReviewedOptions, 'year'> {
  /** The results that hold the annual list. */
  readonly list?: readonly string[];
}

export type LedgerFormat = 'table' | 'json' | 'csv' | 'md' | 'xlsx';

/** What of the options is said of results. */
export function ofResults({ date: _, ...options }: LedgerOptions): ReviewedOptions {
  return options;
}

/** Errors end the run; what else was found is shown, unless the answer itself holds it. */
export async function stopOnErrors(
  log: FindingLog,
  found: FindingLog['findings'],
  settings: Settings,
  format: LedgerFormat = 'table',
): Promise<FindingLog['findings']> {
  for (const one of found) log.add(one);
  if (log.hasErrors) throw new FindingsError(log.findings);
  if (format !== 'json') await showFindings(log.findings, settings);
  return log.findings;
}

/** What is to be shown, in each form; made when it is asked for. */
export interface Shown {
  readonly report: () => Report;
  readonly rows: () => readonly (readonly string[])[];
  readonly data: () => unknown;
  readonly findings: FindingLog['findings'];
}

export async function contentOf(
  format: LedgerFormat,
  settings: Settings,
  { report, rows, data, findings }: Shown,
): Promise<string | Uint8Array> {
  const { words, io } = settings;
  switch (format) {
    case 'json': {
      const { render } = await import('../render/json.ts');
      return render({ command: 'ledger', criteria: null, inputs: [], data: data(), findings }, words);
    }
    case 'csv':
      return BOM + csvRows(rows());
    case 'xlsx': {
      const { render } = await import('../render/xlsx.ts');
      return render(report(), { lang: words.lang, title: words.ledger.titleAll });
    }
    default:
      return reportText(report(), format, settings, io.stdout);
  }
}

/** Writes a ledger whole: UTF-8 with BOM, CRLF, for its owner alone. */
export async function writeLedger(
  path: string,
  { headings, rows }: LedgerCells,
  force: boolean,
  settings: Settings,
): Promise<void> {
  // a workbook that was read is not written over as text
  if (extname(path).toLowerCase() !== '.csv') throw new UsageError(settings.words.usage.badOutput(path));
  const cells = rows.map((row) => headings.map((_, at) => row.cells[at] ?? ''));
  await printOrWrite(BOM + csvRows([headings, ...cells]), { output: path, force }, settings);
}
