import type { Direction, Ledger, LedgerReason, ListedClass } from './ledger.ts';
import { columnAt, keyColumnAt, type LedgerColumn } from './ledger-columns.ts';
import type { LedgerCells } from './read-ledger.ts';

/** An entry as a person gives it; blank and null what was not said. */
export interface NewEntry {
  readonly date: string;
  readonly decisionNo: string;
  /** The parts of the key, in the order of the key fields, or the whole as one. */
  readonly keyParts: readonly string[];
  readonly direction: Direction;
  readonly class: ListedClass;
  readonly reason: LedgerReason | null;
  readonly size: number | null;
  readonly headName: string;
  readonly note: string;
}

/** Headings of a new ledger, the key as one column or as the fields given. */
export function newHeadings(keyFields: readonly string[] | null): readonly string[] {
  const key = keyFields ?? ['key'];
  return ['date', 'decision_no', ...key, 'head_name', 'size', 'direction', 'class', 'reason', 'note'];
}

/**
 * The cells of a ledger with one row more: behind the last row of its day or an earlier one. What the file has besides stays
 * as it is; columns that the entry needs and the file lacks are added at the end. Also gives the line of the new row.
 */
export function withEntry(
  ledger: Pick<Ledger, 'file' | 'headings' | 'headingLine' | 'rows' | 'entries'>,
  entry: NewEntry,
  keyFields: readonly string[] | null,
): { readonly cells: LedgerCells; readonly line: number } {
  const own: readonly (readonly [LedgerColumn, string])[] = [
    ['date', entry.date],
    ['decision_no', entry.decisionNo],
    ['direction', entry.direction],
    ['class', entry.class],
    ['reason', entry.reason ?? ''],
    ['size', entry.size === null ? '' : String(entry.size)],
    ['head_name', entry.headName],
    ['note', entry.note],
  ];
  const needed = own.filter(([column, text]) => text !== '' && columnAt(ledger.headings, column) < 0);
  const headings = [...ledger.headings, ...needed.map(([column]) => column)];
  const cells = headings.map(() => '');
  for (const [column, text] of own) if (columnAt(headings, column) >= 0) cells[columnAt(headings, column)] = text;
  const whole = columnAt(headings, 'key');
  if (whole >= 0) cells[whole] = entry.keyParts.join('/');
  else
    for (const [at, field] of (keyFields ?? []).entries())
      cells[keyColumnAt(headings, field)] = entry.keyParts[at] ?? '';
  const at = placeFor(entry.date, ledger);
  const rows = [...ledger.rows.slice(0, at).map((row) => row.cells), cells, ...ledger.rows.slice(at).map((row) => row.cells)];
  const first = ledger.headingLine + 1;
  return {
    cells: {
      file: ledger.file,
      headings,
      headingLine: ledger.headingLine,
      rows: rows.map((row, index) => ({ line: first + index, cells: row })),
    },
    line: first + at,
  };
}

/** How many rows stand before a new one of that day. */
function placeFor(date: string, { rows, entries }: Pick<Ledger, 'rows' | 'entries'>): number {
  const lines = entries.filter((entry) => entry.date <= date).map(({ row }) => row);
  const last = Math.max(0, ...lines);
  return rows.findLastIndex(({ line }) => line === last) + 1;
}
