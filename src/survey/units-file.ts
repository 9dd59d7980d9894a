import { type Finding, FindingsError, finding } from '../finding.ts';
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
 * @throws FindingsError `E202` without a column of codes, `E305` for every number that is none.
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
    const count = (column: Column) => {
      const written = text(column);
      const read = written === null ? null : parseInteger(written);
      if (written !== null && read === null) {
        const where = { file: source.name, row: line, column: headings[at[column]] ?? '', field: column };
        faults.push(finding('E305', where, { saw: written }));
      }
      return read === null ? null : Number(read);
    };
    return {
      code: text('code') ?? '',
      name: text('name') ?? '',
      area: text('area'),
      village: text('village'),
      date: text('date'),
      households: count('households'),
      persons: count('persons'),
      row: line,
    };
  });
  if (faults.length > 0) throw new FindingsError(faults);
  return units;
}

function columnOf(headings: readonly string[], known: readonly string[]): number {
  const keys = known.map(foldKey);
  return headings.findIndex((heading) => keys.includes(foldKey(heading)));
}
