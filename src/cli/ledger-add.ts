import { FindingLog, FindingsError } from '../finding.ts';
import type { Messages } from '../messages/messages.ts';
import { emptyLedger, type NewEntry, withEntry } from '../movement/ledger/add-entry.ts';
import { closedOn } from '../movement/ledger/close-ledger.ts';
import { type Direction, type LedgerReason, LISTS, type ListedClass, REASONS } from '../movement/ledger/ledger.ts';
import { listIn, reasonIn } from '../movement/ledger/ledger-columns.ts';
import { ledgerOf } from '../movement/ledger/read-ledger.ts';
import { replay } from '../movement/ledger/replay-ledger.ts';
import { isIsoDate } from '../text/date.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { annualListFrom, exists, ledgerFrom } from './ledger-input.ts';
import { type LedgerOptions, ofResults, stopOnErrors, writeLedger } from './ledger-output.ts';
import { settingsFrom } from './settings.ts';

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

/** `review ledger add`: one line more, unless it contradicts the list or the other lines. The file is written whole. */
export async function run(file: string, options: AddOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const { words, quiet } = settings;
  const log = new FindingLog();
  const opened = await annualListFrom(options.list, ofResults(options), log, settings);
  const keyFields = opened?.reviewed.keyFields ?? null;
  const before = (await exists(file)) ? await ledgerFrom(file, keyFields) : emptyLedger(file, keyFields);
  const entries = entriesFrom(options, keyFields ?? before.keyFields, words);
  let after = before;
  const lines: number[] = [];
  for (const entry of entries) {
    const closed = closedOn(before, entry.date);
    if (closed !== null) throw new FindingsError([closed]);
    const { cells, line } = withEntry(after, entry);
    after = ledgerOf(cells, { keyFields });
    lines.push(line);
  }
  const days = { opened: opened?.reviewed.date ?? null, until: null };
  const { findings } = replay(after, opened?.list ?? null, days);
  await stopOnErrors(log, findings, settings);
  if (options.dryRun !== true) await writeLedger(file, after, true, settings);
  const say = options.dryRun === true ? words.ledger.wouldAdd : words.ledger.added;
  if (!quiet) await io.stderr.write(`${say(file, lines.join(', '))}\n`);
  return EXIT.done;
}

/** The entry that the options speak of; with `--out` and `--in` together the two lines of a transfer. */
function entriesFrom(options: AddOptions, keyFields: readonly string[], words: Messages): readonly NewEntry[] {
  const { ledger: w, usage } = words;
  const { date, size, household } = options;
  if (date === undefined) throw new UsageError(w.usage.needsDate);
  if (!isIsoDate(date)) throw new UsageError(usage.badDate(date));
  const directions = (['out', 'in'] as const).filter((direction) => options[direction] !== undefined);
  if (directions.length === 0) throw new UsageError(w.usage.needsDirection);
  if (household.trim() === '' || household.split('/').length < keyFields.length)
    throw new UsageError(w.usage.keyParts(keyFields.join('/') || 'key'));
  if (size !== undefined && !/^[1-9]\d?$/.test(size)) throw new UsageError(usage.badValue(size));
  return directions.map((direction) => ({
    date,
    decisionNo: options.decision ?? '',
    key: household,
    direction,
    class: listFrom(options[direction] ?? '', direction, words),
    reason: reasonFrom(directions.length > 1 ? 'transfer' : options.reason, direction, words),
    size: size === undefined ? null : Number(size),
    headName: options.headName ?? '',
    note: options.note ?? '',
  }));
}

function listFrom(text: string, direction: Direction, { usage }: Messages): ListedClass {
  const listed = listIn(text);
  if (listed === null) throw new UsageError(usage.badChoice(`--${direction}`, text, LISTS.join(', ')));
  return listed;
}

function reasonFrom(text: string | undefined, direction: Direction, words: Messages): LedgerReason | null {
  if (text === undefined) return null;
  const reason = reasonIn(text, direction);
  if (reason === null)
    throw new UsageError(words.usage.badValue(text), words.ledger.usage.reasonFor(REASONS[direction].join(', ')));
  return reason;
}
