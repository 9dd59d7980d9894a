import { expect, it } from 'vitest';
import { sameAnswers } from '../../../src/review/checks/same-answers.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked, limits, shown } from './run.ts';

const { with_amount, marks_alone } = limits.same_answers;
/** A village of households, `n` marks of each deprived. */
const village = (households: number, n: number, income: (at: number) => string, more: Row = {}) =>
  Array.from({ length: households }, (_, at) =>
    household(`${at}`, { commune: 'Xã Mẫu', village: 'Thôn 1', income: income(at), ...more }, n),
  );
const found = async (rows: readonly Row[]) =>
  shown(await checked([sameAnswers], [csvOf(rows)]), 'kind', 'households', 'village');
const differing = (at: number) => `${1_000_000 + at}`;
const equal = () => '1400000';

it('a village where nobody is deprived and incomes differ is as usual', async () => {
  expect(await found(village(50, 0, differing))).toEqual([]);
});

it('the same income and marks in every household are told, deprived or not', async () => {
  expect(await found(village(with_amount, 0, equal))).toEqual([['W348', 2, 'marks_and_amount', with_amount, 'Thôn 1']]);
});

it('the same deprivations are told where households are many enough for it to be no chance', async () => {
  expect(await found(village(marks_alone, 2, differing))).toEqual([['W348', 2, 'marks', marks_alone, 'Thôn 1']]);
  expect(await found(village(marks_alone - 1, 2, differing))).toEqual([]);
});

it('one household that differs clears the village', async () => {
  expect(await found([...village(20, 2, equal), household('x', { commune: 'Xã Mẫu', village: 'Thôn 1' }, 1)])).toEqual(
    [],
  );
});

it('few households, and households whose marks are all unknown, are quiet', async () => {
  expect(await found(village(with_amount - 1, 0, equal))).toEqual([]);
  const rows = Array.from({ length: 20 }, (_, at) => ({
    household_id: `${at}`,
    area: 'rural',
    income: '1',
    water: '',
  }));
  expect(await found(rows)).toEqual([]);
});

it('villages of one name in two communes are two', async () => {
  const half = Math.ceil(with_amount / 2);
  const rows = village(2 * half, 0, equal).map((row, at) => ({ ...row, commune: at < half ? 'Xã Mẫu' : 'Xã Khác' }));
  expect(half).toBeLessThan(with_amount);
  expect(await found(rows)).toEqual([]);
});
