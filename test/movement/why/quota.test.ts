import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMovementLimits } from '../../../src/movement/why/limits.ts';
import { exactLosses, NO_QUOTA, type Quota } from '../../../src/movement/why/quota.ts';
import type { VillageExits } from '../../../src/movement/why/village-exits.ts';
import { shippedText } from '../../../src/shipped.ts';

const limits = parseMovementLimits(shippedText('movement/why/limits.yaml'));
const NONE = { opening: 0, exits: 0, withoutReason: 0 };

/** A village of a commune with so many poor households last year, of whom so many left the list. */
function village(name: string, opening: number, exits: number, commune = '00001'): VillageExits {
  const poor = { opening, exits, withoutReason: 0 };
  return { commune, communeName: '', village: name, lists: { poor, near_poor: NONE } };
}

const found = (villages: readonly VillageExits[], quota: Quota = NO_QUOTA) =>
  exactLosses(villages, quota, limits).map(({ kind, village: { village: name }, percent }) => [name, kind, percent]);

describe('a village that lost exactly its quota', () => {
  it('lost every household of a list that was long enough', () => {
    expect(found([village('A', 5, 5), village('B', 4, 4), village('C', 6, 5)])).toEqual([['A', 'all_left', null]]);
  });

  it('lost the number that it was told to lose', () => {
    const rows = [
      { code: '00001', village: 'A', households: 3 },
      { code: '00001', village: 'B', households: 3 },
    ];
    expect(found([village('A', 9, 3), village('B', 9, 4)], { percent: null, rows })).toEqual([['A', 'quota', null]]);
  });

  it('lost the number of its unit, where the quota names no village', () => {
    const rows = [{ code: '00002', village: null, households: 3 }];
    const villages = [village('A', 9, 3, '00002'), village('B', 9, 3)];
    expect(found(villages, { percent: null, rows })).toEqual([['A', 'quota', null]]);
  });

  it('lost the percent that all were told to lose, households rounded up', () => {
    const villages = [village('A', 9, 3), village('B', 9, 2), village('C', 12, 4)];
    expect(found(villages, { percent: 30, rows: [] })).toEqual([
      ['A', 'quota', 30],
      ['C', 'quota', 30],
    ]);
  });

  it('lost the same round part as every other village of the commune', () => {
    const villages = [village('A', 10, 2), village('B', 20, 4), village('C', 15, 3), village('D', 12, 3)];
    expect(found(villages).map(([, kind, percent]) => [kind, percent])).toEqual(
      villages.map(() => ['same_percent', 20]),
    );
  });

  it('is none, where one village of the commune lost another part', () => {
    expect(found([village('A', 10, 2), village('B', 20, 4), village('C', 15, 3), village('D', 12, 4)])).toEqual([]);
  });

  it('is none, where there are few villages, or their lists are short', () => {
    expect(found([village('A', 10, 2), village('B', 20, 4), village('C', 15, 3)])).toEqual([]);
    const short = [village('A', 5, 1), village('B', 5, 1), village('C', 5, 1), village('D', 5, 1)];
    expect(found(short)).toEqual([]);
  });

  it('is none of one that lost nobody, whatever it was told', () => {
    expect(found([village('A', 0, 0), village('B', 9, 0)], { percent: 0, rows: [] })).toEqual([]);
  });

  it('is told of once for each list', () => {
    const villages = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.constantFrom('1', '2')),
    );
    fc.assert(
      fc.property(villages, fc.option(fc.constantFrom(10, 20, 50)), (some, percent) => {
        const all = some.map(([opening, exits, commune], n) =>
          village(`v${n}`, opening, Math.min(opening, exits), commune),
        );
        const names = found(all, { percent, rows: [] }).map(([name]) => name);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
