import type { Brief } from '../pairing/brief.ts';
import { oneOfAKind } from '../pairing/pair-by-key.ts';
import { hasHeadOf, hasOtherHead } from '../pairing/same-head.ts';
import type { TwoYears } from '../pairing/two-years.ts';

/** Households of the ledger found again in the year after. */
export interface FoundLater {
  /** The household of the ledger, by its row of the year after; rows that say it is gone too. */
  readonly found: ReadonlyMap<Brief, Brief>;
  /** Of one key, and with nothing of the heads in common: no pair. */
  readonly strangers: readonly { readonly later: Brief; readonly after: Brief }[];
}

/**
 * Finds households that the ledger names and the year before does not have: by the number that a row of the year after says
 * its household had, else by the key, unless another head altogether has it now. One to one.
 */
export function findLater(households: readonly Brief[], years: TwoYears): FoundLater {
  const found = new Map<Brief, Brief>();
  const strangers: { later: Brief; after: Brief }[] = [];
  const { known: byNumber } = oneOfAKind(households, years.keyBefore);
  const byKey = new Map(households.map((later) => [later.key, later]));
  const taken = new Set<Brief>();
  const take = (after: Brief, later: Brief | undefined) => {
    if (later === undefined || taken.has(later) || found.has(after)) return;
    taken.add(later);
    found.set(after, later);
  };
  const named = years.after.households.filter(({ previousId }) => previousId !== '');
  for (const after of named) {
    // who was split off is not the one it came from
    if (after.event === 'split_from') continue;
    take(after, byNumber.get(years.keyAfterAs(after, after.previousId)) ?? byKey.get(after.previousId));
  }
  for (const [key, after] of oneOfAKind(years.after.households, years.keyAfter).known) {
    const later = byNumber.get(key);
    if (later === undefined || found.has(after)) continue;
    // one that says it had another number has this one by chance, unless the head is the same
    if (after.previousId !== '' && !hasHeadOf(later, after)) continue;
    if (hasOtherHead(later, after)) strangers.push({ later, after });
    else take(after, later);
  }
  return { found, strangers };
}
