import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countInThreads } from '../../../src/summary/lane/crew.ts';
import { marks, type Row } from '../../fixtures.ts';
import { both } from './both.ts';
import { anyResult, resultOf } from './results.ts';

const RUNS = Number(process.env.LANE_RUNS ?? 200);
/** Threads run the built program: there is no other that plain Node can start. */
const WORKER = new URL('../../../dist/cli/summary-worker.js', import.meta.url);

const household = (id: string, more: Row = {}): Row => ({
  ...{ commune_code: '00001', commune: 'Xã Mẫu', village: 'Thôn 1', household_id: id, area: 'rural' },
  ...{ head_name: 'Nguyễn Thị Ểnh', ethnicity: 'Tày', size: '4', income: '1500000', ...marks(3), ...more },
});

describe('a result counted by its bytes', () => {
  it('gives the counts, the order of places and the findings of the reference, or leaves it to it', {
    timeout: 300_000,
  }, async () => {
    const seen = { byLane: 0, all: 0 };
    await fc.assert(
      fc.asyncProperty(anyResult, async (how) => {
        const read = await both(how);
        if (read === null) return;
        seen.all++;
        if (read.lane === null) return;
        seen.byLane++;
        expect(read.lane).toEqual(read.reference);
      }),
      { numRuns: RUNS },
    );
    // a lane that always gave up would agree too
    expect(seen.byLane).toBeGreaterThan(seen.all / 3);
  });

  it.skipIf(!existsSync(WORKER))('is the same in threads', { timeout: 300_000 }, async () => {
    const rows = Array.from({ length: 400 }, (_, at) =>
      household(String(at), { village: `Thôn ${at % 7}`, ethnicity: 'Kinh' }),
    );
    // numbers that grow, and numbers that do not: then the keys of all are kept; with villages and without
    for (const [ordered, byVillage] of [
      [rows, true],
      [[...rows].reverse(), false],
    ] as const) {
      const files = [resultOf(ordered.slice(0, 300)), resultOf(ordered.slice(300))].map((text) => Buffer.from(text));
      const asked = { files, rows: [300, 99], blockBytes: 3000, byVillage };
      const read = await both(asked, (setup) => countInThreads(setup, WORKER, 2));
      expect(read?.lane).toEqual(read?.reference);
      expect(JSON.stringify(read?.lane)).toContain('W803');
    }
  });

  it('is the same wherever a block ends, with names in quotes and lines within them', {
    timeout: 300_000,
  }, async () => {
    const rows = [
      household('0001', { village: '"Thôn ""Trên"", số 1"' }),
      household('0002', { head_name: '"Lò,\r\nThị"', class: 'near_poor' }),
      household('0003', { village: 'Thôn 2', water: '' }),
    ];
    const files = [Buffer.from(resultOf(rows))];
    for (let blockBytes = 1; blockBytes < 200; blockBytes += 1) {
      const read = await both({ files, blockBytes, chunkBytes: blockBytes % 2 === 0 ? blockBytes : 1 << 20 });
      expect(read?.lane).toEqual(read?.reference);
      expect(read?.lane).not.toBeNull();
    }
  });

  it('is counted by the lane with numbers in any order, also where only the last of many is out of it', async () => {
    const rows = Array.from({ length: 900 }, (_, at) => household(String(at), { village: `Thôn ${at % 3}` }));
    const orders = [[...rows].reverse(), [...rows.slice(1), ...rows.slice(0, 1)], rows];
    for (const ordered of orders) {
      const read = await both({ files: [Buffer.from(resultOf(ordered))], blockBytes: 5000 });
      expect(read?.lane).not.toBeNull();
      expect(read?.lane).toEqual(read?.reference);
    }
    for (const twice of ['0', '899', '450']) {
      const files = [Buffer.from(resultOf([...rows, household(twice, { village: `Thôn ${Number(twice) % 3}` })]))];
      const read = await both({ files, blockBytes: 5000 });
      expect(JSON.stringify(read?.reference)).toContain('E303');
      expect(read?.lane).toBeNull();
    }
  });

  it('looks at cells that no table counts as far as they could stop a run, and no further', async () => {
    const many = Array.from({ length: 40 }, (_, at) => household(String(at).padStart(2, '0')));
    const withCell = (heading: string, cell: string, eol: string) =>
      resultOf(
        [...many, household('77'), household('88')].map((row) => ({
          ...row,
          [heading]: row.household_id === '77' ? cell : '',
        })),
        eol,
      );
    // a column of each kind, and cells that are harmless there, quotes and line breaks among them
    const harmless: readonly (readonly [string, string])[] = [
      ['note', 'Nguy?n; sao'],
      ['note', '"a, ""b""\r\nc"'],
      ['head_birth_date', '31/02/1980'],
      ['head_sex', 'x'],
      ['head_id_number', '12 345'],
      ['Ghi thêm', '"x,y"'],
      ['Ghi thêm', 'Nguyƒn'],
      ['previously_poor', 'có'],
      ['b1', '140'],
      ['floor_area', '32'],
    ];
    for (const [heading, cell] of harmless)
      for (const eol of ['\n', '\r\n']) {
        const text = withCell(heading, cell, eol);
        expect(text, heading).toContain(cell);
        const read = await both({ files: [Buffer.from(text)] });
        expect(read?.lane, `${heading} ${cell}`).not.toBeNull();
        expect(read?.lane).toEqual(read?.reference);
        // a last line without its line break, and one that ends with a carriage return alone
        for (const cut of [text.slice(0, -eol.length), `${text.slice(0, -eol.length)}\r`]) {
          const bare = await both({ files: [Buffer.from(cut)] });
          expect(bare?.lane === null || JSON.stringify(bare?.lane) === JSON.stringify(bare?.reference)).toBe(true);
        }
      }
    const stopping: readonly (readonly [string, string])[] = [
      ['previously_poor', 'maybe'],
      ['b1', '1.5'],
      ['b1', '-1'],
      ['floor_area', 'm2'],
      ['residence', 'ở nhờ'],
      ['recorded_class', 'sướng'],
      ['head_id_number', '1.2E+11'],
      ['district', 'Huyện M?u'],
      ['Ghi thêm', 'x,y'],
    ];
    for (const [heading, cell] of stopping) {
      const read = await both({ files: [Buffer.from(withCell(heading, cell, '\r\n'))] });
      expect(JSON.stringify(read?.reference), `${heading} ${cell}`).toContain('"stopped"');
      expect(read?.lane, `${heading} ${cell}`).toBeNull();
    }
    const bytes = Buffer.from(withCell('note', 'xyz', '\r\n'));
    bytes[bytes.indexOf('xyz') + 1] = 0xff;
    expect((await both({ files: [bytes] }))?.lane ?? null).toBeNull();
  });

  it('takes what is counted or keyed as the reference spells it, however it is written', async () => {
    const many = Array.from({ length: 40 }, (_, at) => household(String(at).padStart(2, '0'), { ethnicity: 'Kinh' }));
    const spellings: readonly Row[] = [
      ...["'=1", ' Kinh', 'Kinh ', '"Kinh"', 'Kinh\t', 'Tày'.normalize('NFD'), '', '\ufeffKinh', 'Ơ Đu', 'Xtiêng'].map(
        (ethnicity) => ({ ethnicity }),
      ),
      ...["'=7", ' 77', '77 ', '"77"', "'77", 'H-7', '٧7'].map((household_id) => ({ household_id })),
      ...['', '10', '04', '4 ', '"4"', '1.200'].map((size) => ({ size })),
    ];
    for (const spelling of spellings) {
      const row = household('77', { village: 'Thôn 2', ethnicity: 'Kinh', ...spelling });
      const read = await both({ files: [Buffer.from(resultOf([...many, row, { ...row, household_id: '78' }]))] });
      expect(read?.lane, JSON.stringify(spelling)).not.toBeNull();
      expect(read?.lane, JSON.stringify(spelling)).toEqual(read?.reference);
    }
    // two spellings of one number are one household
    for (const [one, other] of [
      ["'=7", '=7'],
      ['77', '77 '],
      ['77', '"77"'],
    ] as const) {
      const files = [Buffer.from(resultOf([...many, household(one), household('78'), household(other)]))];
      const read = await both({ files });
      expect(JSON.stringify(read?.reference), `${one} ${other}`).toContain('E303');
      expect(read?.lane, `${one} ${other}`).toBeNull();
    }
  });

  it('is left to the reference for what stops a run', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => household(String(at), { commune_code: String(at % 7) }));
    const spoilt: readonly (readonly [string, Row])[] = [
      ['E801', { class: 'nghèo' }],
      ['E801', { computed_class: 'x' }],
      ['E802', { criteria_hash: 'ffffffffffff' }],
      ['E303', { household_id: '5', commune_code: '5' }],
      ['E307', { water: '7' }],
      ['E306', { size: '0' }],
      ['E304', { area: 'x' }],
      ['E321', { head_name: 'Nguy?n Mẫu' }],
      ['E321', { head_name: 'Nguyƒn Mẫu' }],
      ['E301', { agrees: '1,x' }],
      ['E105', { head_name: '"a"b' }],
    ];
    for (const [code, row] of spoilt) {
      const files = [Buffer.from(resultOf([...many, household('9999', row)]))];
      const read = await both({ files, blockBytes: 20_000 });
      expect(JSON.stringify(read?.reference), code).toContain(code);
      expect(read?.lane, code).toBeNull();
    }
    const bytes = Buffer.from(resultOf(many));
    bytes[bytes.length - 300] = 0xff;
    expect((await both({ files: [bytes], chunkBytes: 2000 }))?.lane).toBeNull();
  });

  it('is left to the reference with a household in two files, and with columns in another order than classify writes', async () => {
    const [one, other] = [resultOf([household('1'), household('2')]), resultOf([household('3'), household('1')])];
    const twice = await both({ files: [Buffer.from(one), Buffer.from(other)] });
    expect(JSON.stringify(twice?.reference)).toContain('E303');
    expect(twice?.lane).toBeNull();
    const moved = one.replaceAll('\r\n', ',x\r\n').replace(',x\r\n', ',Ghi thêm\r\n');
    expect((await both({ files: [Buffer.from(moved)] }))?.lane).toBeNull();
  });
});
