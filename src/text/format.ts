/** Languages of the texts for people. Machine output never depends on them. */
export type Lang = 'vi' | 'en';

/** A number for people: `1.500.000,5` in Vietnamese, `1,500,000.5` in English. */
export function formatNumber(value: number, lang: Lang): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',');
  const sign = value < 0 ? '−' : '';
  return sign + grouped + (decimals === undefined ? '' : (lang === 'vi' ? ',' : '.') + decimals);
}

/** The text with a capital first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
