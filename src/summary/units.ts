import { addCounts, type Counts, emptyCounts } from './count.ts';
import { LEVELS, type Level, type Place, unitKey, unitNames } from './places.ts';
import type { CountPlan } from './plan.ts';
import type { Leaf } from './summarize.ts';

/** A unit of a table with its counts; `area` null when it has households in several areas. */
export interface UnitCounts {
  readonly level: Level;
  readonly code: string | null;
  readonly name: string | null;
  /** The units above it, for villages and communes that share a name. */
  readonly province: { readonly code: string | null; readonly name: string | null };
  readonly commune: { readonly code: string | null; readonly name: string | null };
  /** `urban`, `rural`, `unknown`; null for several. */
  readonly area: string | null;
  /** The areas of all that the unit's name says, also where this is one area of it. */
  readonly areas: ReadonlySet<string>;
  readonly place: Place;
  readonly counts: Counts;
}

export const UNKNOWN_AREA = 'unknown';

/** The units of a level, each the sum of its leaves, sorted as officers sort. `byArea`: a unit is split by area. */
export function unitsAt(leaves: readonly Leaf[], level: Level, plan: CountPlan, byArea = false): readonly UnitCounts[] {
  const areas = new Map<string, Set<string>>();
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const whole = wholeKey(leaf.place, level);
    const key = unitKey(leaf.place, level) + (byArea ? `\u001e${leaf.place.area}` : '');
    areas.set(whole, (areas.get(whole) ?? new Set()).add(areaOf(leaf)));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [leaf]);
    else group.push(leaf);
  }
  return [...groups.values()]
    .map((group) => unitOf(group, level, plan, areas.get(wholeKey(placeOf(group), level)) ?? new Set()))
    .sort(compareUnits);
}

/** An area is a part of all there is. */
function wholeKey(place: Place, level: Level): string {
  return unitKey(place, level === 'area' ? 'total' : level);
}

function areaOf({ place }: Leaf): string {
  return place.area || UNKNOWN_AREA;
}

/** The area of what lies in one; null for several. */
export function onlyArea(areas: ReadonlySet<string>): string | null {
  const [area] = areas;
  return areas.size === 1 ? (area ?? null) : null;
}

/** The leaves of a unit share what names it. */
function placeOf([first]: readonly Leaf[]): Place {
  return first?.place ?? NOWHERE;
}

/** All leaves as one; zero of everything when there are none. */
export function totalOf(leaves: readonly Leaf[], plan: CountPlan): UnitCounts {
  return unitOf(leaves, 'total', plan, new Set(leaves.map(areaOf)));
}

const NOWHERE: Place = { provinceCode: '', province: '', communeCode: '', commune: '', village: '', area: '' };

function unitOf(leaves: readonly Leaf[], level: Level, plan: CountPlan, areas: ReadonlySet<string>): UnitCounts {
  const place = placeOf(leaves);
  const isBelow = (above: Level) => LEVELS.indexOf(level) > LEVELS.indexOf(above);
  const none = { code: null, name: null };
  return {
    level,
    ...unitNames(place, level),
    province: isBelow('province') ? unitNames(place, 'province') : none,
    commune: isBelow('commune') ? unitNames(place, 'commune') : none,
    area: level === 'total' ? null : onlyArea(new Set(leaves.map(areaOf))),
    areas,
    place,
    counts: sumOf(leaves, plan),
  };
}

/** Nobody writes into counts that stand: those of a single leaf serve for its unit. */
function sumOf(leaves: readonly Leaf[], plan: CountPlan): Counts {
  const [only] = leaves;
  if (only !== undefined && leaves.length === 1) return only.counts;
  const counts = emptyCounts(plan);
  for (const leaf of leaves) addCounts(counts, leaf.counts);
  return counts;
}

/** Urban, rural, then those whose area is not known or that have several. */
const AREA_ORDER = ['urban', 'rural', UNKNOWN_AREA];

const vietnamese = new Intl.Collator('vi', { numeric: true });

/** As officers sort: by area where areas are what is counted, else by name in Vietnamese order (Đ after D, 2 before 10). */
function compareUnits(a: UnitCounts, b: UnitCounts): number {
  if (a.level === 'area') return AREA_ORDER.indexOf(a.area ?? '') - AREA_ORDER.indexOf(b.area ?? '');
  return (
    compareNames(a.province, b.province) ||
    compareNames(a.commune, b.commune) ||
    compareNames(a, b) ||
    AREA_ORDER.indexOf(a.area ?? '') - AREA_ORDER.indexOf(b.area ?? '')
  );
}

type Named = { readonly code: string | null; readonly name: string | null };

function compareNames(a: Named, b: Named): number {
  return compareTexts(a.name ?? '', b.name ?? '') || compareTexts(a.code ?? '', b.code ?? '');
}

/** Most are the same where a nation is sorted, and seeing that takes no collation. */
function compareTexts(a: string, b: string): number {
  return a === b ? 0 : vietnamese.compare(a, b);
}
