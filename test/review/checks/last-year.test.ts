import { expect, it } from 'vitest';
import type { PreviousHousehold } from '../../../src/review/checks/check.ts';
import { lastYear } from '../../../src/review/checks/last-year.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked, member } from './run.ts';

const before = (key: string, more: Partial<PreviousHousehold> = {}): PreviousHousehold => ({
  key,
  class: 'poor',
  file: '2024.csv',
  row: 7,
  headName: 'Lý Thị Hoà',
  headIdNumber: '',
  headBirthDate: '1961',
  ...more,
});
const found = async (previous: readonly PreviousHousehold[] | null, rows: readonly Row[]) =>
  checked([lastYear], [csvOf(rows)], { previous });
const here = (household_id: string, more: Row = {}) =>
  household(household_id, { village: 'Thôn 1', head_name: '', head_birth_date: '', head_id_number: '', ...more });

it('a household of the list without a row this year is told where last year has it', async () => {
  expect(await found([before('Thôn 1/1'), before('Thôn 1/2', { row: 8, class: 'near_poor' })], [here('1')])).toEqual([
    { code: 'W344', at: { file: '2024.csv', row: 8 }, saw: 'Thôn 1/2', data: { class: 'near_poor' }, count: 1 },
  ]);
});

it('those who were neither poor nor near-poor were on no list', async () => {
  expect(await found([before('Thôn 1/9', { class: 'non_poor' })], [here('1')])).toEqual([]);
});

it('a number given to somebody else is not the household', async () => {
  expect(await found([before('Thôn 1/1')], [here('1', { head_name: 'Trần Mẫu' })])).toHaveLength(1);
  expect(await found([before('Thôn 1/1')], [here('1', { head_name: 'Lý Thị Hòa' })])).toEqual([]);
});

it('a number is followed by the number the household says it had', async () => {
  expect(await found([before('Thôn 1/1')], [here('8', { previous_household_id: '1' })])).toEqual([]);
  expect(await found([before('Thôn 9/1')], [here('8', { previous_household_id: 'Thôn 9/1' })])).toEqual([]);
});

it("a head's citizen's number is followed, also to a member of another household", async () => {
  const listed = before('Thôn 1/1', { headIdNumber: '000061505237' });
  expect(await found([listed], [here('8', { head_id_number: '000061505237', head_name: 'Lý Hoà' })])).toEqual([]);
  const rows = [member('8', 'Chủ hộ', { id_number: '' }), member('8', 'mẹ', { id_number: '000061505237' })];
  expect(await found([listed], rows)).toEqual([]);
});

it('name and birth are followed as far as both years know the birth', async () => {
  const born = (head_birth_date: string) => [here('8', { head_name: 'Lý Thị Hòa', head_birth_date })];
  expect(await found([before('Thôn 1/1')], born('1961-11-07'))).toEqual([]);
  expect(await found([before('Thôn 1/1')], born('1962-11-07'))).toHaveLength(1);
  expect(await found([before('Thôn 1/1', { headBirthDate: '1961-11-08' })], born('1961-11-07'))).toHaveLength(1);
  expect(await found([before('Thôn 1/1', { headBirthDate: '' })], born(''))).toHaveLength(1);
});

it('without a list of last year nothing is missed', async () => {
  expect(await found(null, [here('1')])).toEqual([]);
});
