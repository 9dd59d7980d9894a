import type { CellStyle } from 'hucre/xlsx';
import type { Cell, Tone } from '../report/report.ts';
import { STYLES, toned } from './xlsx-styles.ts';

export type Value = string | number | null;

/** Numbers that Excel cannot hold exactly stay text. */
export function cellValue(cell: Cell): Value {
  if (typeof cell === 'number') return Number.isFinite(cell) && Math.abs(cell) < 1e15 ? cell : String(cell);
  return typeof cell === 'object' && cell !== null ? cell.text : cell;
}

/** How the cell looks, and as what Excel takes it. */
export function cellStyle(cell: Cell, align: 'left' | 'right' | undefined): CellStyle {
  const value = cellValue(cell);
  const tone: Tone | undefined = typeof cell === 'object' && cell !== null ? cell.tone : undefined;
  const style = toned(STYLES.cell, tone);
  const aligned =
    align === 'right' ? { ...style, alignment: { ...style.alignment, horizontal: 'right' as const } } : style;
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
