import type { CellStyle } from 'hucre/xlsx';
import type { Cell, Rate } from '../report/report.ts';
import { formatRate } from '../text/rate.ts';
import { toneOf } from './plain-cell.ts';
import { STYLES, toned } from './xlsx-styles.ts';

export type Value = string | number | null;

/** Numbers that Excel cannot hold exactly stay text. A rate is rounded here: Excel would round what is left of it again. */
export function cellValue(cell: Cell): Value {
  if (typeof cell === 'number') return Number.isFinite(cell) && Math.abs(cell) < 1e15 ? cell : String(cell);
  if (isRate(cell)) return cell.whole === 0 ? null : Number(roundedRate(cell));
  return typeof cell === 'object' && cell !== null ? cell.text : cell;
}

function isRate(cell: Cell): cell is Rate {
  return typeof cell === 'object' && cell !== null && 'part' in cell;
}

function roundedRate({ part, whole, decimals }: Rate): string {
  return formatRate(part, whole, 'en', decimals);
}

/** As many decimals as the rate is rounded to, also when they are zero. */
function rateFormat(rate: Rate): string {
  const [, decimals = ''] = roundedRate(rate).split('.');
  return decimals === '' ? '0' : `0.${'0'.repeat(decimals.length)}`;
}

/** How the cell looks, and as what Excel takes it. */
export function cellStyle(cell: Cell, align: 'left' | 'right' | undefined): CellStyle {
  const value = cellValue(cell);
  const style = toned(STYLES.cell, toneOf(cell));
  const aligned =
    align === 'right' ? { ...style, alignment: { ...style.alignment, horizontal: 'right' as const } } : style;
  if (isRate(cell)) return { ...aligned, numFmt: rateFormat(cell) };
  if (typeof value === 'number') return { ...aligned, numFmt: Number.isInteger(value) ? '#,##0' : '#,##0.0#####' };
  return isTempting(value) ? { ...aligned, numFmt: '@' } : aligned;
}

/** Text that Excel would take for a number or a formula as soon as somebody edits the cell; the text format keeps it. */
function isTempting(value: Value): boolean {
  return typeof value === 'string' && value.length < 256 && /^[=+\-@\d]/.test(value);
}

/** Excel's longest text. */
const LONGEST_TEXT = 32_767;

/** Text as a cell can hold it: no control characters, no halves of a character, and what looks like Excel's own escape of one written out. */
export function legalText(text: string): string {
  const whole = text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  const cut = whole.length > LONGEST_TEXT ? `${whole.slice(0, LONGEST_TEXT - 1)}…` : whole;
  return cut.replace(/\p{Cs}/gu, '');
}
