import type { Brief } from '../pairing/brief.ts';
import type { Column, ListClass } from './columns.ts';
import { isListed, type State, stateOf } from './states.ts';

/** What one household adds to a movement table. */
export interface Posting {
  readonly list: ListClass;
  readonly column: Column;
  /** Whose unit: that in which it lived before, or the one after. */
  readonly unit: 'before' | 'after';
  readonly households: 0 | 1;
  /** Null when not known. */
  readonly persons: number | null;
}

/** A household between two years, as far as accounting sees it. */
export interface Movement {
  readonly from: State;
  readonly to: State;
  /** The column by which it leaves a list when it is absent after. */
  readonly out: 'other_out' | 'unresolved_out';
  /** The column by which it comes onto a list when it was on neither before. */
  readonly into: 'relapsed' | 'new' | 'other_in';
  /** True when it lives in another unit than before: it leaves the one and comes into the other, whatever its class. */
  readonly hasMoved: boolean;
  /** Persons before, after, and present in both years; null when not known. */
  readonly persons: { readonly before: number | null; readonly after: number | null; readonly stayed: number | null };
}

/**
 * The lines that a household writes into the movement tables. Persons change column only with their household: who leaves one
 * that stays or moves is `other_out` of its list before, who joins it is `other_in` of its list after.
 */
export function postingsOf(movement: Movement): readonly Posting[] {
  return [...outOf(movement), ...into(movement)];
}

/** The opening line of a household on a list; none for any other. */
export function openingOf(brief: Brief | null): readonly Posting[] {
  const state = stateOf(brief);
  return isListed(state) ? [poster(state, 'before')('start', 1, brief?.size ?? null)] : [];
}

function outOf({ from, to, out, hasMoved, persons: { before, stayed } }: Movement): Posting[] {
  if (!isListed(from)) return [];
  const post = poster(from, 'before');
  const start = post('start', 1, before);
  if (hasMoved) return [start, post('other_out', 1, before)];
  if (to === 'absent') return [start, post(out, 1, before)];
  const left = post('other_out', 0, less(before, stayed));
  return to === from ? [start, left] : [start, post(columnTo(to), 1, stayed), left];
}

function into({ from, to, into, hasMoved, persons: { after, stayed } }: Movement): Posting[] {
  if (!isListed(to)) return [];
  const post = poster(to, 'after');
  const end = post('end', 1, after);
  if (hasMoved) return [post('other_in', 1, after), end];
  if (from === 'absent' || from === 'non_poor') return [post(into, 1, after), end];
  const joined = post('other_in', 0, less(after, stayed));
  return from === to ? [joined, end] : [post(columnFrom(from), 1, stayed), joined, end];
}

function poster(list: ListClass, unit: Posting['unit']) {
  return (column: Column, households: 0 | 1, persons: number | null): Posting => ({
    list,
    column,
    unit,
    households,
    persons,
  });
}

function columnTo(to: State): Column {
  return to === 'non_poor' ? 'to_non_poor' : to === 'undecided' ? 'to_undecided' : 'to_other';
}

function columnFrom(from: State): Column {
  return from === 'undecided' ? 'from_undecided' : 'from_other';
}

function less(all: number | null, some: number | null): number | null {
  return all === null || some === null ? null : all - some;
}
