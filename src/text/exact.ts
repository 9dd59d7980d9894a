import type { Lang } from './format.ts';

/** An exact number of any size: `n / d`, `d` > 0. Shares and their differences are held so until they are shown. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export function exact(n: number | bigint, d: number | bigint = 1): Exact {
  return { n: BigInt(n), d: BigInt(d) };
}

export function minus(a: Exact, b: Exact): Exact {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

export function times(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** Null when `b` is zero. */
export function over(a: Exact, b: Exact): Exact | null {
  if (b.n === 0n) return null;
  const sign = b.n < 0n ? -1n : 1n;
  return { n: a.n * b.d * sign, d: a.d * b.n * sign };
}

/** Negative when `a` is less, 0 when equal, positive when more. */
export function compareExact(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest number a machine has: for machine output alone. */
export function toNumber({ n, d }: Exact): number {
  return n % d === 0n ? Number(n / d) : Number(n) / Number(d);
}

/** For people: so many decimals, half away from zero, idle zeros kept; `−` before what is below zero. */
export function formatExact({ n, d }: Exact, places: number, lang: Lang): string {
  const scale = 10n ** BigInt(places);
  const size = n < 0n ? -n : n;
  const digits = ((2n * size * scale + d) / (2n * d)).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',');
  const sign = n < 0n && /[1-9]/.test(digits) ? '−' : '';
  return sign + whole + (places === 0 ? '' : (lang === 'vi' ? ',' : '.') + digits.slice(-places));
}
