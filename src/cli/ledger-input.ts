import { readFile, stat } from 'node:fs/promises';
import { type FindingLog, FindingsError, finding } from '../finding.ts';
import { type AnnualList, annualList } from '../movement/ledger/annual-list.ts';
import type { Ledger } from '../movement/ledger/ledger.ts';
import { readLedger } from '../movement/ledger/read-ledger.ts';
import type { OpeningList } from '../report/ledger-report.ts';
import type { Reviewed } from '../results/reviewed.ts';
import { memorySource } from '../survey/source.ts';
import { openOneReview, type ReviewedOptions } from './reviewed-input.ts';
import type { Settings } from './settings.ts';

/** An annual list with the result it comes from. */
export interface OpenedList {
  readonly reviewed: Reviewed;
  readonly list: AnnualList;
  readonly named: OpeningList;
}

/** The lists of the results that were named; null when none was. `wanted`: keys whose class is asked for besides. */
export async function annualListFrom(
  names: readonly string[] | undefined,
  options: ReviewedOptions,
  log: FindingLog,
  settings: Settings,
  wanted: ReadonlySet<string> = new Set(),
): Promise<OpenedList | null> {
  if (names === undefined || names.length === 0) return null;
  const reviewed = await openOneReview(names, options, log, settings);
  const { files, date, criteria } = reviewed;
  const list = await annualList(reviewed, wanted);
  return { reviewed, list, named: { file: files.join(', '), date, criteria: criteria.id } };
}

/** The ledger of that name. @throws FindingsError `E101`, and what `readLedger` finds */
export async function ledgerFrom(path: string, keyFields: readonly string[] | null): Promise<Ledger> {
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new FindingsError([finding('E101', { file: path }, { data: { reason: error.code ?? '' } })]);
  });
  return readLedger(memorySource(path, content), { keyFields });
}

/** Whether there is a file of that name. */
export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
