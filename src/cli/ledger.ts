import { FindingLog, FindingsError, finding } from '../finding.ts';
import { type NewEntry, newHeadings, withEntry } from '../movement/add-entry.ts';
import { closedCells, closedOn, closeLedger } from '../movement/close-ledger.ts';
import { byHousehold, type Direction, type Ledger, LISTS, type ListedClass, REASONS } from '../movement/ledger.ts';
import { listIn, reasonIn } from '../movement/ledger-columns.ts';
import { flowCounts, monthlyFlows } from '../movement/ledger-flows.ts';
import { listBalances } from '../movement/list-balance.ts';
import { type LedgerCells, ledgerOf } from '../movement/read-ledger.ts';
import { type Replayed, replay } from '../movement/replay-ledger.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { closedReport, ledgerReport } from '../report/ledger-report.ts';
import type { Report } from '../report/report.ts';
import { isIsoDate } from '../text/date.ts';
import { maskText } from '../text/mask.ts';
import { parseInteger } from '../text/number.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { exists, ledgerFrom, listFrom } from './ledger-input.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import type { ReviewedOptions } from './reviewed-input.ts';
import { type CommonOptions, dateFrom, type Settings, settingsFrom } from './settings.ts';
import { showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';

/** `date` is the day of the command here; results say their own. */
type LedgerOptions = CommonOptions &
  Omit<ReviewedOptions, 'year'> & { readonly list?: readonly string[]; readonly format: LedgerFormat };
type LedgerFormat = 'table' | 'json' | 'csv' | 'md' | 'xlsx';

export interface AddOptions extends LedgerOptions {
  readonly household: string;
  readonly in?: string;
  readonly out?: string;
  readonly decision?: string;
  readonly reason?: string;
  readonly size?: string;
  readonly headName?: string;
  readonly note?: string;
  readonly dryRun?: boolean;
}

/** `review ledger add`: one line more, unless it contradicts the list or the lines before it. The file is written whole. */
export async function add(file: string, options: AddOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const { words } = settings;
  const log = new FindingLog();
  const opened = await listFrom(options.list, ofResults(options), log, settings);
  const keyFields = opened?.reviewed.keyFields ?? null;
  const before: Ledger = (await exists(file))
    ? await ledgerFrom(file, keyFields)
    : { file, headings: newHeadings(keyFields), headingLine: 1, rows: [], entries: [] };
  const entry = entryFrom(options, keyFields, settings);
  const closed = closedOn(before, entry.date);
  if (closed !== null) throw new FindingsError([closed]);
  const { cells, line } = withEntry(before, entry, keyFields);
  const after = ledgerOf(cells, { keyFields });
  const days = { opened: opened?.reviewed.date ?? null, until: null };
  const { findings } = replay(after, opened?.list ?? null, days);
  await stopOnErrors(log, findings, settings);
  if (options.dryRun !== true) await writeLedger(file, cells, true, settings);
  const say = options.dryRun === true ? words.ledger.wouldAdd : words.ledger.added;
  if (!settings.quiet) await io.stderr.write(`${say(file, String(line))}\n`);
  return EXIT.done;
}

export interface ShowOptions extends LedgerOptions, PrintOptions {}

/** `review ledger show`: the lists on a day, and what led to them. */
export async function show(file: string, options: ShowOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const log = new FindingLog();
  const day = dateFrom(options, settings.words);
  const opened = await listFrom(options.list, ofResults(options), log, settings);
  const ledger = await ledgerFrom(file, opened?.reviewed.keyFields ?? null);
  const replayed = replay(ledger, opened?.list ?? null, { opened: opened?.reviewed.date ?? null, until: day });
  const findings = await stopOnErrors(log, replayed.findings, settings, options.format);
  const balances = opened === null ? null : listBalances(opened.list, replayed);
  const { flows } = replayed;
  const content = await contentOf(options.format, settings, {
    report: () => ledgerReport({ day, opening: opened?.named ?? null, balances, flows }, settings.words),
    rows: () => currentRows(replayed),
    findings,
    data: () => ({
      day,
      opening: opened?.named ?? null,
      lists: balances,
      flows: flowCounts(flows),
      months: monthlyFlows(flows),
    }),
  });
  await printOrWrite(content, options, settings);
  return EXIT.done;
}

export interface CloseOptions extends LedgerOptions, PrintOptions {
  readonly end?: readonly string[];
  readonly dryRun?: boolean;
}

/** `review ledger close`: the ledger against the result at the year's end; its lines are marked as closed. */
export async function close(file: string, options: CloseOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const { words } = settings;
  const log = new FindingLog();
  const opened = await listFrom(options.list, ofResults(options), log, settings);
  const ledger = await ledgerFrom(file, opened?.reviewed.keyFields ?? null);
  const wanted = new Set([...byHousehold(ledger).keys(), ...(opened?.list.keys() ?? [])]);
  const end = await listFrom(options.end, ofResults(options), log, settings, wanted);
  if (opened === null || end === null)
    throw new UsageError(words.usage.missingOption(opened === null ? '--list' : '--end'));
  const day = dateFrom(options, words) ?? end.reviewed.date;
  if (day === null) throw new UsageError(words.ledger.usage.endDay);
  const isClosed = closedOn(ledger, day);
  if (isClosed !== null) throw new FindingsError([isClosed]);
  const replayed = replay(ledger, opened.list, { opened: opened.reviewed.date, until: day });
  const contradictions = replayed.findings;
  const closed = closeLedger(ledger, opened.list, replayed, end.list, day);
  const findings = await stopOnErrors(log, [...contradictions, ...closed.findings], settings, options.format);
  const content = await contentOf(options.format, settings, {
    report: () => closedReport(closed, day, opened.named, words),
    rows: () => [['key', 'date', 'class', 'direction', 'end_class', 'state'], ...closed.households.map(reflectedRow)],
    findings,
    data: () => ({ day, opening: opened.named, end: end.named, ...closedData(closed) }),
  });
  if (options.dryRun !== true) {
    const target = options.output ?? file;
    await writeLedger(target, closedCells(ledger, closed, day), target === file || options.force === true, settings);
  }
  if (typeof content !== 'string') throw new UsageError(words.usage.workbookNeedsFile);
  await io.stdout.write(content);
  return EXIT.done;
}

/** What of the options is said of results: the day is the ledger's. */
function ofResults({ date: _, ...options }: LedgerOptions): ReviewedOptions {
  return options;
}

/** The entry that the options speak of. */
function entryFrom(options: AddOptions, keyFields: readonly string[] | null, { words }: Settings): NewEntry {
  const { ledger: w, usage } = words;
  if (options.date === undefined) throw new UsageError(w.usage.needsDate);
  if (!isIsoDate(options.date)) throw new UsageError(usage.badDate(options.date));
  if ((options.in === undefined) === (options.out === undefined)) throw new UsageError(w.usage.oneDirection);
  const direction: Direction = options.in === undefined ? 'out' : 'in';
  const list = options.in ?? options.out ?? '';
  const listed: ListedClass | null = listIn(list);
  if (listed === null) throw new UsageError(usage.badChoice(`--${direction}`, list, LISTS.join(', ')));
  const reason = options.reason === undefined ? null : reasonIn(options.reason, direction);
  if (options.reason !== undefined && reason === null)
    throw new UsageError(usage.badValue(options.reason), w.usage.reasonFor(REASONS[direction].join(', ')));
  const size = options.size === undefined ? null : parseInteger(options.size);
  if (options.size !== undefined && (size === null || Number(size) < 1))
    throw new UsageError(usage.badValue(options.size));
  return {
    date: options.date,
    decisionNo: options.decision ?? '',
    keyParts: keyPartsFrom(options.household, keyFields, words),
    direction,
    class: listed,
    reason,
    size: size === null ? null : Number(size),
    headName: options.headName ?? '',
    note: options.note ?? '',
  };
}

function keyPartsFrom(
  household: string,
  keyFields: readonly string[] | null,
  { ledger: w }: Settings['words'],
): readonly string[] {
  const parts = household.split('/');
  if (household.trim() === '' || (keyFields !== null && parts.length < keyFields.length))
    throw new UsageError(w.usage.keyParts((keyFields ?? ['household_id']).join('/')));
  return parts;
}

/** Errors end the run; what else was found is shown, unless the answer itself holds it. */
async function stopOnErrors(
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
interface Shown {
  readonly report: () => Report;
  readonly rows: () => readonly (readonly string[])[];
  readonly data: () => unknown;
  readonly findings: FindingLog['findings'];
}

async function contentOf(format: LedgerFormat, settings: Settings, shown: Shown): Promise<string | Uint8Array> {
  const { words, io } = settings;
  switch (format) {
    case 'json': {
      const { render } = await import('../render/json.ts');
      const data = shown.data();
      return render({ command: 'ledger', criteria: null, inputs: [], data, findings: shown.findings }, words);
    }
    case 'csv':
      return BOM + csvRows(shown.rows());
    case 'xlsx': {
      const { render } = await import('../render/xlsx.ts');
      return render(shown.report(), { lang: words.lang, title: words.ledger.titleAll });
    }
    default:
      return reportText(shown.report(), format, settings, io.stdout);
  }
}

/** The list of the day, for other programs: who stands on it, since when and by which decision. */
function currentRows({ standings }: Replayed): readonly (readonly string[])[] {
  const rows = [...standings].flatMap(([key, { class: listed, by, size }]) => {
    if (listed === null) return [];
    return [[maskText(key), listed, by?.date ?? '', by?.decisionNo ?? '', size === null ? '' : String(size)]];
  });
  return [['key', 'class', 'since', 'decision_no', 'size'], ...rows];
}

function reflectedRow({ entry, endClass, state }: ReturnType<typeof closeLedger>['households'][number]) {
  return [maskText(entry.key), entry.date, entry.class, entry.direction, endClass, state];
}

function closedData({ balances, households, later }: ReturnType<typeof closeLedger>) {
  return {
    lists: balances,
    households: households.map(({ entry, endClass, state }) => ({
      key: maskText(entry.key),
      date: entry.date,
      class: entry.class,
      direction: entry.direction,
      end_class: endClass,
      state,
    })),
    later: later.length,
  };
}

async function writeLedger(path: string, { headings, rows }: LedgerCells, force: boolean, settings: Settings) {
  const width = headings.length;
  const cells = rows.map((row) => Array.from({ length: width }, (_, at) => row.cells[at] ?? ''));
  await printOrWrite(BOM + csvRows([headings, ...cells]), { output: path, force }, settings);
}
