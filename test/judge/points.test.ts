import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criteria } from '../../src/criteria/criteria.ts';
import { loadCriteria } from '../../src/criteria/load.ts';
import type { PointsTable } from '../../src/criteria/points.ts';
import type { Answers } from '../../src/judge/answers.ts';
import { CONTRADICTION, makeJudge } from '../../src/judge/judge.ts';
import { itemsOf, pointsOf } from '../../src/judge/points.ts';

const read = (name: string) => readFileSync(`fixtures/points/${name}`, 'utf8');
const EXAMPLE: Criteria = loadCriteria('example.yaml', read('example.yaml'), (id) =>
  id === './example.csv' ? { name: 'example.csv', text: read('example.csv') } : null,
);
const TABLE = EXAMPLE.scores.b1?.table as PointsTable;
const JUDGE = makeJudge(EXAMPLE, 'score');

const member = (work: 'wage' | 'own' | 'none') => ({ work, able_to_work: work !== 'none' });
const FIELDS = {
  area: 'rural',
  region: 'Vùng Mẫu',
  size: 4,
  floor_area: 80,
  water_source: 'drilled_well',
  information_devices: ['tv', 'smartphone'],
};
const household = (more: Answers['fields'] = {}, members = ['wage', 'own', 'none', 'none'] as const): Answers => ({
  fields: { ...FIELDS, ...more },
  members: members.map(member),
});
const points = (more: Answers['fields'] = {}) => pointsOf(TABLE, household(more), EXAMPLE);
const exactly = (total: number) => ({ lo: total, hi: total, unmatched: [] });

const BLANKS = fc.subarray(Object.keys(FIELDS));
const KNOWN = fc.record({
  area: fc.constantFrom('urban', 'rural'),
  region: fc.constantFrom('Vùng Mẫu', 'Vùng Thử'),
  size: fc.integer({ min: 4, max: 8 }),
  floor_area: fc.integer({ min: 4, max: 300 }),
  water_source: fc.constantFrom('tap', 'rain', 'other_unclean'),
  information_devices: fc.uniqueArray(fc.constantFrom('tv', 'radio', 'desktop', 'laptop', 'smartphone'), {
    minLength: 1,
  }),
});

describe('points of a household', () => {
  test('add up over the items: 4 persons 14, 20 m² each 9, a drilled well 6, television and telephone 8, work 10', () => {
    expect(points()).toEqual(exactly(47));
  });

  test('a band begins on its first value and ends before its last', () => {
    // 31.9 m² among 4 is under 8 each, 32 is not; 79.9 is under 20 each
    expect([31.9, 32, 79.9, 80, 119.9, 120].map((floor_area) => points({ floor_area }).lo - 38)).toEqual([
      0, 6, 6, 9, 9, 13,
    ]);
  });

  test('of several things each that is ticked counts, and nothing ticked is nothing', () => {
    expect(points({ information_devices: ['tv', 'laptop', 'radio'] })).toEqual(exactly(39 + 3 + 9 + 1));
    expect(points({ information_devices: ['none'] })).toEqual(exactly(39));
  });

  test('a town has its own column, every region of the country another, however it is spelt', () => {
    expect(points({ area: 'urban' })).toEqual(exactly(12 + 8 + 6 + 7 + 9));
    expect(points({ region: 'VÙNG  thử' })).toEqual(exactly(16 + 10 + 8 + 8 + 10));
  });

  test('a region that is not known is any one region, the same for all items', () => {
    expect(points({ region: null })).toEqual({ lo: 47, hi: 52, unmatched: [] });
    expect(points({ region: null, area: null })).toEqual({ lo: 42, hi: 52, unmatched: [] });
    expect(points({ region: null, area: 'urban' })).toEqual(exactly(42));
  });

  test('a blank is whatever it may be: the least and the most of its item', () => {
    expect(points({ water_source: null })).toEqual({ lo: 41, hi: 51, unmatched: [] });
    expect(points({ information_devices: null })).toEqual({ lo: 39, hi: 39 + 31, unmatched: [] });
  });

  test('an item is skipped for the households it is not asked of, and may be where that is not known', () => {
    const ofNobody = (members: Answers['members']) => pointsOf(TABLE, { fields: FIELDS, members }, EXAMPLE);
    const [idle, open] = [
      { work: 'none', able_to_work: false },
      { work: 'none', able_to_work: null },
    ];
    expect(ofNobody([idle, idle, idle, idle])).toEqual(exactly(9 + 6 + 8));
    expect(ofNobody([idle, idle, idle, open])).toEqual({ lo: 23, hi: 23 + 14, unmatched: [] });
  });

  test('an answer for which there is no row is named, never taken for nothing', () => {
    const [first, ...others] = TABLE.items;
    const gap = { ...TABLE, items: [{ ...first, rows: first?.rows.slice(1) ?? [] }, ...others] } as PointsTable;
    expect(pointsOf(gap, household({ size: 2 }, ['wage', 'own'] as never), EXAMPLE).unmatched).toEqual(['size']);
  });

  test('knowing an answer never leads out of what was possible before', () => {
    fc.assert(
      fc.property(KNOWN, BLANKS, (fields, hidden) => {
        const all = points(fields);
        const some = points({ ...fields, ...Object.fromEntries(hidden.map((field) => [field, null])) });
        expect(some.lo).toBeLessThanOrEqual(all.lo);
        expect(some.hi).toBeGreaterThanOrEqual(all.hi);
      }),
    );
  });
});

describe('the items of a points table', () => {
  const items = (more: Answers['fields'] = {}, members?: never) => itemsOf(TABLE, household(more, members), EXAMPLE);

  test('name the answers that give the points', () => {
    expect(items().map(({ id, points, rows, open }) => [id, points, rows, open])).toEqual([
      ['size', { lo: 14, hi: 14 }, ['3 – <5'], []],
      ['floor', { lo: 9, hi: 9 }, ['20 – <30'], []],
      ['water', { lo: 6, hi: 6 }, ['drilled_well'], []],
      ['devices', { lo: 8, hi: 8 }, ['tv', 'smartphone'], []],
      ['work', { lo: 10, hi: 10 }, ['one_works'], []],
    ]);
  });

  test('name what may give them where an answer is blank, and the row that is left', () => {
    const [, , water] = items({ water_source: null });
    expect(water).toMatchObject({ points: { lo: 0, hi: 10 }, rows: [] });
    expect(water?.open).toHaveLength(7);
  });

  test('say which are not asked of the household', () => {
    const [size] = items({}, ['none', 'none', 'none', 'none'] as never);
    expect(size).toEqual({ id: 'size', points: { lo: 0, hi: 0 }, rows: [], open: [], skipped: true });
  });

  test('add up to the points of the household, and reach at least as far where the area is not known', () => {
    fc.assert(
      fc.property(KNOWN, BLANKS, (fields, hidden) => {
        const asked = { ...fields, ...Object.fromEntries(hidden.map((field) => [field, null])) };
        const sum = (of: 'lo' | 'hi') => items(asked).reduce((total, item) => total + (item.points?.[of] ?? 0), 0);
        const { lo, hi } = points(asked);
        expect(sum('lo')).toBeLessThanOrEqual(lo);
        expect(sum('hi')).toBeGreaterThanOrEqual(hi);
        if (hidden.includes('area') || hidden.includes('region')) return;
        expect([sum('lo'), sum('hi')]).toEqual([lo, hi]);
      }),
    );
  });
});

describe('the class under an interval of B1', () => {
  const classOf = (b1Between: { lo: number; hi: number }) => {
    const verdict = JUDGE.decide({ area: 'rural', income: null, b1: null, b1Between, b2: null, marks: [] });
    if (verdict === CONTRADICTION) throw new Error('no B2 was given');
    return [verdict.class, verdict.undecidedFor];
  };

  test('is decided when all of the interval lies on one side of the cut-off', () => {
    expect(classOf({ lo: 41, hi: 50 })).toEqual(['poor', []]);
    expect(classOf({ lo: 51, hi: 70 })).toEqual(['non_poor', []]);
  });

  test('is open when it reaches across it, and the question is B1', () => {
    expect(classOf({ lo: 50, hi: 51 })).toEqual(['undecided', ['b1']]);
  });
});
