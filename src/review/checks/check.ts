import type { Criteria } from '../../criteria/criteria.ts';
import type { Finding } from '../../finding.ts';
import type { Household, Survey } from '../../survey/survey.ts';
import type { Assessment } from '../assess.ts';
import type { Limits } from './limits.ts';
import type { Person } from './persons.ts';

/** A household as it comes by, in file order. */
export interface Seen {
  readonly household: Household;
  /** One per set; null when an error keeps the row from being judged, empty without criteria. */
  readonly assessments: readonly Assessment[] | null;
  /** A row with its key came before: it is told as that, and no other check takes it for another household. */
  readonly isCopy: boolean;
}

/** Sees every household once and may speak at the end, when all have been seen. */
export interface Check {
  see?(seen: Seen): void;
  end?(): void;
}

/** Makes a check for a survey; null when the survey holds nothing for it to look at. */
export type MakeCheck = (context: CheckContext) => Check | null;

/** What a survey is checked against. */
export interface CheckInput {
  readonly survey: Survey;
  /** The day of the run; a household's own day of review comes before it. */
  readonly reviewDate: string | null;
  readonly sets: readonly Criteria[];
  readonly limits: Limits;
  /** Fields that make the key of a household. */
  readonly keyFields: readonly string[];
  /** Last year's list; null when none was given. */
  readonly previous: readonly PreviousHousehold[] | null;
  /** The units that are to send; null when no list of them was given. */
  readonly units: readonly ExpectedUnit[] | null;
}

export interface CheckContext extends CheckInput {
  /** Its parts joined by `/`. */
  keyOf(household: Household): string;
  /** Its members; its head alone when a row is a household. */
  personsOf(household: Household): readonly Person[];
  /** A finding that keeps its own address. */
  tell(finding: Finding): void;
  /** A finding that is counted with others of its kind. */
  count(finding: Finding): void;
}

/** A household of last year's list; texts are blank when the list does not say them. */
export interface PreviousHousehold {
  readonly key: string;
  readonly class: string;
  readonly file: string;
  readonly row: number;
  readonly headName: string;
  readonly headIdNumber: string;
  /** `YYYY-MM-DD`, or what is known of it. */
  readonly headBirthDate: string;
}

/** A row of the list of units: a unit, or its part in one area or village. Numbers are of all residents; null: not said. */
export interface ExpectedUnit {
  readonly code: string;
  readonly name: string;
  readonly area: string | null;
  readonly village: string | null;
  readonly households: number | null;
  readonly persons: number | null;
}
