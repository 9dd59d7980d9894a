import type { Place } from '../pairing/place.ts';
import { communeKey, provinceKey, villageKey } from '../pairing/units-of-years.ts';
import type { Posting } from './postings.ts';
import { UnitBook } from './unit-book.ts';

/** The levels of the movement tables below the whole. */
export const UNIT_LEVELS = ['area', 'province', 'commune', 'village'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** A unit and its tables; null what no file says of it. */
export interface UnitMovement {
  readonly level: UnitLevel | 'total';
  readonly code: string | null;
  readonly name: string | null;
  readonly area: string | null;
  /** The commune of a village. */
  readonly commune: { readonly code: string | null; readonly name: string | null };
  readonly book: UnitBook;
  /** Households on a list that moved from one part of the unit to another. */
  readonly internalMoves: number;
}

const UNKNOWN_AREA = 'unknown';

/** What makes a place part of a unit of a level. */
function unitKeyAt(level: UnitLevel, place: Place): string {
  switch (level) {
    case 'area':
      return place.area || UNKNOWN_AREA;
    case 'province':
      return provinceKey(place);
    case 'commune':
      return communeKey(place);
    case 'village':
      return villageKey(place);
  }
}

/** Movement tables by the smallest units asked for, added up into larger ones when they are read. */
export class UnitBooks {
  readonly #leaves = new Map<string, { readonly place: Place; readonly book: UnitBook }>();
  readonly #keys = new Map<Place, string>();
  readonly #smallest: 'commune' | 'village';

  constructor(smallest: 'commune' | 'village') {
    this.#smallest = smallest;
  }

  post(place: Place, posting: Posting): void {
    let key = this.#keys.get(place);
    if (key === undefined) {
      key = `${provinceKey(place)}\u001e${unitKeyAt(this.#smallest, place)}\u001e${place.area}`;
      this.#keys.set(place, key);
    }
    let leaf = this.#leaves.get(key);
    if (leaf === undefined) {
      leaf = { place, book: new UnitBook() };
      this.#leaves.set(key, leaf);
    }
    leaf.book.post(posting);
  }

  total(internalMoves: number): UnitMovement {
    const book = new UnitBook();
    for (const leaf of this.#leaves.values()) book.add(leaf.book);
    return { level: 'total', code: null, name: null, area: null, commune: NONE, book, internalMoves };
  }

  /** The units of a level, sorted as officers sort. `internalMoves`: by the key of the unit. */
  unitsAt(level: UnitLevel, internalMoves: ReadonlyMap<string, number>): readonly UnitMovement[] {
    const units = new Map<string, { place: Place; areas: Set<string>; book: UnitBook }>();
    for (const { place, book } of this.#leaves.values()) {
      const key = unitKeyAt(level, place);
      const unit = units.get(key) ?? { place, areas: new Set(), book: new UnitBook() };
      if (unit.place.commune === '' && place.commune !== '') unit.place = place;
      unit.areas.add(place.area || UNKNOWN_AREA);
      unit.book.add(book);
      units.set(key, unit);
    }
    return [...units]
      .map(([key, { place, areas, book }]): UnitMovement => {
        const [area] = areas;
        return {
          level,
          ...namesAt(level, place),
          area: areas.size === 1 ? (area ?? null) : null,
          commune: level === 'village' ? namesAt('commune', place) : NONE,
          book,
          internalMoves: internalMoves.get(key) ?? 0,
        };
      })
      .sort(compareUnits);
  }
}

const NONE = { code: null, name: null };

function namesAt(level: UnitLevel, place: Place): { readonly code: string | null; readonly name: string | null } {
  switch (level) {
    case 'area':
      return NONE;
    case 'province':
      return { code: place.provinceCode || null, name: place.province || null };
    case 'commune':
      return { code: place.communeCode || null, name: place.commune || null };
    case 'village':
      return { code: null, name: place.village || null };
  }
}

/** Urban, rural, then those whose area is not known. */
const AREAS = ['urban', 'rural', UNKNOWN_AREA];
const vietnamese = new Intl.Collator('vi', { numeric: true });

function compareUnits(a: UnitMovement, b: UnitMovement): number {
  if (a.level === 'area') return AREAS.indexOf(a.area ?? '') - AREAS.indexOf(b.area ?? '');
  const byName = (one: typeof NONE | UnitMovement['commune'], other: UnitMovement['commune']) =>
    vietnamese.compare(one.name ?? '', other.name ?? '') || vietnamese.compare(one.code ?? '', other.code ?? '');
  return byName(a.commune, b.commune) || byName(a, b);
}
