import { Chalk, type ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import type { Block, Cell, Item, Report, TableBlock, Tone } from '../report/report.ts';
import { formatNumber, type Lang } from '../text/format.ts';
import { plainCell, toneOf } from './plain-cell.ts';

export interface TerminalOptions {
  readonly lang: Lang;
  readonly color: boolean;
  /** Characters a line holds. */
  readonly width: number;
  /** Said below a table that was cut short. */
  readonly more: (hidden: string) => string;
}

/** More rows than this are cut, for the table library is slow and nobody reads them. */
const MOST_ROWS = 100;

/** A report as text for a terminal. */
export function render(report: Report, options: TerminalOptions): string {
  const paint = new Chalk({ level: options.color ? 1 : 0 });
  return `${report.blocks.map((block) => renderBlock(block, options, paint)).join('\n')}\n`;
}

function renderBlock(block: Block, options: TerminalOptions, paint: ChalkInstance): string {
  switch (block.kind) {
    case 'heading':
      return `\n${block.level === 1 ? paint.bold.underline(block.text) : paint.bold(block.text)}`;
    case 'paragraph':
      return toned(wrap(block.text.trim(), options.width, '  ').join('\n'), block.tone, paint);
    case 'list':
      return block.items.map((item) => renderItem(item, options, paint)).join('\n');
    case 'table':
      return renderTable(block, options, paint);
  }
}

function renderItem({ text, tone, depth = 0 }: Item, { width }: TerminalOptions, paint: ChalkInstance): string {
  const indent = '  '.repeat(depth + 1);
  // a line that opens with a sign keeps its wrapped lines behind it
  const hang = /^[✓✗?] /.test(text) ? '  ' : '';
  return toned(wrap(text, width, indent, indent + hang).join('\n'), tone, paint);
}

function toned(text: string, tone: Tone | undefined, paint: ChalkInstance): string {
  switch (tone) {
    case undefined:
      return text;
    case 'poor':
      return paint.red(text);
    case 'near_poor':
    case 'warning':
      return paint.yellow(text);
    case 'non_poor':
    case 'yes':
      return paint.green(text);
    case 'undecided':
      return paint.magenta(text);
    case 'no':
    case 'dim':
      return paint.dim(text);
    case 'strong':
      return paint.bold(text);
  }
}

function renderTable({ columns, rows }: TableBlock, options: TerminalOptions, paint: ChalkInstance): string {
  const widths = columnWidths(columns, rows, options);
  const cells = rows
    .slice(0, MOST_ROWS)
    .map((row) => row.map((cell, at) => renderCell(cell, options.lang, paint, (widths[at] ?? options.width) - 2)));
  const isWrapped = cells.some((row) => row.some((text) => text.includes('\n')));
  const table = new Table({
    head: columns.map((c) => paint.bold(c.title)),
    colAligns: columns.map((c) => c.align ?? 'left'),
    colWidths: widths,
    wordWrap: true,
    // rules between rows only where a row is more than a line
    style: { head: [], border: [], compact: !isWrapped },
  });
  table.push(...cells);
  const hidden = rows.length - MOST_ROWS;
  return hidden > 0 ? `${table.toString()}\n${options.more(formatNumber(hidden, options.lang))}` : table.toString();
}

/** A column of text is not made narrower than this, nor than its longest word, unless that is longer than a word. */
const LEAST_TEXT = 12;
const LONGEST_WORD = 22;

/**
 * Columns as wide as their text, those that may wrap narrowed until the table fits: columns of numbers first, down to the
 * words of their heading, then columns of text in proportion.
 */
function columnWidths(
  columns: TableBlock['columns'],
  rows: TableBlock['rows'],
  { lang, width }: TerminalOptions,
): number[] {
  const longestOf = (at: number, parts: (text: string) => readonly string[]) =>
    rows
      .slice(0, MOST_ROWS)
      .flatMap((row) => parts(plainCell(row[at] ?? null, lang)))
      .reduce((most, part) => Math.max(most, part.length), 0);
  const longestCell = columns.map((_, at) => longestOf(at, (text) => [text]));
  const natural = columns.map((column, at) => {
    const longest = Math.max(column.title.length, longestCell[at] ?? 0);
    return Math.min(longest, column.width ?? longest) + 2;
  });
  const room = width - (columns.length + 1);
  const total = (widths: readonly number[]) => widths.reduce((sum, w) => sum + w, 0);
  if (total(natural) <= room) return natural;
  const narrowed = natural.map((w, at) => {
    const { align, title, width: wraps } = columns[at] as TableBlock['columns'][number];
    if (align !== 'right' || wraps === undefined) return w;
    const word = Math.max(...title.split(' ').map((part) => part.length), longestCell[at] ?? 0);
    return Math.min(w, word + 2);
  });
  const isText = columns.map(({ align, width: wraps }) => align !== 'right' && wraps !== undefined);
  const fixed = total(narrowed.filter((_, at) => !isText[at]));
  const factor = Math.min(1, Math.max(0.3, (room - fixed) / Math.max(1, total(narrowed) - fixed)));
  return narrowed.map((w, at) => {
    if (!isText[at]) return w;
    const word = Math.min(
      LONGEST_WORD,
      longestOf(at, (text) => text.split(/\s+/)),
    );
    return Math.max(Math.min(w, Math.max(LEAST_TEXT, word + 2)), Math.floor(w * factor));
  });
}

function renderCell(cell: Cell, lang: Lang, paint: ChalkInstance, width: number): string {
  const text = wrap(plainCell(cell, lang), width, '').join('\n');
  return toned(text, toneOf(cell), paint);
}

/** Breaks text between words so that no line is longer than the width; a longer word stands alone. */
function wrap(text: string, width: number, first: string, rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
