import type { Cell, Tone } from '../report/report.ts';
import { formatNumber, type Lang } from '../text/format.ts';
import { formatRate } from '../text/rate.ts';

/** A cell without colour: numbers grouped and rates rounded as the language does. */
export function plainCell(cell: Cell, lang: Lang): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return formatNumber(cell, lang);
  if (typeof cell === 'string') return cell;
  return 'text' in cell ? cell.text : formatRate(cell.part, cell.whole, lang, cell.decimals);
}

/** What the cell means besides what it says. */
export function toneOf(cell: Cell): Tone | undefined {
  return typeof cell === 'object' && cell !== null && 'tone' in cell ? cell.tone : undefined;
}
