import { expect, it } from 'vitest';
import { personId } from '../../../src/review/checks/person-id.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked, shown } from './run.ts';

const head = (head_id_number: string, more: Row = {}) => ({
  head_id_number,
  head_sex: 'male',
  head_birth_date: '1961-11-07',
  ...more,
});
const found = async (...rows: readonly Row[]) =>
  checked([personId], [csvOf(rows.map((row, at) => household(String(at + 1), row)))]);

it('a number that agrees with sex and year of birth is quiet, and so is no number', async () => {
  expect(await found(head('000061505237'), head(''))).toEqual([]);
});

it('a number of the other sex is told', async () => {
  expect(shown(await found(head('000161505237')))).toEqual([['W332', 2]]);
});

it('a number of another year of birth, or of another century, is told', async () => {
  expect(shown(await found(head('000062505237'), head('000261505237')))).toEqual([
    ['W333', 2],
    ['W333', 3],
  ]);
});

it('what the list does not say of sex and birth is not held against the number', async () => {
  const unknown = { head_sex: '', head_birth_date: '' };
  expect(await found(head('000061505237', unknown), head('000061505238', { head_birth_date: 'mùa xuân' }))).toEqual([]);
});

it('numbers of the wrong form are told with what is wrong', async () => {
  const wrong = ['123', '000A61505237', '003061505237', '000461505237'];
  expect(shown(await found(...wrong.map((number) => head(number))), 'kind')).toEqual([
    ['W334', 2, 'length'],
    ['W334', 3, 'letters'],
    ['W334', 4, 'province'],
    ['W334', 5, 'century'],
  ]);
});

it('numbers of the old card are counted', async () => {
  expect(await found(head('000061505'), head('000061506'))).toMatchObject([{ code: 'N335', count: 2 }]);
});

it('no finding holds the number', async () => {
  const findings = await found(head('000162505237'), head('000061505'), head('123'), head('000461505237'));
  expect(findings).toHaveLength(5);
  expect(JSON.stringify(findings)).not.toMatch(/000[14]6\d|000061505|"123"/);
});
