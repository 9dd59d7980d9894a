import { groupedBy } from '../../text/grouped.ts';
import type { MovementLimits } from './limits.ts';
import { LISTS, type ListClass, type VillageExits } from './village-exits.ts';

/** What villages were told to let go of, as far as the user knows. */
export interface Quota {
  /** Percent of last year's list, for every village; households rounded up. Null when none is known. */
  readonly percent: number | null;
  /** Households of one unit, or of one village of it (`village` null: of the unit). */
  readonly rows: readonly {
    readonly code: string;
    readonly village: string | null;
    readonly households: number | null;
  }[];
}

export const NO_QUOTA: Quota = { percent: null, rows: [] };

/** A list that lost exactly what it was to lose, or looks as if it had. */
export interface ExactLoss {
  readonly kind: 'all_left' | 'quota' | 'same_percent';
  readonly village: VillageExits;
  readonly list: ListClass;
  /** The percent that was met; null where a number was, or every household left. */
  readonly percent: number | null;
  /** Where villages lost the same part: how many of the commune did. */
  readonly villages: number;
}

/**
 * Villages whose exits from a list are exactly a quota: the one that the user names, the whole list, or one round part of it
 * that every village of the commune lost alike. Each list is told of once.
 */
export function exactLosses(
  villages: readonly VillageExits[],
  quota: Quota,
  limits: MovementLimits,
): readonly ExactLoss[] {
  const shared = LISTS.flatMap((list) => samePercents(villages, list, limits));
  return villages.flatMap((village) =>
    LISTS.flatMap((list): ExactLoss[] => {
      const { opening, exits } = village.lists[list];
      if (exits === 0) return [];
      const one = { village, list, percent: null, villages: 1 };
      const named = quotaMet(village, list, quota);
      if (named !== null) return [{ ...one, kind: 'quota', percent: named.percent }];
      if (exits === opening && opening >= limits.all_left.households) return [{ ...one, kind: 'all_left' }];
      return shared.filter((found) => found.village === village && found.list === list);
    }),
  );
}

function quotaMet(
  { commune, village, lists }: VillageExits,
  list: ListClass,
  { percent, rows }: Quota,
): { readonly percent: number | null } | null {
  const { opening, exits } = lists[list];
  if (percent !== null && exits === partOf(opening, percent)) return { percent };
  const isOf = (row: Quota['rows'][number]) => row.code === commune && (row.village ?? village) === village;
  return rows.some((row) => isOf(row) && row.households === exits) ? { percent: null } : null;
}

/** The smallest round part that all villages of a commune with lists of some length have lost exactly. */
function samePercents(villages: readonly VillageExits[], list: ListClass, limits: MovementLimits): ExactLoss[] {
  const { villages: most, households, percents } = limits.same_percent;
  const communes = groupedBy(
    villages.filter(({ lists }) => lists[list].opening >= households),
    ({ commune }) => commune,
  );
  return [...communes.values()].flatMap((own): ExactLoss[] => {
    if (own.length < most) return [];
    const percent = percents.find((p) => own.every(({ lists: { [list]: l } }) => l.exits === partOf(l.opening, p)));
    if (percent === undefined) return [];
    return own.map((village) => ({ kind: 'same_percent', village, list, percent, villages: own.length }));
  });
}

/** So many percent of a list, in whole households, rounded up. */
function partOf(households: number, percent: number): number {
  return Math.ceil((households * percent) / 100);
}
