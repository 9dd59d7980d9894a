import type { Lang } from './format.ts';

/** An exact number of any size: `n / d`, `d` > 0, lowest terms. Sums of a nation's weights fit in nothing smaller. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };

/** @throws RangeError when `d` is 0. */
export function exact(n: bigint | number, d: bigint | number = 1): Exact {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('a number over nothing');
  const shared = (bottom < 0n ? -1n : 1n) * gcd(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
  return { n: top / shared, d: bottom / shared };
}

/** `12`, `-0.5`, `5.96`: a number in canonical spelling; null when it is none. */
export function parseExact(text: string): Exact | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, minus = '', whole = '', decimals = ''] = match;
  return exact(BigInt(`${minus}${whole}${decimals}`), 10n ** BigInt(decimals.length));
}

export function plus(a: Exact, b: Exact): Exact {
  return exact(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function minus(a: Exact, b: Exact): Exact {
  return exact(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function times(a: Exact, b: Exact): Exact {
  return exact(a.n * b.n, a.d * b.d);
}

/** @throws RangeError when `b` is 0. */
export function over(a: Exact, b: Exact): Exact {
  return exact(a.n * b.d, a.d * b.n);
}

/** Below 0, 0, or above 0: as a comparison for sorting wants it. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isSame(a: Exact, b: Exact): boolean {
  return a.n === b.n && a.d === b.d;
}

export function sum(all: Iterable<Exact>): Exact {
  let total = ZERO;
  for (const one of all) total = plus(total, one);
  return total;
}

/** With a point and exactly so many decimals, half-up from the exact value (away from zero below it). */
export function toDecimal({ n, d }: Exact, places: number): string {
  const scaled = (2n * (n < 0n ? -n : n) * 10n ** BigInt(places) + d) / (2n * d);
  const digits = scaled.toString().padStart(places + 1, '0');
  const sign = n < 0n && scaled > 0n ? '-' : '';
  return sign + (places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
}

/** For people: so many decimals, grouped, as the language writes them; `−` before what is below zero. */
export function formatExact(value: Exact, places: number, lang: Lang): string {
  const [whole = '', decimals = ''] = toDecimal(value, places).replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',');
  const sign = value.n < 0n && /[1-9]/.test(whole + decimals) ? '−' : '';
  return sign + grouped + (places === 0 ? '' : (lang === 'vi' ? ',' : '.') + decimals);
}

/** Decimals that a floating-point number can use, and some more. */
const FLOAT_PLACES = 25;

/** The nearest number of the kind that JSON holds. */
export function toNumber(value: Exact): number {
  return Number(toDecimal(value, FLOAT_PLACES));
}

/** `7/12`, `1`: as a person writes it. */
export function toText({ n, d }: Exact): string {
  return d === 1n ? n.toString() : `${n}/${d}`;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
