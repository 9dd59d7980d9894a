import type { TargetClass } from './target.ts';

export interface SnapshotUnit {
  /** One of a kind within its level; blank for the whole. */
  readonly code: string;
  readonly name: string;
}

/** How many households of one place stand on the lists; null what is not known. */
export interface Counts {
  readonly poor: number | null;
  readonly near_poor: number | null;
  /** All resident households. */
  readonly households: number | null;
}

/** The lists of one day, counted: a baseline, or the result that is held against it. */
export interface Snapshot {
  /** As it is shown: the files, or the name of figures given by hand. */
  readonly name: string;
  readonly date: string | null;
  /** Id of the criteria; null when not said. */
  readonly criteria: string | null;
  readonly total: Counts;
  /** By code, in the order in which they are shown; empty when only the whole is known. */
  readonly units: ReadonlyMap<string, Counts & SnapshotUnit>;
}

/** Households on a list, or on either. */
export function stockIn({ poor, near_poor }: Counts, listed: TargetClass): number | null {
  if (listed !== 'multidimensional') return listed === 'poor' ? poor : near_poor;
  return poor === null || near_poor === null ? null : poor + near_poor;
}
