import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  exact,
  formatExact,
  isSame,
  minus,
  ONE,
  over,
  parseExact,
  plus,
  sum,
  times,
  toDecimal,
  toNumber,
  toText,
  ZERO,
} from '../../src/text/exact.ts';

const some = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }));
const number = some.map(([n, d]) => exact(n, d));

describe('an exact number', () => {
  it('is in lowest terms, its sign above', () => {
    expect(exact(6, -8)).toEqual({ n: -3n, d: 4n });
    expect(exact(0, 5)).toEqual(ZERO);
    expect(() => exact(1, 0)).toThrow(RangeError);
  });

  it('adds and multiplies as numbers do', () => {
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(plus(a, b)).toEqual(plus(b, a));
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
        expect(minus(plus(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(times(over(a, b), b)).toEqual(a);
      }),
    );
  });

  it('compares without rounding', () => {
    expect(compare(exact(1, 3), exact(333333333, 1000000000))).toBe(1);
    expect(compare(exact(-1, 3), ZERO)).toBe(-1);
    expect(compare(exact(2, 6), exact(1, 3))).toBe(0);
    expect(isSame(sum([exact(1, 3), exact(1, 6), exact(1, 2)]), ONE)).toBe(true);
  });

  it.each([
    ['5.96', '149/25'],
    ['-0.5', '-1/2'],
    ['12', '12'],
    ['0.10', '1/10'],
  ])('is read from %s', (written, read) => {
    const value = parseExact(written);
    expect(value && toText(value)).toBe(read);
  });

  it.each(['', '1,5', '.5', '1.', '1e3', '1/2'])('is not read from "%s"', (written) => {
    expect(parseExact(written)).toBeNull();
  });

  it('is rounded half-up from the exact value', () => {
    expect(toDecimal(exact(1, 200), 2)).toBe('0.01');
    expect(toDecimal(exact(49999, 10000000), 2)).toBe('0.00');
    expect(toDecimal(exact(-1, 200), 2)).toBe('-0.01');
    expect(toDecimal(exact(-1, 300), 2)).toBe('0.00');
    expect(toDecimal(exact(7, 2), 0)).toBe('4');
  });

  it('becomes the nearest floating-point number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (n, d) => {
        expect(toNumber(exact(n, d))).toBeCloseTo(n / d, 12);
      }),
    );
    expect(toNumber(exact(7, 12))).toBe(7 / 12);
    expect(toNumber(exact(1, 10))).toBe(0.1);
  });

  it('is shown to people half away from zero, with the signs of the language', () => {
    expect(formatExact(exact(-72_700, 1924), 2, 'vi')).toBe('−37,79');
    expect(formatExact(exact(-186_600, 3063), 2, 'en')).toBe('−60.92');
    expect(formatExact(exact(1, 200), 2, 'en')).toBe('0.01');
    expect(formatExact(exact(-1, 200), 2, 'en')).toBe('−0.01');
    expect(formatExact(exact(-1, 1000), 2, 'en')).toBe('0.00');
    expect(formatExact(exact(15_315, 10), 1, 'vi')).toBe('1.531,5');
    expect(formatExact(exact(1_234_567), 0, 'vi')).toBe('1.234.567');
  });
});
