import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { render } from '../../src/render/xlsx.ts';
import { planSheets } from '../../src/render/xlsx-sheets.ts';
import { lineCount } from '../../src/render/xlsx-widths.ts';
import type { Block, Cell, Report, TableBlock, Tone } from '../../src/report/report.ts';
import { memorySource } from '../../src/survey/source.ts';
import { openWorkbook } from '../../src/survey/workbook/workbook.ts';
import { openZip } from '../../src/survey/workbook/zip.ts';

const written = (...blocks: readonly Block[]) => render({ blocks }, { lang: 'vi', title: 'Báo cáo' });

/** The rows of every sheet, as the program itself reads them. */
async function readBack(bytes: Uint8Array): Promise<Record<string, (readonly string[])[]>> {
  const workbook = await openWorkbook(memorySource('a.xlsx', bytes));
  const sheets: Record<string, (readonly string[])[]> = {};
  for (const { name } of workbook.sheets) {
    const rows = [];
    for await (const batch of workbook.rows(name)) rows.push(...batch.map((row) => row.cells));
    sheets[name] = rows;
  }
  return sheets;
}

const part = async (bytes: Uint8Array, name: string) => (await openZip(Buffer.from(bytes)).whole(name)).toString();
const sheetXml = (bytes: Uint8Array) => part(bytes, 'xl/worksheets/sheet1.xml');

const table = (rows: readonly (readonly Cell[])[], titles = ['Mã hộ', 'Số tiền']): TableBlock => ({
  kind: 'table',
  columns: titles.map((title) => ({ title })),
  rows,
});
const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', text, level });

describe('a report as a workbook', () => {
  it('holds headings, prose, lists and tables in their order', async () => {
    const list: Block = { kind: 'list', items: [{ text: 'một' }, { text: 'hai', depth: 1, tone: 'dim' }] };
    const bytes = await written(
      heading('Kết quả'),
      { kind: 'paragraph', text: ' Một câu. ', tone: 'warning' },
      table([
        ['0001', 1500000.5],
        [{ text: 'Tổng', tone: 'strong' }, null],
      ]),
      list,
      heading('Phần hai', 2),
    );
    expect(await readBack(bytes)).toEqual({
      'Kết quả': [
        ['Kết quả'],
        ['Một câu.'],
        ['Mã hộ', 'Số tiền'],
        ['0001', '1500000.5'],
        ['Tổng'],
        ['một'],
        ['hai'],
        ['Phần hai'],
      ],
    });
  });

  it('gives back every cell, whatever the text', async () => {
    const letters = fc.constantFrom('a', 'ệ', '=', '+', '-', '@', '0', '_x000D_', '<', '&', '"', ' ', '\n', '😀', "'");
    const text = fc.string({ unit: letters, minLength: 1, maxLength: 12 });
    const number = fc.oneof(fc.integer(), fc.constantFrom(0.5, 12.25, -3, 1e14));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, number), { minLength: 1, maxLength: 5 }), async (rows) => {
        const [, ...read] = (await readBack(await written(table(rows))))['Báo cáo'] ?? [];
        expect(read).toEqual(rows.map(([said, amount]) => [said, String(amount)]));
      }),
      { numRuns: 40 },
    );
  });

  it('is the same bytes for the same report, whatever the day', async () => {
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const report: Report = { blocks: [heading('A'), table([['0001', 1]])] };
    const first = await render(report, { lang: 'vi', title: 'x' });
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    expect(Buffer.compare(await render(report, { lang: 'vi', title: 'x' }), first)).toBe(0);
  });

  it('is a workbook even when the report is empty', async () => {
    expect(await readBack(await written())).toEqual({ 'Báo cáo': [] });
  });
});

describe('a cell', () => {
  it('is a number for a number and a text for a text: ids and codes keep their zeros', async () => {
    const xml = await sheetXml(await written(table([['000123456789', 1500000]])));
    expect(xml).toMatch(/<c r="A2" t="s"/);
    expect(xml).toMatch(/<c r="B2" s="\d+"><v>1500000<\/v>/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1+1'])(
    '%j is never computed',
    async (text) => {
      const xml = await sheetXml(await written(table([[text, 1]]), heading('x', 2), { kind: 'paragraph', text }));
      expect(xml).toMatch(/<c r="A2" t="s"/);
      expect(xml).not.toContain('<f');
    },
  );

  it('stays text when somebody edits it', async () => {
    const bytes = await written(
      table([
        ['=1+1', '0001'],
        ['chữ', 2],
      ]),
    );
    const xml = await sheetXml(bytes);
    const styleOf = (place: string) => Number(new RegExp(`r="${place}"[^>]* s="(\\d+)"`).exec(xml)?.[1]);
    const styles = (await part(bytes, 'xl/styles.xml')).match(/<cellXfs.*<\/cellXfs>/s)?.[0] ?? '';
    const formats = [...styles.matchAll(/<xf [^>]*numFmtId="(\d+)"/g)].map((m) => m[1]);
    const text = /numFmtId="(\d+)" formatCode="@"/.exec(await part(bytes, 'xl/styles.xml'))?.[1];
    expect(['A2', 'B2', 'A3'].map((place) => formats[styleOf(place)])).toEqual([text, text, '0']);
  });

  it('holds no more than Excel allows', async () => {
    const [, row] =
      (await readBack(await written(table([[`${'a'.repeat(40_000)}`, 'a\u0000b\ud800c']]))))['Báo cáo'] ?? [];
    expect(row?.[0]).toHaveLength(32_767);
    expect(row?.[1]).toBe('abc');
  });

  it('says in words what its colour says', async () => {
    const tones: readonly Tone[] = [
      'poor',
      'near_poor',
      'non_poor',
      'undecided',
      'yes',
      'no',
      'dim',
      'strong',
      'warning',
    ];
    const bytes = await written(table(tones.map((tone) => [{ text: `chữ ${tone}`, tone }, 1])));
    const read = (await readBack(bytes))['Báo cáo'] ?? [];
    expect(read.slice(1).map((cells) => cells[0])).toEqual(tones.map((tone) => `chữ ${tone}`));
    const styles = await part(bytes, 'xl/styles.xml');
    for (const ground of ['FBE3E1', 'FFF0D2', 'E4F3E6', 'ECE6F6']) expect(styles).toContain(ground);
  });
});

describe('the head of a table', () => {
  it('stays in sight and is printed on every page when its sheet holds one table', async () => {
    const bytes = await written(heading("Xã 'Ví Dụ' 1"), table([['0001', 1]]));
    expect(await sheetXml(bytes)).toContain('<pane ySplit="2" topLeftCell="A3" state="frozen"');
    expect(await part(bytes, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Xã ''Ví Dụ'' 1'!$2:$2</definedName>`,
    );
  });

  it('is not frozen when there are several tables', async () => {
    const bytes = await written(table([['0001', 1]]), table([['0001', 1]]));
    expect(await sheetXml(bytes)).not.toContain('<pane');
    expect(await part(bytes, 'xl/workbook.xml')).not.toContain('definedName');
  });

  it('can filter a long table', async () => {
    const rows = Array.from({ length: 25 }, (_, n): Cell[] => [String(n), n]);
    expect(await sheetXml(await written(table(rows)))).toContain('<autoFilter ref="A1:B26"');
  });
});

describe('sheets', () => {
  const names = (...texts: readonly string[]) =>
    planSheets({ blocks: texts.map((text) => heading(text)) }, 'Báo cáo').map((plan) => plan.name);

  it('are one for each heading of the first level, and one for what stands before it', () => {
    const blocks: Block[] = [{ kind: 'paragraph', text: 'x' }, heading('Một'), heading('Phần', 2), heading('Hai')];
    expect(planSheets({ blocks }, 'Báo cáo').map((plan) => [plan.name, plan.blocks.length])).toEqual([
      ['Báo cáo', 1],
      ['Một', 2],
      ['Hai', 1],
    ]);
  });

  it.each([
    ['[Xã]: a/b\\c?*', 'Xã a b c'],
    ["'Xã'", 'Xã'],
    ['a'.repeat(40), 'a'.repeat(31)],
    [`${'a'.repeat(30)}😀`, 'a'.repeat(30)],
  ])('%s is named %s', (text, name) => {
    expect(names(text)).toEqual([name]);
  });

  it('that would have one name are numbered', () => {
    expect(names('Xã', 'XÃ', 'xã', 'History', '')).toEqual(['Xã', 'XÃ (2)', 'xã (3)', 'History (2)', '(2)']);
  });

  it('have names that Excel takes, each another, whatever the headings', () => {
    const unit = fc.constantFrom('a', 'ệ', '[', ']', ':', '*', '?', '/', '\\', "'", ' ', '😀', '\n', '\u0007');
    fc.assert(
      fc.property(fc.array(fc.string({ unit, maxLength: 40 }), { minLength: 1, maxLength: 6 }), (texts) => {
        const found = names(...texts);
        expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(texts.length);
        for (const name of found) {
          expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}]{1,31}$/u);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name.endsWith("'")).toBe(false);
        }
      }),
    );
  });
});

describe('the lines of a text', () => {
  it.each([
    ['', 10, 1],
    ['một hai', 10, 1],
    ['một hai ba', 9, 2],
    ['một\nhai', 10, 2],
    ['a'.repeat(25), 10, 3],
    [`a ${'b'.repeat(25)} c`, 10, 4],
  ])('%j in %i characters are %i', (text, width, lines) => {
    expect(lineCount(text, width)).toBe(lines);
  });
});
