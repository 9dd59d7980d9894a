import { type Finding, FindingsError, finding } from '../finding.ts';
import { parseDate, parseSerialDate } from '../text/date.ts';
import { foldKey, tidy } from '../text/fold.ts';
import { parseInteger } from '../text/number.ts';
import { type GridOptions, openGrids } from './grid.ts';
import type { RawRecord } from './records.ts';
import { isBlank } from './records.ts';
import type { Source } from './source.ts';

/** A unit as a file of units lists it; households and persons are all residents of it, null when not said. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly area: string | null;
  readonly village: string | null;
  /** `YYYY-MM-DD`, or the month or year alone. */
  readonly date: string | null;
  readonly households: number | null;
  readonly persons: number | null;
  readonly row: number;
}

const HEADINGS = {
  code: ['unit_code', 'commune_code', 'code', 'Mã xã', 'Mã đơn vị', 'Mã'],
  name: ['name', 'unit_name', 'commune', 'Tên', 'Tên xã', 'Tên đơn vị', 'Xã/Phường'],
  area: ['area', 'Khu vực'],
  village: ['village', 'Thôn'],
  date: ['date', 'Ngày'],
  households: ['households', 'Tổng số hộ', 'Số hộ', 'Hộ'],
  persons: ['persons', 'Tổng số khẩu', 'Nhân khẩu', 'Số khẩu'],
} as const;

type Column = keyof typeof HEADINGS;

/**
 * Reads a list of units: one row per unit, or per unit and area or village.
 *
 * @throws FindingsError `E202` without a column of codes, `E305` for every number and `E818` for every date that is none.
 */
export async function readUnits(source: Source, options: GridOptions): Promise<readonly UnitRow[]> {
  const [grid] = await openGrids(source, options);
  const records: RawRecord[] = [];
  for await (const batch of grid?.records() ?? []) records.push(...batch.filter(({ cells }) => !isBlank(cells)));
  const [header, ...rows] = records;
  const headings = (header?.cells ?? []).map(tidy);
  const at = Object.fromEntries(
    Object.entries(HEADINGS).map(([name, known]) => [name, columnOf(headings, known)]),
  ) as Record<Column, number>;
  if (at.code < 0) {
    const where = { file: source.name, row: header?.line ?? 1, field: 'unit_code' };
    throw new FindingsError([finding('E202', where, { data: { headings } })]);
  }
  const faults: Finding[] = [];
  const units = rows.map(({ line, cells }): UnitRow => {
    const text = (column: Column) => tidy(cells[at[column]] ?? '') || null;
    const read = (column: Column, parse: (text: string) => string | null, fault: 'E305' | 'E818') => {
      const written = text(column);
      const value = written === null ? null : parse(written);
      if (written !== null && value === null) {
        const where = { file: source.name, row: line, column: headings[at[column]] ?? '', field: column };
        faults.push(finding(fault, where, { saw: written }));
      }
      return value;
    };
    const count = (column: Column) => {
      const value = read(column, parseCount, 'E305');
      return value === null ? null : Number(value);
    };
    return {
      code: text('code') ?? '',
      name: text('name') ?? '',
      area: text('area'),
      village: text('village'),
      date: read('date', parseDay, 'E818'),
      households: count('households'),
      persons: count('persons'),
      row: line,
    };
  });
  if (faults.length > 0) throw new FindingsError(faults);
  return units;
}

/** Nobody counts less than none. */
function parseCount(text: string): string | null {
  const value = parseInteger(text);
  return value?.startsWith('-') ? null : value;
}

function parseDay(text: string): string | null {
  return parseDate(text) ?? parseSerialDate(text);
}

function columnOf(headings: readonly string[], known: readonly string[]): number {
  const keys = known.map(foldKey);
  return headings.findIndex((heading) => keys.includes(foldKey(heading)));
}
