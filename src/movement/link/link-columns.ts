import type { Link } from '../link.ts';

/** The columns of a links file, in order. */
export const LINK_COLUMNS = ['before_key', 'after_key', 'event', 'tier', 'score', 'note'] as const;

export type LinkColumn = (typeof LINK_COLUMNS)[number];

/** A link as the cells of its line; what is null is blank. */
export function linkCells({ before, after, event, tier, score, note }: Link): readonly string[] {
  return [before ?? '', after ?? '', event ?? '', tier, score === null ? '' : String(score), note];
}

/** Puts links into the order in which they are written: by the key before, then by the key after; those that are new come last. */
export function inOrder<L extends Link>(links: readonly L[]): L[] {
  return [...links].sort(
    (a, b) => compared(a.before, b.before) || compared(a.after, b.after) || compared(a.event, b.event),
  );
}

/** By code units, for an order of words would differ from machine to machine; null after everything. */
function compared(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
