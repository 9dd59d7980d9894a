import { describe, expect, it } from 'vitest';
import { reviewYear } from '../../src/results/round.ts';

describe('the year of a review', () => {
  it('is that of its day', () => expect(reviewYear('2024-12-14')).toBe(2024));
  it('is the year before for a result of January', () => expect(reviewYear('2025-01-20')).toBe(2024));
  it('is its own from February on', () => expect(reviewYear('2025-02-01')).toBe(2025));
  it('is not known without a day', () => expect(reviewYear(null)).toBe(null));
});
