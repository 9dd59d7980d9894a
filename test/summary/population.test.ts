import { describe, expect, it } from 'vitest';
import { shareOf } from '../../src/summary/numbers.ts';
import { populationOf } from '../../src/summary/population.ts';
import { summarize } from '../../src/summary/summarize.ts';
import { summaryOf } from '../../src/summary/summary.ts';
import { unitsAt } from '../../src/summary/units.ts';
import type { UnitRow } from '../../src/survey/units-file.ts';
import { reviewOf } from './reviews.ts';

const ROWS = [
  { class: 'poor', province_code: '22', commune_code: '00001', area: 'urban' },
  { class: 'poor', province_code: '22', commune_code: '00002', area: 'rural' },
  { class: 'near_poor', province_code: '22', commune_code: '00002', area: 'urban' },
];

function unit(code: string, households: number | null, more: Partial<UnitRow> = {}): UnitRow {
  return { code, name: '', area: null, village: null, date: null, households, persons: null, row: 2, ...more };
}

async function summed(
  rows: readonly UnitRow[],
  year: number | null = 2024,
  coverage: 'all' | 'reviewed' = 'reviewed',
  rejected = 0,
  reviewed = ROWS,
) {
  const review = await summarize(await reviewOf(reviewed, { coverage, rejected }), { childrenUnder: 16 });
  const areaOf = (text: string) => ({ urban: 'urban', 'thành thị': 'urban', rural: 'rural' })[text] ?? null;
  const communes = unitsAt(review.leaves, 'commune', review.plan);
  const { population, findings } = populationOf(rows, 'p.csv', year, areaOf, communes);
  const { summary, findings: more } = summaryOf(
    review,
    ['area', 'province', 'commune'],
    rows.length === 0 ? null : population,
    'p.csv',
  );
  const households = (level: string) =>
    summary.levels.find((one) => one.level === level)?.units.map((u) => u.residents.households);
  return {
    codes: [...findings, ...more].map(({ code }) => code),
    total: summary.total.residents.households,
    households,
    summary,
  };
}

describe('residents from a file', () => {
  it('are those of each commune, and their sums above it', async () => {
    const { codes, total, households } = await summed([unit('00001', 100), unit('00002', 200)]);
    expect(households('commune')).toEqual([100, 200]);
    expect(households('province')).toEqual([300]);
    expect(total).toBe(300);
    // a commune with two areas and one number cannot be split between them
    expect(households('area')).toEqual([null, null]);
    expect(codes).toEqual(['W813']);
  });

  it('are taken by area where the file has areas, in either language', async () => {
    const { codes, total, households } = await summed([
      unit('00001', 100),
      unit('00002', 80, { area: 'thành thị' }),
      unit('00002', 120, { area: 'rural' }),
    ]);
    expect(households('area')).toEqual([180, 120]);
    expect(total).toBe(300);
    expect(codes).toEqual([]);
  });

  it('of a province and of the whole are their own rows where there are such', async () => {
    const { total, households } = await summed([
      unit('22', 500),
      unit('', 900),
      unit('00001', 100),
      unit('00002', 200),
    ]);
    expect(households('province')).toEqual([500]);
    expect(total).toBe(900);
  });

  it('of the whole, or of a commune, are not those of each of its areas', async () => {
    const { households, summary } = await summed([unit('', 900), unit('00001', 100), unit('00002', 200)]);
    expect(households('area')).toEqual([null, null]);
    const blocks = summary.blocks.map(({ code, area, residents }) => [code, area, residents.households]);
    expect(blocks).toEqual([
      ['00001', 'urban', 100],
      ['00002', 'urban', null],
      ['00002', 'rural', null],
    ]);
  });

  it('of the whole are those of its area where it has but one', async () => {
    const { households } = await summed([unit('', 900), unit('00001', 100)], 2024, 'reviewed', 0, ROWS.slice(0, 1));
    expect(households('area')).toEqual([900]);
  });

  it('by area are whole where a commune has households whose area is blank, and lies in one', async () => {
    const blank = { class: 'poor', province_code: '22', commune_code: '00001', area: '' };
    const rows = [...ROWS.slice(0, 2), blank];
    const byArea = [unit('00001', 100, { area: 'urban' }), unit('00002', 200, { area: 'rural' })];
    expect((await summed(byArea, 2024, 'reviewed', 0, rows)).households('area')).toEqual([100, 200, null]);
    // without areas in the file the blank may be of either
    const whole = [unit('00001', 100), unit('00002', 200)];
    expect((await summed(whole, 2024, 'reviewed', 0, rows)).households('area')).toEqual([null, null, null]);
    // an area with a row counts without a household, one with households and no row is not known
    const short = [unit('00001', 100, { area: 'rural' }), unit('00002', 200, { area: 'rural' })];
    expect((await summed(short, 2024, 'reviewed', 0, rows)).households('area')).toEqual([null, 300, null]);
  });

  it('are never those of another year', async () => {
    const rows = [unit('00001', 100, { date: '2023-12-31' }), unit('00002', 200, { date: '2024-12-31' })];
    const { households, codes } = await summed(rows);
    expect(households('commune')).toEqual([null, 200]);
    expect(codes).toContain('W813');
    expect((await summed(rows, null)).codes).toContain('E816');
  });

  it('are told when they are fewer than the households, zero, missing, twice, or of a unit from which nothing came', async () => {
    expect((await summed([unit('00001', 100), unit('00002', 1)])).codes).toContain('W811');
    expect((await summed([unit('00001', 0), unit('00002', 9)])).codes).toContain('W812');
    expect((await summed([unit('00001', 9)])).codes).toContain('W813');
    expect((await summed([unit('00001', 9), unit('00002', 9), unit('00003', 9)])).codes).toContain('W814');
    expect((await summed([unit('00001', 9), unit('00001', 8), unit('00002', 9)])).codes).toContain('E815');
  });

  it('make a unit from which nothing came no part of the whole', async () => {
    const { total, summary } = await summed([unit('00001', 100), unit('00002', 200), unit('00003', 5000)]);
    expect(total).toBe(300);
    expect(summary.notReported).toMatchObject([{ code: '00003' }]);
  });
});

describe('residents without a file', () => {
  it('are all households of a review that covers all', async () => {
    const { total, households } = await summed([], 2024, 'all');
    expect(total).toBe(3);
    expect(households('area')).toEqual([2, 1]);
  });

  it('are not known of a review that covers those reviewed', async () => {
    expect((await summed([])).total).toBe(null);
  });

  it('are in doubt when rows were set aside', async () => {
    expect((await summed([], 2024, 'all', 2)).codes).toEqual(['W817']);
  });
});

describe('a share', () => {
  it('is none of nobody, and none of fewer than the part: no rate stands above 100 %', () => {
    expect(shareOf(3, 12)).toEqual({ part: 3, whole: 12 });
    expect(shareOf(12, 12)).toEqual({ part: 12, whole: 12 });
    expect([shareOf(13, 12), shareOf(1, 0), shareOf(0, 0), shareOf(1, null), shareOf(null, 9)]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
