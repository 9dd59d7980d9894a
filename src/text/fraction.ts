/** An exact number: `n / d`, both whole, `d` > 0, lowest terms. */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

export function fraction(n: number, d = 1): Fraction {
  const shared = gcd(Math.abs(n), d) || 1;
  return { n: n / shared, d: d / shared };
}

/** `"1/12"`, `"0.25"`, `3`: as written in a criteria file; null when it is none of these. */
export function parseFraction(text: string | number): Fraction | null {
  const match = /^(\d{1,15})(?:\.(\d{1,9}))?(?:\/(\d{1,15}))?$/.exec(String(text));
  if (match === null) return null;
  const [, whole = '0', decimals = '', divisor = '1'] = match;
  if (Number(divisor) === 0) return null;
  const scale = 10 ** decimals.length;
  return fraction(Number(whole) * scale + Number(decimals || 0), scale * Number(divisor));
}

/** The smallest whole number by which every fraction given becomes whole. */
export function commonScale(fractions: readonly Fraction[]): number {
  return fractions.reduce((scale, { d }) => (scale / gcd(scale, d)) * d, 1);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
