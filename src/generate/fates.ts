import type { Household } from './household.ts';
import { pickWeighted, randomOf } from './random.ts';

/** What happens to a household between two years, beside getting richer or poorer. */
export type Fate =
  | 'stays'
  | 'new_head'
  | 'splits'
  | 'merges'
  | 'moves_within'
  | 'moves_between'
  | 'moves_out'
  | 'dies'
  | 'dissolves';

/** In a thousand households of one year. Real places have fewer; a test of linking needs some of each. */
const FATES: readonly (readonly [Fate, number])[] = [
  ['stays', 918],
  ['new_head', 18],
  ['splits', 16],
  ['merges', 8],
  ['moves_within', 10],
  ['moves_between', 10],
  ['moves_out', 8],
  ['dies', 6],
  ['dissolves', 6],
];

/** Sets the stream of what happens in a year apart from all others of the household. */
const FATE_STREAM = -5;

/** The fate of a household in the year up to `year`, as drawn: whether it can have it depends on who lives there. */
export function fateOf(year: number, { keys }: Household): Fate {
  return pickWeighted(randomOf(...keys, year, FATE_STREAM), FATES);
}

/** The stream for the particulars of a household's fate. */
export function fateRandom(year: number, { keys }: Household) {
  return randomOf(...keys, year, FATE_STREAM, 1);
}
