import type { Brief } from '../pairing/brief.ts';
import { LISTS, type ListClass } from './columns.ts';

/** What a household is in one year. Who is out of scope is in no list and counts as absent. */
export const STATES = ['poor', 'near_poor', 'non_poor', 'undecided', 'absent'] as const;
export type State = (typeof STATES)[number];

export function stateOf(brief: Brief | null): State {
  return brief === null || brief.class === 'out_of_scope' ? 'absent' : brief.class;
}

export function isListed(state: State): state is ListClass {
  return (LISTS as readonly State[]).includes(state);
}
