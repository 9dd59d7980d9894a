import { type Finding, finding } from '../finding.ts';
import { reviewYear } from '../results/round.ts';
import type { UnitRow } from '../survey/units-file.ts';
import { foldKey } from '../text/fold.ts';
import { NOT_KNOWN, type Residents } from './residents.ts';
import { onlyArea, UNKNOWN_AREA, type UnitCounts } from './units.ts';

/** Residents by unit and area, from a file; `area` null is the whole unit. */
export interface Population {
  of(unit: UnitCounts, area: string | null): Residents;
  /** Rows of communes and provinces that `has` does not know: units from which nothing came. */
  without(has: (code: string, name: string) => boolean): readonly UnitRow[];
}

/** How the area of a row is spelt in the canonical code; null for a text that is no area. */
export type AreaOf = (text: string) => string | null;

/**
 * The residents that a file gives for a year. Rows of another year are never taken. A province is its own row, else the sum
 * of the communes of it that the review has; the whole is a row without a unit, else the sum of what is below it.
 *
 * Findings: `E815` one unit twice, `E304` area that is none, `E816` several years and none chosen.
 */
export function populationOf(
  rows: readonly UnitRow[],
  file: string,
  year: number | null,
  areaOf: AreaOf,
  communes: readonly UnitCounts[],
): { readonly population: Population; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const index = new Map<string, Map<string, Entry>>();
  const years = new Set(rows.flatMap(({ date }) => yearOf(date) ?? []));
  if (year === null && years.size > 1) {
    const expected = [...years].sort((a, b) => a - b).map(String);
    findings.push(finding('E816', { file }, { expected }));
  }
  const taken = rows.filter(({ date }) => year === null || date === null || yearOf(date) === year);
  for (const row of taken) {
    const area = row.area === null ? '' : areaOf(row.area);
    if (area === null) {
      findings.push(finding('E304', { file, row: row.row, field: 'area' }, { saw: row.area ?? '' }));
      continue;
    }
    const key = keyOf(row.code || row.name, row.village ?? '');
    const areas = index.get(key) ?? new Map<string, Entry>();
    const before = areas.get(area);
    if (before !== undefined) {
      const saw = [row.code || row.name, row.village, row.area].filter((text) => text).join(', ');
      findings.push(finding('E815', { file, row: row.row }, { saw, data: { before: before.row } }));
    }
    areas.set(area, { households: row.households, persons: row.persons, row: row.row });
    index.set(key, areas);
  }
  const own = ({ level, code, name, commune }: UnitCounts) =>
    level === 'village' ? firstOf(index, [commune.code, commune.name], name ?? '') : firstOf(index, [code, name], '');
  const sumOver = (units: readonly UnitCounts[], area: string | null) =>
    units
      .filter((unit) => area === null || mayLieIn(area, unit, own(unit)))
      .map((unit) => of(unit, area))
      .reduce(plus, null) ?? NOT_KNOWN;
  const of = (unit: UnitCounts, area: string | null): Residents => {
    const whole = unit.level === 'total' || unit.level === 'area' ? index.get(keyOf('', '')) : own(unit);
    const found = whole === undefined ? null : within(whole, area, onlyArea(unit.areas));
    if (found !== null) return { ...found, from: 'population' };
    if (unit.level === 'total' || unit.level === 'area') return sumOver(communes, area);
    if (unit.level === 'province') {
      const { code, name } = unit;
      return sumOver(
        communes.filter(({ province }) => province.code === code && province.name === name),
        area,
      );
    }
    return NOT_KNOWN;
  };
  return {
    population: {
      of,
      without: (has) =>
        taken.filter(({ code, name, village }) => village === null && (code || name) !== '' && !has(code, name)),
    },
    findings,
  };
}

interface Entry {
  readonly households: number | null;
  readonly persons: number | null;
  readonly row: number;
}

function yearOf(date: string | null): number | null {
  const year = date === null ? null : /^\d{4}$/.test(date) ? Number(date) : reviewYear(date);
  return year === null || Number.isNaN(year) ? null : year;
}

function keyOf(unit: string, village: string): string {
  return `${foldKey(unit)}\u001f${foldKey(village)}`;
}

function firstOf(index: ReadonlyMap<string, Map<string, Entry>>, names: readonly (string | null)[], village: string) {
  for (const name of names) {
    const found = name === null || name === '' ? undefined : index.get(keyOf(name, village));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * False for a unit with nobody in an area: the file has no row of it and the review no household, and neither rows nor
 * households of an area that is not known could be there.
 */
function mayLieIn(area: string, { areas }: UnitCounts, rows: ReadonlyMap<string, Entry> | undefined): boolean {
  if (areas.has(area) || rows?.has(area)) return true;
  const isByArea = rows !== undefined && !rows.has('');
  return !isByArea && areas.has(UNKNOWN_AREA);
}

/** The rows of one unit, for an area or the whole; a row that names no area is of the only area the unit has. */
function within(
  areas: ReadonlyMap<string, Entry>,
  area: string | null,
  only: string | null,
): Omit<Residents, 'from'> | null {
  const whole = areas.get('');
  if (area !== null) return areas.get(area) ?? (only === area ? (whole ?? null) : null);
  if (whole !== undefined) return whole;
  return [...areas.values()].reduce<Omit<Residents, 'from'> | null>(
    (sum, { households, persons }) => plus(sum, { households, persons, from: 'population' }),
    null,
  );
}

/** Sums that stay unknown once a part is. */
function plus(a: Omit<Residents, 'from'> | null, b: Residents): Residents {
  const add = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y);
  if (a === null) return b;
  return { households: add(a.households, b.households), persons: add(a.persons, b.persons), from: 'population' };
}
