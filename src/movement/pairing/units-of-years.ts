import { foldKey } from '../../text/fold.ts';
import { groupedBy } from '../../text/grouped.ts';
import type { Place } from './place.ts';

/** What makes two places one commune: its code, else its name within the province; '' where no file says. */
export function communeKey({ communeCode, commune, ...place }: Place): string {
  if (communeCode !== '') return communeCode;
  return commune === '' ? '' : `${provinceKey(place)}\u001f${foldKey(commune)}`;
}

export function provinceKey({ provinceCode, province }: Pick<Place, 'provinceCode' | 'province'>): string {
  return provinceCode || (province === '' ? '' : foldKey(province));
}

export function villageKey(place: Place): string {
  return `${communeKey(place)}\u001f${foldKey(place.village)}`;
}

/**
 * Gives places of the year before the commune and province of the year after: by code, else by name. A commune of another
 * code but the same name is the same only if one code took the other's place. Places of units that are gone stay as they are.
 */
export function unitsOfYears(before: readonly Place[], after: readonly Place[]): (place: Place) => Place {
  const codesBefore = new Set(before.map(({ communeCode }) => communeCode));
  const byCode = new Map(
    after.filter(({ communeCode }) => communeCode !== '').map((place) => [place.communeCode, place]),
  );
  const communes = new Map(after.filter(({ commune }) => commune !== '').map((place) => [communeKey(place), place]));
  const byName = groupedBy(communes.values(), ({ commune }) => foldKey(commune));
  const known = new Map<Place, Place>();
  const find = (place: Place): Place | undefined => {
    if (byCode.has(place.communeCode)) return byCode.get(place.communeCode);
    const named = byName.get(foldKey(place.commune))?.filter((other) => mayBeOneProvince(place, other)) ?? [];
    const [only] = named;
    const isTaken = place.communeCode !== '' && only !== undefined && codesBefore.has(only.communeCode);
    return named.length === 1 && !isTaken ? only : undefined;
  };
  return (place) => {
    const already = known.get(place);
    if (already !== undefined) return already;
    const unit = place.commune === '' && place.communeCode === '' ? undefined : find(place);
    const { village, area } = place;
    const mapped = unit === undefined ? place : { ...unit, village, area };
    known.set(place, mapped);
    return mapped;
  };
}

/** A province that one of the files does not say stands in no one's way; neither does one that the reform renumbered. */
function mayBeOneProvince(a: Place, b: Place): boolean {
  const [codes, names] = [
    [a.provinceCode, b.provinceCode],
    [foldKey(a.province), foldKey(b.province)],
  ];
  const agree = ([one, other]: readonly (string | undefined)[]) => one === '' || other === '' || one === other;
  return agree(codes ?? []) || (a.province !== '' && agree(names ?? []));
}
