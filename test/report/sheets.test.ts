import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/report/report.ts';
import { bySheets } from '../../src/report/sheets.ts';

const heading = (text: string, level: 1 | 2): Block => ({ kind: 'heading', text, level });
const table: Block = { kind: 'table', columns: [], rows: [] };

describe('a report by sheets', () => {
  it('keeps its first table with the title and gives every other a sheet', () => {
    const blocks = [heading('title', 1), heading('a', 2), table, heading('b', 2), table, heading('c', 2), table];
    const levels = bySheets({ blocks }).blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
    expect(levels).toEqual([1, 2, 1, 1]);
  });
});
