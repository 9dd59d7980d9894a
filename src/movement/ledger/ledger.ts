/**
 * The ledger: recognitions decided month by month between two annual lists. Each line takes one household onto one of the
 * two lists, or off it. The list of a day is the approved list with the lines up to that day worked in.
 */

/** The lists that households are recognised on. */
export const LISTS = ['poor', 'near_poor'] as const;

export type ListedClass = (typeof LISTS)[number];

export const DIRECTIONS = ['in', 'out'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/**
 * Why a household comes onto a list or leaves it. A `transfer` is two lines of one day: out of one list, onto the other.
 * `to_non_poor` is an escape; `other` is what no word says, with a note.
 */
export const REASONS = {
  in: ['new', 'relapsed', 'moved_in', 'split_from', 'transfer', 'other'],
  out: ['to_non_poor', 'moved_out', 'merged_into', 'died', 'dissolved', 'transfer', 'other'],
} as const satisfies Record<Direction, readonly string[]>;

export type LedgerReason = (typeof REASONS)[Direction][number];

/** The commune of a household as its list writes it; blank what is not known. */
export interface ListUnit {
  readonly code: string;
  readonly name: string;
}

/** One line of the ledger. */
export interface LedgerEntry {
  /** Line of the file (1 = first). */
  readonly row: number;
  /** `YYYY-MM-DD`: the day from which the decision holds. */
  readonly date: string;
  /** Blank when not said. */
  readonly decisionNo: string;
  /** As results have it, parts joined by `/`. */
  readonly key: string;
  readonly direction: Direction;
  readonly class: ListedClass;
  /** Null when not said. */
  readonly reason: LedgerReason | null;
  /** Persons; null when not said. */
  readonly size: number | null;
  readonly headName: string;
  readonly unit: ListUnit;
  readonly note: string;
  /** The day of the annual list that closed the line; null while the ledger is open. */
  readonly closed: string | null;
}

export interface Ledger {
  /** As it was named. */
  readonly file: string;
  readonly headings: readonly string[];
  readonly headingLine: number;
  /** The fields whose cells, joined, are the key; none when the key is one cell. */
  readonly keyFields: readonly string[];
  /** All rows below the headings as they stand in the file, those without an entry too. */
  readonly rows: readonly LedgerRow[];
  /** In the order of their days; those of one day as they are worked in: first out, then in. */
  readonly entries: readonly LedgerEntry[];
}

/** The entries of each household, in their order. */
export function byHousehold({ entries }: Pick<Ledger, 'entries'>): ReadonlyMap<string, readonly LedgerEntry[]> {
  const households = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const own = households.get(entry.key);
    if (own === undefined) households.set(entry.key, [entry]);
    else own.push(entry);
  }
  return households;
}

/**
 * The other line of a transfer: the same household out of one list and onto the other on one day. Null for a line that stands
 * alone.
 *
 * @param own the entries of the household
 */
export function otherHalf(entry: LedgerEntry, own: readonly LedgerEntry[]): LedgerEntry | null {
  const isHalf = ({ date, direction, class: listed }: LedgerEntry) =>
    date === entry.date && direction !== entry.direction && listed !== entry.class;
  return own.find(isHalf) ?? null;
}

export interface LedgerRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Entries in the order in which they are worked in: by day, of one day first out, then in, then as they stand. */
export function inOrder(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const rank = ({ direction }: LedgerEntry) => DIRECTIONS.length - DIRECTIONS.indexOf(direction);
  return [...entries].sort((a, b) => compare(a.date, b.date) || rank(a) - rank(b) || a.row - b.row);
}

/** The month of a day: `YYYY-MM`. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
