import { columnName } from './columns.ts';
import type { Posting } from './postings.ts';

/** Where the postings of a household write it down, the length of the lists aside: `poor.to_near_poor`. */
export function columnsOf(postings: readonly Posting[]): readonly string[] {
  return postings
    .filter(({ households, column }) => households === 1 && column !== 'start' && column !== 'end')
    .map(({ list, column }) => `${list}.${columnName(list, column)}`);
}
