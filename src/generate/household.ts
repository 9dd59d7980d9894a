import { type Cause, inventCauses } from './causes.ts';
import { ASKABLE, type PerIndicator, recordOf } from './indicators.ts';
import { type Ethnicity, inventName, type Sex } from './names.ts';
import { between, chance, normal, pickWeighted, type Random, randomOf } from './random.ts';
import { changesOfHands, FIRST_YEAR } from './turnover.ts';
import type { Dwelling } from './units.ts';
import { type Village, villageOf } from './villages.ts';

/** What stays the same about a household from year to year. */
export interface Household {
  /** 1 and up, unique in its unit over all years. */
  readonly number: number;
  /** 1 and up, unique in the survey over all years. */
  readonly serial: number;
  /** What sets its random streams apart; see `randomOf`. */
  readonly keys: readonly number[];
  readonly village: Village;
  readonly isAreaBlank: boolean;
  /** Blank when nobody asked. */
  readonly residence: 'permanent' | 'temporary' | '';
  readonly head: Head;
  readonly ethnicity: Ethnicity;
  readonly size: number;
  readonly noLabor: boolean;
  readonly merit: boolean;
  readonly causes: ReadonlySet<Cause>;
  /** Its place among the households of its area: normal, mean 0, deviation 1. */
  readonly fortune: number;
  /** How readily it is deprived of each thing, 0 (readily) to 1; see `deprivations.ts`. */
  readonly thresholds: PerIndicator<number>;
}

/** The head of a household. */
export interface Head {
  readonly name: string;
  readonly sex: Sex;
  readonly birthYear: number;
  /** ISO. */
  readonly birthDate: string;
}

const SIZES: readonly (readonly [size: number, weight: number])[] = [
  [1, 8],
  [2, 17],
  [3, 19],
  [4, 28],
  [5, 15],
  [6, 8],
  [7, 3],
  [8, 1.4],
  [9, 0.6],
];
const RESIDENCES: readonly (readonly [Household['residence'], number])[] = [
  ['permanent', 990],
  ['temporary', 7],
  ['', 3],
];
/** One dwelling in so many has its area left blank: counted off, since by chance a small commune might have none. */
const AREA_BLANK_EVERY = 480;

/** The household that lives in the dwelling in that year. */
export function householdIn(year: number, seed: number, dwelling: Dwelling): Household {
  return inhabitant(changesOfHands(seed, dwelling.index, year), seed, dwelling);
}

/** The household that lives in the dwelling after so many changes of hands. */
export function inhabitant(changes: number, seed: number, { index, place, unit, dwellings }: Dwelling): Household {
  const keys = [seed, index, changes];
  const random = randomOf(...keys);
  const village = villageOf(place, unit.dwellings, unit.villages);
  const ethnicity = pickWeighted(random, village.ethnicities);
  const head = inventHead(random, ethnicity);
  const size = pickWeighted(random, SIZES);
  const noLabor = chance(random, noLaborShare(head, size));
  return {
    number: place + unit.dwellings * changes,
    serial: index + dwellings * changes,
    keys,
    village,
    isAreaBlank: (index + between(randomOf(seed), 0, AREA_BLANK_EVERY - 1)) % AREA_BLANK_EVERY === 0,
    residence: pickWeighted(random, RESIDENCES),
    head,
    ethnicity,
    size,
    noLabor,
    merit: chance(random, 0.05),
    causes: inventCauses(random, noLabor),
    fortune: normal(random),
    // drawn last: what can be asked besides the form changes nothing else
    thresholds: recordOf(ASKABLE, () => random()),
  };
}

function inventHead(random: Random, ethnicity: Ethnicity): Head {
  const sex: Sex = chance(random, 0.72) ? 'male' : 'female';
  // two even draws: most heads are of middle age, few very young or very old
  const birthYear = FIRST_YEAR - between(random, 10, 43) - between(random, 10, 43);
  const [month, day] = [between(random, 1, 12), between(random, 1, 28)];
  const birthDate = `${birthYear}-${twoDigits(month)}-${twoDigits(day)}`;
  return { name: inventName(random, ethnicity, sex), sex, birthYear, birthDate };
}

/** Old people who live alone or in pairs often have nobody who can work; others hardly ever. */
function noLaborShare(head: Head, size: number): number {
  return head.birthYear <= FIRST_YEAR - 68 && size <= 2 ? 0.4 : 0.004;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
