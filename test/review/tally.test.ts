import { describe, expect, it } from 'vitest';
import { classCounts } from '../../src/review/manifest.ts';
import { OUTCOMES, total } from '../../src/review/tally.ts';
import { csvOf, household } from '../fixtures.ts';
import { reviewed } from './run.ts';

const tallyOf = async (rows: Parameters<typeof csvOf>[0], set = 'vn-2022') =>
  (await reviewed([csvOf(rows)], { set })).tally;

describe('the tally', () => {
  const rows = [
    household('01', { size: '4', recorded_class: 'poor' }, 3),
    household('02', { size: '', recorded_class: 'poor' }),
    household('03', { size: '2', area: 'urban', income: '9000000', recorded_class: 'non_poor' }),
    household('04', { size: '3', area: '', income: '9000000', recorded_class: '' }),
    household('05', { size: '5', income: '', recorded_class: 'poor' }),
    household('06', { size: '1', income: '2000000', recorded_class: 'non_poor' }),
    household('07', { size: '1', income: '2000000', recorded_class: 'non_poor', decided_class: 'near_poor' }),
  ];

  it('counts households and persons by area and class', async () => {
    const { byArea } = await tallyOf(rows);
    expect(byArea.rural.poor).toEqual({ households: 1, persons: 4, sizeUnknown: 0 });
    expect(byArea.rural.near_poor).toEqual({ households: 2, persons: 1, sizeUnknown: 1 });
    expect(byArea.urban.non_poor).toEqual({ households: 1, persons: 2, sizeUnknown: 0 });
    expect(byArea.unknown.non_poor).toEqual({ households: 1, persons: 3, sizeUnknown: 0 });
    expect(byArea.rural.undecided.households).toBe(1);
  });

  it('adds up over areas and over classes', async () => {
    const tally = await tallyOf(rows);
    expect(total(tally, 'non_poor')).toEqual({ households: 3, persons: 6, sizeUnknown: 0 });
    expect(OUTCOMES.reduce((sum, o) => sum + total(tally, o).households, 0)).toBe(rows.length);
    expect(classCounts(tally)).toEqual({ poor: 1, near_poor: 2, non_poor: 3, undecided: 1, out_of_scope: 0 });
  });

  it('counts average living without those that a decision made near-poor', async () => {
    expect((await tallyOf(rows)).averageLiving).toEqual({ households: 1, persons: 1, sizeUnknown: 0 });
  });

  it('says how often the recorded class is met, missed, and cannot be checked', async () => {
    expect((await tallyOf(rows)).agreement).toEqual({ agrees: 4, differs: 1, cannotVerify: 2 });
  });

  it('has no agreement where no class was recorded', async () => {
    expect((await tallyOf([household('1')])).agreement).toEqual({ agrees: 0, differs: 0, cannotVerify: 0 });
  });

  it('counts the unknowns of undecided households', async () => {
    const blanks = [household('1', { income: '' }), household('2', { income: '', area: '' }), household('3')];
    expect([...(await tallyOf(blanks)).undecidedFor]).toEqual([
      ['income', 2],
      ['area', 1],
    ]);
  });

  it('counts households near a boundary, once each', async () => {
    const near = [household('1', { income: '1500000' }, 3), household('2', {}, 4), household('3', { income: '1' }, 3)];
    expect((await tallyOf(near)).nearBoundary).toBe(2);
  });

  it('keeps households out of scope apart', async () => {
    const outside = [household('1', { residence: 'temporary', size: '3', income: '2100000' }), household('2')];
    const tally = await tallyOf(outside, 'quang-ninh-2023');
    expect(total(tally, 'out_of_scope')).toEqual({ households: 1, persons: 3, sizeUnknown: 0 });
    expect(tally.nearBoundary).toBe(0);
  });
});
