import type { Area } from './amounts.ts';
import { type Region, regionOf, type Scale } from './cuts.ts';
import type { Interval } from './points.ts';
import type { Table } from './table.ts';
import type { Truth } from './truth.ts';

/** What is known of one household; null is unknown. Marks stand in the order of the criteria's indicators. */
export interface Evidence {
  readonly area: Area | null;
  /** Đồng per person per month. */
  readonly income: number | null;
  readonly b1: number | null;
  /** Where `b1` is null: the least and the most that it may be. */
  readonly b1Between?: Interval | null;
  /** The B2 total, in points. */
  readonly b2: number | null;
  /** Where `b2` is null: the least and the most that it may be. */
  readonly b2Between?: Interval | null;
  readonly marks: readonly Truth[];
}

/** Evidence as the table sees it: values have become regions, and everything the basis does not read is gone. */
export interface Placed {
  /** Position in `table.areas`; null when unknown. */
  readonly area: number | null;
  readonly income: Region | null;
  readonly b1: Region | null;
  /** Where `b1` is null: the regions that it may lie in. */
  readonly b1Regions: readonly Region[];
  /** The least and the most, scaled as `table.cells.b2`; null when unknown or not read. */
  readonly b2: Interval | null;
  readonly marks: readonly Truth[];
  /** Regions of income that lie just beyond a cut point within 5 % of it. */
  readonly nearIncome: readonly Region[];
  /** Regions of B1 that lie just beyond a cut-off within 5 points. */
  readonly nearB1: readonly Region[];
}

/** A cut point L is near income I when 20·|I − L| ≤ L. */
const NEAR_SHARE = 20;
/** A cut-off is near B1 within this many points. */
const NEAR_POINTS = 5;

export function place(evidence: Evidence, table: Table): Placed {
  const { income, b1 } = evidence;
  const incomeIsNear = (value: number, k: number) => {
    const cut = table.income.cuts[k] as { amount: number; per: number };
    return NEAR_SHARE * Math.abs(value * cut.per - cut.amount) <= cut.amount;
  };
  const b1IsNear = (value: number, k: number) => {
    const cut = table.b1.cuts[k] as { amount: number; per: number };
    return Math.abs(value * cut.per - cut.amount) <= NEAR_POINTS * cut.per;
  };
  return {
    area: table.areas.length === 1 ? 0 : areaAt(evidence.area, table),
    income: table.income.cuts.length === 0 ? 0 : income === null ? null : regionOf(income, table.income),
    b1: table.b1.cuts.length === 0 ? 0 : b1 === null ? null : regionOf(b1, table.b1),
    b1Regions: regionsWithin(evidence.b1Between ?? null, table.b1),
    b2: table.b2 === null ? null : scaledB2(evidence, table.b2.scale),
    marks: evidence.marks,
    nearIncome: income === null ? [] : beyond(income, table.income, incomeIsNear),
    nearB1: b1 === null ? [] : beyond(b1, table.b1, b1IsNear),
  };
}

function scaledB2({ b2, b2Between }: Evidence, scale: number): Interval | null {
  if (b2 !== null) return { lo: b2 * scale, hi: b2 * scale };
  return b2Between ? { lo: b2Between.lo * scale, hi: b2Between.hi * scale } : null;
}

/** The regions that an interval reaches into; all of them without one. */
function regionsWithin(between: Interval | null, scale: Scale): readonly Region[] {
  if (between === null) return scale.regions;
  const [first, last] = [regionOf(between.lo, scale), regionOf(between.hi, scale)];
  return scale.regions.filter((region) => region >= first && region <= last);
}

function areaAt(area: Area | null, table: Table): number | null {
  return area === null ? null : table.areas.indexOf(area);
}

/** The regions on, before and after each near cut point, without the value's own. */
function beyond(value: number, scale: Scale, isNear: (value: number, k: number) => boolean): Region[] {
  const own = regionOf(value, scale);
  const regions = scale.cuts.flatMap((_, k) => (isNear(value, k) ? [2 * k, 2 * k + 1, 2 * k + 2] : []));
  return scale.regions.filter((region) => region !== own && regions.includes(region));
}
