/** Where a household lives, as a result says it; '' for what it does not say. */
export interface Place {
  readonly provinceCode: string;
  readonly province: string;
  readonly communeCode: string;
  readonly commune: string;
  readonly village: string;
  /** `urban`, `rural`, or '' when not known. */
  readonly area: string;
}

/** The field of a survey that holds each part of a place. */
export const PLACE_FIELDS: Readonly<Record<keyof Place, string>> = {
  provinceCode: 'province_code',
  province: 'province',
  communeCode: 'commune_code',
  commune: 'commune',
  village: 'village',
  area: 'area',
};

/** The levels of a summary, from the whole to the smallest unit. */
export const LEVELS = ['total', 'area', 'province', 'commune', 'village'] as const;
export type Level = (typeof LEVELS)[number];

/** What makes two places one unit of a level: codes where there are any, for names repeat across the country. */
export function unitKey(place: Place, level: Level): string {
  const province = place.provinceCode || place.province;
  const commune = place.communeCode || place.commune;
  switch (level) {
    case 'total':
      return '';
    case 'area':
      return place.area;
    case 'province':
      return province;
    case 'commune':
      // a commune's code is one of its own; a name is only so within its province
      return place.communeCode === '' ? `${province}\u001f${commune}` : commune;
    case 'village':
      return `${place.communeCode === '' ? province : ''}\u001f${commune}\u001f${place.village}`;
  }
}

/** Code and name of the unit in which a place lies. */
export function unitNames(place: Place, level: Level): { readonly code: string | null; readonly name: string | null } {
  const said = (code: string, name: string) => ({ code: code || null, name: name || null });
  switch (level) {
    case 'total':
    case 'area':
      return said('', '');
    case 'province':
      return said(place.provinceCode, place.province);
    case 'commune':
      return said(place.communeCode, place.commune);
    case 'village':
      return said('', place.village);
  }
}
