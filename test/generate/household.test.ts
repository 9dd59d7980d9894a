import { expect, test } from 'vitest';
import { answersIn } from '../../src/generate/answers.ts';
import { householdIn } from '../../src/generate/household.ts';
import { type Dwelling, dwellingsOf, unitsOf } from '../../src/generate/units.ts';
import { PUBLISHED } from './published.ts';
import { rowsOf } from './rows.ts';

const dwelling = (seed: number, index: number, dwellings: number) =>
  [...dwellingsOf(unitsOf(seed, dwellings, 1))][index - 1] as Dwelling;

test('a household made alone is the one in the commune', () => {
  const household = householdIn(2025, 2024, dwelling(2024, 777, 1200));
  const row = rowsOf(2024, 2025)[776];
  expect(row?.('head_name')).toBe(household.head.name);
  expect(row?.('village')).toBe(household.village.name);
  expect(row?.('income')).toBe(String(answersIn(2025, household, PUBLISHED).income ?? ''));
});

test('what is drawn for a household does not depend on how many others there are', () => {
  const [small, large] = [1200, 2400].map((dwellings) => householdIn(2024, 5, dwelling(5, 40, dwellings)));
  expect(large).toEqual(small);
});
