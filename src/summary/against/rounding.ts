import { compare, type Exact, exact, minus, over, plus, times, toDecimal, ZERO } from '../../text/exact.ts';
import type { Printed } from './printed.ts';

/** Ways to shorten a rate. `half_even`: a half goes to the even digit, as statistics programs do. */
export const CONVENTIONS = ['half_up', 'half_even', 'truncated'] as const;
export type Convention = (typeof CONVENTIONS)[number];

/** Whole numbers of households, both ends included; `hi` null: without end. */
export interface Between {
  readonly lo: bigint;
  readonly hi: bigint | null;
}

const HUNDRED = exact(100);
const HALF = exact(1, 2);

/** `count` of `households` in percent. */
export function percentOf(count: bigint, households: bigint): Exact {
  return exact(100n * count, households);
}

/** True when the convention makes this rate of the exact percent. */
export function givesRate(percent: Exact, { value, places }: Rate, convention: Convention): boolean {
  const { from, to, withFrom, withTo } = rangeOf(value, places, convention);
  const [low, high] = [compare(percent, from), compare(percent, to)];
  return (low > 0 || (withFrom && low === 0)) && (high < 0 || (withTo && high === 0));
}

/** A rate that can be checked: what it should be, and what is printed. */
export interface Check {
  readonly percent: Exact;
  readonly printed: Rate;
}

/** Whether a whole publication may be rounded so: a single rate that only cutting off gives may come about otherwise. */
export function isWayOfAll(convention: Convention, checks: readonly Check[]): boolean {
  return checks.every(({ percent, printed }) => givesRate(percent, printed, convention));
}

export type Rate = Pick<Printed, 'value' | 'places'>;

/** Every percent that a convention prints as this rate. */
function rangeOf(rate: Exact, places: number, convention: Convention) {
  const unit = exact(1n, 10n ** BigInt(places));
  const half = times(unit, HALF);
  if (convention === 'truncated') return { from: rate, to: plus(rate, unit), withFrom: true, withTo: false };
  const isEven = convention === 'half_even' && over(rate, unit).n % 2n === 0n;
  const withFrom = convention === 'half_up' || isEven;
  return { from: minus(rate, half), to: plus(rate, half), withFrom, withTo: isEven };
}

/** The numbers of households of which `count` prints as this rate; null when there are none. */
export function householdsBetween(count: bigint, { value, places }: Rate, convention: Convention): Between | null {
  const { from, to, withFrom, withTo } = rangeOf(value, places, convention);
  if (count === 0n)
    return compare(from, ZERO) < 0 || (withFrom && compare(from, ZERO) === 0) ? { lo: 1n, hi: null } : null;
  const hundredfold = times(exact(count), HUNDRED);
  const least = over(hundredfold, to);
  const lo = withTo ? ceiling(least) : floor(least) + 1n;
  const most = compare(from, ZERO) <= 0 ? null : over(hundredfold, from);
  const hi = most === null ? null : withFrom ? floor(most) : ceiling(most) - 1n;
  return common({ lo, hi }, { lo: count, hi: null });
}

/** What lies in both; null when nothing does. */
export function common(a: Between | null, b: Between | null): Between | null {
  if (a === null || b === null) return null;
  // biome-ignore lint/complexity/useMathMinMax: Math.max knows no bigint
  const lo = a.lo > b.lo ? a.lo : b.lo;
  const hi = a.hi === null ? b.hi : b.hi === null || a.hi < b.hi ? a.hi : b.hi;
  return hi !== null && hi < lo ? null : { lo, hi };
}

/** Two decimals, three when the rate is above zero and under 0.1 %: as this program prints rates. */
export function ownRate(percent: Exact): Rate & { readonly text: string } {
  const isSmall = percent.n > 0n && compare(percent, exact(1, 10)) < 0;
  const places = isSmall ? 3 : 2;
  const text = toDecimal(percent, places);
  return { text, value: exact(BigInt(text.replace('.', '')), 10n ** BigInt(places)), places };
}

function floor({ n, d }: Exact): bigint {
  return n / d;
}

function ceiling({ n, d }: Exact): bigint {
  return (n + d - 1n) / d;
}
