import { type Finding, finding } from '../../finding.ts';
import type { Outcome } from '../../review/assess.ts';
import type { AnnualList } from './annual-list.ts';
import { byHousehold, type Ledger, type LedgerEntry, type ListedClass } from './ledger.ts';
import { columnAt } from './ledger-columns.ts';
import { NOTHING, plusOne, type Stock } from './ledger-flows.ts';
import { type ListBalance, listBalances } from './list-balance.ts';
import type { LedgerCells } from './read-ledger.ts';
import type { Replayed } from './replay-ledger.ts';

/** What the year's end result says of a household that the ledger names. */
export interface Reflected {
  readonly entry: LedgerEntry;
  /** Its class in the result; `absent` when it has no row. */
  readonly endClass: Outcome | 'absent';
  /**
   * `reflected` as the ledger left it · `changed` by the review · `missing` taken onto a list, and no row at the year's end ·
   * `still_listed` gone for good by the ledger, and on a list.
   */
  readonly state: 'reflected' | 'changed' | 'missing' | 'still_listed';
}

/** The year of one list: `opening + in − out + reviewIn − reviewOut = closing`. */
export interface YearBalance extends ListBalance {
  /** Onto and off the list by the review at the year's end. */
  readonly reviewIn: Stock;
  readonly reviewOut: Stock;
  readonly closing: Stock;
}

export interface ClosedLedger {
  /** The last word of the ledger on each household, in the order of the entries. */
  readonly households: readonly Reflected[];
  readonly balances: readonly YearBalance[];
  /** Entries of later days: they belong to the next ledger. */
  readonly later: readonly LedgerEntry[];
  /** `W881`, `W882` */
  readonly findings: readonly Finding[];
}

const GONE_FOR_GOOD: readonly (string | null)[] = ['moved_out', 'merged_into', 'died', 'dissolved'];

/** The lists that a ledger lies between. */
export interface Year {
  readonly opening: AnnualList;
  /** With the class of every household that the ledger or the opening list names. */
  readonly end: AnnualList;
  /** The day of `end`, `YYYY-MM-DD`. */
  readonly day: string;
}

/**
 * Holds the ledger against the result at the year's end.
 *
 * @param replayed the ledger up to the day of the end
 */
export function closeLedger(ledger: Ledger, replayed: Replayed, { opening, end, day }: Year): ClosedLedger {
  const within = ledger.entries.filter(({ date }) => date <= day);
  const households = [...byHousehold({ entries: within }).values()].flatMap((own) => {
    const entry = own.at(-1);
    return entry === undefined ? [] : [reflected(entry, replayed, end)];
  });
  return {
    households,
    balances: listBalances(opening, replayed).map((balance) => yearBalance(balance, replayed, end)),
    later: ledger.entries.filter(({ date }) => date > day),
    findings: households.flatMap((one) => findingOf(one, ledger) ?? []),
  };
}

function reflected(entry: LedgerEntry, { standings }: Replayed, end: AnnualList): Reflected {
  const now = standings.get(entry.key)?.class ?? null;
  const endClass = end.get(entry.key)?.class ?? 'absent';
  return { entry, endClass, state: stateOf(entry, now, endClass) };
}

function stateOf(entry: LedgerEntry, now: ListedClass | null, endClass: Reflected['endClass']): Reflected['state'] {
  if (now !== null) {
    if (endClass === now) return 'reflected';
    return endClass === 'absent' ? 'missing' : 'changed';
  }
  if (endClass !== 'poor' && endClass !== 'near_poor') return 'reflected';
  return GONE_FOR_GOOD.includes(entry.reason) ? 'still_listed' : 'changed';
}

function yearBalance(balance: ListBalance, { standings }: Replayed, end: AnnualList): YearBalance {
  const { class: listed, current } = balance;
  let [reviewIn, reviewOut, closing] = [NOTHING, NOTHING, NOTHING];
  for (const [key, { class: outcome, size }] of end) {
    if (outcome !== listed) continue;
    closing = plusOne(closing, size);
    const standing = standings.get(key);
    if (standing?.class !== listed) reviewIn = plusOne(reviewIn, size);
    // members who came or went during the year count with the review that found it
    else [reviewIn, reviewOut] = membersChanged(reviewIn, reviewOut, standing.size, size);
  }
  for (const [key, { class: now, size }] of standings)
    if (now === listed && end.get(key)?.class !== listed) reviewOut = plusOne(reviewOut, size);
  const year = { ...balance, reviewIn, reviewOut, closing };
  if (current.households + reviewIn.households - reviewOut.households !== closing.households)
    throw new Error(`the year of the ${listed} list does not close`);
  return year;
}

function membersChanged(into: Stock, out: Stock, before: number | null, after: number | null): [Stock, Stock] {
  const more = before === null || after === null ? null : after - before;
  const add = (stock: Stock, persons: number | null): Stock => ({
    ...stock,
    persons: stock.persons === null || persons === null ? null : stock.persons + persons,
  });
  if (more === null) return [add(into, null), add(out, null)];
  return more >= 0 ? [add(into, more), out] : [into, add(out, -more)];
}

function findingOf({ entry, endClass, state }: Reflected, ledger: Ledger): Finding | null {
  if (state !== 'missing' && state !== 'still_listed') return null;
  const column = ledger.headings[columnAt(ledger.headings, 'direction')] ?? 'direction';
  const at = { file: ledger.file, row: entry.row, column, field: 'direction' };
  const data = { class: entry.class, end: endClass, reason: entry.reason ?? '', date: entry.date };
  return finding(state === 'missing' ? 'W881' : 'W882', at, { saw: entry.key, data });
}

/**
 * The cells of the ledger with every line up to `day` marked as closed on it, and beside the last line of each household the
 * class it has at the year's end.
 */
export function closedCells(ledger: Ledger, { households }: ClosedLedger, day: string): LedgerCells {
  const needed = (['closed', 'end_class'] as const).filter((column) => columnAt(ledger.headings, column) < 0);
  const headings = [...ledger.headings, ...needed];
  const [closed, endClass] = [columnAt(headings, 'closed'), columnAt(headings, 'end_class')];
  const within = new Set(ledger.entries.filter(({ date }) => date <= day).map(({ row }) => row));
  const ends = new Map(households.map((one) => [one.entry.row, one.endClass]));
  const rows = ledger.rows.map(({ line, cells }) => {
    const row = headings.map((_, at) => cells[at] ?? '');
    if (within.has(line)) row[closed] = day;
    row[endClass] = ends.get(line) ?? '';
    return { line, cells: row };
  });
  return { file: ledger.file, headings, headingLine: ledger.headingLine, rows };
}

/** `E880` for a day that the ledger is closed on. */
export function closedOn(ledger: Ledger, day: string): Finding | null {
  const until =
    ledger.entries
      .flatMap(({ closed }) => closed ?? [])
      .sort()
      .at(-1) ?? '';
  if (until === '' || day > until) return null;
  return finding('E880', { file: ledger.file }, { saw: day, data: { until } });
}
