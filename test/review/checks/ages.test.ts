import { expect, it } from 'vitest';
import { ages } from '../../../src/review/checks/ages.ts';
import { csvOf, household } from '../../fixtures.ts';
import { checked, member, shown } from './run.ts';

const found = async (rows: readonly Parameters<typeof household>[1][], reviewDate: string | null = '2025-12-14') =>
  shown(await checked([ages], [csvOf(rows.map((row, at) => household(String(at + 1), row)))], { reviewDate }), 'kind');

it('a head of 121 years is more than anybody is, one of 120 is not', async () => {
  expect(await found([{ head_birth_date: '1904-12-14' }, { head_birth_date: '1904-12-15' }])).toEqual([
    ['E339', 2, 'old'],
  ]);
});

it('a birth after the review is told, one on its day is not', async () => {
  const rows = [{ head_birth_date: '2025-12-15' }, { head_birth_date: '2025-12-14' }];
  expect(await found(rows)).toEqual([['E339', 2, 'unborn']]);
});

it('a year alone is told only when every day of it would be', async () => {
  expect(await found(['1903', '1904', '2026', '2025'].map((head_birth_date) => ({ head_birth_date })))).toEqual([
    ['E339', 2, 'old'],
    ['E339', 4, 'unborn'],
  ]);
});

it("a household's own day of review comes before that of the run", async () => {
  const rows = [
    { head_birth_date: '2025-11-01', review_date: '2025-10-20' },
    { head_birth_date: '2025-11-01', review_date: '' },
  ];
  expect(await found(rows)).toEqual([['E339', 2, 'unborn']]);
});

it('without any day of review no birth can be judged', async () => {
  expect(await found([{ head_birth_date: '1890-01-01' }], null)).toEqual([]);
});

it('a member is told in its own row, and an age that was written by itself', async () => {
  const rows = [
    member('1', 'Chủ hộ', { area: 'rural', income: '1400000', birth_date: '1890-01-01', age: '40' }),
    member('1', 'con', { birth_date: '', age: '130' }),
  ];
  const findings = await checked([ages], [csvOf(rows)]);
  expect(findings.map(({ at, saw }) => [at.row, at.field, saw])).toEqual([
    [2, 'birth_date', '1890-01-01'],
    [3, 'age', '130'],
  ]);
});
