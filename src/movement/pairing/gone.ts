import type { LinkEvent } from '../link.ts';
import type { Brief } from './brief.ts';

export const GONE: readonly LinkEvent[] = ['moved_out', 'merged_into', 'died', 'dissolved'];

/** The event by which a row says that its household is no more where it was; null for one that is there. */
export function goneBy({ event }: Brief): LinkEvent | null {
  return event !== null && GONE.includes(event) ? event : null;
}

/** The event by which a row says that its household came or began; null for any other. */
export function cameBy({ event }: Brief): LinkEvent | null {
  return event === 'moved_in' || event === 'split_from' ? event : null;
}
