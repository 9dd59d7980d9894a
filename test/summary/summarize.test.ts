import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts, type Counts, emptyCounts } from '../../src/summary/count.ts';
import {
  averageLiving,
  causeCount,
  classCount,
  ethnicityCounts,
  groupCount,
  markCount,
  markUnknown,
} from '../../src/summary/numbers.ts';
import { LEVELS } from '../../src/summary/places.ts';
import { GROUPS } from '../../src/summary/plan.ts';
import { type CountedReview, summarize } from '../../src/summary/summarize.ts';
import { totalOf, unitsAt } from '../../src/summary/units.ts';
import { marks } from '../fixtures.ts';
import { anyRow, type ResultRow, reviewOf } from './reviews.ts';

const FORMS = { childrenUnder: 16 };
const counted = async (rows: readonly ResultRow[]) => summarize(await reviewOf(rows), FORMS);
const total = (review: CountedReview) => totalOf(review.leaves, review.plan);
const plain = ({ numbers, ethnicities }: Counts) => [[...numbers], [...ethnicities].sort()];

describe('counting a review', () => {
  it('counts households and persons by class, and those that do not say how many they are', async () => {
    const review = await counted([
      { class: 'poor', size: '4' },
      { class: 'poor', size: '' },
      { class: 'near_poor', size: '3' },
    ]);
    expect(classCount(total(review), review, 'poor')).toEqual({ households: 2, persons: 4, sizeUnknown: 1 });
    expect(classCount(total(review), review, 'near_poor')).toEqual({ households: 1, persons: 3, sizeUnknown: 0 });
    expect(classCount(total(review), review, 'non_poor').households).toBe(0);
  });

  it('counts deprivations of the listed classes alone, and keeps unknown apart from none', async () => {
    const review = await counted([
      { class: 'poor', ...marks(3), water: '' },
      { class: 'non_poor', ...marks(12) },
    ]);
    const water = review.plan.marks.indexOf('water');
    expect(markCount(total(review), review, 0, 0)).toBe(1);
    expect(markCount(total(review), review, 0, water)).toBe(null);
    expect(markUnknown(total(review), review, 0, water)).toBe(1);
    expect(markCount(total(review), review, 1, 0)).toBe(0);
  });

  it('comes to the same communes and areas whether villages are counted or not, and leaves what was counted as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 20 }), async (rows) => {
        const reviewed = await reviewOf(rows);
        const [fine, coarse] = await Promise.all([
          summarize(reviewed, FORMS),
          summarize(reviewed, FORMS, { byVillage: false }),
        ]);
        expect(coarse.leaves.every(({ place }) => place.village === '')).toBe(true);
        const before = coarse.leaves.map(({ counts }) => plain(counts));
        for (const level of LEVELS.filter((one) => one !== 'village'))
          for (const byArea of [false, true]) {
            const [a, b] = [fine, coarse].map(({ leaves, plan }) =>
              unitsAt(leaves, level, plan, byArea).map(({ code, name, area, areas, counts }) => ({
                ...{ code, name, area, areas },
                counts: plain(counts),
              })),
            );
            expect(a).toEqual(b);
          }
        // a unit of one leaf shares its counts, so nothing may be added to them
        expect(coarse.leaves.map(({ counts }) => plain(counts))).toEqual(before);
      }),
    );
  });

  it('lets groups overlap: others are in none of the three, and a blank leaves it open', async () => {
    const none = { ethnic_minority: '0', no_labor_capacity: '0', merit_member: '0' };
    const review = await counted([
      { class: 'poor', size: '2', ...none, ethnic_minority: '1', merit_member: '1' },
      { class: 'poor', size: '3', ...none },
      { class: 'poor', size: '4', ...none, merit_member: '' },
    ]);
    const households = (group: number) => groupCount(total(review), review, 0, group).households;
    expect([0, 1, 2, GROUPS.length, GROUPS.length + 1].map(households)).toEqual([1, 0, 1, 1, 1]);
    expect(groupCount(total(review), review, 0, GROUPS.length).persons).toBe(3);
  });

  it('counts the one person of a household in its group', async () => {
    const review = await counted([{ class: 'poor', size: '1', ethnic_minority: '1' }]);
    expect(groupCount(total(review), review, 0, 0)).toEqual({ households: 1, persons: 1 });
  });

  it('does not put a household without a cause under other causes', async () => {
    const review = await counted([
      { class: 'near_poor', cause_land: '1', cause_other: '0' },
      { class: 'near_poor', cause_land: '0', cause_other: '' },
      { class: 'near_poor', cause_land: '', cause_other: '0' },
    ]);
    expect(causeCount(total(review), review, 1, 0)).toBe(1);
    expect(causeCount(total(review), review, 1, 7)).toBe(0);
    expect(causeCount(total(review), review, 1, 8)).toBe(2);
  });

  it('counts as farm households of average living standard those that say so', async () => {
    const review = await counted([
      { class: 'non_poor', average: '1', size: '2', agricultural: '1' },
      { class: 'non_poor', average: '1', size: '3', agricultural: '0' },
      { class: 'non_poor', average: '1', size: '4', agricultural: '' },
      { class: 'non_poor', average: '0', size: '5', agricultural: '1' },
    ]);
    expect(averageLiving(total(review), review)).toEqual({ households: 3, persons: 9, farm_households: 1 });
  });

  it('counts listed households by ethnicity, the most numerous first', async () => {
    const review = await counted([
      { class: 'poor', ethnicity: 'Tày' },
      { class: 'poor', ethnicity: 'Kinh' },
      { class: 'poor', ethnicity: 'Kinh' },
      { class: 'non_poor', ethnicity: 'Dao' },
    ]);
    expect(ethnicityCounts(total(review), review, 0)).toEqual([
      ['Kinh', 2],
      ['Tày', 1],
    ]);
  });

  it('gives parts that add up to the whole at every level', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 40 }), async (rows) => {
        const review = await counted(rows);
        for (const level of LEVELS) {
          for (const byArea of [false, true]) {
            const sum = emptyCounts(review.plan);
            for (const unit of unitsAt(review.leaves, level, review.plan, byArea)) addCounts(sum, unit.counts);
            expect(plain(sum)).toEqual(plain(total(review).counts));
          }
        }
        expect(
          total(review).counts.numbers.reduce(
            (n, _, at) => n + (at % 3 === 0 && at < 15 ? (total(review).counts.numbers[at] ?? 0) : 0),
            0,
          ),
        ).toBe(rows.length);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same when the households come in two files, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 30 }), fc.nat(30), async (rows, cut) => {
        const whole = await counted(rows);
        const parts = [await counted(rows.slice(cut)), await counted(rows.slice(0, cut))];
        const sum = emptyCounts(whole.plan);
        for (const part of parts) addCounts(sum, total(part).counts);
        expect(plain(sum)).toEqual(plain(total(whole).counts));
      }),
      { numRuns: 40 },
    );
  });
});

describe('units', () => {
  it('stand in Vietnamese order, 2 before 10 and Đ after D', async () => {
    const review = await counted(
      ['Thôn 10', 'Thôn Đồi', 'Thôn Dốc', 'Thôn 2', 'Thôn Ea'].map((village) => ({
        class: 'poor',
        commune_code: '00001',
        village,
      })),
    );
    expect(unitsAt(review.leaves, 'village', review.plan).map(({ name }) => name)).toEqual([
      'Thôn 2',
      'Thôn 10',
      'Thôn Dốc',
      'Thôn Đồi',
      'Thôn Ea',
    ]);
  });

  it('keep communes and villages of one name apart by province where they have no code', async () => {
    const review = await counted(
      ['Tỉnh A', 'Tỉnh B'].map((province) => ({ class: 'poor', province, commune: 'Xã Mẫu', village: 'Thôn 1' })),
    );
    for (const level of ['commune', 'village'] as const)
      expect(unitsAt(review.leaves, level, review.plan).map((unit) => unit.province.name)).toEqual([
        'Tỉnh A',
        'Tỉnh B',
      ]);
  });

  it('keep villages of one name apart by commune, and areas in the order urban, rural, not known', async () => {
    const review = await counted([
      { class: 'poor', commune_code: '00001', village: 'Thôn 1', area: '' },
      { class: 'poor', commune_code: '00002', village: 'Thôn 1', area: 'rural' },
      { class: 'poor', commune_code: '00002', village: 'Thôn 1', area: 'urban' },
    ]);
    expect(unitsAt(review.leaves, 'village', review.plan).map((u) => [u.commune.code, u.area])).toEqual([
      ['00001', 'unknown'],
      ['00002', null],
    ]);
    expect(unitsAt(review.leaves, 'area', review.plan).map(({ area }) => area)).toEqual(['urban', 'rural', 'unknown']);
  });
});
