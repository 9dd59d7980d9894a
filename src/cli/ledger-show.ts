import { FindingLog } from '../finding.ts';
import { flowCounts, monthlyFlows } from '../movement/ledger/ledger-flows.ts';
import { listBalances } from '../movement/ledger/list-balance.ts';
import { type Replayed, replay } from '../movement/ledger/replay-ledger.ts';
import { ledgerReport } from '../report/ledger-report.ts';
import { maskText } from '../text/mask.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { annualListFrom, ledgerFrom } from './ledger-input.ts';
import { contentOf, type LedgerFormat, type LedgerOptions, ofResults, stopOnErrors } from './ledger-output.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { dateFrom, settingsFrom } from './settings.ts';

export interface ShowOptions extends LedgerOptions, PrintOptions {
  readonly format: LedgerFormat;
}

/** `review ledger show`: the lists on a day, and what led to them. */
export async function run(file: string, options: ShowOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const log = new FindingLog();
  const day = dateFrom(options, settings.words);
  const opened = await annualListFrom(options.list, ofResults(options), log, settings);
  const ledger = await ledgerFrom(file, opened?.reviewed.keyFields ?? null);
  const replayed = replay(ledger, opened?.list ?? null, { opened: opened?.reviewed.date ?? null, until: day });
  const findings = await stopOnErrors(log, replayed.findings, settings, options.format);
  const opening = opened?.named ?? null;
  const balances = opened === null ? null : listBalances(opened.list, replayed);
  const { flows } = replayed;
  const content = await contentOf(options.format, settings, {
    report: () => ledgerReport({ day, opening, balances, flows }, settings.words),
    rows: () => currentRows(replayed),
    data: () => ({ day, opening, lists: balances, flows: flowCounts(flows), months: monthlyFlows(flows) }),
    findings,
  });
  await printOrWrite(content, options, settings);
  return EXIT.done;
}

/** The lists of the day, for other programs: who stands on them, since when and by which decision. */
function currentRows({ standings }: Replayed): readonly (readonly string[])[] {
  const rows = [...standings].flatMap(([key, { class: listed, by, size }]) => {
    if (listed === null) return [];
    return [[maskText(key), listed, by?.date ?? '', by?.decisionNo ?? '', size === null ? '' : String(size)]];
  });
  return [['key', 'class', 'since', 'decision_no', 'size'], ...rows];
}
