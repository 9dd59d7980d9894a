import type { Unit } from './units.ts';
import type { Village } from './villages.ts';

/** Where a village lies, and what it is called there. */
export interface Location {
  readonly code: string;
  readonly commune: string;
  readonly village: string;
}

/** Which units follow which: two are put together, the third is divided, the fourth renamed; all others stay as they are. */
export interface Reform {
  /** Where a village of an old unit lies after. */
  locate(unit: Unit, village: Village): Location;
  /** Rows of the crosswalk, in the order of `CROSSWALK_HEADINGS`. */
  readonly crosswalk: readonly (readonly string[])[];
}

export const CROSSWALK_HEADINGS: readonly string[] = [
  'old_code',
  'old_name',
  'new_code',
  'new_name',
  'valid_from',
  'village',
  'new_village',
];

/** So many units a reform needs to have one of each kind. */
export const REFORMED_UNITS = 4;

/** No list has them, nor any survey before a reform. */
const NEW_CODES = 99_001;
const MERGED = { code: String(NEW_CODES), commune: 'Xã Hợp Nhất Thử' };
const PARTS = [
  { code: String(NEW_CODES + 1), commune: 'Xã Chia Tách Thử' },
  { code: String(NEW_CODES + 2), commune: 'Xã Chia Tách Mẫu' },
] as const;
const RENAMED = { code: String(NEW_CODES + 3), commune: 'Xã Đổi Tên Thử' };

/** No reform: every village lies where it lay. */
export const NO_REFORM: Reform = { locate: here, crosswalk: [] };

/** The reform of a survey's units, in force on 1 July of the year. */
export function reformOf(units: readonly Unit[], year: number): Reform {
  const [first, second, divided, renamed] = units;
  const locate = (unit: Unit, village: Village): Location => {
    const half = unit.villages.indexOf(village) * 2 < unit.villages.length ? 0 : 1;
    if (unit === first) return { ...MERGED, village: village.name };
    // villages of two communes may bear one name
    if (unit === second) return { ...MERGED, village: `${village.name} (${unit.name})` };
    if (unit === divided) return { ...PARTS[half], village: village.name };
    return unit === renamed ? { ...RENAMED, village: village.name } : here(unit, village);
  };
  const crosswalk = units.slice(0, REFORMED_UNITS).flatMap((unit) =>
    unit.villages.map((village) => {
      const { code, commune, village: name } = locate(unit, village);
      return [unit.code, unit.name, code, commune, `${year}-07-01`, village.name, name];
    }),
  );
  return { locate, crosswalk };
}

function here({ code, name }: Unit, village: Village): Location {
  return { code, commune: name, village: village.name };
}
