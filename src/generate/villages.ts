import type { Ethnicity } from './names.ts';

export type Area = 'urban' | 'rural';

/** A village and how its households differ from the average of their area. */
export interface Village {
  readonly name: string;
  readonly area: Area;
  /** Percent of the commune's households; the shares of all villages add up to 100. */
  readonly share: number;
  /** Added to every household's standing (see `standing.ts`): the uplands are a little poorer. */
  readonly standing: number;
  readonly ethnicities: readonly (readonly [Ethnicity, number])[];
}

const TOWN: Village['ethnicities'] = [
  ['Kinh', 93],
  ['Tày', 3],
  ['Hoa', 3],
  ['Dao', 1],
];
const VALLEY: Village['ethnicities'] = [
  ['Kinh', 82],
  ['Sán Dìu', 8],
  ['Tày', 8],
  ['Hoa', 2],
];
const UPLAND: Village['ethnicities'] = [
  ['Kinh', 30],
  ['Dao', 38],
  ['Tày', 20],
  ['Sán Dìu', 12],
];

/** In the order of the list; every name says that it is a trial (thử), a sample (mẫu) or made up (giả định). */
const VILLAGES: readonly Village[] = [
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

/** The village of the dwelling `index` (1 to `dwellings`): villages follow one another, each with its share. */
export function villageOf(index: number, dwellings: number): Village {
  let end = 0;
  for (const village of VILLAGES) {
    end += village.share;
    if (index * 100 <= end * dwellings) return village;
  }
  return VILLAGES.at(-1) as Village;
}
