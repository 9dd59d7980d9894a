import type { Ledger, LedgerEntry } from './ledger.ts';
import { columnAt, keyColumnAt, type LedgerColumn } from './ledger-columns.ts';
import type { LedgerCells } from './read-ledger.ts';

/** A ledger in which nothing stands yet, its key as one column or as the fields given. */
export function emptyLedger(file: string, keyFields: readonly string[] | null): Ledger {
  const headings = newHeadings(keyFields);
  return { file, headings, headingLine: 1, keyFields: keyFields ?? [], rows: [], entries: [] };
}

/** An entry as a person gives it; blank and null what was not said. */
export type NewEntry = Omit<LedgerEntry, 'row' | 'unit' | 'closed'>;

function newHeadings(keyFields: readonly string[] | null): readonly string[] {
  const key = keyFields ?? ['key'];
  return ['date', 'decision_no', ...key, 'head_name', 'size', 'direction', 'class', 'reason', 'note'];
}

/**
 * The cells of a ledger with one row more: behind the last row of its day or an earlier one. What the file has besides stays
 * as it is; columns that the entry needs and the file lacks are added at the end. Also gives the line of the new row.
 */
export function withEntry(ledger: Ledger, entry: NewEntry): { readonly cells: LedgerCells; readonly line: number } {
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
  if (whole >= 0) cells[whole] = entry.key;
  else {
    const parts = keyParts(entry.key, ledger.keyFields);
    for (const [at, field] of ledger.keyFields.entries()) cells[keyColumnAt(headings, field)] = parts[at] ?? '';
  }
  const at = placeFor(entry.date, ledger);
  const written = ledger.rows.map((row) => row.cells);
  const rows = [...written.slice(0, at), cells, ...written.slice(at)];
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

/** A key cut at its slashes into the cells of its fields; a slash too many stands inside the name of the village. */
export function keyParts(key: string, fields: readonly string[]): readonly string[] {
  const parts = key.split('/');
  const before = Math.max(0, fields.indexOf('village'));
  const after = parts.length - (fields.length - before - 1);
  return [...parts.slice(0, before), parts.slice(before, after).join('/'), ...parts.slice(after)];
}
