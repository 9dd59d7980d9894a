import { describe, expect, it } from 'vitest';
import { place } from '../../src/judge/evidence.ts';
import { compile } from '../../src/judge/table.ts';
import { shipped } from '../criteria/shipped.ts';

const NOTHING = { area: null, income: null, b1: null, b2: null, marks: [] } as const;

describe('evidence placed by income under vn-2022', () => {
  const table = compile(shipped('vn-2022'), 'income');
  const near = (income: number) => place({ ...NOTHING, income }, table).nearIncome;
  const onRuralLine = table.income.cuts.findIndex((cut) => cut.amount === 1_500_000) * 2 + 1;

  it('is near the line from exactly 5 % before it', () => {
    expect(near(1_425_000)).toEqual([onRuralLine, onRuralLine + 1]);
    expect(near(1_424_999)).toEqual([]);
  });

  it('is near the line to exactly 5 % after it', () => {
    expect(near(1_575_000)).toEqual([onRuralLine - 1, onRuralLine]);
    expect(near(1_575_001)).toEqual([]);
  });

  it('is near the line on it', () => {
    expect(near(1_500_000)).toEqual([onRuralLine - 1, onRuralLine + 1]);
  });

  it('holds nothing of a score that is not read', () => {
    const placed = place({ ...NOTHING, b1: 140 }, table);
    expect(placed.b1).toBe(0);
    expect(placed.nearB1).toEqual([]);
  });
});

describe('evidence placed by score under vn-2022', () => {
  const table = compile(shipped('vn-2022'), 'score');
  const near = (b1: number) => place({ ...NOTHING, b1 }, table).nearB1;

  it('is near the cut-off within 5 points', () => {
    expect(table.b1.cuts.map((cut) => cut.amount)).toEqual([140, 175]);
    expect(near(134)).toEqual([]);
    expect(near(135)).toEqual([1, 2]);
    expect(near(140)).toEqual([0, 2]);
    expect(near(145)).toEqual([0, 1]);
    expect(near(146)).toEqual([]);
    expect(near(180)).toEqual([2, 3]);
  });

  it('holds the area and the written total', () => {
    expect(place({ ...NOTHING, area: 'urban', b2: 30 }, table)).toMatchObject({
      area: 1,
      b2: { lo: 30, hi: 30 },
      b1: null,
      income: 0,
    });
    expect(place(NOTHING, table)).toMatchObject({ area: null, b2: null });
  });
});

describe('evidence placed under hcmc-2021', () => {
  const table = compile(shipped('hcmc-2021'), 'income');

  it('holds no area and no written total', () => {
    expect(place({ ...NOTHING, area: null, b2: 30 }, table)).toMatchObject({ area: 0, b2: null });
  });

  it('is near a yearly line by twelve times the monthly income', () => {
    const near = (income: number) => place({ ...NOTHING, income }, table).nearIncome;
    expect(near(2_850_000)).toEqual([1, 2]);
    expect(near(2_849_999)).toEqual([]);
    expect(near(3_150_000)).toEqual([0, 1]);
    expect(near(3_150_001)).toEqual([]);
  });
});
