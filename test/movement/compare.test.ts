import { describe, expect, it } from 'vitest';
import { type CompareOptions, compare } from '../../src/movement/compare.ts';
import type { ListClass } from '../../src/movement/tables/columns.ts';
import { type Panel, type ReviewOptions, resultOf } from './panels.ts';

interface Years {
  readonly before?: ReviewOptions;
  readonly after?: ReviewOptions;
  readonly options?: CompareOptions;
}

/** Compares two lists; gives the cells of the total that are not zero. */
async function compared(was: readonly Panel[], is: readonly Panel[], { before, after, options }: Years = {}) {
  const comparison = await compare(
    await resultOf(was, { year: 2023, ...before }),
    await resultOf(is, { year: 2024, ...after }),
    options,
  );
  const { tables } = comparison;
  const shown = (line: object | null) =>
    line === null ? null : Object.fromEntries(Object.entries(line).filter(([, n]) => n !== 0));
  const households = (list: ListClass) => shown(tables?.total.book.households(list) ?? null);
  const persons = (list: ListClass) => shown(tables?.total.book.persons(list) ?? null);
  return { comparison, tables, households, persons };
}

const h = (id: string, outcome: Panel['class'], more: Omit<Panel, 'class'> | object = {}): Panel => ({
  household_id: id,
  size: '4',
  class: outcome,
  ...more,
});

describe('what becomes of a household', () => {
  it('who is poor in both years is no movement', async () => {
    const { households, comparison } = await compared([h('1', 'poor')], [h('1', 'poor')]);
    expect(households('poor')).toEqual({ start: 1, end: 1 });
    expect(comparison.changed).toEqual([]);
  });

  it('a poor household that is near-poor stands in both tables', async () => {
    const { households, comparison } = await compared([h('1', 'poor')], [h('1', 'near_poor')]);
    expect(households('poor')).toEqual({ start: 1, to_other: 1 });
    expect(households('near_poor')).toEqual({ from_other: 1, end: 1 });
    expect(comparison.changed.map(({ columns }) => columns)).toEqual([['poor.to_near_poor', 'near_poor.from_poor']]);
  });

  it('a poor household above both lines is to_non_poor', async () => {
    const { households } = await compared([h('1', 'poor')], [h('1', 'non_poor')]);
    expect(households('poor')).toEqual({ start: 1, to_non_poor: 1 });
  });

  it('a household that is on no list after is unresolved: never dead, never gone', async () => {
    const { households, tables } = await compared([h('1', 'poor')], []);
    expect(households('poor')).toEqual({ start: 1, unresolved_out: 1 });
    expect(tables?.isDraft).toBe(true);
    expect(tables?.unresolved.map(({ pair }) => pair.before?.key)).toEqual(['1']);
  });

  it('is other_out where all residents were reviewed, but not when a row could not be read', async () => {
    const all = await compared([h('1', 'poor')], [], { after: { coverage: 'all' } });
    expect(all.households('poor')).toEqual({ start: 1, other_out: 1 });
    const rejected = await compared([h('1', 'poor')], [], { after: { coverage: 'all', rejected: 1 } });
    expect(rejected.households('poor')).toEqual({ start: 1, unresolved_out: 1 });
  });

  it.each(['died', 'moved_out', 'merged_into', 'dissolved'])('a row with %s says that it is gone', async (event) => {
    const { households, tables, comparison } = await compared([h('1', 'poor')], [h('1', 'undecided', { event })]);
    expect(households('poor')).toEqual({ start: 1, other_out: 1 });
    expect(tables?.isDraft).toBe(false);
    expect(comparison.households).toEqual({ before: 1, after: 0, matched: 0, only_before: 1, only_after: 0 });
  });

  it('a household that comes onto a list is new, or other_in where last year covered all', async () => {
    expect((await compared([], [h('1', 'poor')])).households('poor')).toEqual({ new: 1, end: 1 });
    const all = await compared([], [h('1', 'poor')], { before: { coverage: 'all' } });
    expect(all.households('poor')).toEqual({ other_in: 1, end: 1 });
    const was = await compared([h('1', 'non_poor')], [h('1', 'poor')], { before: { coverage: 'all' } });
    expect(was.households('poor')).toEqual({ new: 1, end: 1 });
  });

  it('who moved in or split off is other_in, whatever last year covered', async () => {
    for (const event of ['moved_in', 'split_from'])
      expect((await compared([], [h('1', 'poor', { event })])).households('poor')).toEqual({ other_in: 1, end: 1 });
  });

  it('undecided households are counted apart, listed, and keep the table a draft', async () => {
    const { households, tables } = await compared(
      [h('1', 'poor'), h('2', 'undecided')],
      [h('1', 'undecided'), h('2', 'near_poor')],
    );
    expect(households('poor')).toEqual({ start: 1, to_undecided: 1 });
    expect(households('near_poor')).toEqual({ from_undecided: 1, end: 1 });
    expect(tables?.undecided).toHaveLength(2);
    expect(tables?.isDraft).toBe(true);
  });

  it('who is out of scope is absent, and counted apart', async () => {
    const { comparison, households } = await compared(
      [h('1', 'out_of_scope'), h('2', 'poor'), h('3', 'out_of_scope')],
      [h('1', 'poor'), h('2', 'out_of_scope'), h('3', 'out_of_scope')],
    );
    expect(comparison.transitions.absent).toMatchObject({ poor: 1, absent: 0 });
    expect(comparison.transitions.poor.absent).toBe(1);
    expect(comparison.outOfScope).toEqual({ before: 2, after: 2 });
    expect(comparison.households).toEqual({ before: 1, after: 1, matched: 0, only_before: 1, only_after: 1 });
    expect(households('poor')).toEqual({ start: 1, unresolved_out: 1, new: 1, end: 1 });
  });
});

describe('persons', () => {
  it('who left and who joined a household that stays are other_out and other_in', async () => {
    const { persons } = await compared([h('1', 'poor', { size: '5' })], [h('1', 'poor', { size: '3' })]);
    expect(persons('poor')).toEqual({ start: 5, other_out: 2, end: 3 });
  });

  it('only those of both years change column; two who split off and are still poor have not escaped', async () => {
    const { persons, households } = await compared(
      [h('1', 'poor', { size: '5' })],
      [
        h('1', 'non_poor', { size: '3' }),
        h('2', 'poor', { size: '2', event: 'split_from', previous_household_id: '1' }),
      ],
    );
    expect(households('poor')).toEqual({ start: 1, to_non_poor: 1, other_in: 1, end: 1 });
    expect(persons('poor')).toEqual({ start: 5, to_non_poor: 3, other_out: 2, other_in: 2, end: 2 });
  });

  it('a transfer between the lists counts those of both years in both tables', async () => {
    const { persons } = await compared([h('1', 'poor', { size: '2' })], [h('1', 'near_poor', { size: '5' })]);
    expect(persons('poor')).toEqual({ start: 2, to_other: 2 });
    expect(persons('near_poor')).toEqual({ from_other: 2, other_in: 3, end: 5 });
  });

  it('members with their own numbers say who stayed: of three and three perhaps one', async () => {
    const people = (...ids: string[]) => ({ size: `${ids.length}`, members: ids.map((id) => ({ id_number: id })) });
    const { persons, tables } = await compared(
      [h('1', 'poor', people('000000000001', '000000000002', '000000000003'))],
      [h('1', 'near_poor', people('000000000001', '000000000004', '000000000005'))],
    );
    expect(persons('poor')).toEqual({ start: 3, to_other: 1, other_out: 2 });
    expect(persons('near_poor')).toEqual({ from_other: 1, other_in: 2, end: 3 });
    expect(tables?.personsBy).toEqual({ members: 1, smaller_size: 0 });
  });

  it('a household without size makes the line blank and is listed', async () => {
    const { persons, tables } = await compared(
      [h('1', 'poor', { size: '' }), h('2', 'near_poor')],
      [h('1', 'poor'), h('2', 'non_poor')],
    );
    expect(persons('poor')).toBe(null);
    expect(persons('near_poor')).toEqual({ start: 4, to_non_poor: 4 });
    expect(tables?.withoutSize.map(({ key }) => key)).toEqual(['1']);
  });
});
