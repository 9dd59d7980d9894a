/** What became of a household between two years; the codes of the field `event`. */
export const LINK_EVENTS = ['moved_in', 'moved_out', 'split_from', 'merged_into', 'died', 'dissolved'] as const;

export type LinkEvent = (typeof LINK_EVENTS)[number];

/**
 * How a link was found, the surest first: written by a person, a citizen's number shared by any two members, the same head
 * (folded name, birth, sex, mapped unit), or probable, which a person must confirm; `none` for a household alone.
 */
export const LINK_TIERS = ['by_hand', 'person_id', 'head', 'probable', 'none'] as const;

export type LinkTier = (typeof LINK_TIERS)[number];

/**
 * A line of a links file: a household before and the one it became. One that is gone has no `after`, one that is new no
 * `before`. Of a household that was split, each part is a line with the same `before`, and those that do not continue it
 * have the event `split_from`; of households that were merged, each is a line with the same `after`, and those that do not
 * continue have `merged_into`.
 */
export interface Link {
  /** Keys as results have them, parts joined by `/`. */
  readonly before: string | null;
  readonly after: string | null;
  readonly event: LinkEvent | null;
  readonly tier: LinkTier;
  /** 0 to 100; null where nothing was measured. */
  readonly score: number | null;
  readonly note: string;
}

/** What a person writes into the note of a probable pair to accept it. */
const CONFIRMED = 'confirmed';

/** False for a probable pair that nobody has confirmed: it waits, and counts as no pair. */
export function isSettled({ tier, note }: Link): boolean {
  return (
    tier !== 'probable' ||
    note
      .toLowerCase()
      .split(/[\s;,.]+/)
      .includes(CONFIRMED)
  );
}
