import { describe, expect, it } from 'vitest';
import { type CompareOptions, compare } from '../../src/movement/compare.ts';
import type { Place } from '../../src/movement/pairing/place.ts';
import type { ListClass } from '../../src/movement/tables/columns.ts';
import { type Panel, resultOf } from './panels.ts';

async function unitsOf(was: readonly Panel[], is: readonly Panel[], options: CompareOptions = {}) {
  const comparison = await compare(await resultOf(was, { year: 2023 }), await resultOf(is), options);
  const { tables } = comparison;
  const shown = (list: ListClass) =>
    Object.fromEntries(
      [...(tables?.units ?? []), ...(tables === null ? [] : [tables.total])].map(({ level, code, name, book }) => [
        level === 'total' ? 'total' : level === 'village' ? name : (code ?? name),
        Object.fromEntries(Object.entries(book.households(list)).filter(([, n]) => n !== 0)),
      ]),
    );
  return { comparison, tables, poor: shown('poor'), near: shown('near_poor') };
}

const h = (id: string, outcome: Panel['class'], commune_code: string, more: object = {}): Panel => ({
  household_id: id,
  class: outcome,
  commune_code,
  commune: `Xã ${commune_code}`,
  village: 'Thôn 1',
  area: 'rural',
  size: '4',
  ...more,
});

describe('movement between units', () => {
  it('who moved from one commune to another is out of the one and into the other, and the whole is their sum', async () => {
    const { poor, tables } = await unitsOf(
      [h('1', 'poor', '001'), h('2', 'poor', '001')],
      [h('1', 'poor', '001'), h('9', 'poor', '002', { previous_household_id: '001/Thôn 1/2' })],
    );
    expect(poor).toEqual({
      '001': { start: 2, other_out: 1, end: 1 },
      '002': { other_in: 1, end: 1 },
      total: { start: 2, other_out: 1, other_in: 1, end: 2 },
    });
    expect(tables?.total.internalMoves).toBe(1);
  });

  it('whatever its class: a mover that is near-poor now has not escaped in the tables', async () => {
    const { poor, near } = await unitsOf(
      [h('1', 'poor', '001')],
      [h('9', 'near_poor', '002', { previous_household_id: '001/Thôn 1/1' })],
    );
    expect(poor.total).toEqual({ start: 1, other_out: 1 });
    expect(near.total).toEqual({ other_in: 1, end: 1 });
  });

  it('a move between villages is in their tables, not in that of their commune', async () => {
    const { poor, tables } = await unitsOf(
      [h('1', 'poor', '001')],
      [h('9', 'poor', '001', { village: 'Thôn 2', previous_household_id: '001/Thôn 1/1' })],
      { levels: ['commune', 'village'] },
    );
    expect(poor).toEqual({
      '001': { start: 1, end: 1 },
      'Thôn 1': { start: 1, other_out: 1 },
      'Thôn 2': { other_in: 1, end: 1 },
      total: { start: 1, end: 1 },
    });
    expect(tables?.internalMoves).toEqual({ communes: 0, villages: 1 });
    expect(tables?.units[0]?.internalMoves).toBe(1);
  });

  it('a commune that was given another code is the same by its name', async () => {
    const { poor } = await unitsOf(
      [h('1', 'poor', '001', { commune: 'Xã An Bình' })],
      [h('1', 'non_poor', '901', { commune: 'Xã an  bình' })],
    );
    expect(poor).toEqual({ '901': { start: 1, to_non_poor: 1 }, total: { start: 1, to_non_poor: 1 } });
  });

  it('communes that share a name stay two', async () => {
    const { poor } = await unitsOf(
      [h('1', 'poor', '001', { commune: 'Xã Tân Lập' }), h('1', 'poor', '002', { commune: 'Xã Tân Lập' })],
      [h('1', 'poor', '001', { commune: 'Xã Tân Lập' })],
    );
    expect(poor.total).toEqual({ start: 2, unresolved_out: 1, end: 1 });
    expect(poor['002']).toEqual({ start: 1, unresolved_out: 1 });
  });

  it('a crosswalk puts last year into the units of this one, and the reform is no movement', async () => {
    const rebase = (place: Place) => ({ ...place, communeCode: '900', commune: '' });
    const before = [h('1', 'poor', '001'), h('2', 'near_poor', '002', { village: 'Thôn 2' })];
    const after = [h('1', 'poor', '900'), h('2', 'near_poor', '900', { village: 'Thôn 2' })];
    const { poor, near, comparison } = await unitsOf(before, after, { rebase });
    expect(poor).toEqual({ '900': { start: 1, end: 1 }, total: { start: 1, end: 1 } });
    expect(near.total).toEqual({ start: 1, end: 1 });
    expect(comparison.changed).toEqual([]);
    expect((await unitsOf(before, after)).poor.total).toEqual({ start: 1, unresolved_out: 1, new: 1, end: 1 });
  });

  it('units that look renumbered are named', async () => {
    const ids = ['1', '2', '3'];
    const { comparison } = await unitsOf(
      ids.map((id) => h(id, 'poor', '001', { commune: 'Xã Cũ' })),
      ids.map((id) => h(id, 'poor', '900', { commune: 'Xã Mới', previous_household_id: `001/Thôn 1/${id}` })),
    );
    expect(comparison.lostUnits).toEqual([{ name: '001 Xã Cũ', households: 3 }]);
  });

  it('opening figures stand in the area of this year, and how many flipped is said', async () => {
    const { tables } = await unitsOf(
      [h('1', 'poor', '001'), h('2', 'near_poor', '001')],
      [h('1', 'non_poor', '001', { area: 'urban' }), h('2', 'near_poor', '001')],
    );
    const areas = tables?.areas.map(({ area, book }) => [area, book.households('poor').start]);
    expect(areas).toEqual([
      ['urban', 1],
      ['rural', 0],
    ]);
    expect(tables?.areaFlips).toEqual([{ from: 'rural', to: 'urban', poor: 1, near_poor: 0 }]);
  });
});
