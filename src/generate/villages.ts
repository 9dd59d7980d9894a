import type { Ethnicity } from './names.ts';

export type Area = 'urban' | 'rural';

/** A village and how its households differ from the average of their area. */
export interface Village {
  readonly name: string;
  readonly area: Area;
  /** Its part of the unit's households, against the shares of the unit's other villages. */
  readonly share: number;
  /** Added to every household's standing (see `standing.ts`): the uplands are a little poorer. */
  readonly standing: number;
  readonly ethnicities: readonly (readonly [Ethnicity, number])[];
}

export const TOWN: Village['ethnicities'] = [
  ['Kinh', 93],
  ['Tày', 3],
  ['Hoa', 3],
  ['Dao', 1],
];
export const VALLEY: Village['ethnicities'] = [
  ['Kinh', 82],
  ['Sán Dìu', 8],
  ['Tày', 8],
  ['Hoa', 2],
];
export const UPLAND: Village['ethnicities'] = [
  ['Kinh', 30],
  ['Dao', 38],
  ['Tày', 20],
  ['Sán Dìu', 12],
];

/** The villages of the commune that stands alone; every name says that it is a trial, a sample or made up. */
export const VILLAGES: readonly Village[] = [
  { name: 'Khu phố Giả Định 1', area: 'urban', share: 14, standing: 0, ethnicities: TOWN },
  { name: 'Khu phố Giả Định 2', area: 'urban', share: 12, standing: 0, ethnicities: TOWN },
  { name: 'Thôn Cầu Thử', area: 'rural', share: 13, standing: 0.05, ethnicities: VALLEY },
  { name: 'Thôn Đồng Mẫu', area: 'rural', share: 13, standing: 0.05, ethnicities: VALLEY },
  { name: 'Thôn Bãi Nháp', area: 'rural', share: 12, standing: 0, ethnicities: VALLEY },
  { name: 'Thôn Ví Dụ', area: 'rural', share: 11, standing: 0, ethnicities: VALLEY },
  { name: 'Thôn Đồi Thử', area: 'rural', share: 10, standing: -0.05, ethnicities: UPLAND },
  { name: 'Thôn Khe Mẫu', area: 'rural', share: 9, standing: -0.1, ethnicities: UPLAND },
  { name: 'Thôn Nà Giả Định', area: 'rural', share: 6, standing: -0.1, ethnicities: UPLAND },
];

/** The village of the dwelling `place` (1 to `dwellings`): villages follow one another, each with its share. */
export function villageOf(place: number, dwellings: number, villages: readonly Village[]): Village {
  const total = villages.reduce((sum, village) => sum + village.share, 0);
  let end = 0;
  for (const village of villages) {
    end += village.share;
    if (place * total <= end * dwellings) return village;
  }
  return villages.at(-1) as Village;
}
