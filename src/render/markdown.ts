import type { Block, Report, TableBlock } from '../report/report.ts';
import type { Lang } from '../text/format.ts';
import { plainCell } from './plain-cell.ts';

/** A report as Markdown. */
export function render(report: Report, { lang }: { readonly lang: Lang }): string {
  return `${report.blocks.map((block) => renderBlock(block, lang)).join('\n\n')}\n`;
}

function renderBlock(block: Block, lang: Lang): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
    case 'paragraph':
      return escaped(block.text);
    case 'list':
      return block.items.map(({ text, depth = 0 }) => `${'  '.repeat(depth)}- ${escaped(text)}`).join('\n');
    case 'table':
      return renderTable(block, lang);
  }
}

function renderTable({ columns, rows }: TableBlock, lang: Lang): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((c) => escaped(c.title))),
    line(columns.map((c) => (c.align === 'right' ? '--:' : '---'))),
    ...rows.map((row) => line(row.map((cell) => escaped(plainCell(cell, lang)).replaceAll('|', '\\|')))),
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_<>#[\]]/g, (sign) => `\\${sign}`).replaceAll('\n', ' ');
}
