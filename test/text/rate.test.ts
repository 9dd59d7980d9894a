import { describe, expect, it } from 'vitest';
import { formatRate } from '../../src/text/rate.ts';

describe('a rate for people', () => {
  it.each([
    [246, 384_340, 'vi', null, '0,064'],
    [3063, 384_340, 'vi', null, '0,80'],
    [3063, 384_340, 'vi', 3, '0,797'],
    [3063, 384_340, 'en', 3, '0.797'],
    [0, 100, 'vi', null, '0,00'],
    [1, 8, 'en', 0, '13'],
    [1, 800, 'en', 2, '0.13'],
    [1, 1000, 'en', null, '0.10'],
    [9, 10_000, 'en', null, '0.090'],
    [5, 5, 'en', null, '100.00'],
  ] as const)('of %i in %i (%s, %s decimals) is %s', (n, d, lang, decimals, shown) => {
    expect(formatRate(n, d, lang, decimals)).toBe(shown);
  });

  it('is empty without a denominator', () => {
    expect(formatRate(3, 0, 'vi')).toBe('');
  });
});
