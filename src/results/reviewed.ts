import type { Criteria } from '../criteria/criteria.ts';
import type { Outcome } from '../review/assess.ts';
import type { Member, Survey } from '../survey/survey.ts';

/** What a review covers: all resident households, those that were reviewed, or only those on the lists. */
export type Coverage = 'all' | 'reviewed' | 'listed';

/** How far a review has come; figures of one place and year differ between them. */
export type ReviewStatus = 'preliminary' | 'rechecked' | 'approved';

/**
 * One review as everything after `classify` sees it: a result file or its parts, or a survey classified on the way. The two
 * cannot be told apart from here on.
 */
export interface Reviewed {
  /** As they were named; parts of one result in the order in which they are read. */
  readonly files: readonly string[];
  readonly survey: Survey;
  /** The fields of the key, in order. */
  readonly keyFields: readonly string[];
  /** `hash`: the short one that stands in the rows. */
  readonly criteria: { readonly id: string; readonly hash: string };
  /** The set itself, for names and weights; null when it is not at hand, or not in this version. */
  readonly set: Criteria | null;
  readonly coverage: Coverage;
  /** Null when neither the manifest nor the user says. */
  readonly status: ReviewStatus | null;
  /** Number of the decision that approved it. */
  readonly decision: string | null;
  /** `YYYY-MM-DD`, the day of the review; null when not known. */
  readonly date: string | null;
  /** The year whose review it is: December and the January after belong to the earlier one. Null when not known. */
  readonly year: number | null;
  /** Rows of the survey that were set aside, so that a household may be missing for that alone. */
  readonly rejected: number;
  /**
   * In file order, some at a time. May be called again; the rows are then read again.
   *
   * @throws FindingsError after the last row, for all rows that cannot be used: `E801`, `E303` and what reading finds
   */
  households(): AsyncIterable<readonly ReviewedHousehold[]>;
  /**
   * Of result files alone: tells what reading all `households` would tell, for whoever read the rows in another way. `rows`: by
   * table, how many it has.
   */
  readonly tellRows?: (rows: readonly number[]) => void;
}

/** A household and what was decided of it. */
export interface ReviewedHousehold {
  /** Its file, as the survey counts its tables, and the line of that file. */
  readonly table: number;
  readonly line: number;
  /** Canonical spellings by slot of the survey (`survey.slots`), derived marks filled in; blank is unknown. */
  readonly cells: readonly string[];
  /** Parts of the key joined by `/`. */
  readonly key: string;
  readonly class: Outcome;
  readonly computedClass: Outcome;
  /** What the class rests on: `income`, `score`, `recorded`, `decided`. */
  readonly basis: string;
  /** Null when the income does not tell. */
  readonly averageLiving: boolean | null;
  /** Indicators known to be deprived, and with those that may be; null where the result does not say. */
  readonly deprivations: number | null;
  readonly deprivationsMax: number | null;
  /** Canonical cells in the order of `MEMBER_COLUMNS` (`survey.memberSlots`); empty when no members are known. */
  readonly members: readonly Member[];
}
