import { foldKey } from '../../text/fold.ts';
import type { Standing } from '../ledger/replay-ledger.ts';
import type { Brief } from '../pairing/brief.ts';
import type { Place } from '../pairing/place.ts';
import type { TwoYears } from '../pairing/two-years.ts';
import { communeKey, villageKey } from '../pairing/units-of-years.ts';
import { ownFields } from '../pairing/year-list.ts';

/** The number in the store of a household that no result holds. */
export const NOT_STORED = -1;

/**
 * Reads households that the ledger names and the year before does not have. Their units are what their keys and the columns
 * of the ledger say; the province and area of a unit are those of the households that the years know there.
 */
export function laterReader(years: TwoYears): (key: string, standing: Standing) => Brief {
  const { keyFields } = years.before.reviewed;
  const own = ownFields(keyFields, years.after.reviewed.keyFields);
  const neighbour = neighboursOf(years);
  return (key, standing) => {
    const fields = fieldsOf(key, keyFields);
    const field = (name: string) => fields.get(name) ?? '';
    const place: Place = {
      provinceCode: field('province_code'),
      province: field('province'),
      communeCode: field('commune_code') || standing.unit.code,
      commune: field('commune') || standing.unit.name,
      village: field('village'),
      area: '',
    };
    const brief: Brief = {
      at: NOT_STORED,
      key,
      own: fields.size === 0 ? key : own.map(field).join('\u001f'),
      class: standing.class ?? 'non_poor',
      place,
      size: standing.size,
      event: null,
      previousId: '',
      previouslyPoor: null,
      headName: standing.headName === '' ? '' : foldKey(standing.headName),
      headId: '',
    };
    const known = neighbour(years.placeBefore(brief));
    return known === null ? brief : { ...brief, place: filled(place, known) };
  };
}

/** The parts of a key by their fields; none where it has fewer parts. A number may itself hold the sign that joins parts. */
function fieldsOf(key: string, keyFields: readonly string[]): ReadonlyMap<string, string> {
  const parts = key.split('/');
  const last = keyFields.length - 1;
  if (parts.length <= last) return new Map();
  return new Map(keyFields.map((field, at) => [field, at < last ? (parts[at] ?? '') : parts.slice(last).join('/')]));
}

/** Of a unit of the year after: the place of a household there, of its village before all; its area where there is one. */
function neighboursOf(years: TwoYears): (place: Place) => Place | null {
  const villages = new Map<string, Place>();
  const communes = new Map<string, Place>();
  const see = (place: Place) => {
    const commune = communeKey(place);
    if (commune === '') return;
    villages.set(villageKey(place), place);
    const known = communes.get(commune);
    const isOneArea = known === undefined || known.area === place.area;
    communes.set(commune, isOneArea ? place : { ...place, area: '' });
  };
  for (const place of new Set(years.after.households.map((brief) => brief.place))) see(place);
  // where this year has the unit, its area counts for opening households and for these
  const now = new Set(communes.keys());
  for (const place of new Set(years.before.households.map((brief) => years.placeBefore(brief))))
    if (!now.has(communeKey(place))) see(place);
  return (place) => villages.get(villageKey(place)) ?? communes.get(communeKey(place)) ?? null;
}

function filled(place: Place, known: Place): Place {
  const lacksProvince = place.provinceCode === '' && place.province === '';
  const { provinceCode, province } = lacksProvince ? known : place;
  return { ...place, provinceCode, province, commune: place.commune || known.commune, area: known.area };
}
