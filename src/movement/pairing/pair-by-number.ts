import { groupedBy } from '../../text/grouped.ts';
import type { Brief } from './brief.ts';
import { goneBy } from './gone.ts';
import type { Pairing } from './pairing.ts';
import { hasHeadOf } from './same-head.ts';

/**
 * Pairs by the number that a household says it had: a number within its commune and village, or a whole key. Who was split off
 * names the household it came from. Where several name one and none says that it was split off, the part with the head goes on,
 * else the largest. A row that says its household is gone continues nothing that another row continues: who moved inside a survey
 * has both.
 */
export function pairByNumber(pairing: Pairing) {
  const { years } = pairing;
  const unknownNumbers: Brief[] = [];
  const unsaidSplits: { before: Brief; after: Brief }[] = [];
  const asking = years.after.households.filter((after) => after.previousId !== '' && pairing.isOpenAfter(after));
  if (asking.length === 0) return { unknownNumbers, unsaidSplits };
  const byKey = new Map(years.before.households.map((before) => [before.key, before]));
  const byNumber = new Map(years.before.households.map((before) => [years.keyBefore(before), before]));
  const named = asking.map((after) => ({
    after,
    before: byNumber.get(years.keyAfterAs(after, after.previousId)) ?? byKey.get(after.previousId) ?? null,
  }));
  for (const [before, group] of groupedBy(named, (one) => one.before)) {
    const all = group.map(({ after }) => after);
    if (before === null) unknownNumbers.push(...all);
    else {
      const parts = all.filter(({ event }) => event === 'split_from');
      for (const part of parts) pairing.enter(part, 'split_from', 'previous_household_id', before);
      const whole = all.filter((one) => !parts.includes(one));
      const alive = whole.filter((one) => goneBy(one) === null);
      const [first, ...others] = heirsOf(before, alive.length > 0 ? alive : whole.slice(0, 1));
      if (first === undefined) continue;
      // a links file has said what became of it
      if (!pairing.isOpenBefore(before)) continue;
      pairing.pair(before, first, 'previous_household_id');
      for (const other of others) {
        pairing.enter(other, 'split_from', 'previous_household_id', before);
        unsaidSplits.push({ before, after: other });
      }
    }
  }
  return { unknownNumbers, unsaidSplits };
}

/** The one that goes on first: it has the head, or the most persons, or stands first in its file. */
function heirsOf(before: Brief, parts: readonly Brief[]): Brief[] {
  const rank = (part: Brief) => (hasHeadOf(before, part) ? 1 : 0);
  return [...parts].sort((a, b) => rank(b) - rank(a) || (b.size ?? 0) - (a.size ?? 0));
}
