import { expect, test } from 'vitest';
import { answersIn } from '../../src/generate/answers.ts';
import { householdIn } from '../../src/generate/household.ts';
import { PUBLISHED } from './published.ts';
import { rowsOf } from './rows.ts';

test('a household made alone is the one in the commune', () => {
  const household = householdIn(2025, 2024, 777, 1200);
  const row = rowsOf(2024, 2025)[776];
  expect(row?.('head_name')).toBe(household.head.name);
  expect(row?.('village')).toBe(household.village.name);
  expect(row?.('income')).toBe(String(answersIn(2025, household, PUBLISHED).income ?? ''));
});

test('what is drawn for a household does not depend on how many others there are', () => {
  const [small, large] = [householdIn(2024, 5, 40, 1200), householdIn(2024, 5, 40, 2400)];
  expect(large).toEqual(small);
});
