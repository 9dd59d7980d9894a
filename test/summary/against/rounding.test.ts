import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONVENTIONS,
  common,
  givesRate,
  householdsBetween,
  ownRate,
  percentOf,
} from '../../../src/summary/against/rounding.ts';
import { exact } from '../../../src/text/exact.ts';

const rateOf = (text: string) => {
  const places = text.split('.')[1]?.length ?? 0;
  return { value: exact(BigInt(text.replace('.', '')), 10n ** BigInt(places)), places };
};

describe('the households of a rate', () => {
  it('are exactly those of which the count prints so', () => {
    const counts = fc.bigInt({ min: 0n, max: 40n });
    const households = fc.bigInt({ min: 1n, max: 400n });
    fc.assert(
      fc.property(
        counts,
        households,
        fc.constantFrom(0, 1),
        fc.constantFrom(...CONVENTIONS),
        (count, n, places, by) => {
          const rate = rateOf(((Number(count) / 40) * 30).toFixed(places));
          const between = householdsBetween(count, rate, by);
          const isInside = between !== null && between.lo <= n && (between.hi === null || n <= between.hi);
          expect(isInside).toBe(count <= n && givesRate(percentOf(count, n), rate, by));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('have no end where a rate is zero, and none for a rate without a count', () => {
    expect(householdsBetween(1n, rateOf('0.00'), 'half_up')).toEqual({ lo: 20001n, hi: null });
    expect(householdsBetween(0n, rateOf('0.01'), 'half_up')).toBeNull();
    expect(householdsBetween(0n, rateOf('0.00'), 'truncated')).toEqual({ lo: 1n, hi: null });
  });

  it('are what two rates have in common', () => {
    expect(common({ lo: 1n, hi: 5n }, { lo: 3n, hi: null })).toEqual({ lo: 3n, hi: 5n });
    expect(common({ lo: 1n, hi: 2n }, { lo: 3n, hi: null })).toBeNull();
  });
});

describe('a way of rounding', () => {
  it.each([
    ['half_up', '0.13', true],
    ['half_up', '0.12', false],
    ['half_even', '0.12', true],
    ['half_even', '0.13', false],
    ['truncated', '0.12', true],
  ] as const)('%s makes %s of one eighth: %s', (convention, rate, does) => {
    expect(givesRate(exact(1, 8), rateOf(rate), convention)).toBe(does);
  });

  it('of our own has three decimals under a tenth of a percent', () => {
    expect(ownRate(exact(67, 1000)).text).toBe('0.067');
    expect(ownRate(exact(1, 10)).text).toBe('0.10');
    expect(ownRate(exact(0)).text).toBe('0.00');
  });
});
