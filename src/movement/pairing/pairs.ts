import type { LinkEvent } from '../link.ts';
import type { Brief } from './brief.ts';

/** What says that two households of two years are one. */
export type How = 'link' | 'previous_household_id' | 'key';

/**
 * A household of two years; null in the year in which it is not there. `H` is what is at hand of it: a brief while years are
 * paired and counted, the whole household where reasons are sought.
 */
export interface Pair<H = Brief> {
  readonly before: H | null;
  readonly after: H | null;
  /** What a link or the file says became of it: of one that is gone, of one that is new, or of one that moved. */
  readonly event: LinkEvent | null;
  /** Null when only one year has it, and nothing but its absence says so. */
  readonly how: How | null;
  /** The household of the year before from which it was split off, or the one after into which it was merged. */
  readonly origin: H | null;
}

/** No household in either year. */
export const NOBODY: Pair = { before: null, after: null, event: null, how: null, origin: null };
