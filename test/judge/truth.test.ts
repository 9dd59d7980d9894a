import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreed, all, any, countTrue, not, reaches, type Truth } from '../../src/judge/truth.ts';

interface Oracle {
  readonly expected: {
    readonly three_valued_logic: {
      readonly and: readonly { a: Written; b: Written; result: Written }[];
      readonly or: readonly { a: Written; b: Written; result: Written }[];
      readonly not: readonly { a: Written; result: Written }[];
    };
  };
}
type Written = boolean | 'unknown';

const oracle: Oracle = JSON.parse(
  readFileSync(new URL('../../fixtures/oracles/three-valued-logic.json', import.meta.url), 'utf8'),
);
const published = oracle.expected.three_valued_logic;
const truth = (written: Written): Truth => (written === 'unknown' ? null : written);

const truths = fc.constantFrom<Truth>(true, false, null);
const lists = fc.array(truths, { maxLength: 6 });

/** Every list of yes and no that a list with unknowns may turn out to be. */
function fillings(list: readonly Truth[]): boolean[][] {
  return list.reduce<boolean[][]>(
    (filled, t) => filled.flatMap((head) => (t === null ? [true, false] : [t]).map((value) => [...head, value])),
    [[]],
  );
}

/** What all ways of filling say, or unknown when they differ. */
function everyFilling(list: readonly Truth[], say: (filled: readonly boolean[]) => boolean): Truth {
  const said = new Set(fillings(list).map(say));
  return said.size === 1 ? ([...said][0] as boolean) : null;
}

describe('the published truth table', () => {
  it('is whole', () => {
    expect([published.and.length, published.or.length, published.not.length]).toEqual([9, 9, 3]);
  });

  it.each(published.and)('$a and $b is $result', ({ a, b, result }) => {
    expect(all([truth(a), truth(b)])).toBe(truth(result));
  });

  it.each(published.or)('$a or $b is $result', ({ a, b, result }) => {
    expect(any([truth(a), truth(b)])).toBe(truth(result));
  });

  it.each(published.not)('not $a is $result', ({ a, result }) => {
    expect(not(truth(a))).toBe(truth(result));
  });
});

describe('three-valued logic', () => {
  it('says of nothing that all of it holds and that none of it does', () => {
    expect(all([])).toBe(true);
    expect(any([])).toBe(false);
  });

  it('says what every way of filling the unknowns says', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(all(list)).toBe(everyFilling(list, (filled) => filled.every(Boolean)));
        expect(any(list)).toBe(everyFilling(list, (filled) => filled.some(Boolean)));
      }),
    );
  });

  it('keeps the laws of De Morgan', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(not(all(list))).toBe(any(list.map(not)));
        expect(not(any(list))).toBe(all(list.map(not)));
      }),
    );
  });
});

describe('a count of truths', () => {
  it('goes from those that hold to those that may', () => {
    expect(countTrue([true, false, null, true, null])).toEqual({ lo: 2, hi: 4 });
    expect(countTrue([])).toEqual({ lo: 0, hi: 0 });
  });

  it('reaches a least number as every way of filling does', () => {
    fc.assert(
      fc.property(lists, fc.nat({ max: 7 }), (list, least) => {
        const bySense = everyFilling(list, (filled) => filled.filter(Boolean).length >= least);
        expect(reaches(countTrue(list), least)).toBe(bySense);
      }),
    );
  });

  it('reaches it exactly on it', () => {
    expect(reaches({ lo: 3, hi: 3 }, 3)).toBe(true);
    expect(reaches({ lo: 2, hi: 2 }, 3)).toBe(false);
    expect(reaches({ lo: 2, hi: 3 }, 3)).toBeNull();
  });
});

describe('agreement', () => {
  it.each<[Truth[], Truth]>([
    [[true, true], true],
    [[false], false],
    [[true, false], null],
    [[true, null], null],
    [[null, null], null],
    [[null, true], null],
    [[], null],
  ])('of %j is %j', (list, expected) => {
    expect(agreed(list)).toBe(expected);
  });
});
