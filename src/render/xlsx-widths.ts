import type { Cell, TableBlock } from '../report/report.ts';
import type { Lang } from '../text/format.ts';
import { plainCell } from './plain-cell.ts';

/** Characters of a line of prose that fill a portrait page. */
export const PROSE_WIDTH = 92;

const NARROWEST = 9;
/** The widest a column is made for its text; longer text is wrapped. */
const WIDEST = 60;
/** Excel counts digits; letters, bold ones above all, need a little more, and so does the filter's arrow. */
const PER_CHARACTER = 1.15;
const PADDING = 2;

/** The widths of a sheet's columns, in characters: each fits its cells in every table, the last fills the page for prose. */
export function columnWidths(tables: readonly TableBlock[], lang: Lang): readonly number[] {
  const widths: number[] = [];
  for (const table of tables) {
    table.columns.forEach((column, at) => {
      const cells = longestOf(table.rows, (row) => lengthOf(row[at] ?? null, lang));
      const longest = Math.max(longestWord(column.title), cells);
      const wanted = Math.min(longest, column.width ?? WIDEST) * PER_CHARACTER + PADDING;
      widths[at] = Math.round(Math.max(widths[at] ?? NARROWEST, wanted));
    });
  }
  const fitting = onePage(widths);
  const missing = PROSE_WIDTH - total(fitting);
  return missing > NARROWEST ? [...fitting, missing] : fitting;
}

/** Characters of a landscape page that can still be read when it is printed. */
const WIDEST_PAGE = 150;
/** Columns are not made narrower than this to fit the page. */
const STILL_WIDE = 18;

/** The widths, the widest ones made equal and narrower until a page holds them all. */
function onePage(widths: readonly number[]): readonly number[] {
  let fitting = widths;
  for (let most = WIDEST; most >= STILL_WIDE && total(fitting) > WIDEST_PAGE; most--) {
    fitting = widths.map((width) => Math.min(width, most));
  }
  return fitting;
}

export function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** How many lines the text takes when broken between words at so many characters. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(1, width);
  return text.split('\n').reduce((count, line) => count + linesOf(line, room), 0);
}

function linesOf(line: string, room: number): number {
  let count = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= room) {
      used = needed;
      continue;
    }
    const own = Math.ceil(word.length / room);
    count += used === 0 ? own - 1 : own;
    used = word.length - (own - 1) * room;
  }
  return count;
}

/** A heading may be broken between words. */
function longestWord(title: string): number {
  const half = Math.ceil(title.length / 2);
  return Math.max(half, ...title.split(' ').map((word) => word.length));
}

function lengthOf(cell: Cell, lang: Lang): number {
  return longestOf(plainCell(cell, lang).split('\n'), (line) => line.length);
}

/** The largest length; a table may have more rows than a call has arguments. */
function longestOf<T>(items: readonly T[], length: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, length(item)), 0);
}
