import type { Coverage } from '../../results/reviewed.ts';
import { type Decomposition, decomposer } from '../rules/decompose.ts';
import type { YearUnder } from '../rules/year.ts';
import type { MovementLimits } from './limits.ts';
import type { Quota } from './quota.ts';
import type { Why } from './reason.ts';
import { type StandOut, standOutWatch } from './stand-out.ts';
import type { SplitMoved } from './unexplained.ts';
import { whyFinder } from './why.ts';

/** A year with what its file covers. */
export interface CoveredYear extends YearUnder {
  readonly coverage: Coverage;
}

/** What explains the difference of two years. */
export interface Explained {
  readonly standOut: StandOut;
  /** Null where the rules are the same, or a set of them is not at hand. */
  readonly decomposition: Decomposition | null;
}

/** Takes the pairs of two years one by one and gives each its reason; in the end, what is to be said of all of them. */
export interface Explaining {
  /** Null where the class is the same. */
  see(pair: SplitMoved): Why | null;
  done(): Explained;
}

export function explaining(before: CoveredYear, after: CoveredYear, limits: MovementLimits, quota: Quota): Explaining {
  const whyOf = whyFinder(before, after);
  const watch = standOutWatch({ before, after }, limits, quota);
  const split = isDivided(after) ? decomposer(before, after) : null;
  return {
    see(pair) {
      const why = whyOf(pair);
      watch.see(pair, why);
      split?.see(pair);
      return why;
    },
    done: () => ({ standOut: watch.done(), decomposition: split?.done() ?? null }),
  };
}

/** True when the years were reviewed by two sets, and both are at hand. */
function isDivided({ under: [first, second] }: YearUnder): boolean {
  return first !== null && second !== null && first.criteria !== second.criteria;
}
