import type { Reviewed, ReviewedHousehold } from '../results/reviewed.ts';
import type { FoundLater } from './course/find-later.ts';
import type { LedgerPart } from './course/ledger-part.ts';
import type { Flow } from './ledger/ledger-flows.ts';
import type { LostUnit } from './lost-units.ts';
import type { Brief } from './pairing/brief.ts';
import type { Doubts } from './pairing/pair-years.ts';
import type { Pair } from './pairing/pairs.ts';
import type { Place } from './pairing/place.ts';
import type { ListClass } from './tables/columns.ts';
import type { State } from './tables/states.ts';
import type { UnitMovement } from './tables/unit-books.ts';

export type Transitions = Readonly<Record<State, Readonly<Record<State, number>>>>;

/** A household whose class or unit is another than before. */
export interface MovedHousehold {
  readonly pair: Pair;
  readonly from: State;
  readonly to: State;
  /** Where it is written in the tables: `poor.to_near_poor` and `near_poor.from_poor`. */
  readonly columns: readonly string[];
  /** What the ledger decided of it within the year; none without a ledger. */
  readonly flows: readonly Flow[];
  /** Where it lives, in the units of the year after. */
  readonly place: Place;
}

/** Households counted in both years. Who is out of scope is none. */
export interface HouseholdCounts {
  readonly before: number;
  readonly after: number;
  readonly matched: number;
  readonly only_before: number;
  readonly only_after: number;
}

/** Two results of one round, or two years; the tables of the latter. */
export interface Comparison {
  readonly kind: 'movement' | 'correction';
  readonly before: Reviewed;
  readonly after: Reviewed;
  readonly households: HouseholdCounts;
  readonly outOfScope: { readonly before: number; readonly after: number };
  readonly transitions: Transitions;
  /** Every household whose state is another, classes of none of the lists too; in the order of the pairs. */
  readonly changed: readonly MovedHousehold[];
  /** Null for a correction, and for two years that were not made under the same criteria. */
  readonly tables: MovementTables | null;
  readonly pairs: readonly Pair[];
  readonly doubts: Doubts;
  /** Rows of the year after that have the key of a household of the ledger, and another head altogether. */
  readonly ledgerStrangers: FoundLater['strangers'];
  /** Units of the year before that look renumbered; with a crosswalk, those it divides without naming the village. */
  readonly lostUnits: readonly LostUnit[];
  readonly unplaced: readonly LostUnit[];
  open(pair: Pair): Pair<ReviewedHousehold>;
  placeOf(pair: Pair): Place;
}

export interface MovementTables {
  readonly total: UnitMovement;
  readonly areas: readonly UnitMovement[];
  /** The units asked for, by level from the largest. */
  readonly units: readonly UnitMovement[];
  /** By list: whether relapses could be told from new ones; who then says nothing of itself is counted in `new`. */
  readonly isRelapsedKnown: Readonly<Record<ListClass, boolean>>;
  readonly historyUnknown: number;
  /** What of these tables comes from the ledger; null without one. */
  readonly ledger: LedgerPart | null;
  /** On a list in one of the years, and in another unit than before. */
  readonly internalMoves: { readonly communes: number; readonly villages: number };
  /** Households of both years of whom present persons were counted, by how they were. */
  readonly personsBy: { readonly members: number; readonly smaller_size: number };
  /** They make the persons of their units blank. */
  readonly withoutSize: readonly Brief[];
  /** Opening households of each list whose area is another this year. */
  readonly areaFlips: readonly AreaFlip[];
  /** On a list before, and nobody knows what became of them. */
  readonly unresolved: readonly MovedHousehold[];
  /** On a list in one year, undecided in the other. */
  readonly undecided: readonly MovedHousehold[];
  /** True until nothing is unresolved or undecided: no official table yet. */
  readonly isDraft: boolean;
}

export interface AreaFlip {
  readonly from: string;
  readonly to: string;
  readonly poor: number;
  readonly near_poor: number;
}
