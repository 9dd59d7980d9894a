import type { Brief } from './brief.ts';
import { cameBy } from './gone.ts';
import type { Pairing } from './pairing.ts';
import { personIdsOf } from './person-ids.ts';
import { hasHeadOf, hasOtherHead } from './same-head.ts';

/**
 * Pairs those that are left by their keys. A key is a number that may pass to a stranger: where nothing of the heads agrees and
 * no person lives in both, it is no pair. A household that says it came from elsewhere has last year's number by chance.
 */
export function pairByKey(pairing: Pairing) {
  const { years } = pairing;
  const strangers: { before: Brief; after: Brief }[] = [];
  const { known, ambiguous } = oneOfAKind(years.before.households, years.keyBefore);
  const open = years.after.households.filter((after) => pairing.isOpenAfter(after) && after.previousId === '');
  const asking = oneOfAKind(open, years.keyAfter);
  for (const [key, after] of asking.known) {
    const before = known.get(key);
    if (before === undefined || !pairing.isOpenBefore(before)) continue;
    if (cameBy(after) !== null && !hasHeadOf(before, after)) continue;
    if (hasOtherHead(before, after) && !shareAPerson(pairing, before, after)) strangers.push({ before, after });
    else pairing.pair(before, after, 'key');
  }
  return { strangers, ambiguous: [...ambiguous, ...asking.ambiguous] };
}

/** Households by key; keys that several have tell none of them apart. */
export function oneOfAKind(households: readonly Brief[], keyOf: (brief: Brief) => string) {
  const known = new Map<string, Brief>();
  const several = new Set<string>();
  for (const brief of households) {
    const key = keyOf(brief);
    if (known.has(key)) several.add(key);
    else known.set(key, brief);
  }
  for (const key of several) known.delete(key);
  const ambiguous = several.size === 0 ? [] : households.filter((brief) => several.has(keyOf(brief)));
  return { known, ambiguous };
}

function shareAPerson({ years }: Pairing, before: Brief, after: Brief): boolean {
  const was = new Set(personIdsOf(years.before.reviewed.survey, years.before.open(before)));
  return was.size > 0 && personIdsOf(years.after.reviewed.survey, years.after.open(after)).some((id) => was.has(id));
}
