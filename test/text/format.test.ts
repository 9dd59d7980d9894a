import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/text/format.ts';
import { parseNumber } from '../../src/text/number.ts';

describe('a number for people', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1000, '1.000', '1,000'],
    [1500000, '1.500.000', '1,500,000'],
    [1466666.667, '1.466.666,667', '1,466,666.667'],
    [0.5, '0,5', '0.5'],
    [-2000000, '\u22122.000.000', '\u22122,000,000'],
  ])('%d is %s in Vietnamese and %s in English', (value, vi, en) => {
    expect(formatNumber(value, 'vi')).toBe(vi);
    expect(formatNumber(value, 'en')).toBe(en);
  });

  it('reads as the same number again', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('vi' as const, 'en' as const), (value, lang) => {
        expect(parseNumber(formatNumber(value, lang))).toBe(String(value));
      }),
    );
  });
});
