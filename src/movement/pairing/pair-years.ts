import type { LinkLine } from '../link/links-file.ts';
import type { Brief } from './brief.ts';
import { goneBy } from './gone.ts';
import { pairByKey } from './pair-by-key.ts';
import { pairByLinks } from './pair-by-links.ts';
import { pairByNumber } from './pair-by-number.ts';
import { Pairing } from './pairing.ts';
import type { Pair } from './pairs.ts';
import type { TwoYears } from './two-years.ts';

/** Two years paired, and what was found on the way. */
export interface Paired {
  /** Those of the year before in file order, then those that only the year after has. */
  readonly pairs: readonly Pair[];
  readonly doubts: Doubts;
}

/** What pairing could not settle by itself; each is told with its address. */
export interface Doubts {
  /** One key, two households whose heads have nothing in common. */
  readonly strangers: readonly { readonly before: Brief; readonly after: Brief }[];
  /** Keys that a links file names and a year does not have. */
  readonly unknownLinks: readonly { readonly side: 'before' | 'after'; readonly key: string; readonly row: number }[];
  /** Pairs that wait for a person's word. */
  readonly waiting: readonly LinkLine[];
  /** Numbers of the year before that nobody had. */
  readonly unknownNumbers: readonly Brief[];
  /** Households that name one household of the year before and are none of its events: all but the first split off. */
  readonly unsaidSplits: readonly { readonly before: Brief; readonly after: Brief }[];
  /** Households whose short key (years do not have the same fields) is not one of a kind. */
  readonly ambiguous: readonly Brief[];
  /** Rows that say their household is gone, and stand on a list. */
  readonly goneButListed: readonly Brief[];
}

/**
 * Pairs the households of two years, one to one: by the links file, else by the number a household had before, else by its
 * key. A household whose file says that it is gone counts as absent in the year after.
 */
export function pairYears(years: TwoYears, links: readonly LinkLine[]): Paired {
  const pairing = new Pairing(years);
  const { unknownLinks, waiting } = pairByLinks(pairing, links);
  const { unknownNumbers, unsaidSplits } = pairByNumber(pairing);
  const { strangers, ambiguous } = pairByKey(pairing);
  const goneButListed = years.after.households.filter(
    (after) => goneBy(after) !== null && (after.class === 'poor' || after.class === 'near_poor'),
  );
  return {
    pairs: pairing.pairs(),
    doubts: { strangers, unknownLinks, waiting, unknownNumbers, unsaidSplits, ambiguous, goneButListed },
  };
}
