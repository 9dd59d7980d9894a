import { fraction } from '../text/fraction.ts';
import type { Sign } from './decide.ts';

/** A cut point on a scale: `amount` against `per` times the value (12 for a yearly line and a monthly income). */
export interface Cut {
  readonly amount: number;
  readonly per: number;
}

/** Values that no comparison can tell apart share a region: `2k + 1` is cut `k` itself, `2k` the stretch before it. */
export type Region = number;

/** What a value compares as with a cut; exact, for a yearly line is met by 12 times the income, never by a twelfth. */
export function compareWithCut(value: number, cut: Cut): Sign {
  return Math.sign(value * cut.per - cut.amount) as Sign;
}

/** A scale (income, B1) divided by its cut points. */
export interface Scale {
  readonly cuts: readonly Cut[];
  /** The regions that some value can lie in: none below zero, none between neighbouring whole numbers. */
  readonly regions: readonly Region[];
  /** The number of a cut, by its value in lowest terms. */
  readonly numbers: ReadonlyMap<string, number>;
}

export function makeScale(found: readonly Cut[], wholeNumbers: boolean): Scale {
  const cuts = [...found].sort(order).filter((cut, i, sorted) => i === 0 || order(sorted[i - 1] as Cut, cut) !== 0);
  const regions = Array.from({ length: 2 * cuts.length + 1 }, (_, region) => region);
  const numbers = new Map(cuts.map((cut, k) => [nameOf(cut), k]));
  return {
    cuts,
    numbers,
    regions: regions.filter((region) => region % 2 === 1 || hasValues(cuts, region / 2, wholeNumbers)),
  };
}

/** The region of a value, in at most one comparison per cut. */
export function regionOf(value: number, { cuts }: Scale): Region {
  for (let k = 0; k < cuts.length; k++) {
    const sign = compareWithCut(value, cuts[k] as Cut);
    if (sign <= 0) return 2 * k + (sign === 0 ? 1 : 0);
  }
  return 2 * cuts.length;
}

/** How the values of a region compare with cut number `k`. */
export function compareRegion(region: Region, k: number): Sign {
  return Math.sign(region - (2 * k + 1)) as Sign;
}

/** The number of a cut on its scale, by value. */
export function indexOfCut({ numbers }: Scale, wanted: Cut): number {
  return numbers.get(nameOf(wanted)) ?? -1;
}

/** Equal cuts have one name: 36 million a year is 3 million a month. */
function nameOf({ amount, per }: Cut): string {
  const { n, d } = fraction(amount, per);
  return `${n}/${d}`;
}

function order(a: Cut, b: Cut): number {
  return a.amount * b.per - b.amount * a.per;
}

/** Whether any value lies before cut `k` and after the one before it (or from zero on). */
function hasValues(cuts: readonly Cut[], k: number, wholeNumbers: boolean): boolean {
  const before = cuts[k - 1];
  const after = cuts[k];
  if (after === undefined) return true;
  if (before === undefined) return after.amount > 0;
  if (!wholeNumbers) return true;
  return Math.floor(before.amount / before.per) + 1 < after.amount / after.per;
}
