import { indicatorsOf } from '../criteria/criteria.ts';
import type { Assessor } from '../review/assess.ts';

/** The indicators of a run as the bits of a number; those that no set can tell apart stand beside each other. */
export interface Marks {
  /** By bit. */
  readonly ids: readonly string[];
  /** The bits of every indicator that the one of this bit may be exchanged for, itself among them. */
  readonly alike: Int32Array;
  /** Bits of indicators that are like no other. */
  readonly singles: number;
  /** The stretches of bits that are alike: where they begin, and how many. */
  readonly groups: readonly { readonly offset: number; readonly size: number }[];
}

/**
 * Gives the indicators of all sets their bits. Two are alike when every set weighs them alike: in a class table only
 * the count of such matters.
 */
export function marksOf(assessors: readonly Assessor[]): Marks {
  const byWeight = new Map<string, string[]>();
  for (const id of new Set(assessors.flatMap(({ criteria }) => indicatorsOf(criteria).map((i) => i.id)))) {
    const weight = assessors.map((assessor) => weightOf(id, assessor)).join('|');
    byWeight.set(weight, [...(byWeight.get(weight) ?? []), id]);
  }
  const stretches = [...byWeight.values()];
  const ids = stretches.flat();
  const groups = stretches.map((stretch) => ({ offset: ids.indexOf(stretch[0] ?? ''), size: stretch.length }));
  const maskOf = ({ offset, size }: { offset: number; size: number }) =>
    size === 32 ? -1 : ((1 << size) - 1) << offset;
  return {
    ids,
    alike: Int32Array.from(groups.flatMap((group) => Array<number>(group.size).fill(maskOf(group)))),
    singles: groups.filter((g) => g.size === 1).reduce((mask, group) => mask | maskOf(group), 0),
    groups: groups.filter((g) => g.size > 1),
  };
}

/** What an indicator is to a set: one of a group, one by itself, or nothing. */
function weightOf(id: string, { judge: { table } }: Assessor): string {
  const at = table.indicators.findIndex((i) => i.id === id);
  if (at < 0) return '';
  const group = table.groups.findIndex((g) => g.includes(at));
  return group < 0 ? id : `group ${group}`;
}

/** How many of each group stand in a set of bits, packed into one number; single bits stay as they are. */
export function packed(bits: number, { singles, groups }: Marks): number {
  let counts = bits & singles;
  for (let at = 0; at < groups.length; at++) {
    const { offset, size } = groups[at] as Marks['groups'][number];
    // as many bits as there are indicators hold their count
    counts |= onesIn((bits >>> offset) & ((1 << size) - 1)) << offset;
  }
  return counts;
}

function onesIn(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
