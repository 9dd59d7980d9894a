import { describe, expect, it } from 'vitest';
import type { PublishedRow } from '../../../src/summary/against/published.ts';
import { toText } from '../../../src/text/exact.ts';
import { refused } from '../../fixtures.ts';
import { brief, published } from './publications.ts';

const figures = (row: PublishedRow | undefined) =>
  Object.fromEntries([...(row?.figures ?? [])].map(([field, { value }]) => [field, toText(value)]));

describe('a published table', () => {
  it('has a row a unit, its figures by field, nothing for blanks', async () => {
    const { rows } = await published([
      'unit_code,unit,area,households,poor,poor_rate',
      '00001,Xã Mẫu,rural,1.200,,5.00',
    ]);
    expect(rows).toMatchObject([{ row: 2, code: '00001', name: 'Xã Mẫu', area: 'rural', isWhole: false }]);
    expect(figures(rows[0])).toEqual({ households: '1200', poor_rate: '5' });
  });

  it('may have a title, headings on two lines, column numbers and signatures', async () => {
    const { rows, findings } = await published([
      'BIỂU TỔNG HỢP;;;;;',
      'STT;Đơn vị;Tổng số hộ;Hộ nghèo;;Ghi chú',
      ';;;Số hộ;Tỷ lệ (%);',
      'A;B;1;2;3;4',
      ';Tổng cộng;3.000;150;5,00;',
      '1;Xã Một;1.000;50;5,00;',
      '2;Xã Hai;2.000;100;5,00;',
      ';Người lập biểu;;;;',
    ]);
    expect(findings).toEqual([]);
    expect(rows.map(({ name, isWhole }) => [name, isWhole])).toEqual([
      ['', true],
      ['Xã Một', false],
      ['Xã Hai', false],
    ]);
    expect(figures(rows[1])).toEqual({ households: '1000', poor: '50', poor_rate: '5' });
  });

  it('knows the whole and its areas by their names', async () => {
    const { rows } = await published(['Đơn vị,Hộ nghèo', 'Thành thị,1', 'Nông thôn,2', 'Toàn tỉnh,3']);
    expect(rows.map(({ area, isWhole }) => [area, isWhole])).toEqual([
      ['urban', true],
      ['rural', true],
      [null, true],
    ]);
  });

  it('may hold shares of 1, as programs write them', async () => {
    const { rows } = await published(['unit,poor_rate', 'Xã Một,0.0596', 'Xã Hai,0.12']);
    expect(rows.map((row) => figures(row).poor_rate)).toEqual(['149/25', '12']);
    const small = await published(['unit,households,poor,poor_rate', 'Xã Một,10000,6,0.0600']);
    expect(figures(small.rows[0]).poor_rate).toBe('3/50');
  });

  it('says which cells hold no figure, and what ran together', async () => {
    const { findings } = await published(['unit,poor,near_poor,poor_rate', 'Xã Một,"12.8555,00","5,96",nhiều']);
    expect(findings.map(brief)).toMatchObject([
      { code: 'W824', row: 2, field: 'poor', kind: 'run_together', expected: ['12.855', '5,00'] },
      { code: 'W824', row: 2, field: 'near_poor', kind: 'percent_as_count' },
      { code: 'W824', row: 2, field: 'poor_rate', kind: 'not_number', saw: 'nhiều' },
    ]);
  });

  it('is refused without headings of units and figures', async () => {
    expect(await refused(published(['a,b', '1,2']))).toMatchObject([{ code: 'E834', data: { headings: ['a', 'b'] } }]);
  });
});
