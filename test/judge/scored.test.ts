import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadCriteria } from '../../src/criteria/load.ts';
import type { Answers } from '../../src/judge/answers.ts';
import { CONTRADICTION, makeJudge } from '../../src/judge/judge.ts';
import { computedTotals, withTotals } from '../../src/judge/scored.ts';

const NATION = readFileSync('src/criteria/library/vn-2022.yaml', 'utf8');
/** Invented: 30 points for unclean water, 10 for rain; the nation's set otherwise. */
const TABLE = 'item,field,code,points\n'.concat(
  ...['tap', 'drilled_well', 'protected_dug_well', 'protected_spring', 'bottled'].map(
    (c) => `water,water_source,${c},0\n`,
  ),
  'water,water_source,rain,10\nwater,water_source,other_unclean,30\n',
);
const load = (table: string) =>
  loadCriteria('own.yaml', NATION.replace('given: b2', 'given: b2\n    table: b2.csv'), (id) =>
    id === './b2.csv' ? { name: 'b2.csv', text: table } : null,
  );
const JUDGE = makeJudge(load(TABLE), 'income');
const OPEN = JUDGE.table.indicators.map(() => null);
const household = (water_source: string | null): Answers => ({ fields: { water_source }, members: [] });
const evidence = { area: 'rural', income: 1_000_000, b1: null, b2: null, marks: OPEN } as const;
const judged = (water: string | null, more: Partial<typeof evidence> | object = {}) => {
  const filled = withTotals({ ...evidence, ...more }, computedTotals(household(water), JUDGE), JUDGE);
  const verdict = JUDGE.decide(filled);
  return verdict === CONTRADICTION ? verdict : [verdict.class, verdict.deprivations, verdict.deprivationsMax];
};

describe('a B2 that the points table gives', () => {
  test('counts the deprivations when no mark is known', () => {
    expect(judged('other_unclean')).toEqual(['poor', 3, 3]);
    expect(judged('rain')).toEqual(['near_poor', 1, 1]);
  });

  test('is an interval when the answer is blank, and all of it must give the class', () => {
    expect(judged(null)).toEqual(['undecided', 0, 3]);
  });

  test('is never taken for another that begins alike: none for a tap, none to three for a blank', () => {
    expect([judged('tap'), judged(null)]).toEqual([
      ['near_poor', 0, 0],
      ['undecided', 0, 3],
    ]);
  });

  test('is left out where the table has no points for an answer', () => {
    const points = { lo: 30, hi: 30, unmatched: ['water'] };
    expect(withTotals(evidence, { b1: null, b2: points }, JUDGE)).toEqual(evidence);
  });

  test('does not take the place of a total that is written', () => {
    expect(judged('other_unclean', { b2: 20 })).toEqual(['near_poor', 2, 2]);
  });

  test('gives way to marks that leave no room for it', () => {
    expect(judged('other_unclean', { marks: OPEN.map(() => false) })).toEqual(['near_poor', 0, 0]);
  });

  test('is refused by the set when no number of deprived indicators could give its points', () => {
    expect(() => load(TABLE.replace('rain,10', 'rain,15'))).toThrow();
    expect(() => load(TABLE.replace('rain,10', 'rain,-10'))).toThrow();
  });
});
