import type { Basis } from '../../criteria/criteria.ts';
import type { Part } from '../../criteria/mixture.ts';
import type { ReviewedHousehold } from '../../results/reviewed.ts';
import type { Outcome } from '../../review/assess.ts';
import type { LinkEvent } from '../link.ts';
import type { InTwoYears } from '../rules/year.ts';
import type { Changed } from './changes.ts';
import type { Crossed } from './crossed.ts';
import type { Factor } from './factors.ts';
import type { LineSeen } from './line-seen.ts';

/** A household that may have moved, and what a link or the file says became of it. */
export interface Moved extends InTwoYears {
  readonly event: LinkEvent | null;
}

export type State = Outcome | 'absent';

/** Why a household has another class than the year before. */
export interface Why {
  readonly from: State;
  readonly to: State;
  /** Everything that differs, also what did not move the class. */
  readonly changes: readonly Changed[];
  readonly reason: Reason;
}

/** The two years of a comparison. */
export type Year = 'before' | 'after';

export type Reason =
  | MovedBy
  /** The class is another, and nothing that the rules read. */
  | { readonly kind: 'unchanged' }
  /** Decided or recorded otherwise than the answers of that year give: `computed`. `said`: the reason that is written. */
  | {
      readonly kind: 'decided' | 'recorded';
      readonly year: Year;
      readonly computed: Outcome;
      readonly said: string;
    }
  /**
   * The file of that year, or of both, holds no answers, so that nothing can be compared. `standing`: how the household
   * stands this year, as far as answers say.
   */
  | { readonly kind: 'not_on_file'; readonly year: Year | 'both'; readonly standing: Standing | null }
  /** The criteria of that year cannot be had. */
  | { readonly kind: 'no_criteria' }
  /** Answers are missing in that year: `open` are those that can still change the class. */
  | { readonly kind: 'undecided'; readonly year: Year; readonly open: readonly string[] }
  /** Not of the population in that year. */
  | { readonly kind: 'out_of_scope'; readonly year: Year }
  | { readonly kind: 'left'; readonly event: LinkEvent | null }
  /** `standing`: how it stands this year; null without answers. */
  | { readonly kind: 'entered'; readonly event: LinkEvent | null; readonly standing: Standing | null };

/** What moved the class, found by exchanging one thing after the other. */
export interface MovedBy {
  readonly kind: 'moved_by';
  readonly factors: readonly Factor[];
  /** Where income or B1 is among them. */
  readonly crossed: Crossed | null;
  /** The household's line in each year; null where the area leaves it open. */
  readonly lines: readonly [LineSeen | null, LineSeen | null];
  /** Where the rules are among them: which parts of them. */
  readonly parts: readonly Part[];
  readonly basis: Basis;
  /** Income in đồng per person per month, or B1 points, of this year; and the indicators deprived. */
  readonly value: number | null;
  readonly deprivations: number;
}

/** How a household stands in one year. */
export interface Standing {
  readonly basis: Basis;
  /** Income in đồng per person per month, or B1 points. */
  readonly value: number | null;
  readonly line: LineSeen | null;
  readonly belowLine: boolean | null;
  readonly deprivations: number;
}

/** The class of a household; who is not in the list is absent. */
export function stateOf(household: ReviewedHousehold | null): State {
  return household?.class ?? 'absent';
}
