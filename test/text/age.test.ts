import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agesOn } from '../../src/text/age.ts';

describe('an age', () => {
  it.each([
    ['2010-12-14', '2025-12-14', 15, 15],
    ['2010-12-15', '2025-12-14', 14, 14],
    ['2008-02-29', '2025-02-28', 16, 16],
    ['2008-02-29', '2025-03-01', 17, 17],
    ['2010', '2025-12-14', 14, 15],
    ['2010-12', '2025-12-14', 14, 15],
    ['2010-11', '2025-12-14', 15, 15],
    ['2019-02', '2025-02-28', 6, 6],
    ['2020-02', '2025-02-28', 4, 5],
    ['2010-04', '2025-04-30', 15, 15],
    ['2010-04', '2025-04-29', 14, 15],
    ['2010', '2025-12-31', 15, 15],
    ['2010-06-01', '2025', 14, 15],
    ['2026-01-01', '2025-12-14', -1, -1],
  ])('of somebody born %s is on %s from %i to %i', (born, on, least, most) => {
    expect(agesOn(born, on)).toEqual({ least, most });
  });

  it('from a whole date lies among the ages from its year, and from its month', () => {
    const date = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, date, fc.constantFrom(4, 7), fc.constantFrom(4, 7, 10), (born, on, b, o) => {
        const exact = agesOn(born, on);
        const rough = agesOn(born.slice(0, b), on.slice(0, o));
        expect(exact.least).toBe(exact.most);
        expect(rough.least).toBeLessThanOrEqual(exact.least);
        expect(rough.most).toBeGreaterThanOrEqual(exact.most);
      }),
    );
  });
});
