import type { Finding } from '../finding.ts';
import type { Assessment } from '../review/assess.ts';
import type { Household } from '../survey/survey.ts';

/** Households that the judges cannot tell apart. Plain data: it travels between threads. */
export interface State {
  readonly area: 'urban' | 'rural' | 'unknown';
  /** One per set; what a verdict lists by name is counted by the block. */
  readonly assessments: readonly Assessment[];
}

/** How many households of a block are in one state. */
export interface StateCount {
  readonly state: number;
  readonly households: number;
  readonly persons: number;
  readonly sizeUnknown: number;
}

/** A row set aside, and why. */
export interface Reject {
  readonly household: Household;
  readonly reasons: readonly Finding[];
}

/** The keys of the households of a block in file order, as hashes; `runs` are the stretches of one unit. */
export interface BlockKeys {
  /** Low and high half of each key. */
  readonly hashes: Int32Array<ArrayBuffer>;
  /** Low and high half of the unit, and how many keys follow in it. */
  readonly runs: Int32Array<ArrayBuffer>;
}

/** What became of one block. Lines are counted from the block's first, which is 0. */
export interface BlockDone {
  readonly table: number;
  /** Lines of the block. */
  readonly lines: number;
  readonly read: number;
  readonly classified: number;
  readonly rejected: number;
  /** Result rows as they are written, one per set. */
  readonly results: readonly Uint8Array[];
  /** Rows of the list of changes. */
  readonly changes: Uint8Array;
  /** In file order; notes of one kind are counted together. */
  readonly findings: readonly Finding[];
  readonly rejects: readonly Reject[];
  readonly keys: BlockKeys;
  /** In the order in which the states first stand in the block. */
  readonly counts: readonly StateCount[];
  /** Per set: the unknowns that could still change the class of undecided households, in the order they are met. */
  readonly undecided: readonly (readonly (readonly [string, number])[])[];
  /** States met for the first time; the first of them has this number. */
  readonly newStates: readonly State[];
  readonly firstNew: number;
}
