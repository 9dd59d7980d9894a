import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareExact, exact, formatExact, minus, over, times, toNumber } from '../../src/text/exact.ts';

describe('an exact number', () => {
  it('is shown half away from zero, with the signs of the language', () => {
    expect(formatExact(exact(-72_700, 1924), 2, 'vi')).toBe('−37,79');
    expect(formatExact(exact(-186_600, 3063), 2, 'en')).toBe('−60.92');
    expect(formatExact(exact(1, 200), 2, 'en')).toBe('0.01');
    expect(formatExact(exact(-1, 200), 2, 'en')).toBe('−0.01');
    expect(formatExact(exact(-1, 1000), 2, 'en')).toBe('0.00');
    expect(formatExact(exact(15_315, 10), 1, 'vi')).toBe('1.531,5');
    expect(formatExact(exact(1_234_567), 0, 'vi')).toBe('1.234.567');
  });

  it('has no quotient by nothing, and keeps its sign by a negative', () => {
    expect(over(exact(3), exact(0))).toBeNull();
    expect(toNumber(over(exact(3), exact(-2)) ?? exact(0))).toBe(-1.5);
  });

  it('obeys the rules of arithmetic, where machine numbers would not', () => {
    const some = fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([n, d]) => exact(n, d));
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(compareExact(minus(a, b), exact(0))).toBe(compareExact(a, b));
        const back = over(times(a, b), b);
        if (b.n !== 0n) expect(back === null ? null : compareExact(back, a)).toBe(0);
      }),
    );
    expect(compareExact(minus(exact(1, 3), exact(1, 3)), exact(0))).toBe(0);
  });
});
