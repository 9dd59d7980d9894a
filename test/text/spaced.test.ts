import { expect, it } from 'vitest';
import { maskText } from '../../src/text/mask.ts';
import { rounded, spaced } from '../../src/text/spaced.ts';

it('a number is spelt by threes, to two decimals', () => {
  expect([999, 1000, 150_000_000, rounded(12.3456), rounded(1234.5)].map(spaced)).toEqual([
    '999',
    '1 000',
    '150 000 000',
    '12.35',
    '1 234.5',
  ]);
});

it('an amount so spelt is not taken for a personal number', () => {
  expect(maskText(spaced(150_000_000))).toBe('150 000 000');
});
