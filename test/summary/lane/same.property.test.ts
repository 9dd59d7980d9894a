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
    const files = [resultOf(rows.slice(0, 300)), resultOf(rows.slice(300))].map((text) => Buffer.from(text));
    const read = await both({ files, rows: [300, 99], blockBytes: 3000 }, (setup) => countInThreads(setup, WORKER, 2));
    expect(read?.lane).toEqual(read?.reference);
    expect(JSON.stringify(read?.lane)).toContain('W803');
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
