import type { Lang } from './format.ts';

const DECIMALS = 2;
/** Rates above zero and under this share are shown with one decimal more, as the provinces print them. */
const SMALL = { n: 1n, d: 1000n };

/**
 * `n / d` in percent for people, half-up from the exact value: two decimals, three when it is above zero and under 0.1 %,
 * or as many as are asked for. Zero is `0.00`; without a denominator the cell is empty.
 */
export function formatRate(n: number, d: number, lang: Lang, decimals: number | null = null): string {
  if (d === 0) return '';
  const [top, bottom] = [BigInt(n), BigInt(d)];
  const isSmall = top > 0n && top * SMALL.d < bottom * SMALL.n;
  const places = decimals ?? (isSmall ? DECIMALS + 1 : DECIMALS);
  const scale = 10n ** BigInt(places);
  const scaled = (200n * top * scale + bottom) / (2n * bottom);
  const digits = scaled.toString().padStart(places + 1, '0');
  if (places === 0) return digits;
  return `${digits.slice(0, -places)}${lang === 'vi' ? ',' : '.'}${digits.slice(-places)}`;
}
