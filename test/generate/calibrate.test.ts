import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INDICATORS } from '../../src/generate/indicators.ts';
import { publishedIn } from '../../src/generate/published.ts';
import { makeJudge } from '../../src/judge/judge.ts';
import { shippedSetIds } from '../../src/shipped.ts';
import { setNamed } from '../fixtures.ts';
import { PUBLISHED } from './published.ts';
import { type Row, rowsOf } from './rows.ts';

const lineOf = (row: Row) => PUBLISHED.lines.at(-1)?.[row('area') as 'rural' | 'urban'] ?? 0;
const marksOf = (row: Row) => INDICATORS.filter((each) => row(each) === '1').length;
const isBlank = (row: Row) => INDICATORS.some((each) => row(each) === '');

/** The class that the judge gives a row. */
function classifier(id: string): (row: Row) => string {
  const judge = makeJudge(setNamed(id), 'income');
  return (row) => {
    const marks = judge.table.indicators.map((i) => (row(i.id) === '' ? null : row(i.id) === '1'));
    const area = (row('area') || null) as 'rural' | 'urban' | null;
    const income = row('income') === '' ? null : Number(row('income'));
    const verdict = judge.decide({ area, income, b1: null, b2: null, marks });
    return typeof verdict === 'object' ? verdict.class : verdict;
  };
}
const classOf = classifier('quang-ninh-2023');
const countsOf = (rows: readonly Row[]) => {
  const classes = rows.map(classOf);
  return {
    poor: classes.filter((c) => c === 'poor').length,
    nearPoor: classes.filter((c) => c === 'near_poor').length,
  };
};

describe('a survey that is counted out', () => {
  const counts = { poor: 150, nearPoor: 600 };
  const rows = rowsOf(3, 2025, { households: 20_000, communes: 9, counts });
  const of = (name: string) => rows.filter((row) => classOf(row) === name);

  test('has the counts, and nobody is undecided', () => {
    expect(countsOf(rows)).toEqual(counts);
    expect(of('non_poor')).toHaveLength(20_000 - 750);
  });

  test('has people on the line and one đồng above it', () => {
    const above = (row: Row) => Number(row('income')) - lineOf(row);
    for (const name of ['poor', 'near_poor']) expect(of(name).filter((row) => above(row) === 0)).not.toEqual([]);
    const next = of('non_poor').filter((row) => above(row) === 1);
    expect(new Set(next.map(marksOf)).size).toBeGreaterThan(2);
  });

  test('has poor people in every commune, most with few deprivations beyond those that count', () => {
    expect(new Set(of('poor').map((row) => row('commune_code'))).size).toBe(9);
    expect(new Set(of('poor').map(marksOf)).size).toBeGreaterThan(3);
    expect(new Set(of('near_poor').map(marksOf))).toEqual(new Set([0, 1, 2]));
    expect(of('non_poor').filter((row) => marksOf(row) >= 3).length).toBeGreaterThan(10);
  });

  test('has blanks only where they decide nothing, under any of the lines', () => {
    expect(rows.filter(isBlank).length).toBeGreaterThan(100);
    for (const row of rows) {
      expect([row('residence'), row('outcome'), row('area') === '', row('income') === '']).toEqual([
        'permanent',
        'reviewed',
        false,
        false,
      ]);
      if (isBlank(row)) expect(Number(row('income'))).toBeGreaterThan(1.5 * lineOf(row));
    }
  });

  test('is written by careful officers, who still err', () => {
    const wrong = rows.filter((row) => row('recorded_class') !== classOf(row)).length;
    expect(wrong).toBeGreaterThan(0);
    expect(wrong).toBeLessThan(100);
  });

  test('keeps most incomes within a few times the line', () => {
    const relative = rows.map((row) => Number(row('income')) / lineOf(row)).sort((a, b) => a - b);
    expect(relative[10_000]).toBeGreaterThan(1.3);
    expect(relative[10_000]).toBeLessThan(3);
  });
});

test('other seeds make other people poor', () => {
  const poorOf = (seed: number) =>
    rowsOf(seed, 2025, { counts: { poor: 20, nearPoor: 50 } }).flatMap((row, at) =>
      classOf(row) === 'poor' ? [at] : [],
    );
  expect(poorOf(1)).toEqual(poorOf(1));
  expect(poorOf(2)).not.toEqual(poorOf(1));
});

test('any counts come out, in any number of communes', () => {
  const surveys = fc.record({
    seed: fc.nat({ max: 9_999_999 }),
    year: fc.integer({ min: 2021, max: 2030 }),
    households: fc.integer({ min: 1, max: 400 }),
    shares: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    communes: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(surveys, ({ seed, year, households, shares: [first, second], communes }) => {
      const poor = Math.floor(first * households);
      const nearPoor = Math.floor(second * (households - poor));
      const counts = { poor, nearPoor };
      const rows = rowsOf(seed, year, { households, communes: Math.min(communes, households), counts });
      expect(rows).toHaveLength(households);
      expect(countsOf(rows)).toEqual(counts);
      expect(rows.map(classOf)).not.toContain('undecided');
    }),
    { numRuns: 150 },
  );
});

describe('sets under which households can be counted out', () => {
  const fitting = shippedSetIds().filter((id) => publishedIn(setNamed(id)) !== null);

  test('are those of one line for each area and a cut-off', () => {
    expect(fitting).toEqual(['dong-nai-2022', 'quang-ninh-2023', 'vn-2022', 'vn-2027']);
  });

  test.each(fitting)('%s', (id) => {
    const published = publishedIn(setNamed(id)) ?? PUBLISHED;
    const counts = { poor: 40, nearPoor: 90 };
    const classes = rowsOf(8, 2024, { households: 3000, published, counts }).map(classifier(id));
    const count = (name: string) => classes.filter((each) => each === name).length;
    expect([count('poor'), count('near_poor'), count('non_poor')]).toEqual([40, 90, 2870]);
  });
});
