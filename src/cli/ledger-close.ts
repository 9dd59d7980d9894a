import { FindingLog, FindingsError } from '../finding.ts';
import {
  type ClosedLedger,
  closedCells,
  closedOn,
  closeLedger,
  type Reflected,
} from '../movement/ledger/close-ledger.ts';
import { byHousehold } from '../movement/ledger/ledger.ts';
import { replay } from '../movement/ledger/replay-ledger.ts';
import { closedReport } from '../report/ledger-report.ts';
import { maskText } from '../text/mask.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { annualListFrom, ledgerFrom } from './ledger-input.ts';
import {
  contentOf,
  type LedgerFormat,
  type LedgerOptions,
  ofResults,
  stopOnErrors,
  writeLedger,
} from './ledger-output.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { dateFrom, settingsFrom } from './settings.ts';

export interface CloseOptions extends LedgerOptions, PrintOptions {
  /** The results at the year's end. */
  readonly end?: readonly string[];
  readonly dryRun?: boolean;
  readonly format: LedgerFormat;
}

/** `review ledger close`: the ledger against the result at the year's end; its lines are marked as closed. */
export async function run(file: string, options: CloseOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const { words } = settings;
  const log = new FindingLog();
  const opened = await annualListFrom(options.list, ofResults(options), log, settings);
  if (opened === null) throw new UsageError(words.usage.missingOption('--list'));
  const ledger = await ledgerFrom(file, opened.reviewed.keyFields);
  const wanted = new Set([...byHousehold(ledger).keys(), ...opened.list.keys()]);
  const end = await annualListFrom(options.end, ofResults(options), log, settings, wanted);
  if (end === null) throw new UsageError(words.usage.missingOption('--end'));
  const day = dateFrom(options, words) ?? end.reviewed.date;
  if (day === null) throw new UsageError(words.ledger.usage.endDay);
  const isClosed = closedOn(ledger, day);
  if (isClosed !== null) throw new FindingsError([isClosed]);
  const replayed = replay(ledger, opened.list, { opened: opened.reviewed.date, until: day });
  const closed = closeLedger(ledger, replayed, { opening: opened.list, end: end.list, day });
  const findings = await stopOnErrors(log, [...replayed.findings, ...closed.findings], settings, options.format);
  const content = await contentOf(options.format, settings, {
    report: () => closedReport(closed, day, opened.named, words),
    rows: () => [['key', 'date', 'class', 'direction', 'end_class', 'state'], ...closed.households.map(reflectedRow)],
    data: () => ({ day, opening: opened.named, end: end.named, ...closedData(closed) }),
    findings,
  });
  if (options.dryRun !== true) {
    const path = options.output ?? file;
    await writeLedger(path, closedCells(ledger, closed, day), path === file || options.force === true, settings);
  }
  // the answer goes to stdout: the file that is named is the closed ledger
  await printOrWrite(content, {}, settings);
  return EXIT.done;
}

function reflectedRow({ entry, endClass, state }: Reflected): readonly string[] {
  return [maskText(entry.key), entry.date, entry.class, entry.direction, endClass, state];
}

function closedData({ balances, households, later }: ClosedLedger) {
  return {
    lists: balances,
    households: households.map(({ entry: { key, date, class: listed, direction }, endClass, state }) => ({
      key: maskText(key),
      date,
      class: listed,
      direction,
      end_class: endClass,
      state,
    })),
    later: later.length,
  };
}
