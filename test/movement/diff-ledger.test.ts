import { describe, expect, it } from 'vitest';
import { type CompareOptions, compare } from '../../src/movement/compare.ts';
import { doubtFindings } from '../../src/movement/doubt-findings.ts';
import { annualList } from '../../src/movement/ledger/annual-list.ts';
import { replay } from '../../src/movement/ledger/replay-ledger.ts';
import type { ListClass } from '../../src/movement/tables/columns.ts';
import type { Row } from '../fixtures.ts';
import { ledgerOfRows, line } from './ledgers.ts';
import { type Panel, type ReviewOptions, resultOf } from './panels.ts';

interface Options extends CompareOptions {
  readonly after?: ReviewOptions;
}

/** Compares two lists with a ledger between them; gives the cells of the total that are not zero. */
async function through(
  was: readonly Panel[],
  rows: readonly Row[],
  is: readonly Panel[],
  { after, ...options }: Options = {},
) {
  const keyFields = ['commune_code', 'household_id'];
  const before = await resultOf(was, { year: 2023, keyFields });
  const ledger = await ledgerOfRows(rows, keyFields);
  const replayed = replay(ledger, await annualList(before), { opened: '2023-12-14', until: '2024-12-14' });
  expect(replayed.findings).toEqual([]);
  const comparison = await compare(before, await resultOf(is, { year: 2024, keyFields, ...after }), {
    ...options,
    ledger: { file: 'so.csv', until: '2024-12-14', replayed },
  });
  const tables = comparison.tables as NonNullable<typeof comparison.tables>;
  const shown = (cells: object | null) =>
    cells === null ? null : Object.fromEntries(Object.entries(cells).filter(([, n]) => n !== 0));
  const households = (list: ListClass) => shown(tables.total.book.households(list));
  const persons = (list: ListClass) => shown(tables.total.book.persons(list));
  const unit = (code: string, list: ListClass = 'poor') =>
    shown(tables.units.find((one) => one.code === code)?.book.households(list) ?? null);
  return { comparison, tables, households, persons, unit };
}

const h = (id: string, outcome: Panel['class'], more: object = {}): Panel => ({
  ...{ commune_code: '001', household_id: id, size: '4', area: 'rural', class: outcome },
  ...more,
});
const STAYS = h('9', 'poor');

describe('a household of no annual list', () => {
  it('in in March and out in November is one entry and one exit, in the unit of its key', async () => {
    const { households, persons, unit, tables } = await through(
      [STAYS],
      [line('2024-03-10 in poor 001/1 new', { size: '5' }), line('2024-11-02 out poor 001/1 to_non_poor')],
      [STAYS],
    );
    expect(households('poor')).toEqual({ start: 1, new: 1, to_non_poor: 1, end: 1 });
    expect(persons('poor')).toEqual({ start: 4, new: 5, to_non_poor: 5, end: 4 });
    expect(unit('001')).toEqual(households('poor'));
    expect(tables.areas.map(({ area }) => area)).toEqual(['rural']);
    expect(tables.ledger).toMatchObject({
      entries: { poor: 1, near_poor: 0 },
      exits: { poor: 1, near_poor: 0 },
      households: 1,
      inAndOut: ['001/1'],
    });
    expect(tables.isDraft).toBe(false);
  });

  it('in during the year and still on the list is counted once, not twice', async () => {
    const { households, comparison } = await through(
      [STAYS],
      [line('2024-03-10 in poor 001/1 moved_in', { size: '4' })],
      [STAYS, h('1', 'poor')],
    );
    expect(households('poor')).toEqual({ start: 1, other_in: 1, end: 2 });
    expect(comparison.transitions.absent.poor).toBe(1);
    expect(comparison.changed.map(({ columns, flows }) => [columns, flows.length])).toEqual([[['poor.other_in'], 1]]);
  });

  it('is the one whose number a row of the year after names', async () => {
    const { households, comparison } = await through(
      [STAYS],
      [line('2024-03-10 in poor 001/1 new')],
      [STAYS, h('77', 'near_poor', { previous_household_id: '1' })],
    );
    expect(households('poor')).toEqual({ start: 1, to_other: 1, new: 1, end: 1 });
    expect(households('near_poor')).toEqual({ from_other: 1, end: 1 });
    expect(comparison.doubts.unknownNumbers).toEqual([]);
  });

  it('absent after is unresolved and listed, unless its row says what became of it', async () => {
    const lost = await through([STAYS], [line('2024-03-10 in poor 001/1 new')], [STAYS]);
    expect(lost.households('poor')).toEqual({ start: 1, new: 1, unresolved_out: 1, end: 1 });
    expect(lost.tables.unresolved.map(({ pair }) => pair.before?.key)).toEqual(['001/1']);
    const died = await through(
      [STAYS],
      [line('2024-03-10 in poor 001/1 new')],
      [STAYS, h('1', 'undecided', { event: 'died' })],
    );
    expect(died.households('poor')).toEqual({ start: 1, new: 1, other_out: 1, end: 1 });
  });

  it('with another head altogether is no pair, and is told of', async () => {
    const { households, comparison } = await through(
      [STAYS],
      [line('2024-03-10 in poor 001/1 new', { head_name: 'Lò Văn A' })],
      [STAYS, h('1', 'poor', { head_name: 'Quàng Thị B' })],
    );
    expect(households('poor')).toEqual({ start: 1, new: 2, unresolved_out: 1, end: 2 });
    expect(doubtFindings(comparison, '', 'so.csv').map(({ code }) => code)).toContain('W887');
  });

  it('stands in the area that its commune has this year', async () => {
    const { tables } = await through(
      [STAYS],
      [line('2024-03-10 in poor 001/1 new'), line('2024-04-10 out poor 001/1 died')],
      [h('9', 'poor', { area: 'urban' })],
    );
    expect(tables.areas.map(({ area, book }) => [area, book.households('poor').new])).toEqual([['urban', 1]]);
  });
});

describe('a household of the year before', () => {
  it('out during the year, and not in the year after, has left by what the ledger says: nothing is unresolved', async () => {
    const { households, tables, comparison } = await through(
      [h('1', 'poor'), h('2', 'near_poor')],
      [line('2024-05-10 out poor 001/1 to_non_poor'), line('2024-06-10 out near_poor 001/2 died')],
      [],
    );
    expect(households('poor')).toEqual({ start: 1, to_non_poor: 1 });
    expect(households('near_poor')).toEqual({ start: 1, other_out: 1 });
    expect(tables.isDraft).toBe(false);
    expect(comparison.transitions.poor.absent).toBe(1);
  });

  it('out without a reason is unresolved, and listed', async () => {
    const { households, tables } = await through([h('1', 'poor')], [line('2024-05-10 out poor 001/1')], []);
    expect(households('poor')).toEqual({ start: 1, unresolved_out: 1 });
    expect(tables.unresolved.map(({ from, to }) => [from, to])).toEqual([['poor', 'absent']]);
  });

  it('a transfer stands alike in both tables, whatever sizes its halves have', async () => {
    const { households, persons } = await through(
      [h('1', 'poor', { size: '5' })],
      [line('2024-05-10 out poor 001/1 transfer'), line('2024-05-10 in near_poor 001/1 transfer', { size: '3' })],
      [h('1', 'near_poor', { size: '4' })],
    );
    expect(households('poor')).toEqual({ start: 1, to_other: 1 });
    expect(persons('poor')).toEqual({ start: 5, to_other: 3, other_out: 2 });
    expect(persons('near_poor')).toEqual({ from_other: 3, other_in: 1, end: 4 });
  });

  it('out and in again, and on the list in both years, is one exit and one entry', async () => {
    const { households, comparison } = await through(
      [h('1', 'poor')],
      [line('2024-02-10 out poor 001/1 to_non_poor'), line('2024-09-10 in poor 001/1 new')],
      [h('1', 'poor')],
    );
    expect(households('poor')).toEqual({ start: 1, to_non_poor: 1, new: 1, end: 1 });
    expect(comparison.transitions.poor.poor).toBe(1);
  });

  it('out by the ledger and poor at the review has fallen back, where relapses are known', async () => {
    const rows = [line('2024-02-10 out poor 001/1 to_non_poor')];
    const known = { history: [await resultOf([STAYS], { year: 2022, keyFields: ['commune_code', 'household_id'] })] };
    const one = await through([h('1', 'poor')], rows, [h('1', 'poor')], known);
    expect(one.households('poor')).toEqual({ start: 1, to_non_poor: 1, relapsed: 1, end: 1 });
    const other = await through([h('1', 'poor')], rows, [h('1', 'poor')]);
    expect(other.households('poor')).toEqual({ start: 1, to_non_poor: 1, new: 1, end: 1 });
  });

  it('a relapse of the ledger is among the new where relapses are not known', async () => {
    const rows = [line('2024-02-10 in poor 001/1 relapsed')];
    const { households } = await through([h('1', 'non_poor')], rows, [h('1', 'poor')]);
    expect(households('poor')).toEqual({ new: 1, end: 1 });
  });

  it('undecided before, and recognised within the year, is undecided no more', async () => {
    const { households, tables } = await through(
      [h('1', 'undecided')],
      [line('2024-02-10 in poor 001/1 new')],
      [h('1', 'poor')],
    );
    expect(households('poor')).toEqual({ new: 1, end: 1 });
    expect(tables.isDraft).toBe(false);
  });

  it('that moved leaves the unit in which the ledger has it, and each unit closes', async () => {
    const { unit, tables } = await through(
      [h('1', 'poor')],
      [line('2024-02-10 out poor 001/1 transfer'), line('2024-02-10 in near_poor 001/1 transfer')],
      [h('1', 'near_poor', { commune_code: '002', previous_household_id: '001/1' })],
    );
    expect(unit('001')).toEqual({ start: 1, to_other: 1 });
    expect(unit('001', 'near_poor')).toEqual({ from_other: 1, other_out: 1 });
    expect(unit('002', 'near_poor')).toEqual({ other_in: 1, end: 1 });
    expect(tables.internalMoves.communes).toBe(1);
  });

  it('taken off under one key and onto a list under the other is one household', async () => {
    const { unit } = await through(
      [h('1', 'poor')],
      [
        line('2024-02-10 out poor 001/1 moved_out'),
        line('2024-02-20 in poor 002/5 moved_in', { head_name: 'Lò Văn A' }),
      ],
      [h('5', 'poor', { commune_code: '002', previous_household_id: '001/1', head_name: 'Lò Văn A' })],
    );
    expect(unit('001')).toEqual({ start: 1, other_out: 1 });
    expect(unit('002')).toEqual({ other_in: 1, end: 1 });
  });
});

describe('the ledger', () => {
  it('changes nothing when it is empty', async () => {
    const [was, is] = [
      [h('1', 'poor'), h('2', 'near_poor')],
      [h('2', 'poor'), h('3', 'poor')],
    ];
    const { comparison, tables } = await through(was, [], is);
    const keyFields = ['commune_code', 'household_id'];
    const plain = await compare(
      await resultOf(was, { year: 2023, keyFields }),
      await resultOf(is, { year: 2024, keyFields }),
    );
    for (const list of ['poor', 'near_poor'] as const) {
      expect(tables.total.book.households(list)).toEqual(plain.tables?.total.book.households(list));
      expect(tables.total.book.persons(list)).toEqual(plain.tables?.total.book.persons(list));
    }
    expect(comparison.changed).toEqual(plain.changed);
    expect(tables.ledger).toMatchObject({ households: 0, entries: { poor: 0, near_poor: 0 }, inAndOut: [] });
    expect(plain.tables?.ledger).toBe(null);
  });

  it('plays no part between two results of one round, and that is said', async () => {
    const { comparison } = await through([STAYS], [], [STAYS], { isCorrection: true });
    expect(comparison.tables).toBe(null);
    expect(doubtFindings(comparison, '', 'so.csv').map(({ code }) => code)).toEqual(['N888']);
  });
});
