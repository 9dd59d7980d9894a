import { describe, expect, it } from 'vitest';
import { exitsOf } from '../../../src/movement/target/exits.ts';

const change = (from: string, to: string, unit = '00001') => ({ from, to, unit });

describe('escapes', () => {
  it('lead from poor both ways out, from near-poor above both lines, and out of both only above', () => {
    const exits = exitsOf([
      change('poor', 'near_poor'),
      change('poor', 'non_poor'),
      change('near_poor', 'non_poor', '00002'),
      change('near_poor', 'poor'),
    ]);
    expect(exits(null)).toEqual({ poor: 2, near_poor: 1, multidimensional: 2 });
    expect(exits('00001')).toEqual({ poor: 2, near_poor: 0, multidimensional: 1 });
    expect(exits('00002')).toEqual({ poor: 0, near_poor: 1, multidimensional: 1 });
  });

  it('are none of those who died, moved, stayed, came or are undecided, and none in a unit not named', () => {
    const exits = exitsOf([
      change('poor', 'absent'),
      change('poor', 'undecided'),
      change('poor', 'poor'),
      change('absent', 'poor'),
      change('non_poor', 'near_poor'),
    ]);
    expect(exits(null)).toEqual({ poor: 0, near_poor: 0, multidimensional: 0 });
    expect(exits('00009')).toEqual({ poor: 0, near_poor: 0, multidimensional: 0 });
  });
});
