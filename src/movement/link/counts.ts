import { isSettled, LINK_EVENTS, LINK_TIERS, type Link, type LinkEvent, type LinkTier } from '../link.ts';
import type { Draft } from './draft.ts';

/** What linking came to, in households. */
export interface LinkCounts {
  readonly before: number;
  readonly after: number;
  /** Households that go on, and by how that was found. */
  readonly pairs: number;
  readonly byTier: Readonly<Record<LinkTier, number>>;
  /** Settled lines by event; of a pair, `moved_out` is a move between two units. */
  readonly events: Readonly<Record<LinkEvent, number>>;
  /** Pairs in another unit: they are among the pairs, and among `moved_out`. */
  readonly internalMoves: number;
  /** Lines that wait for a person. */
  readonly toConfirm: number;
  /** Households of which nothing is settled. */
  readonly openBefore: number;
  readonly openAfter: number;
}

/** Counts what stands in a draft; a household is open as long as nothing settles it. */
export function countsOf({ before, after, links, done }: Draft): LinkCounts {
  const byTier = zeros(LINK_TIERS);
  const events = zeros(LINK_EVENTS);
  let [pairs, internalMoves, toConfirm] = [0, 0, 0];
  for (const link of links) {
    if (!isSettled(link)) toConfirm++;
    else if (link.event !== null) events[link.event]++;
    if (!goesOn(link)) continue;
    pairs++;
    byTier[link.tier]++;
    if (link.event !== null) internalMoves++;
  }
  return {
    before: before.length,
    after: after.length,
    pairs,
    byTier,
    events,
    internalMoves,
    toConfirm,
    openBefore: zerosIn(done.before),
    openAfter: zerosIn(done.after),
  };
}

/** True for a settled line whose household before is the one after. */
export function goesOn(link: Link): boolean {
  const isOther = link.event === 'split_from' || link.event === 'merged_into';
  return isSettled(link) && link.before !== null && link.after !== null && !isOther;
}

function zeros<K extends string>(names: readonly K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
}

function zerosIn(flags: Uint8Array): number {
  return flags.reduce((count, flag) => count + (flag === 0 ? 1 : 0), 0);
}
