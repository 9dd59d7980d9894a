import { between, randomOf } from './random.ts';
import { TOWN, UPLAND, VALLEY, VILLAGES, type Village, villageOf } from './villages.ts';

/** An invented commune or ward, and the dwellings in it. */
export interface Unit {
  /** No list of units has it: there is no 00000, and real codes end far below 90000. */
  readonly code: string;
  readonly name: string;
  /** Dwellings of the units before it. */
  readonly before: number;
  readonly dwellings: number;
  readonly villages: readonly Village[];
}

export interface Dwelling {
  /** 1 and up, through all units. */
  readonly index: number;
  /** 1 and up, in its unit. */
  readonly place: number;
  readonly unit: Unit;
  /** In all units. */
  readonly dwellings: number;
}

/** More units than this have no codes; no province comes near it. */
export const MOST_UNITS = 9_999;

/** Every name says that it is made up: `Suối Thử` (a trial), `Khe Mẫu` (a sample), `Cầu Ví Dụ` (an example). */
const PLACES = 'Suối Khe Đồng Cầu Bãi Đồi Nà Gò Bến Vườn Ao Rừng Lũng Mỏ Hang Núi Sông Chợ Giếng Đầm'.split(' ');
const MARKERS = ['Thử', 'Mẫu', 'Nháp', 'Giả Định', 'Ví Dụ'];

/** Sets the stream of a unit apart from those of households, which are keyed seed, index and a small number. */
const UNIT_STREAM = -1;

/**
 * The units of a survey, in order: one commune of town and country, or as many wards and communes as are asked for.
 * They are the same in every year. `count` is 1 to `MOST_UNITS`, and no more than `dwellings` unless it is 1.
 */
export function unitsOf(seed: number, dwellings: number, count: number): readonly Unit[] {
  if (count === 1) return [{ code: '00000', name: 'Xã Suối Mẫu', before: 0, dwellings, villages: VILLAGES }];
  const weights = Array.from({ length: count }, (_, at) => {
    const random = randomOf(seed, at, UNIT_STREAM);
    return between(random, 60, 140) * (isWard(at) ? 14 : 8);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [weight, before] = [0, 0];
  return weights.map((own, at) => {
    weight += own;
    // one dwelling for each unit first, the others by weight
    const end = at + 1 + Math.round(((dwellings - count) * weight) / total);
    const unit = inventUnit(seed, at, before, end - before);
    before = end;
    return unit;
  });
}

/** All dwellings, unit by unit. */
export function* dwellingsOf(units: readonly Unit[]): Generator<Dwelling> {
  const dwellings = units.reduce((sum, unit) => sum + unit.dwellings, 0);
  for (const unit of units) {
    for (let place = 1; place <= unit.dwellings; place++) yield { index: unit.before + place, place, unit, dwellings };
  }
}

/** The dwellings of one village. */
export interface VillageDwellings {
  readonly unit: Unit;
  readonly village: Village;
  readonly dwellings: readonly Dwelling[];
  /** Within its unit, of the villages that have dwellings. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** All villages that have dwellings, unit by unit. */
export function* villagesOf(units: readonly Unit[]): Generator<VillageDwellings> {
  const dwellings = units.reduce((sum, unit) => sum + unit.dwellings, 0);
  for (const unit of units) {
    const groups = new Map<Village, Dwelling[]>();
    for (let place = 1; place <= unit.dwellings; place++) {
      const village = villageOf(place, unit.dwellings, unit.villages);
      const own = groups.get(village) ?? [];
      groups.set(village, own);
      own.push({ index: unit.before + place, place, unit, dwellings });
    }
    const all = [...groups];
    for (const [at, [village, own]] of all.entries())
      yield { unit, village, dwellings: own, isFirst: at === 0, isLast: at === all.length - 1 };
  }
}

/** Nine of twenty units are wards, mixed among the communes. */
function isWard(at: number): boolean {
  return (at * 9) % 20 < 9;
}

function inventUnit(seed: number, at: number, before: number, dwellings: number): Unit {
  const random = randomOf(seed, at, UNIT_STREAM, 1);
  const name = nameAt(at);
  const code = String(90_001 + at);
  // in hundredths, so that standings are the same on every machine
  if (isWard(at)) {
    const standing = between(random, -8, 8) / 100;
    const villages = Array.from({ length: villagesFor(dwellings, 300) }, (_, k) => ({
      name: `Khu phố Giả Định ${k + 1}`,
      area: 'urban' as const,
      share: between(random, 6, 14),
      standing,
      ethnicities: TOWN,
    }));
    return { code, name: `Phường ${name}`, before, dwellings, villages };
  }
  const standing = between(random, -15, 8) / 100;
  const uplands = between(random, 0, 10);
  const start = between(random, 0, PLACES.length * MARKERS.length - 1);
  const villages = Array.from({ length: villagesFor(dwellings, 220) }, (_, k) => {
    const isUpland = between(random, 1, 10) <= uplands;
    return {
      name: `Thôn ${nameAt((start + k) % (PLACES.length * MARKERS.length))}`,
      area: 'rural' as const,
      share: between(random, 6, 14),
      standing: standing + (isUpland ? -0.08 : 0.04),
      ethnicities: isUpland ? UPLAND : VALLEY,
    };
  });
  return { code, name: `Xã ${name}`, before, dwellings, villages };
}

function villagesFor(dwellings: number, usual: number): number {
  return Math.min(15, Math.max(2, Math.round(dwellings / usual)));
}

/** A name of its own for each number: the combinations first, then the same with a numeral. */
function nameAt(at: number): string {
  const all = PLACES.length * MARKERS.length;
  const round = Math.floor(at / all);
  // the markers change from one name to the next, the places too
  const place = PLACES[at % PLACES.length];
  const marker = MARKERS[(at + Math.floor(at / PLACES.length)) % MARKERS.length];
  return round === 0 ? `${place} ${marker}` : `${place} ${marker} ${round + 1}`;
}
