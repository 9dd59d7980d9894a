import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/judge/judge.ts';
import { nameChanges } from '../../src/review/changes.ts';
import { setNamed } from '../fixtures.ts';
import { judgeFor } from './run.ts';

const { table } = judgeFor(setNamed('vn-2022'), 'income');

/** A change of the income to a stretch of the scale: 0 before the first cut, 1 on it, 2 after it, and so on. */
const toRegion = (region: number, possible: Change['possible'], near = false): Change => ({
  what: 'income',
  to: { region },
  near,
  possible,
});

describe('named changes', () => {
  const [first, second] = table.income.cuts.map((cut) => cut.amount);

  it('join neighbouring stretches of one outcome', () => {
    const found = nameChanges([toRegion(1, ['poor'], true), toRegion(2, ['poor']), toRegion(3, ['poor'])], table);
    expect(found).toEqual([
      {
        what: 'income',
        to: { from: first, from_included: true, to: second, to_included: true, period: 'month' },
        near: true,
        possible: ['poor'],
      },
    ]);
  });

  it('do not join stretches of different outcomes', () => {
    const found = nameChanges([toRegion(0, ['poor']), toRegion(1, ['near_poor'])], table);
    expect(found.map((change) => change.to)).toMatchObject([
      { from: null, to: first, to_included: false },
      { from: first, from_included: true, to: first, to_included: true },
    ]);
  });

  it('do not join stretches with the household between them', () => {
    const found = nameChanges([toRegion(0, ['non_poor']), toRegion(2, ['non_poor'])], table);
    expect(found.map((change) => change.to)).toMatchObject([
      { from: null, to: first, to_included: false },
      { from: first, from_included: false, to: second, to_included: false },
    ]);
  });

  it('name an area and a mark as they are', () => {
    const changes: readonly Change[] = [
      { what: 'area', to: { area: 1 }, near: true, possible: ['non_poor'] },
      { what: 'water', to: { deprived: true }, near: true, possible: ['poor'] },
    ];
    expect(nameChanges(changes, table).map((change) => change.to)).toEqual([{ area: 'urban' }, { deprived: true }]);
  });
});
