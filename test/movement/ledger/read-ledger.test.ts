import { describe, expect, it } from 'vitest';
import { readLedger } from '../../../src/movement/ledger/read-ledger.ts';
import { memorySource } from '../../../src/survey/source.ts';
import { bytesOf, refused } from '../../fixtures.ts';
import { ledgerOfRows, line } from '../ledgers.ts';

const read = (text: string, keyFields: readonly string[] | null = null) =>
  readLedger(memorySource('so.csv', bytesOf(text)), { keyFields });

describe('a ledger', () => {
  it('is read in the words and the order an officer writes it', async () => {
    const { entries } = await read(
      [
        'Ngày;Số quyết định;Mã xã;Thôn;Mã hộ;Chủ hộ;Vào/ra;Danh sách;Lý do;Số khẩu;Ghi chú',
        '10/03/2025;12/QĐ-UBND;00001;Thôn Thử;0007;Nông Thị Mẫu;vào;Hộ nghèo;phát sinh mới;5;',
        '5/11/2025;80/QĐ-UBND;00001;Thôn Thử;0007;Nông Thị Mẫu;ra;hộ nghèo;Chuyển đi;;theo con',
      ].join('\r\n'),
    );
    expect(entries).toMatchObject([
      {
        row: 2,
        date: '2025-03-10',
        direction: 'in',
        class: 'poor',
        reason: 'new',
        size: 5,
        key: '00001/Thôn Thử/0007',
      },
      {
        row: 3,
        date: '2025-11-05',
        direction: 'out',
        class: 'poor',
        reason: 'moved_out',
        size: null,
        note: 'theo con',
      },
    ]);
    expect(entries[0]?.unit.code).toBe('00001');
  });

  it('says of every cell that cannot be read where it stands and what it could be, all at once', async () => {
    const rows = [
      line('2025-02-30 in poor A/1 new'),
      line('2025-03 sideways non_poor A/2'),
      line('2025-03-01 out poor A/3 new'),
      line('2025-03-01 in poor'),
      line('2025-03-01 in poor A/5 new', { size: 'năm' }),
    ];
    const findings = await refused(ledgerOfRows(rows));
    expect(findings.map(({ code, at }) => [code, at.row, at.column])).toEqual([
      ['E870', 2, 'date'],
      ['E870', 3, 'date'],
      ['E871', 3, 'class'],
      ['E872', 3, 'direction'],
      ['E874', 4, 'reason'],
      ['E873', 5, 'key'],
      ['E305', 6, 'size'],
    ]);
    expect(findings.find(({ code }) => code === 'E874')?.expected).toContain('moved_out');
  });

  it('needs its columns, and those of the key of the list it goes with', async () => {
    const missing = async (text: string, fields: readonly string[] | null = null) =>
      (await refused(read(text, fields))).map(({ code, at }) => [code, at.field]);
    expect(await missing('date,household_id\n')).toEqual([
      ['E202', 'direction'],
      ['E202', 'class'],
    ]);
    expect(await missing('date,direction,class,household_id\n', ['commune_code', 'household_id'])).toEqual([
      ['E202', 'key'],
    ]);
    expect(await missing('date,direction,class,key\n', ['commune_code', 'household_id'])).toEqual([]);
    expect((await refused(read(''))).map(({ code }) => code)).not.toEqual([]);
  });

  it('works in what goes out of a list before what comes in on the same day', async () => {
    const { entries } = await ledgerOfRows([
      line('2025-06-01 in near_poor A/1 transfer'),
      line('2025-06-01 out poor A/1 transfer'),
      line('2025-01-20 in poor A/2'),
    ]);
    expect(entries.map(({ row, direction }) => [row, direction])).toEqual([
      [4, 'in'],
      [3, 'out'],
      [2, 'in'],
    ]);
  });
});
