import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cut, compareRegion, compareWithCut, indexOfCut, makeScale, regionOf } from '../../src/judge/cuts.ts';

const monthly = (amount: number): Cut => ({ amount, per: 1 });
const yearly = (amount: number): Cut => ({ amount, per: 12 });

describe('a scale with cut points', () => {
  it('keeps its cuts in order, each once', () => {
    const { cuts } = makeScale([monthly(200), yearly(1200), monthly(100), yearly(600)], false);
    expect(cuts.map((cut) => cut.amount / cut.per)).toEqual([50, 100, 200]);
  });

  it('has a region on each cut and one before, between and after', () => {
    const scale = makeScale([monthly(100), monthly(200)], false);
    expect(scale.regions).toEqual([0, 1, 2, 3, 4]);
    expect([99, 100, 101, 199, 200, 201].map((value) => regionOf(value, scale))).toEqual([0, 1, 2, 2, 3, 4]);
  });

  it('is one region without cuts', () => {
    expect(makeScale([], false).regions).toEqual([0]);
    expect(regionOf(7, makeScale([], false))).toBe(0);
  });

  it('has nothing below zero', () => {
    expect(makeScale([monthly(0), monthly(5)], false).regions).toEqual([1, 2, 3, 4]);
  });

  it('has nothing between neighbouring whole numbers, when only whole numbers are', () => {
    const cuts = [monthly(140), monthly(141), monthly(143)];
    expect(makeScale(cuts, true).regions).toEqual([0, 1, 3, 4, 5, 6]);
    expect(makeScale(cuts, false).regions).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('finds a cut by its value, however it is written', () => {
    const scale = makeScale([monthly(100), monthly(200)], false);
    expect(indexOfCut(scale, yearly(2400))).toBe(1);
    expect(indexOfCut(scale, monthly(150))).toBe(-1);
  });

  it('compares a region as it compares every value in it', () => {
    const cut = fc.record({ amount: fc.nat({ max: 60 }), per: fc.constantFrom(1, 12) });
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 4 }), fc.nat({ max: 70 }), (found, value) => {
        const scale = makeScale(found, false);
        const region = regionOf(value, scale);
        expect(scale.regions).toContain(region);
        for (const [k, at] of scale.cuts.entries()) expect(compareRegion(region, k)).toBe(compareWithCut(value, at));
      }),
    );
  });
});

describe('a yearly cut', () => {
  it('is met by twelve times the monthly value, never by a rounded twelfth', () => {
    expect(compareWithCut(3_833_333, yearly(46_000_000))).toBe(-1);
    expect(compareWithCut(3_833_334, yearly(46_000_000))).toBe(1);
    expect(compareWithCut(3_000_000, yearly(36_000_000))).toBe(0);
  });
});
