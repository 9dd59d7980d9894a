import type { PovertyClass } from '../criteria/criteria.ts';
import type { Region, Scale } from '../judge/cuts.ts';
import type { Change } from '../judge/judge.ts';
import type { Table } from '../judge/table.ts';

/** A single change that would alter the class, in the terms of the law instead of the class table. */
export interface NamedChange {
  /** `income`, `b1`, `area` or an indicator id. */
  readonly what: string;
  readonly to: Range | { readonly area: string } | { readonly deprived: boolean };
  /** Within the distance that `near_boundary` lists. */
  readonly near: boolean;
  readonly possible: readonly PovertyClass[];
}

/** A stretch of values between cut points; null where it is open to that side. Amounts are those of the lines. */
export interface Range {
  readonly from: number | null;
  readonly from_included: boolean;
  readonly to: number | null;
  readonly to_included: boolean;
  /** `year`: the amounts are per year. */
  readonly period: 'month' | 'year' | null;
}

/** Names the changes; neighbouring stretches with the same outcome become one. */
export function nameChanges(changes: readonly Change[], table: Table): NamedChange[] {
  return runsOf(changes).map(([first, ...rest]) => {
    const { what, possible, to } = first;
    const near = first.near || rest.some((change) => change.near);
    if ('area' in to) return { what, to: { area: table.areas[to.area] ?? '' }, near, possible };
    if ('deprived' in to) return { what, to, near, possible };
    const isIncome = what === 'income';
    const scale = isIncome ? table.income : table.b1;
    return { what, to: rangeOf(to.region, to.region + rest.length, scale, isIncome), near, possible };
  });
}

type Run = [Change, ...Change[]];

/** Changes in order, those that only go on to the next stretch of the same scale together. */
function runsOf(changes: readonly Change[]): Run[] {
  const runs: Run[] = [];
  for (const change of changes) {
    const run = runs.at(-1);
    if (run !== undefined && goesOn(run.at(-1) ?? run[0], change)) run.push(change);
    else runs.push([change]);
  }
  return runs;
}

function goesOn(before: Change, { what, to, possible }: Change): boolean {
  if (!('region' in to) || !('region' in before.to)) return false;
  return before.what === what && before.to.region + 1 === to.region && before.possible.join() === possible.join();
}

/** Region `2k + 1` is cut `k` itself, `2k` the stretch before it. */
function rangeOf(first: Region, last: Region, { cuts }: Scale, isIncome: boolean): Range {
  const from = cuts[first % 2 === 1 ? (first - 1) / 2 : first / 2 - 1];
  const to = cuts[last % 2 === 1 ? (last - 1) / 2 : last / 2];
  const per = (from ?? to)?.per;
  return {
    from: from?.amount ?? null,
    from_included: from !== undefined && first % 2 === 1,
    to: to?.amount ?? null,
    to_included: to !== undefined && last % 2 === 1,
    period: isIncome ? (per === 12 ? 'year' : 'month') : null,
  };
}
