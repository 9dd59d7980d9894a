import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonScale, fraction, parseFraction } from '../../src/text/fraction.ts';

describe('a fraction', () => {
  it('stands in lowest terms', () => {
    expect(fraction(30, 12)).toEqual({ n: 5, d: 2 });
    expect(fraction(-4, 6)).toEqual({ n: -2, d: 3 });
    expect(fraction(7)).toEqual({ n: 7, d: 1 });
    expect(fraction(0, 5)).toEqual({ n: 0, d: 1 });
  });

  it.each([
    [3, { n: 3, d: 1 }],
    ['3', { n: 3, d: 1 }],
    [0, { n: 0, d: 1 }],
    ['1/12', { n: 1, d: 12 }],
    ['30/12', { n: 5, d: 2 }],
    ['0.25', { n: 1, d: 4 }],
    [0.1, { n: 1, d: 10 }],
    [7.5, { n: 15, d: 2 }],
    [1500000, { n: 1500000, d: 1 }],
  ])('%j is read exactly', (text, expected) => {
    expect(parseFraction(text)).toEqual(expected);
  });

  it.each(['', 'x', '1/0', '0/0', '-1', -1, '1/', '/2', '.5', '1.', '1,5', '1e3', Number.NaN, Infinity, 1e21, ' 1'])(
    '%j is none',
    (text) => {
      expect(parseFraction(text)).toBeNull();
    },
  );
});

describe('the common scale', () => {
  it('is the smallest number that makes each fraction whole', () => {
    expect(commonScale([fraction(1, 4), fraction(1, 6), fraction(2)])).toBe(12);
    expect(commonScale([])).toBe(1);
  });

  it('makes every fraction whole, and no divisor of it does', () => {
    const small = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 12 })).map(([n, d]) => fraction(n, d));
    fc.assert(
      fc.property(fc.array(small, { maxLength: 5 }), (fractions) => {
        const scale = commonScale(fractions);
        const isWhole = (s: number) => fractions.every(({ n, d }) => (n * s) % d === 0);
        const smaller = Array.from({ length: scale - 1 }, (_, i) => i + 1);
        expect(isWhole(scale)).toBe(true);
        expect(smaller.some(isWhole)).toBe(false);
      }),
    );
  });
});
