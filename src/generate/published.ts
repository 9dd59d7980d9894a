import type { Area } from './villages.ts';

/** What the officers of the invented commune go by; given by the caller, for lines of law stand in criteria files alone. */
export interface Published {
  /** Income lines in đồng per person per month; the last is the one the officers apply. */
  readonly lines: readonly Readonly<Record<Area, number>>[];
  /** Deprivations that make a household poor. */
  readonly cutoff: number;
}
