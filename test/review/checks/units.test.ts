import { describe, expect, it } from 'vitest';
import type { ExpectedUnit } from '../../../src/review/checks/check.ts';
import { units } from '../../../src/review/checks/units.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked } from './run.ts';

const unit = (code: string, name: string, more: Partial<ExpectedUnit> = {}): ExpectedUnit => ({
  code,
  name,
  area: null,
  village: null,
  households: null,
  persons: null,
  ...more,
});
const expected = [unit('00123', 'Xã Mẫu'), unit('00456', 'Phường Thử')];
const from = (rows: readonly Row[]) => csvOf(rows.map((row, at) => household(`${at + 1}`, row)));
const both = from([{ commune_code: '00123' }, { commune_code: '00456' }]);
const found = (list: readonly ExpectedUnit[] | null, ...texts: readonly string[]) =>
  checked([units], texts, { units: list });

it('units that are listed and have come are quiet', async () => {
  expect(await found(expected, both)).toEqual([]);
});

it('a unit that is not listed is told once, with those it may be', async () => {
  const rows = [{ commune_code: '123' }, { commune_code: '123' }, { commune_code: '00456' }, { commune_code: '00123' }];
  expect(await found(expected, from(rows))).toMatchObject([
    { code: 'W350', at: { row: 2, column: 'commune_code' }, saw: '123', expected: ['Xã Mẫu (00123)'], count: 2 },
  ]);
});

it('a unit of which nothing has come is told', async () => {
  expect(await found(expected, from([{ commune_code: '00123' }]))).toMatchObject([
    { code: 'W351', saw: 'Phường Thử (00456)' },
  ]);
});

it('a unit is known by its name where no code is written, unless two have it', async () => {
  const named = from([{ commune: 'xã mẫu' }, { commune: 'Phường Thử' }]);
  expect(await found(expected, named)).toEqual([]);
  const twins = [...expected, unit('00789', 'Xã Mẫu')];
  expect((await found(twins, named)).map(({ code }) => code)).toEqual(['W350', 'W351', 'W351']);
});

describe('more than there are', () => {
  const sized = from([
    { commune_code: '00123', size: '4' },
    { commune_code: '00123', size: '' },
    { commune_code: '00456', size: '5' },
  ]);
  const listed = (households: number | null, persons: number | null) => [
    unit('00123', 'Xã Mẫu', { households, persons }),
    unit('00456', 'Phường Thử'),
  ];

  it('as many as there are is quiet, and so is what nobody counted', async () => {
    expect(await found(listed(2, 4), sized)).toEqual([]);
    expect(await found(listed(null, null), sized)).toEqual([]);
  });

  it('more households, and more persons, are each an error', async () => {
    expect(await found(listed(1, 3), sized)).toMatchObject([
      { code: 'E346', saw: 'Xã Mẫu (00123)', data: { what: 'households', counted: 2, there: 1 } },
      { code: 'E346', data: { what: 'persons', counted: 4, there: 3 } },
    ]);
  });

  it('parts of a unit are added up, unless it has a row of its own', async () => {
    const parts = [
      unit('00123', 'Xã Mẫu', { area: 'rural', households: 1 }),
      unit('00123', 'Xã Mẫu', { area: 'urban', households: 1 }),
      unit('00456', 'Phường Thử'),
    ];
    expect(await found(parts, sized)).toEqual([]);
    expect(await found([unit('00123', 'Xã Mẫu', { households: 1 }), ...parts], sized)).toMatchObject([
      { data: { there: 1 } },
    ]);
  });

  it('a second row of one household is no household more', async () => {
    const twice = csvOf([household('1', { commune_code: '00123' }), household('1', { commune_code: '00123' })]);
    expect(await found([unit('00123', 'Xã Mẫu', { households: 1 })], twice)).toEqual([]);
  });
});

it('among several files, households of no known unit are told for each', async () => {
  const nowhere = from([{ commune_code: '' }, { commune_code: '' }]);
  expect(await found(null, nowhere, from([{ commune_code: '00123' }]))).toMatchObject([
    { code: 'W352', at: { file: 'a.csv' }, count: 2 },
  ]);
  expect(await found(null, nowhere)).toEqual([]);
});
