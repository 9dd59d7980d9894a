import { describe, expect, it } from 'vitest';
import { moversOf } from '../../src/judge/movers.ts';

/** Places by the things exchanged, written as letters in order. */
const places = (table: Readonly<Record<string, number>>) => (exchanged: readonly string[]) =>
  table[exchanged.join('')] ?? Number.NaN;

describe('what moves a household', () => {
  it('is the one thing whose exchange is enough', () => {
    expect(moversOf(['a', 'b'], places({ '': 0, a: 0, b: 2, ab: 2 }))).toEqual(['b']);
  });

  it('is both things, when neither is enough by itself', () => {
    expect(moversOf(['a', 'b'], places({ '': 0, a: 0, b: 0, ab: 2 }))).toEqual(['a', 'b']);
  });

  it('is the first thing named, when either would be enough', () => {
    expect(moversOf(['a', 'b'], places({ '': 0, a: 2, b: 2, ab: 2 }))).toEqual(['a']);
  });

  it('is not a thing without which the household would have gone even further', () => {
    expect(moversOf(['a', 'b'], places({ '': 0, a: 2, b: 0, ab: 1 }))).toEqual(['a']);
  });

  it('is nothing, when there is nothing to exchange', () => {
    expect(moversOf([], () => 1)).toEqual([]);
  });

  it('is found among three things by as few as will do', () => {
    const table = { '': 0, a: 0, b: 0, c: 0, ab: 0, ac: 2, bc: 0, abc: 2 };
    expect(moversOf(['a', 'b', 'c'], places(table))).toEqual(['a', 'c']);
  });
});
