import { expect, it } from 'vitest';
import { samePerson } from '../../../src/review/checks/same-person.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked, member, shown } from './run.ts';

const rowsOf = (rows: readonly Row[], from = 1) => csvOf(rows.map((row, at) => household(String(from + at), row)));
const found = async (...files: readonly string[]) => shown(await checked([samePerson], files), 'kind', 'others');
const head = (head_name: string, head_birth_date: string, head_id_number = '') => ({
  head_name,
  head_birth_date,
  head_id_number,
});

it("one citizen's number in two households is told in both rows, each naming the other", async () => {
  const number = { head_id_number: '000061505237' };
  expect(await found(rowsOf([number, { head_id_number: '000061505238' }, number]))).toEqual([
    ['W330', 2, 'two_households', ['4']],
    ['W330', 4, 'two_households', ['2']],
  ]);
});

it('across files each row is named with its file', async () => {
  const number = { head_id_number: '000061505237' };
  expect(await found(rowsOf([number]), rowsOf([number], 9))).toEqual([
    ['W330', 2, 'two_households', ['b.csv:2']],
    ['W330', 2, 'two_households', ['a.csv:2']],
  ]);
});

it('a second row of one household is told as that, not as another household', async () => {
  const twice = household('1', head('Lý Mẫu', '1961-11-07', '000061505237'));
  expect(await found(csvOf([twice, twice]))).toEqual([]);
});

it('the old card and a number that only looks alike are two numbers', async () => {
  expect(await found(rowsOf([{ head_id_number: '000000061505' }, { head_id_number: '000061505' }]))).toEqual([]);
  const cards = rowsOf([{ head_id_number: '000061505' }, { head_id_number: '000061505' }]);
  expect((await found(cards)).map(([code]) => code)).toEqual(['W330', 'W330']);
});

it('numbers that are none are never the same', async () => {
  expect(await found(rowsOf([{ head_id_number: '123' }, { head_id_number: '123' }]))).toEqual([]);
});

it('one name and birth date is told, whatever its case, spaces and place of the tone mark', async () => {
  expect(await found(rowsOf([head('Lý Thị Hoà', '1961-11-07'), head('LÝ  THỊ HÒA', '1961-11-07')]))).toEqual([
    ['W331', 2, 'two_households', ['3']],
    ['W331', 3, 'two_households', ['2']],
  ]);
});

it('two numbers tell two persons of one name and birth date apart', async () => {
  const a = head('Lý Mẫu', '1961-11-07', '000061505237');
  const b = head('Lý Mẫu', '1961-11-07', '000061505238');
  expect(await found(rowsOf([a, b]))).toEqual([]);
  expect((await found(rowsOf([a, head('Lý Mẫu', '1961-11-07')]))).map(([code]) => code)).toEqual(['W331', 'W331']);
});

it('a number told already is not told again by the name', async () => {
  const one = head('Lý Mẫu', '1961-11-07', '000061505237');
  expect((await found(rowsOf([one, one]))).map(([code]) => code)).toEqual(['W330', 'W330']);
});

it('a year of birth is too little to take two for one', async () => {
  expect(await found(rowsOf([head('Lý Mẫu', '1961'), head('Lý Mẫu', '1961')]))).toEqual([]);
});

it('every member is looked at, and a number twice in one household is told as that', async () => {
  const rows = [
    member('1', 'Chủ hộ', { id_number: '000061505237' }),
    member('1', 'con', { id_number: '000215505237' }),
    member('2', 'Chủ hộ', { id_number: '000061505299' }),
    member('2', 'con', { id_number: '000215505237' }),
    member('3', 'Chủ hộ', { id_number: '000061505200' }),
    member('3', 'con', { id_number: '000061505200' }),
  ];
  expect(await found(csvOf(rows))).toEqual([
    ['W330', 3, 'two_households', ['5']],
    ['W330', 5, 'two_households', ['3']],
    ['W330', 6, 'one_household', ['7']],
    ['W330', 7, 'one_household', ['6']],
  ]);
});
