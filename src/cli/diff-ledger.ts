import { type FindingLog, FindingsError } from '../finding.ts';
import type { YearLedger } from '../movement/course/course.ts';
import { annualList } from '../movement/ledger/annual-list.ts';
import { listBalances } from '../movement/ledger/list-balance.ts';
import { replay } from '../movement/ledger/replay-ledger.ts';
import type { Opened, TwoYearOptions } from './diff-input.ts';
import { UsageError } from './exit.ts';
import { ledgerFrom } from './ledger-input.ts';
import type { Settings } from './settings.ts';

/**
 * The ledger of `--ledger`, worked into the year before up to the day of the year after; null without one.
 *
 * @throws FindingsError for lines that cannot be read, or that contradict the list or each other; UsageError with `--rules`
 */
export async function yearLedger(
  path: string | undefined,
  { made: [before, after] }: Opened,
  options: TwoYearOptions,
  log: FindingLog,
  { words }: Settings,
): Promise<YearLedger | null> {
  if (path === undefined) return null;
  // the decisions were taken about the lists as they were made
  if (options.rules !== undefined) throw new UsageError(words.diff.ledger.notWithRules);
  const ledger = await ledgerFrom(path, before.keyFields);
  const list = await annualList(before);
  const replayed = replay(ledger, list, { opened: before.date, until: after.date });
  for (const found of replayed.findings) log.add(found);
  if (log.hasErrors) throw new FindingsError(log.findings);
  // proves that the lines and where everyone stands agree
  listBalances(list, replayed);
  return { file: path, until: after.date, replayed };
}
