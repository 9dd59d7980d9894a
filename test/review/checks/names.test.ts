import { expect, it } from 'vitest';
import { names } from '../../../src/review/checks/names.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked } from './run.ts';

const from = (rows: readonly Row[]) => csvOf(rows.map((row, at) => household(`${at + 1}`, row)));
const found = (...texts: readonly string[]) => checked([names], texts);

it('names that differ by a letter or an accent are two places', async () => {
  const rows = ['Thôn Hoà', 'Thôn Hoa', 'Thôn Hoá', 'Thôn 1'].map((village) => ({ commune: 'Xã Mẫu', village }));
  expect(await found(from(rows))).toEqual([]);
});

it('a spelling beside the usual one is told where it first stands, with how many have it', async () => {
  const rows = ['Thôn Hòa', 'Thôn Hoà', 'thôn  hoà', 'Thôn Hoà', 'Thôn Hòa', 'Thôn Hoà'].map((village) => ({
    commune: 'Xã Mẫu',
    village,
  }));
  expect(await found(from(rows))).toMatchObject([
    { code: 'W353', at: { row: 2, field: 'village' }, saw: 'Thôn Hòa', expected: ['Thôn Hoà'], count: 2 },
    { code: 'W353', at: { row: 4 }, saw: 'thôn  hoà', expected: ['Thôn Hoà'], count: 1 },
  ]);
});

it('one name in two communes is two places', async () => {
  const rows = [
    { commune: 'Xã Mẫu', village: 'Thôn Hoà' },
    { commune: 'Xã Khác', village: 'Thôn Hòa' },
  ];
  expect(await found(from(rows))).toEqual([]);
});

it('two spellings of a commune do not hide those of its villages', async () => {
  const rows = [
    { commune: 'Xã Thuỷ', village: 'Thôn Hoà' },
    { commune: 'Xã Thủy', village: 'Thôn Hòa' },
  ];
  const findings = await found(from(rows.slice(0, 1)), from(rows.slice(1)));
  expect(findings.map(({ at, saw }) => [at.file, at.field, saw])).toEqual([
    ['b.csv', 'commune', 'Xã Thủy'],
    ['b.csv', 'village', 'Thôn Hòa'],
  ]);
});
