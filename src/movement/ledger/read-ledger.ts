import { type Finding, FindingsError, finding } from '../../finding.ts';
import { openGrids } from '../../survey/grid.ts';
import { unguard } from '../../survey/normalize.ts';
import { isBlank, type RawRecord } from '../../survey/records.ts';
import type { Source } from '../../survey/source.ts';
import { isIsoDate, parseDate } from '../../text/date.ts';
import { tidy } from '../../text/fold.ts';
import { parseInteger } from '../../text/number.ts';
import { DIRECTIONS, inOrder, type Ledger, type LedgerEntry, type LedgerRow, LISTS, REASONS } from './ledger.ts';
import {
  columnAt,
  directionIn,
  keyColumnAt,
  keyFieldsIn,
  type LedgerColumn,
  listIn,
  reasonIn,
} from './ledger-columns.ts';

/** How the households of the ledger are named: the fields of the key of the results it goes with; null when none is at hand. */
export interface LedgerOptions {
  readonly keyFields: readonly string[] | null;
}

const REQUIRED: readonly LedgerColumn[] = ['date', 'direction', 'class'];

/**
 * Reads a ledger, by whichever program it was last saved. All that is wrong with single cells is found at once; whether
 * the lines agree with each other and with the list is the matter of `replay`.
 *
 * @throws FindingsError `E104` without headings, `E202` column missing, `E870` day, `E871` list, `E872` direction, `E873`
 * household not named, `E874` reason, `E305` size
 */
export async function readLedger(source: Source, options: LedgerOptions): Promise<Ledger> {
  const [grid] = await openGrids(source, { delimiter: null, encoding: null });
  const records: RawRecord[] = [];
  for await (const batch of grid?.records() ?? []) records.push(...batch.filter(({ cells }) => !isBlank(cells)));
  const [header, ...below] = records;
  if (header === undefined) throw new FindingsError([finding('E104', { file: source.name })]);
  const rows = below.map(({ line, cells }) => ({ line, cells: cells.map((cell) => unguard(tidy(cell))) }));
  return ledgerOf({ file: source.name, headings: header.cells.map(tidy), headingLine: header.line, rows }, options);
}

/** A ledger as the cells of its file. */
export interface LedgerCells {
  readonly file: string;
  readonly headings: readonly string[];
  readonly headingLine: number;
  readonly rows: readonly LedgerRow[];
}

/** The ledger that cells hold; faults as of `readLedger`. */
export function ledgerOf({ file, headings, headingLine, rows }: LedgerCells, { keyFields }: LedgerOptions): Ledger {
  const keys = keyPlaces(headings, keyFields);
  const missing = [
    ...REQUIRED.filter((column) => columnAt(headings, column) < 0),
    ...(keys === null ? ['key'] : []),
  ].map((field) => finding('E202', { file, row: headingLine, field }, { data: { headings } }));
  if (keys === null || missing.length > 0) throw new FindingsError(missing);
  const faults: Finding[] = [];
  const fields = keyFields ?? keyFieldsIn(headings);
  const isCodeFirst = fields[0] === 'commune_code';
  const entries = rows.flatMap((row) => entryOf(row, { file, headings, keys, isCodeFirst }, faults) ?? []);
  if (faults.length > 0) throw new FindingsError(faults);
  const own = columnAt(headings, 'key') >= 0 ? [] : fields;
  return { file, headings, headingLine, keyFields: own, rows, entries: inOrder(entries) };
}

interface Layout {
  readonly file: string;
  readonly headings: readonly string[];
  /** The columns whose cells, joined, are the key. */
  readonly keys: readonly number[];
  /** Whether a key begins with the code of the commune. */
  readonly isCodeFirst: boolean;
}

/** Where the key stands: a column of its own, else a column a field; null when neither is there. */
function keyPlaces(headings: readonly string[], wanted: readonly string[] | null): readonly number[] | null {
  const whole = columnAt(headings, 'key');
  if (whole >= 0) return [whole];
  const places = (wanted ?? keyFieldsIn(headings)).map((field) => keyColumnAt(headings, field));
  return places.length === 0 || places.includes(-1) || keyColumnAt(headings, 'household_id') < 0 ? null : places;
}

/** The entry of a row; null, with findings, for a row that has faults. */
function entryOf(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  { file, headings, keys, isCodeFirst }: Layout,
  faults: Finding[],
): LedgerEntry | null {
  const before = faults.length;
  const text = (column: LedgerColumn) => cells[columnAt(headings, column)] ?? '';
  const fault = (
    code: 'E305' | 'E870' | 'E871' | 'E872' | 'E873' | 'E874',
    column: LedgerColumn,
    expected: readonly string[],
  ) => {
    const at = { file, row: line, column: headings[columnAt(headings, column)] ?? column, field: column };
    faults.push(finding(code, at, { saw: text(column), expected }));
  };
  const date = parseDate(text('date')) ?? '';
  if (!isIsoDate(date)) fault('E870', 'date', []);
  const listed = listIn(text('class'));
  if (listed === null) fault('E871', 'class', LISTS);
  const direction = directionIn(text('direction'));
  if (direction === null) fault('E872', 'direction', DIRECTIONS);
  const parts = keys.map((at) => cells[at] ?? '');
  if ((parts.at(-1) ?? '') === '') fault('E873', 'key', []);
  const reason = direction === null || text('reason') === '' ? null : reasonIn(text('reason'), direction);
  if (direction !== null && text('reason') !== '' && reason === null) fault('E874', 'reason', REASONS[direction]);
  const size = text('size') === '' ? null : parseInteger(text('size'));
  if (text('size') !== '' && (size === null || Number(size) < 1)) fault('E305', 'size', []);
  if (faults.length > before || listed === null || direction === null) return null;
  return {
    row: line,
    date,
    decisionNo: text('decision_no'),
    key: parts.join('/'),
    direction,
    class: listed,
    reason,
    size: size === null ? null : Number(size),
    headName: text('head_name'),
    unit: {
      code: cells[keyColumnAt(headings, 'commune_code')] || (isCodeFirst ? (parts.join('/').split('/')[0] ?? '') : ''),
      name: cells[keyColumnAt(headings, 'commune')] ?? '',
    },
    note: text('note'),
    closed: text('closed') === '' ? null : (parseDate(text('closed')) ?? text('closed')),
  };
}
