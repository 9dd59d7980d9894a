import { groupedBy } from '../text/grouped.ts';
import type { Pair } from './pairing/pairs.ts';
import { type TwoYears, whereLived } from './pairing/two-years.ts';
import { communeKey } from './pairing/units-of-years.ts';

/** A unit of the year before that nobody of the year after lives in. */
export interface LostUnit {
  readonly name: string;
  /** Households of it that are found again, elsewhere. */
  readonly households: number;
}

/** So many households do not leave a place together: the place has got another code. */
const MOST_MOVERS = 2;

/** Units all of whose households that are found again have moved, and that are no more: the reform, not a movement. */
export function lostUnits(pairs: readonly Pair[], years: TwoYears): readonly LostUnit[] {
  const alive = new Set(years.after.households.map(({ place }) => communeKey(place)));
  const moved = pairs.filter((pair) => {
    if (pair.before === null || pair.after === null) return false;
    const { was, is } = whereLived(pair, years);
    const key = communeKey(was);
    return key !== '' && communeKey(is) !== '' && !alive.has(key);
  });
  const units = groupedBy(moved, (pair) => communeKey(whereLived(pair, years).was));
  return [...units.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined || own.length < MOST_MOVERS) return [];
    const { communeCode, commune } = whereLived(first, years).was;
    return [{ name: [communeCode, commune].filter((text) => text !== '').join(' '), households: own.length }];
  });
}

/** Divided units whose households cannot be placed, for the crosswalk does not name their villages. */
export function unplacedUnits(years: TwoYears): readonly LostUnit[] {
  const open = years.before.households.filter((brief) => years.isUnplaced(brief));
  const units = groupedBy(open, ({ place }) => place.communeCode || place.commune);
  return [...units].map(([name, own]) => ({ name, households: own.length }));
}
