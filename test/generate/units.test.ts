import { describe, expect, test } from 'vitest';
import { dwellingsOf, MOST_UNITS, unitsOf } from '../../src/generate/units.ts';
import { rowsOf } from './rows.ts';

describe.each([
  [2, 2],
  [3, 100],
  [171, 384_340],
  [MOST_UNITS, 12_000],
])('%i units of %i dwellings', (count, dwellings) => {
  const units = unitsOf(5, dwellings, count);

  test('follow one another, each with a dwelling or more, none left over', () => {
    let before = 0;
    for (const unit of units) {
      expect(unit.before).toBe(before);
      expect(unit.dwellings).toBeGreaterThanOrEqual(1);
      before += unit.dwellings;
    }
    expect([units.length, before]).toEqual([count, dwellings]);
  });

  test('have a code and a name each, the code beyond all real ones', () => {
    expect(new Set(units.map(({ code }) => code)).size).toBe(count);
    expect(new Set(units.map(({ name }) => name)).size).toBe(count);
    for (const { code } of units) expect(code).toMatch(/^9\d{4}$/);
  });

  test('are urban wards and rural communes, villages with names of their own', () => {
    for (const { name, villages } of units) {
      const area = name.startsWith('Phường ') ? 'urban' : 'rural';
      expect(new Set(villages.map((village) => village.area))).toEqual(new Set([area]));
      expect(new Set(villages.map((village) => village.name)).size).toBe(villages.length);
    }
    const wards = units.filter(({ name }) => name.startsWith('Phường ')).length;
    expect(wards / count).toBeGreaterThan(0.3);
    expect(wards / count).toBeLessThan(0.7);
  });
});

test('every name of a unit or village says that it is made up', () => {
  for (const { name, villages } of unitsOf(7, 60_000, 200)) {
    for (const each of [name, ...villages.map((village) => village.name)]) {
      expect(each).toMatch(/Thử|Mẫu|Nháp|Giả Định|Ví Dụ/);
    }
  }
});

test('dwellings are numbered through, and in each unit from 1', () => {
  const dwellings = [...dwellingsOf(unitsOf(5, 1000, 4))];
  expect(dwellings.map(({ index }) => index)).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
  for (const { index, place, unit } of dwellings) expect(place).toBe(index - unit.before);
});

describe('a survey of several units', () => {
  const rows = [2024, 2025].flatMap((year) => rowsOf(11, year, { households: 6000, communes: 5 }));
  const parts = ['commune_code', 'village', 'household_id'];

  test('keys and person numbers belong to one household each', () => {
    const keys = rows.map((row) => parts.map(row).join('/'));
    const ids = rows.map((row) => row('head_id_number'));
    for (const year of [keys.slice(0, 6000), keys.slice(6000), ids.slice(0, 6000), ids.slice(6000)]) {
      expect(new Set(year).size).toBe(6000);
    }
    expect(new Set(keys).size).toBe(new Set(ids).size);
    expect(new Set(keys).size).toBeLessThan(6200);
    for (const row of rows) {
      expect(row('household_id')).toMatch(/^\d{7}$/);
      expect(row('head_id_number')).toMatch(/^000\d{9}$/);
    }
  });

  test('household numbers begin again in each unit', () => {
    const first = new Set(rows.filter((row) => row('household_id') === '0000002').map((row) => row('commune_code')));
    expect(first.size).toBeGreaterThan(1);
  });
});
