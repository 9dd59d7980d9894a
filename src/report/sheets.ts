import type { Block, Report } from './report.ts';

/** The report with a sheet for each of its tables: in a workbook people look for a table by its tab. The first stays with the title. */
export function bySheets({ blocks }: Report): Report {
  const first = blocks.findIndex(({ kind }) => kind === 'table');
  return {
    blocks: blocks.map((block, at): Block => (block.kind === 'heading' && at > first ? { ...block, level: 1 } : block)),
  };
}
