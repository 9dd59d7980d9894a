import { describe, expect, it } from 'vitest';
import type { Figures } from '../../../src/summary/against/figures.ts';
import { against, brief } from './publications.ts';

const unit = (counts: Figures['counts'], more: Partial<Figures> = {}): Figures => ({
  level: 'commune',
  code: '00001',
  name: 'Xã Một',
  area: null,
  counts,
  ...more,
});
const HEAD = 'unit_code,unit,area,households,poor,poor_rate,near_poor';
const ours = unit({ households: 800, poor: 100, near_poor: 40, multidimensional: 140 });

async function outcomes(line: string, figures: readonly Figures[] = [ours]) {
  const { comparisons } = await against([HEAD, line], figures);
  return Object.fromEntries(comparisons.map(({ field, outcome }) => [field, outcome]));
}

describe('a published figure against the recomputed one', () => {
  it('agrees, or differs by so many', async () => {
    const result = await against([HEAD, '00001,,,800,100,12.50,42'], [ours]);
    expect(result.comparisons.map(({ field, outcome, difference }) => [field, outcome, difference])).toEqual([
      ['households', 'agrees', '0'],
      ['poor', 'agrees', '0'],
      ['poor_rate', 'agrees', '0.00'],
      ['near_poor', 'differs', '2'],
    ]);
    expect(result.differences.map(brief)).toMatchObject([
      { code: 'W829', row: 2, field: 'near_poor', saw: '42', expected: ['40'] },
    ]);
  });

  it('says the slip that would explain it', async () => {
    const big = unit({ poor: 471571 });
    const { differences } = await against([HEAD, '00001,,,,"417,571",,'], [big]);
    expect(differences[0]?.data).toMatchObject({ slip: 'transposed', difference: '-54000' });
  });

  it('is explained by another way of rounding', async () => {
    expect(await outcomes('00001,,,800,100,13,40')).toMatchObject({ poor_rate: 'rounded' });
    const eighth = unit({ households: 800, poor: 1, near_poor: 0 });
    // 0.125 %
    const { differences, conventions } = await against([HEAD, '00001,,,800,1,0.12,0'], [eighth]);
    expect(differences.map(brief)).toMatchObject([{ code: 'N830', kind: 'half_even', expected: ['0.13'] }]);
    expect(conventions).toEqual({ checked: 1, given: { half_up: 0, half_even: 1, truncated: 1 } });
  });

  it('is right for the count beside it, though that differs', async () => {
    expect(await outcomes('00001,,,,120,15.00,40')).toMatchObject({ poor: 'differs', poor_rate: 'follows' });
  });

  it('is right for another number of households, printed or implied', async () => {
    const printed = await against([HEAD, '00001,,,1000,100,10.00,40'], [ours]);
    expect(printed.differences.map(({ code }) => code)).toEqual(['W829', 'N831']);
    expect(printed.differences[1]?.data?.households).toEqual(['1000']);
    const implied = await against([HEAD, '00001,,,,100,10.00,40'], [ours]);
    expect(implied.differences[0]?.data?.households).toEqual(['1000']);
  });

  it('differs where nothing explains it', async () => {
    expect(await outcomes('00001,,,800,100,17.00,40')).toMatchObject({ poor_rate: 'differs' });
  });

  it('is not held against what was not recomputed', async () => {
    const unknown = unit({ poor: 100 });
    expect(await outcomes('00001,,,800,100,12.50,40', [unknown])).toEqual({
      households: 'not_recomputed',
      poor: 'agrees',
      poor_rate: 'not_recomputed',
      near_poor: 'not_recomputed',
    });
  });

  it('is found by code, by a name that is one unit, by area, and for the whole', async () => {
    const all = [
      unit({ poor: 1 }),
      unit({ poor: 2 }, { area: 'urban' }),
      unit({ poor: 3 }, { code: '00002', name: 'Xã Hoà' }),
      unit({ poor: 4 }, { code: '00003', name: 'Xã Trùng' }),
      unit({ poor: 5 }, { code: '00004', name: 'Xã Trùng' }),
      unit({ poor: 6 }, { level: 'total', code: null, name: null }),
    ];
    const lines = ['00001,,,,1,,', 'x,Xã Một,urban,,2,,', ',Xã Hòa,,,3,,', ',Xã Trùng,,,4,,', ',Tổng số,,,6,,'];
    const { comparisons, differences } = await against([HEAD, ...lines], all);
    expect(comparisons.map(({ ours: found }) => found)).toEqual(['1', '2', '3', null, '6']);
    expect(differences.map(brief)).toMatchObject([{ code: 'W832', row: 5 }]);
  });

  it('is held against nothing when nothing is given', async () => {
    const { differences, comparisons } = await against([HEAD, '00001,,,800,100,12.50,42']);
    expect(differences).toEqual([]);
    expect(comparisons.every(({ outcome }) => outcome === 'not_recomputed')).toBe(true);
  });
});
