/** Where a household lives, as a file says it; '' for what it does not say. */
export interface Place {
  readonly provinceCode: string;
  readonly province: string;
  readonly communeCode: string;
  readonly commune: string;
  readonly village: string;
  /** `urban`, `rural`, or '' when not known. */
  readonly area: string;
}

export const NOWHERE: Place = {
  provinceCode: '',
  province: '',
  communeCode: '',
  commune: '',
  village: '',
  area: '',
};

/** Reads places from the cells of households; each place is one object. */
export function placeReader(slots: ReadonlyMap<string, number>): (cells: readonly string[]) => Place {
  const at = ['province_code', 'province', 'commune_code', 'commune', 'village', 'area'].map((f) => slots.get(f) ?? -1);
  const known = new Map<string, Place>();
  return (cells) => {
    const said = at.map((slot) => cells[slot] ?? '');
    const key = said.join('\u001f');
    const place = known.get(key);
    if (place !== undefined) return place;
    const [provinceCode = '', province = '', communeCode = '', commune = '', village = '', area = ''] = said;
    const read = { provinceCode, province, communeCode, commune, village, area };
    known.set(key, read);
    return read;
  };
}

/** The place, with what it does not say as the other year says it: a list without communes is of those it is compared with. */
export function filledFrom(place: Place, other: Place): Place {
  const lacksUnit = place.communeCode === '' && place.commune === '';
  const lacksProvince = place.provinceCode === '' && place.province === '';
  if (!lacksUnit && !lacksProvince && place.village !== '' && place.area !== '') return place;
  const { provinceCode, province, communeCode, commune } = other;
  return {
    ...place,
    ...(lacksProvince ? { provinceCode, province } : {}),
    ...(lacksUnit ? { communeCode, commune } : {}),
    village: place.village || other.village,
    area: place.area || other.area,
  };
}
