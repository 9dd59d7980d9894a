import { expect, test } from 'vitest';
import { INDICATORS } from '../../src/generate/indicators.ts';
import { type Row, rowsOf } from './rows.ts';

const [before, after] = [rowsOf(2024, 2024), rowsOf(2024, 2025)];
const byId = new Map(before.map((row) => [row('household_id'), row]));
const pairs = after.flatMap((row): [Row, Row][] => {
  const earlier = byId.get(row('household_id'));
  return earlier === undefined ? [] : [[earlier, row]];
});

test('nearly all households are there again, and about one in a hundred is not', () => {
  expect(pairs.length).toBeGreaterThan(1200 * 0.98);
  expect(pairs.length).toBeLessThan(1200);
});

test('a household keeps its head, village, area, residence and ethnicity', () => {
  const lasting = 'head_name head_id_number head_sex head_birth_date village area residence ethnicity merit_member';
  for (const [earlier, later] of pairs) {
    for (const heading of lasting.split(' ')) expect(later(heading)).toBe(earlier(heading));
  }
});

test('most incomes rise, some fall', () => {
  const known = pairs.filter((pair) => pair.every((row) => row('income') !== ''));
  const risen = known.filter(([earlier, later]) => Number(later('income')) > Number(earlier('income')));
  expect(risen.length / known.length).toBeGreaterThan(0.65);
  expect(risen.length / known.length).toBeLessThan(0.95);
});

test('most answers stay, some change', () => {
  const changed = pairs.flatMap(([earlier, later]) => INDICATORS.filter((each) => earlier(each) !== later(each)));
  const share = changed.length / (pairs.length * INDICATORS.length);
  expect(share).toBeGreaterThan(0.01);
  expect(share).toBeLessThan(0.08);
});

test('someone who left does not come back, and the number is not given again', () => {
  const gone = new Set(before.map((row) => row('household_id')));
  for (const row of after) gone.delete(row('household_id'));
  expect(gone.size).toBeGreaterThan(0);
  for (const row of rowsOf(2024, 2030)) expect(gone.has(row('household_id'))).toBe(false);
});
