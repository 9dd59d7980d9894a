import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewInThreads } from '../../src/lane/threads.ts';
import { csvOf, household } from '../fixtures.ts';
import { both } from './both.ts';
import { asked } from './surveys.ts';

const RUNS = Number(process.env.LANE_RUNS ?? 500);
/** Threads run the built program: there is no other that plain Node can start. */
const WORKER = new URL('../../dist/cli/lane-worker.js', import.meta.url);
const VN: readonly (readonly [string, 'income'])[] = [['vn-2022', 'income']];

describe('the lane and the reference', () => {
  it('give the same bytes, findings, counts and hashes for any survey', { timeout: 300_000 }, async () => {
    const seen = { byLane: 0, all: 0 };
    await fc.assert(
      fc.asyncProperty(asked, async (how) => {
        const read = await both(how);
        if (read === null) return;
        seen.all++;
        if (read.byLane) seen.byLane++;
        expect(read.lane).toEqual(read.reference);
      }),
      { numRuns: RUNS },
    );
    // a lane that always gave up would agree too
    expect(seen.byLane).toBeGreaterThan(seen.all / 3);
  });

  it.skipIf(!existsSync(WORKER))('agree in threads too', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(2, 3), async (how, threads) => {
        const read = await both(how, (setup) => reviewInThreads(setup, WORKER, threads));
        if (read !== null) expect(read.lane).toEqual(read.reference);
      }),
      { numRuns: Math.ceil(RUNS / 25) },
    );
  });

  it('agree wherever a block ends', { timeout: 300_000 }, async () => {
    const rows = [
      household('0001', { head_name: 'Nguyễn Thị Ểnh', village: 'Thôn "Trên", số 1' }),
      household('0002', { income: '1.500.000', employment: 'x', village: 'Ấp\r\nDưới' }, 3),
      household('0003', { area: 'Nông thôn', income: '--' }),
    ];
    const files = [Buffer.from(`\ufeff${csvOf(rows).replaceAll('\n', '\r\n')}`)];
    for (let blockBytes = 1; blockBytes < 160; blockBytes++) {
      for (const chunkBytes of [blockBytes, 1 << 20]) {
        const read = await both({ files, sets: VN, blockBytes, chunkBytes });
        expect(read?.lane).toEqual(read?.reference);
        expect(read?.byLane).toBe(true);
      }
    }
  });

  it('agree where rows are no households, and where numbers and names are doubtful', async () => {
    const rows = csvOf([
      household('0001', { head_name: 'Nguy?n Mẫu', head_id_number: '000175000001' }),
      household('0002', { head_name: 'Ksor Mẫu', head_id_number: '22075000001', village: 'Thôn 1' }),
      household('0003', { head_id_number: '123456789', head_birth_date: '45231' }),
      household('A', { head_id_number: '12 345' }),
      household('1'),
    ]);
    const width = (rows.split('\n')[0] ?? '').split(',').length;
    const others = ['Tổng cộng,5', ',Thôn Khe Mẫu', ',Người lập biểu', 'A,B,1,2,3', rows.split('\n')[0] ?? ''];
    for (const other of ['', ...others]) {
      const cells = other.split(',');
      const row = [...cells, ...Array.from({ length: width - cells.length }, () => '')].join(',');
      for (const setsAside of [true, false]) {
        const read = await both({
          files: [Buffer.from(`${rows}${row}\n${rows.split('\n')[3]}\n`)],
          sets: VN,
          setsAside,
        });
        expect(read?.lane).toEqual(read?.reference);
      }
    }
  });

  it('find a household that comes twice far apart, in one file and in two', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => household(String(at), { commune_code: String(at % 7) }));
    const again = household('5', { commune_code: '5', income: '9000000' });
    for (const files of [[csvOf([...many, again])], [csvOf(many), csvOf([again])]]) {
      const bytes = files.map((text) => Buffer.from(text));
      for (const setsAside of [true, false]) {
        const read = await both({ files: bytes, sets: VN, blockBytes: 5000, setsAside });
        expect(read?.lane).toEqual(read?.reference);
        expect(JSON.stringify(read?.lane.done)).toContain('E303');
      }
    }
  });

  it('stop at the same line of the same fault', async () => {
    const rows = (from: number) => csvOf(Array.from({ length: 1500 }, (_, at) => household(String(from + at))));
    const [before, after] = [rows(0), rows(1500).split('\n').slice(1).join('\n')];
    const faults = [
      ...['1,"a', 'a"b,1', '"a"b,1', '\ufffd'].map((text) => Buffer.from(text)),
      Buffer.from([0xc3, 0x28]),
    ];
    const broken = faults.map((fault) => Buffer.concat([Buffer.from(before), fault, Buffer.from(`\n${after}`)]));
    for (const bytes of broken) {
      // the fault stands beyond what is read for the heading
      const read = await both({ files: [bytes], sets: VN, blockBytes: 3000, chunkBytes: 2000 });
      expect(read).not.toBeNull();
      expect(read?.lane).toEqual(read?.reference);
    }
  });
});
