import type { Reviewed } from '../../results/reviewed.ts';
import { type Crosswalk, rebaseBy } from '../link/crosswalk.ts';
import { periodOf } from '../link/from-reviewed.ts';
import type { Place } from './place.ts';
import type { Rebase } from './two-years.ts';

/**
 * Places of the year before in the units of the year after, as a crosswalk says; null for a place of a divided unit whose village
 * the crosswalk does not name.
 */
export function placeRebase(crosswalk: Crosswalk, before: Reviewed, after: Reviewed): Rebase {
  const [from, to] = [unitField(before), unitField(after)];
  const rebase = rebaseBy(crosswalk, periodOf(before, after), from, to);
  return (place: Place) => {
    const unit = from === 'commune_code' ? place.communeCode : place.commune;
    if (unit === '') return place;
    const { units, village } = rebase(unit, place.village);
    const [now = unit] = units;
    if (units.length !== 1) return null;
    if (now === unit && village === place.village) return place;
    // province and the other name are those that the year after gives the unit
    const named = to === 'commune_code' ? { communeCode: now, commune: '' } : { communeCode: '', commune: now };
    return { ...place, provinceCode: '', province: '', ...named, village };
  };
}

function unitField({ survey }: Reviewed): 'commune_code' | 'commune' {
  return survey.slots.has('commune_code') ? 'commune_code' : 'commune';
}
