import { type Address, type Finding, FindingsError, finding } from '../../finding.ts';
import { type Grid, type GridOptions, openGrids } from '../../survey/grid.ts';
import type { RawRecord } from '../../survey/records.ts';
import { isBlank } from '../../survey/records.ts';
import type { Source } from '../../survey/source.ts';
import { compare, exact, ONE } from '../../text/exact.ts';
import { foldKey, tidy } from '../../text/fold.ts';
import { COUNT_OF, type Column, columnOf, type FigureField, isRate, RATE_FIELDS } from './fields.ts';
import { asPercent, type Printed, readCount, readRate, type Unreadable } from './printed.ts';

/** Figures printed elsewhere: a row per unit, or per unit and area. */
export interface Published {
  readonly file: string;
  /** The sheet of a workbook. */
  readonly sheet: string | null;
  /** The heading of each column that was understood. */
  readonly headings: ReadonlyMap<Column, string>;
  readonly rows: readonly PublishedRow[];
  /** `W824`: cells that hold no figure of their column. */
  readonly findings: readonly Finding[];
}

export interface PublishedRow {
  /** Line of the file, or row of the sheet. */
  readonly row: number;
  /** As printed in a column of its own; null without one. */
  readonly level: string | null;
  readonly code: string;
  /** '' for the whole. */
  readonly name: string;
  readonly area: 'urban' | 'rural' | null;
  /** It speaks of the whole place, not of a unit of it. */
  readonly isWhole: boolean;
  readonly figures: ReadonlyMap<FigureField, Printed>;
}

export interface PublishedOptions extends GridOptions {
  /** The sheet of a workbook; null or absent: the first with such a table. */
  readonly sheet?: string | null;
}

/** Lines above the table: letterhead and title. */
const MOST_TITLE_LINES = 30;

/**
 * Reads a published table: one or two lines of headings, wherever they begin, then a row per unit. Lines without a figure
 * (column numbers, signatures, remarks) are passed over.
 *
 * @throws FindingsError `E834` when no line has headings of units and figures, `E114` when there is no such sheet, and
 * what opening finds
 */
export async function readPublished(source: Source, options: PublishedOptions): Promise<Published> {
  const grids = await openGrids(source, options);
  const { sheet = null } = options;
  const wanted = sheet === null ? grids : grids.filter((grid) => grid.sheet === sheet);
  if (wanted.length === 0) {
    const expected = grids.flatMap((grid) => grid.sheet ?? []);
    throw new FindingsError([finding('E114', { file: source.name }, { saw: sheet ?? '', expected })]);
  }
  const seen: string[] = [];
  for (const grid of wanted) {
    const records = await recordsOf(grid);
    const head = headOf(records);
    if (head !== null) return tableOf(grid, records.slice(head.end), head.columns);
    seen.push(...(records[0]?.cells ?? []).map(tidy).filter((cell) => cell !== ''));
  }
  throw new FindingsError([finding('E834', { file: source.name, row: 1 }, { data: { headings: seen } })]);
}

async function recordsOf(grid: Grid): Promise<readonly RawRecord[]> {
  const records: RawRecord[] = [];
  for await (const batch of grid.records()) records.push(...batch.filter(({ cells }) => !isBlank(cells)));
  return records;
}

/** A column that was understood, and where it stands. */
interface Placed {
  readonly at: number;
  readonly column: Column;
  readonly heading: string;
}

interface Head {
  readonly columns: readonly Placed[];
  /** Where the rows begin. */
  readonly end: number;
}

/** The first line, or two, that name a unit or an area and a figure; null when there is none. */
function headOf(records: readonly RawRecord[]): Head | null {
  for (const [at, { cells }] of records.slice(0, MOST_TITLE_LINES).entries()) {
    const below = records[at + 1]?.cells ?? [];
    const two = columnsOf(twoStoreys(cells, below));
    const one = columnsOf(cells);
    if (isHead(two) && two.length > one.length && !hasNumbers(below)) return { columns: two, end: at + 2 };
    if (isHead(one)) return { columns: one, end: at + 1 };
  }
  return null;
}

function isHead(columns: readonly Placed[]): boolean {
  const names = columns.map(({ column }) => column);
  const hasUnit = names.includes('code') || names.includes('unit') || names.includes('area');
  return hasUnit && names.some((name) => !['code', 'unit', 'level', 'area'].includes(name));
}

/** Headings with what stands above them; a cell that spans several is written in its first. */
function twoStoreys(above: readonly string[], below: readonly string[]): readonly string[] {
  let last = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, at) => {
    const [top, own] = [tidy(above[at] ?? ''), tidy(below[at] ?? '')];
    if (top !== '') last = top;
    return own === '' ? top : `${last} ${own}`;
  });
}

/** The first column of each kind. */
function columnsOf(cells: readonly string[]): readonly Placed[] {
  const taken = new Set<Column>();
  return cells.flatMap((cell, at) => {
    const heading = tidy(cell).replace(/\s+/g, ' ');
    const column = columnOf(heading);
    if (column === null || taken.has(column)) return [];
    taken.add(column);
    return [{ at, column, heading }];
  });
}

function hasNumbers(cells: readonly string[]): boolean {
  return cells.some((cell) => /^\d/.test(tidy(cell)));
}

function tableOf({ source, sheet }: Grid, records: readonly RawRecord[], columns: readonly Placed[]): Published {
  const at = (row: number, { heading, column }: Placed): Address => ({
    file: source.name,
    ...(sheet === null ? {} : { sheet }),
    row,
    column: heading,
    field: column,
  });
  const findings: Finding[] = [];
  const rows = records
    .filter(({ cells }) => !isNumbering(cells))
    .flatMap(({ line, cells }): PublishedRow[] => {
      const figures = new Map<FigureField, Printed>();
      for (const placed of columns) {
        const { column } = placed;
        if (!isFigure(column)) continue;
        const cell = tidy(cells[placed.at] ?? '');
        // a sheet's 5.963 is spelt 5.9630, lest it be taken for thousands
        const text = sheet === null ? cell : cell.replace(/(\.\d{3})0$/, '$1');
        const read = isRate(column) ? readRate(text) : readCount(text);
        if (read === null) continue;
        if ('kind' in read) findings.push(unreadable(read, at(line, placed)));
        else figures.set(column, read);
      }
      const said = (column: Column) => tidy(cells[columns.find((one) => one.column === column)?.at ?? -1] ?? '');
      const isRead = figures.size > 0 || findings.at(-1)?.at.row === line;
      return isRead ? [{ row: line, figures, ...unitOf(said('code'), said('unit'), said('area'), said('level')) }] : [];
    });
  const headings = new Map(columns.map(({ column, heading }) => [column, heading]));
  return { file: source.name, sheet, headings, rows: inPercent(rows), findings };
}

function isFigure(column: Column): column is FigureField {
  return column !== 'code' && column !== 'unit' && column !== 'level' && column !== 'area';
}

/** `A, B, 1, 2, 3` below the headings. */
function isNumbering(cells: readonly string[]): boolean {
  const written = cells.map(tidy).filter((cell) => cell !== '');
  const numbers = written.filter((cell) => /^\(?\d+\)?$/.test(cell)).map((cell) => Number(cell.replace(/\D/g, '')));
  const isRow = written.length === numbers.length || /^[A-Z]$/.test(written[0] ?? '');
  return isRow && numbers.length > 1 && numbers[0] === 1 && numbers.every((number, at) => number === at + 1);
}

function unreadable({ kind, text, parts }: Unreadable, at: Address): Finding {
  return finding('W824', at, { saw: text, expected: parts, data: { kind } });
}

const WHOLE = [
  '',
  'total',
  'tổng',
  'tổng số',
  'tổng cộng',
  'cộng',
  'toàn tỉnh',
  'toàn xã',
  'toàn huyện',
  'cả nước',
  'chung',
  'toàn quốc',
  'nation',
].map(foldKey);
const AREAS: Readonly<Record<'urban' | 'rural', readonly string[]>> = {
  urban: ['urban', 'thành thị', 'đô thị', 'khu vực thành thị', 'khu vực đô thị', 'I. KHU VỰC THÀNH THỊ'].map(foldKey),
  rural: ['rural', 'nông thôn', 'khu vực nông thôn', 'II. KHU VỰC NÔNG THÔN'].map(foldKey),
};

/** A unit as its row names it; a row may be called by its area alone, or be the sum of all. */
function unitOf(code: string, unit: string, written: string, level: string): Omit<PublishedRow, 'row' | 'figures'> {
  const area = areaOf(written) ?? areaOf(unit);
  const isWhole = code === '' && (areaOf(unit) !== null || WHOLE.includes(foldKey(unit)));
  return { level: level === '' ? null : level, code, name: isWhole ? '' : unit, area, isWhole };
}

function areaOf(text: string): 'urban' | 'rural' | null {
  const key = foldKey(text);
  return AREAS.urban.includes(key) ? 'urban' : AREAS.rural.includes(key) ? 'rural' : null;
}

/** Decimals that no table prints of a percent: its column holds shares of 1, as programs write them. */
const SHARE_PLACES = 4;

/** A column of rates that are all at most 1, one of them with many decimals and none with a sign, holds shares of 1. */
function inPercent(rows: readonly PublishedRow[]): readonly PublishedRow[] {
  const shares = RATE_FIELDS.filter((field) => {
    const printed = rows.flatMap(({ figures }) => figures.get(field) ?? []);
    return (
      printed.some(({ places }) => places >= SHARE_PLACES) &&
      printed.every(({ text, value }) => !text.includes('%') && compare(value, ONE) <= 0) &&
      !rows.some(({ figures }) => isPercent(figures, field))
    );
  });
  if (shares.length === 0) return rows;
  return rows.map((row) => {
    const figures = new Map(row.figures);
    for (const field of shares) {
      const printed = figures.get(field);
      if (printed !== undefined) figures.set(field, asPercent(printed));
    }
    return { ...row, figures };
  });
}

/** Beside its count and all households, a rate shows that it is a percent. */
function isPercent(figures: PublishedRow['figures'], field: (typeof RATE_FIELDS)[number]): boolean {
  const [rate, count, households] = [figures.get(field), figures.get(COUNT_OF[field]), figures.get('households')];
  if (rate === undefined || count === undefined || households === undefined || households.value.n === 0n) return false;
  const share = exact(count.value.n, households.value.n);
  return compare(rate.value, exact(share.n * 10n, share.d)) > 0;
}
