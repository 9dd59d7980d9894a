import type { Reviewed } from '../results/reviewed.ts';
import type { TargetClass } from './target.ts';

/** By what units figures are shown beside those of the whole. */
export const UNIT_LEVELS = ['total', 'area', 'province', 'commune', 'village'] as const;

export type UnitLevel = (typeof UNIT_LEVELS)[number];

export interface SnapshotUnit {
  /** One of a kind within its level; blank for the whole. */
  readonly code: string;
  readonly name: string;
}

/** How many households of one place stand on the lists; null what is not known. */
export interface Counts {
  readonly poor: number | null;
  readonly near_poor: number | null;
  /** All resident households. */
  readonly households: number | null;
}

/** The lists of one day, counted: a baseline, or the result that is held against it. */
export interface Snapshot {
  /** As it is shown: the files, or the name of figures given by hand. */
  readonly name: string;
  readonly date: string | null;
  /** Id of the criteria; null when not said. */
  readonly criteria: string | null;
  readonly total: Counts;
  /** By code; in file order. */
  readonly units: ReadonlyMap<string, Counts & SnapshotUnit>;
}

/** Households on a list, or on either. */
export function stockIn({ poor, near_poor }: Counts, listed: TargetClass): number | null {
  if (listed !== 'multidimensional') return listed === 'poor' ? poor : near_poor;
  return poor === null || near_poor === null ? null : poor + near_poor;
}

/** Counts a result. Its own rows are the resident households when it covers all of them. */
export async function snapshotOf(reviewed: Reviewed, level: UnitLevel): Promise<Snapshot> {
  const { survey, files, date, criteria, coverage } = reviewed;
  const slot = (field: string) => survey.slots.get(field) ?? -1;
  const own = unitReader(level, slot);
  const total = { poor: 0, near_poor: 0, households: 0 };
  const units = new Map<string, { poor: number; near_poor: number; households: number } & SnapshotUnit>();
  for await (const batch of reviewed.households()) {
    for (const { cells, class: outcome } of batch) {
      if (outcome === 'out_of_scope') continue;
      const unit = own(cells);
      const counts = unit === null ? null : (units.get(unit.code) ?? { ...unit, poor: 0, near_poor: 0, households: 0 });
      if (unit !== null && counts !== null) units.set(unit.code, counts);
      for (const sum of counts === null ? [total] : [total, counts]) {
        sum.households += 1;
        if (outcome === 'poor' || outcome === 'near_poor') sum[outcome] += 1;
      }
    }
  }
  const known = <T extends Counts>(counts: T): T => (coverage === 'all' ? counts : { ...counts, households: null });
  return {
    name: files.join(', '),
    date,
    criteria: criteria.id === '' ? null : criteria.id,
    total: known(total),
    units: new Map([...units].map(([code, counts]) => [code, known(counts)])),
  };
}

/** The unit that a household belongs to; null when only the whole is counted. */
function unitReader(
  level: UnitLevel,
  slot: (field: string) => number,
): (cells: readonly string[]) => SnapshotUnit | null {
  const [code, commune, village] = [slot('commune_code'), slot('commune'), slot('village')];
  const [province, provinceName, area] = [slot('province_code'), slot('province'), slot('area')];
  switch (level) {
    case 'total':
      return () => null;
    case 'area':
      return (cells) => ({ code: cells[area] || 'unknown', name: '' });
    case 'province':
      return (cells) => named(cells[province] ?? '', cells[provinceName] ?? '');
    case 'commune':
      return (cells) => named(cells[code] ?? '', cells[commune] ?? '');
    case 'village':
      return (cells) => {
        const above = named(cells[code] ?? '', cells[commune] ?? '');
        const name = cells[village] ?? '';
        return { code: `${above.code}/${name}`, name: [name, above.name].filter((part) => part !== '').join(', ') };
      };
  }
}

/** Units without a code go by their name. */
function named(code: string, name: string): SnapshotUnit {
  return { code: code === '' ? name : code, name };
}
