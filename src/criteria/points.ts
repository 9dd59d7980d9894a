import { type Address, type Finding, finding } from '../finding.ts';
import { DERIVED_FIELDS, type Field, HOUSEHOLD_FIELDS } from '../survey/fields.ts';
import { nearest } from '../text/nearest.ts';
import { separatedRows } from '../text/separated.ts';
import { bandsOf, codesOf, otherwiseOf } from './points-rows.ts';
import type { Predicate } from './predicate.ts';

/** Points by answers, summed to a score: items in order, each with its rows, each row with points by column. */
export interface PointsTable {
  /** `points` alone; or `urban` with `rural`, or with one name per region for the countryside. */
  readonly columns: readonly string[];
  readonly items: readonly PointsItem[];
  /** The conditions that rows and items name. */
  readonly conditions: Readonly<Record<string, Predicate>>;
}

export interface PointsItem {
  readonly id: string;
  /** True: every row that holds adds its points. False: the first that holds gives them. */
  readonly several: boolean;
  /** Households of which the item is not asked; it then adds nothing. Null: asked of all. */
  readonly skip: Predicate | null;
  readonly rows: readonly PointsRow[];
}

export interface PointsRow {
  /** What is printed of it: `8 – <20`, a code, the name of a condition. */
  readonly label: string;
  /** Null: in every other case. */
  readonly when: Predicate | null;
  /** Whole points, by column. */
  readonly points: readonly number[];
}

/** A row as it was written: cells by heading, and where each stands. */
export interface WrittenRow {
  readonly cells: Readonly<Record<string, string>>;
  at(heading?: string): Address;
}

/** Headings that do not hold points. */
const ROW_HEADINGS = ['item', 'choice', 'field', 'from', 'below', 'code', 'when', 'skip'] as const;

/** The headings of a row under which points stand. */
export function pointHeadings({ cells }: WrittenRow): readonly string[] {
  return Object.keys(cells).filter((heading) => !(ROW_HEADINGS as readonly string[]).includes(heading));
}

/** The rows of a points table in a file of its own. */
export function writtenRows(text: string, name: string): readonly WrittenRow[] {
  const [head, ...rows] = separatedRows(text);
  const headings = head?.cells ?? [];
  return rows.map(({ line, cells }) => ({
    cells: Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])),
    at: (heading) => ({ file: name, row: line, ...(heading !== undefined && { column: heading }) }),
  }));
}

/** Makes a table of its rows; every mistake is an `E403` where it stands, and the table null. */
export function readPoints(
  rows: readonly WrittenRow[],
  conditions: Readonly<Record<string, Predicate>>,
  whole: Address,
): { readonly table: PointsTable | null; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const report: Report = (issue, at, saw, expected = []) => {
    findings.push(finding('E403', at, { saw, expected, data: { issue, detail: saw } }));
  };
  const [first] = rows;
  if (first === undefined) {
    report('points_empty', whole, '');
    return { table: null, findings };
  }
  const columns = pointHeadings(first);
  const isPlain = columns.length === 1 && columns[0] === 'points';
  const isByArea =
    columns.includes('urban') && columns.length > 1 && (!columns.includes('rural') || columns.length === 2);
  if (!isPlain && !isByArea) report('points_columns', first.at(), columns.join(', '), ['points', 'urban']);
  const items = itemsOf(rows).map((written) => itemFrom(written, columns, conditions, report));
  return { table: findings.length === 0 ? { columns, items, conditions } : null, findings };
}

/** Says what is wrong with a row: the kind of mistake, where, what was seen, what it may have been meant to be. */
export type Report = (issue: string, at: Address, saw: string, expected?: readonly string[]) => void;

/** Rows of one item, in the order in which items first appear. */
function itemsOf(rows: readonly WrittenRow[]): readonly (readonly WrittenRow[])[] {
  const items = new Map<string, WrittenRow[]>();
  for (const row of rows) {
    const id = row.cells.item ?? '';
    items.set(id, [...(items.get(id) ?? []), row]);
  }
  return [...items.values()];
}

const FIELDS: readonly Field[] = [...HOUSEHOLD_FIELDS, ...DERIVED_FIELDS];

function itemFrom(
  rows: readonly WrittenRow[],
  columns: readonly string[],
  conditions: Readonly<Record<string, Predicate>>,
  report: Report,
): PointsItem {
  const [first] = rows as [WrittenRow, ...WrittenRow[]];
  const said = (heading: string) => rows.map((row) => row.cells[heading] ?? '').find((cell) => cell !== '') ?? '';
  const { item: id = '' } = first.cells;
  if (id === '') report('points_no_item', first.at('item'), '');
  const [choice, asked, skip] = [said('choice'), said('field'), said('skip')];
  if (!['', 'one', 'several'].includes(choice)) report('points_choice', first.at('choice'), choice, ['one', 'several']);
  const several = choice === 'several';
  const named = (name: string, row: WrittenRow, heading: string): Predicate | null => {
    const condition = conditions[name];
    if (condition === undefined) {
      report('unknown_condition', row.at(heading), name, nearest(name, Object.keys(conditions)));
    }
    return condition ?? null;
  };
  const field = FIELDS.find((one) => one.id === asked);
  if (asked !== '' && field === undefined) {
    report(
      'unknown_field',
      first.at('field'),
      asked,
      nearest(
        asked,
        FIELDS.map((one) => one.id),
      ),
    );
  }
  const whens = conditionsOf(rows, field, several, named, report);
  return {
    id,
    several,
    skip: skip === '' ? null : named(skip, rows.find((row) => row.cells.skip === skip) ?? first, 'skip'),
    rows: rows.map((row, at) => ({
      label: labelOf(row),
      when: whens[at] ?? null,
      points: columns.map((column) => pointsIn(row, column, report)),
    })),
  };
}

/** What each row asks, whichever of the three kinds the item is of. */
function conditionsOf(
  rows: readonly WrittenRow[],
  field: Field | undefined,
  several: boolean,
  named: (name: string, row: WrittenRow, heading: string) => Predicate | null,
  report: Report,
): readonly (Predicate | null)[] {
  const uses = (...headings: readonly string[]) =>
    rows.some((row) => headings.some((h) => (row.cells[h] ?? '') !== ''));
  if (uses('when')) {
    if (!several) otherwiseOf(rows, report);
    return rows.map((row) => ((row.cells.when ?? '') === '' ? null : named(row.cells.when ?? '', row, 'when')));
  }
  if (field === undefined) {
    for (const row of rows.slice(0, 1))
      if ((row.cells.field ?? '') === '') report('points_no_field', row.at('field'), '');
    return [];
  }
  return uses('code') ? codesOf(rows, field, several, report) : bandsOf(rows, field, report);
}

/** Whole points; a sum of them is exact. */
function pointsIn(row: WrittenRow, column: string, report: Report): number {
  const cell = row.cells[column] ?? '';
  if (/^-?\d{1,6}$/.test(cell)) return Number(cell);
  report('points_whole', row.at(column), cell);
  return 0;
}

function labelOf({ cells: { from = '', below = '', code = '', when = '' } }: WrittenRow): string {
  if (code !== '' || when !== '') return code || when;
  if (from === '' && below === '') return '…';
  return `${from === '' ? '' : `${from} – `}<${below === '' ? '∞' : below}`;
}
