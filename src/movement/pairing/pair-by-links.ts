import type { LinkLine } from '../link/links-file.ts';
import { isSettled } from '../link.ts';
import type { Brief } from './brief.ts';
import type { Pairing } from './pairing.ts';

/**
 * Pairs as a links file says; it overrides everything else. A line with one key says that this household has no other, a pair
 * that waits for a person's word says nothing.
 */
export function pairByLinks(pairing: Pairing, links: readonly LinkLine[]) {
  const { before, after } = pairing.years;
  const settled = links.filter(isSettled);
  const waiting = links.filter((link) => !isSettled(link));
  const unknownLinks: { side: 'before' | 'after'; key: string; row: number }[] = [];
  const finder = (side: 'before' | 'after', households: readonly Brief[]) => {
    const named = new Set(settled.map((link) => link[side]));
    const byKey = new Map(households.filter(({ key }) => named.has(key)).map((brief) => [brief.key, brief]));
    return ({ [side]: key, row }: LinkLine): Brief | null => {
      if (key === null) return null;
      const found = byKey.get(key) ?? null;
      if (found === null) unknownLinks.push({ side, key, row });
      return found;
    };
  };
  const [findBefore, findAfter] = [finder('before', before.households), finder('after', after.households)];
  for (const link of settled) {
    const [was, is] = [findBefore(link), findAfter(link)];
    const { event } = link;
    if (event === 'split_from') {
      if (is !== null) pairing.enter(is, event, 'link', was);
    } else if (event === 'merged_into') {
      if (was !== null) pairing.leave(was, event, 'link', is);
    } else if (was !== null && is !== null) pairing.pair(was, is, 'link', event);
    else if (was !== null && link.after === null) pairing.leave(was, event, 'link');
    else if (is !== null && link.before === null) pairing.enter(is, event, 'link');
  }
  return { unknownLinks, waiting };
}
