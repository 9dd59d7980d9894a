/** What became of a household, as it truly was: a line of a links file. */
export interface TrueLink {
  /** Keys as results have them; null for a household that is new, or gone. */
  readonly before: string | null;
  readonly after: string | null;
  /** Of a pair, `moved_out` is a move between two units. */
  readonly event: 'moved_in' | 'moved_out' | 'split_from' | 'merged_into' | 'died' | 'dissolved' | null;
  /** What else happened to it. */
  readonly note: '' | 'same' | 'new_head' | 'renumbered' | 'new_head renumbered' | 'moved';
}

/** Headings of a links file. */
export const TRUE_LINK_HEADINGS: readonly string[] = ['before_key', 'after_key', 'event', 'tier', 'score', 'note'];

/** The cells of a line; it counts as written by hand, for it is known and not found. */
export function trueLinkCells({ before, after, event, note }: TrueLink): readonly string[] {
  return [before ?? '', after ?? '', event ?? '', 'by_hand', '', note];
}
