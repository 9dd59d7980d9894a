/**
 * A number as a finding holds it, in no language: `150 000 000`, `12.5`. Without its spaces a large amount would be masked
 * as a personal number.
 */
export function spaced(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** To two decimals. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
