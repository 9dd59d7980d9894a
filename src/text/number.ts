/** What a lone separator before three digits means: groups where only whole numbers stand (money, persons), else decimals. */
export type Separator = 'groups' | 'decimals';

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
  const canonical = tidyDecimal(isMillion(unit) ? shiftSix(plain) : plain);
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
  if (lone === 'decimals' && LONE.test(digits)) return digits.replace(',', '.');
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

function shiftSix(plain: string): string {
  const [whole = '', fraction = ''] = plain.split('.');
  const digits = fraction.padEnd(6, '0');
  return `${whole}${digits.slice(0, 6)}.${digits.slice(6)}0`;
}
