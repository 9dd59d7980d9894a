import { type Finding, FindingsError, finding } from '../../finding.ts';
import { type GridOptions, openGrids } from '../../survey/grid.ts';
import { unguard } from '../../survey/normalize.ts';
import { isBlank, type RawRecord } from '../../survey/records.ts';
import type { Source } from '../../survey/source.ts';
import { parseDate } from '../../text/date.ts';
import { foldKey, tidy } from '../../text/fold.ts';
import type { Rebase } from './households.ts';

/** An old unit and one that it became, or became part of. Without a village it is said of the whole unit. */
interface Succession {
  readonly oldCode: string;
  readonly oldName: string;
  readonly newCode: string;
  readonly newName: string;
  /** `YYYY-MM-DD`; null when not said. */
  readonly from: string | null;
  readonly oldVillage: string;
  readonly newVillage: string;
}

/** How units followed each other, many to many. */
export interface Crosswalk {
  readonly rows: readonly Succession[];
  /** True when every row has an old code: units without one are not in force any more. */
  has(unit: string, by: UnitField): boolean;
}

/** What a survey calls its units by. */
export type UnitField = 'commune_code' | 'commune';

const HEADINGS = {
  oldCode: ['old_code', 'old_unit', 'Mã cũ', 'Mã xã cũ', 'Mã đơn vị cũ'],
  oldName: ['old_name', 'Tên cũ', 'Xã cũ', 'Tên đơn vị cũ'],
  newCode: ['new_code', 'new_unit', 'Mã mới', 'Mã xã mới', 'Mã đơn vị mới'],
  newName: ['new_name', 'Tên mới', 'Xã mới', 'Tên đơn vị mới'],
  from: ['valid_from', 'from', 'Ngày hiệu lực', 'Hiệu lực từ'],
  oldVillage: ['village', 'old_village', 'Thôn', 'Thôn cũ'],
  newVillage: ['new_village', 'Thôn mới'],
} as const;

type Column = keyof typeof HEADINGS;

/**
 * Reads a crosswalk of units: a row per old unit and new one, or per village.
 *
 * @throws FindingsError `E202` without the columns of codes, `E848` for every row that cannot be used
 */
export async function readCrosswalk(source: Source, options: GridOptions): Promise<Crosswalk> {
  const { headings, rows } = await rowsOf(source, options);
  const folded = headings.map(foldKey);
  const at = (column: Column) => {
    const known = HEADINGS[column].map(foldKey);
    return folded.findIndex((heading) => known.includes(heading));
  };
  const missing = (['oldCode', 'newCode'] as const).filter((column) => at(column) < 0);
  if (missing.length > 0)
    throw new FindingsError(
      missing.map((column) =>
        finding('E202', { file: source.name, row: 1, field: HEADINGS[column][0] }, { data: { headings } }),
      ),
    );
  const faults: Finding[] = [];
  const read = rows.map(({ line, cells }): Succession => {
    const text = (column: Column) => unguard(tidy(cells[at(column)] ?? ''));
    const tell = (column: Column, kind: string) => {
      const where = { file: source.name, row: line, column: headings[at(column)] ?? '' };
      faults.push(finding('E848', where, { saw: text(column), data: { kind } }));
    };
    for (const column of ['oldCode', 'newCode'] as const) if (text(column) === '') tell(column, 'code');
    const from = text('from') === '' ? null : parseDate(text('from'));
    if (text('from') !== '' && from === null) tell('from', 'date');
    return {
      oldCode: text('oldCode'),
      oldName: text('oldName'),
      newCode: text('newCode'),
      newName: text('newName'),
      from,
      oldVillage: text('oldVillage'),
      newVillage: text('newVillage'),
    };
  });
  if (faults.length > 0) throw new FindingsError(faults);
  const known = { commune_code: byUnit(read, 'commune_code'), commune: byUnit(read, 'commune') };
  return { rows: read, has: (unit, by) => known[by].has(foldKey(unit)) };
}

/** A period of which only rows that came into force within it matter: after the first day, up to the second. */
export interface Period {
  readonly after: string | null;
  readonly upTo: string | null;
}

/**
 * Units of the year before as those of the year after: changes that were in force before, or came later, are left out,
 * for a code may mean another unit by then. Several changes one after the other are followed through. Of a divided unit
 * the village decides, where the crosswalk names it; else every unit stays possible.
 */
export function rebaseBy(crosswalk: Crosswalk, { after, upTo }: Period, from: UnitField, to: UnitField): Rebase {
  const within = crosswalk.rows.filter(
    (row) => row.from === null || ((after === null || row.from > after) && (upTo === null || row.from <= upTo)),
  );
  const days = [...new Set(within.map((row) => row.from ?? ''))].sort();
  // between changes units are known by their codes
  const steps = days.map((day, at) => {
    const rows = within.filter((row) => (row.from ?? '') === day);
    return byUnit(rows, at === 0 ? from : 'commune_code');
  });
  const places = new Map<string, ReturnType<Rebase>>();
  return (unit, village) => {
    const key = `${unit}\u001f${village}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const found = followed(steps, unit, village, to);
    places.set(key, found);
    return found;
  };
}

interface Place {
  readonly code: string;
  readonly name: string;
  readonly village: string;
}

type Step = ReadonlyMap<string, readonly Succession[]>;

function followed(steps: readonly Step[], unit: string, village: string, to: UnitField): ReturnType<Rebase> {
  let places: readonly Place[] = [{ code: unit, name: unit, village }];
  for (const step of steps) places = places.flatMap((place) => successors(step, place));
  const nameOf = (place: Place) => (to === 'commune_code' ? place.code : place.name);
  const units = [...new Set(places.map(nameOf))];
  const villages = new Set(places.map((place) => place.village));
  return { units, village: villages.size === 1 ? (places[0]?.village ?? village) : village };
}

function successors(step: Step, place: Place): readonly Place[] {
  const rows = step.get(foldKey(place.code));
  if (rows === undefined) return [place];
  const ofVillage = rows.filter((row) => row.oldVillage !== '' && foldKey(row.oldVillage) === foldKey(place.village));
  const ofAll = rows.filter((row) => row.oldVillage === '');
  // rows of other villages alone still say which units it may be
  const chosen = ofVillage.length > 0 ? ofVillage : ofAll.length > 0 ? ofAll : rows;
  return chosen.map(({ newCode, newName, newVillage }) => ({
    code: newCode,
    name: newName || newCode,
    village: (ofVillage.length > 0 && newVillage) || place.village,
  }));
}

function byUnit(rows: readonly Succession[], by: UnitField): Map<string, Succession[]> {
  const units = new Map<string, Succession[]>();
  for (const row of rows) {
    const unit = foldKey(by === 'commune_code' ? row.oldCode : row.oldName);
    const known = units.get(unit);
    if (known === undefined) units.set(unit, [row]);
    else known.push(row);
  }
  return units;
}

async function rowsOf(source: Source, options: GridOptions) {
  const [grid] = await openGrids(source, options);
  const records: RawRecord[] = [];
  for await (const batch of grid?.records() ?? []) records.push(...batch.filter(({ cells }) => !isBlank(cells)));
  const [header, ...rows] = records;
  return { headings: (header?.cells ?? []).map(tidy), rows };
}
