import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type ColumnForm, workbookOfRows } from '../../src/render/xlsx-rows.ts';

const FORMS: Readonly<Record<string, ColumnForm>> = { id: 'text', persons: 'number', income: 'amount' };

async function sheetOf(...rows: readonly (readonly string[])[]) {
  const stream = await workbookOfRows(toAsync(rows), 'tờ 1', (heading) => FORMS[heading] ?? 'text');
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const { sheets } = await readXlsx(Buffer.concat(chunks));
  return sheets[0];
}

async function* toAsync<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

const HEADINGS = ['id', 'persons', 'income'];

describe('rows as a workbook', () => {
  it('are numbers in columns of numbers, and text in all others', async () => {
    expect((await sheetOf(HEADINGS, ['12', '4', '1500000.5']))?.rows).toEqual([HEADINGS, ['12', 4, 1_500_000.5]]);
  });

  it('stay text where Excel would give back another number', async () => {
    const odd = ['007', '1.50', '1234567890123456', '-1', '1e3', 'x'];
    const sheet = await sheetOf(HEADINGS, ...odd.map((cell) => ['a', cell, cell]));
    expect(sheet?.rows.slice(1)).toEqual(odd.map((cell) => ['a', cell, cell]));
  });

  it('leave blank cells blank, and begin under a sheet of their name', async () => {
    const sheet = await sheetOf(HEADINGS, ['a', '', '1']);
    expect(sheet?.rows[1]?.map((cell) => cell ?? '')).toEqual(['a', '', 1]);
    expect(sheet?.name).toBe('tờ 1');
  });

  it('keep their headings in sight', async () => {
    expect((await sheetOf(HEADINGS, ['a', '1', '1']))?.freezePane).toMatchObject({ rows: 1 });
  });

  it('may be none', async () => {
    expect((await sheetOf(HEADINGS))?.rows).toEqual([HEADINGS]);
  });
});
