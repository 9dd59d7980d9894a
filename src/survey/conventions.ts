import { type Finding, finding } from '../finding.ts';
import { type DateOrder, orderOf } from '../text/date.ts';
import { tidy } from '../text/fold.ts';
import { decimalSign } from '../text/number.ts';
import type { Field } from './fields.ts';
import type { RawRecord } from './records.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How the cells of one column are spelt; settled once for the file, before its first row is read. */
export interface Convention {
  /** The sign before decimals, where the column shows it; null leaves it to the kind of the field. */
  readonly decimal: ',' | '.' | null;
  readonly dates: DateOrder;
  /** Đồng that one unit of the amounts is. */
  readonly unit: number;
  /** The value a blank stands for; `''` is unknown. */
  readonly blank: string;
}

export const PLAIN: Convention = { decimal: null, dates: 'dmy', unit: 1, blank: '' };

/** Where a column stands, for what is said of it. */
export interface ColumnPlace {
  readonly file: string;
  readonly sheet?: string;
  readonly column: string;
  readonly field: string;
}

/**
 * Settles the convention of a column from its heading and the first rows of the file, and says what was settled where
 * another reading was possible (`N211` decimals, `W212` mixed order of dates, `N213` unit of amounts, `N214` blanks).
 */
export function conventionOf(
  field: Field,
  heading: string,
  column: number,
  sample: readonly RawRecord[],
  vocabulary: Vocabulary,
  place: ColumnPlace,
): { readonly convention: Convention; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const texts = () => sample.map(({ cells }) => tidy(cells[column] ?? '')).filter((text) => text !== '');
  const unit = field.kind === 'money' ? vocabulary.moneyUnit(heading) : 1;
  if (unit !== 1) findings.push(finding('N213', place, { data: { unit } }));
  const blank = vocabulary.blankOf(field);
  if (blank !== '') findings.push(finding('N214', place, { saw: blank }));
  let decimal: Convention['decimal'] = null;
  if (field.kind === 'decimal') {
    decimal = signOf(texts());
    const doubtful = texts().find((text) => /^\d{1,3}[.,]\d{3}$/.test(text));
    if (doubtful !== undefined) findings.push(finding('N211', place, { saw: doubtful, data: { sign: decimal ?? '' } }));
  }
  let dates: DateOrder = 'dmy';
  if (field.kind === 'date') {
    const orders = texts().map(orderOf);
    const [days, months] = [orders.filter((o) => o === 'dmy').length, orders.filter((o) => o === 'mdy').length];
    const either = orders.filter((o) => o === 'either').length;
    if (months > 0 && days === 0) dates = 'mdy';
    if (months > 0) findings.push(finding('W212', place, { data: { days, months, either, order: dates } }));
  }
  return { convention: { decimal, dates, unit, blank }, findings };
}

/** The sign that the column has before its decimals; null when it shows none, or both. */
function signOf(texts: readonly string[]): ',' | '.' | null {
  const signs = new Set(texts.map(decimalSign).filter((sign) => sign !== null));
  return signs.size === 1 ? ([...signs][0] ?? null) : null;
}
