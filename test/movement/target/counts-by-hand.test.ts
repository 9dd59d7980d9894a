import { describe, expect, it } from 'vitest';
import { parseHandCounts } from '../../../src/movement/target/counts-by-hand.ts';

describe('figures given by hand', () => {
  it('have a name, stocks, a standard and a day, in any order', () => {
    const read = parseHandCounts('end of 2023: near_poor=1924, poor=81,standard=quang-ninh-2023, date=2023-12-31');
    expect(read?.snapshot).toMatchObject({
      name: 'end of 2023',
      date: '2023-12-31',
      criteria: 'quang-ninh-2023',
      total: { poor: 81, near_poor: 1924, households: null },
    });
  });

  it('are named by themselves when they have no name, and leave unknown what they do not say', () => {
    const read = parseHandCounts('poor=8,poor_exits=60');
    expect(read?.snapshot).toMatchObject({ name: 'poor=8,poor_exits=60', total: { poor: 8, near_poor: null } });
    expect(read?.exits).toEqual({ poor: 60, near_poor: null, multidimensional: null });
  });

  it('are refused whole when any part cannot be read', () => {
    for (const text of [
      '',
      'poor',
      'poor=',
      'poor=1.924',
      'rich=5',
      'poor=1,poor=2',
      'poor=1,date=2023',
      'a=b: poor=1',
    ])
      expect([text, parseHandCounts(text)]).toEqual([text, null]);
  });
});
