import type { Criteria } from '../../criteria/criteria.ts';
import type { Comparison, MovedHousehold } from '../../movement/comparison.ts';
import type { Decomposition } from '../../movement/rules/decompose.ts';
import type { Why } from '../../movement/why/reason.ts';
import type { StandOut } from '../../movement/why/stand-out.ts';

/** Everything that `diff` shows. */
export interface DiffView {
  readonly comparison: Comparison;
  /** Households chosen for the list, each with its reason; null where there is none to find. */
  readonly moved: readonly Told[];
  /** How many there are before a choice is made. */
  readonly movedCount: number;
  /** Null for a correction. */
  readonly standOut: StandOut | null;
  /** Null where both results were made under the same criteria, or one of the sets is not at hand. */
  readonly decomposition: Decomposition | null;
  /** The sets of the two results as they were made. */
  readonly sets: { readonly before: string; readonly after: string };
  /** The set under which both were classified anew; null without. */
  readonly rules: string | null;
  /** Households that changed class because the area of their unit did. */
  readonly byArea: number;
  /** For the names of indicators. */
  readonly criteria: readonly (Criteria | null)[];
}

export interface Told {
  readonly household: MovedHousehold;
  readonly why: Why | null;
}
