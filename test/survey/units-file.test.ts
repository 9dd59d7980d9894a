import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/survey/source.ts';
import { readUnits } from '../../src/survey/units-file.ts';
import { bytesOf, refused } from '../fixtures.ts';

const units = (text: string) =>
  readUnits(memorySource('units.csv', bytesOf(text)), { delimiter: null, encoding: null });

describe('a list of units', () => {
  it('has a row per unit, its counts null where it says nothing', async () => {
    expect(await units('unit_code,name,households,persons\n00001,Xã Mẫu,1.200,\n')).toMatchObject([
      { code: '00001', name: 'Xã Mẫu', households: 1200, persons: null, area: null, row: 2 },
    ]);
  });

  it('may have Vietnamese headings', async () => {
    expect(await units('Mã xã;Tên xã;Tổng số hộ\n00001;Xã Mẫu;120\n')).toMatchObject([
      { code: '00001', households: 120 },
    ]);
  });

  it('is refused without a column of codes', async () => {
    expect(await refused(units('name\nXã Mẫu\n'))).toMatchObject([{ code: 'E202', at: { field: 'unit_code' } }]);
  });

  it('is refused with every number that is none', async () => {
    expect(await refused(units('unit_code,households,persons\n1,nhiều,~30\n'))).toMatchObject([
      { code: 'E305', at: { row: 2, column: 'households' } },
      { code: 'E305', at: { row: 2, column: 'persons' } },
    ]);
    expect(await refused(units('unit_code,households\n1,-5\n'))).toMatchObject([{ code: 'E305', saw: '-5' }]);
  });

  it('has dates as officers and spreadsheets write them', async () => {
    const rows = await units('unit_code,date\n1,31/12/2024\n2,2024-12-31\n3,2024\n4,45657\n5,\n6,12/2024\n');
    expect(rows.map(({ date }) => date)).toEqual(['2024-12-31', '2024-12-31', '2024', '2024-12-31', null, '2024-12']);
  });

  it('is refused with every date that is none, lest its rows be left out unseen', async () => {
    expect(await refused(units('unit_code,date\n1,cuối năm\n2,31/02/2024\n'))).toMatchObject([
      { code: 'E818', at: { row: 2, column: 'date' }, saw: 'cuối năm' },
      { code: 'E818', at: { row: 3, column: 'date' } },
    ]);
  });
});
