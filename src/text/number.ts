/**
 * What a lone separator before three digits means: groups where only whole numbers stand (money, persons), decimals
 * elsewhere, or by the sign that a column has before its decimals.
 */
export type Separator = 'groups' | 'decimals' | ',' | '.';

/**
 * Numbers as officers write them, read without rounding.
 *
 * The result is the canonical spelling: digits, no grouping, a point before decimals, no idle zeros.
 * `null` means "not a number"; a caller checks sign and range.
 */
export function parseNumber(text: string, lone: Separator = 'groups'): string | null {
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [, minus = '', digits = '', unit = ''] = match;
  const plain = withoutGrouping(digits.replace(/[ \u00a0\u202f]/g, ' ').trim(), lone);
  if (plain === null) return null;
  const canonical = tidyDecimal(isMillion(unit) ? shifted(plain, 6) : plain);
  return minus !== '' && canonical !== '0' ? `-${canonical}` : canonical;
}

/** A whole number (`4`, `4.0`, `1.200`), or null. */
export function parseInteger(text: string): string | null {
  const number = parseNumber(text);
  return number === null || number.includes('.') ? null : number;
}

const NUMBER =
  /^([-−])?(\d[\d.,\u0020\u00a0\u202f]*)\s*(đồng|đ|₫|vnđ|vnd|tr|trđ|triệu|triệu đồng|m2|m²|điểm)?(?:\/người\/tháng)?$/i;

function isMillion(unit: string): boolean {
  return unit.toLowerCase().startsWith('tr');
}

/**
 * `1.500.000`, `1,500,000`, `1 500 000` are groups; `1.500` is one too where only whole numbers stand;
 * `12,5`, `1466666.667` and `1.234,5` have decimals. Anything else is refused rather than guessed.
 */
function withoutGrouping(digits: string, lone: Separator): string | null {
  if (/^\d+$/.test(digits)) return digits;
  if (lone !== 'groups' && LONE.test(digits) && (lone === 'decimals' || digits.includes(lone))) {
    return digits.replace(',', '.');
  }
  if (GROUPED.test(digits)) return digits.replace(/[., ]/g, '');
  const decimal = DECIMAL.exec(digits);
  if (decimal === null || decimal[2] === decimal[3]) return null;
  return `${decimal[1]?.replace(/[., ]/g, '')}.${decimal[4]}`;
}

const LONE = /^\d+[.,]\d+$/;
const GROUPED = /^[1-9]\d{0,2}([., ])\d{3}(\1\d{3})*$/;
const DECIMAL = /^(\d+|[1-9]\d{0,2}([., ])\d{3}(?:\2\d{3})*)([.,])(\d+)$/;

function tidyDecimal(plain: string): string {
  const [whole = '', fraction = ''] = plain.split('.');
  const significant = fraction.replace(/0+$/, '');
  const integer = whole.replace(/^0+(?=\d)/, '');
  return significant === '' ? integer : `${integer}.${significant}`;
}

function shifted(plain: string, places: number): string {
  const [whole = '', fraction = ''] = plain.split('.');
  const digits = fraction.padEnd(places, '0');
  return `${whole}${digits.slice(0, places)}.${digits.slice(places)}0`;
}

/** A number in canonical spelling times a power of ten, exactly. */
export function timesTenTo(number: string, places: number): string {
  const isNegative = number.startsWith('-');
  const product = tidyDecimal(shifted(isNegative ? number.slice(1) : number, places));
  return isNegative && product !== '0' ? `-${product}` : product;
}

/** The sign before the decimals of a number that can be read in one way only: `,`, `.`, or null when it shows none. */
export function decimalSign(text: string): ',' | '.' | null {
  const digits = NUMBER.exec(text)?.[2]?.trim() ?? '';
  if (GROUPED.test(digits) && !LONE.test(digits)) return digits.includes('.') ? ',' : digits.includes(',') ? '.' : null;
  const decimal = DECIMAL.exec(digits);
  if (decimal === null || (LONE.test(digits) && decimal[4]?.length === 3)) return null;
  return decimal[3] as ',' | '.';
}
