import { describe, expect, it } from 'vitest';
import { compare } from '../../src/movement/compare.ts';
import { type Panel, resultOf } from './panels.ts';

const h = (household_id: string, outcome: Panel['class'], more: object = {}): Panel => ({
  household_id,
  size: '4',
  class: outcome,
  ...more,
});

async function relapses(was: readonly Panel[], is: readonly Panel[], earlier: readonly (readonly Panel[])[] = []) {
  const history = await Promise.all(earlier.map((rows, at) => resultOf(rows, { year: 2021 - at })));
  const comparison = await compare(await resultOf(was, { year: 2023 }), await resultOf(is), { history });
  const { tables } = comparison;
  const of = (list: 'poor' | 'near_poor') => {
    const line = tables?.total.book.households(list);
    return { relapsed: line?.relapsed, new: line?.new, isKnown: tables?.isRelapsedKnown[list] };
  };
  return { poor: of('poor'), near: of('near_poor'), unknown: tables?.historyUnknown };
}

describe('relapsed or new', () => {
  it('without history nobody knows: all are among the new', async () => {
    const { poor } = await relapses([h('1', 'non_poor')], [h('1', 'poor')]);
    expect(poor).toEqual({ relapsed: 0, new: 1, isKnown: false });
  });

  it('who was on the same list in any earlier year has relapsed', async () => {
    const { poor, near } = await relapses(
      [h('1', 'non_poor'), h('2', 'non_poor')],
      [h('1', 'poor'), h('2', 'near_poor'), h('3', 'poor')],
      [[h('1', 'near_poor'), h('2', 'near_poor')], [h('1', 'poor')]],
    );
    expect(poor).toEqual({ relapsed: 1, new: 1, isKnown: true });
    expect(near).toEqual({ relapsed: 1, new: 0, isKnown: true });
  });

  it('who was on the other list is new on this one', async () => {
    const { poor } = await relapses([], [h('1', 'poor')], [[h('1', 'near_poor')]]);
    expect(poor).toEqual({ relapsed: 0, new: 1, isKnown: true });
  });

  it('a number that a stranger had is no history; the number of the head is', async () => {
    const head = (head_name: string, head_id_number = '') => ({ head_name, head_id_number });
    const strangers = await relapses([], [h('1', 'poor', head('Lò A'))], [[h('1', 'poor', head('Giàng B'))]]);
    expect(strangers.poor.relapsed).toBe(0);
    const id = '000000000001';
    const known = await relapses([], [h('9', 'poor', head('Lò A', id))], [[h('1', 'poor', head('Lò A', id))]]);
    expect(known.poor.relapsed).toBe(1);
  });

  it('the file may say itself who was poor before; of the near-poor it says nothing', async () => {
    const { poor, near, unknown } = await relapses(
      [],
      [
        h('1', 'poor', { previously_poor: '1' }),
        h('2', 'poor', { previously_poor: '0' }),
        h('3', 'poor'),
        h('4', 'near_poor', { previously_poor: '1' }),
      ],
    );
    expect(poor).toEqual({ relapsed: 1, new: 2, isKnown: true });
    expect(near).toEqual({ relapsed: 0, new: 1, isKnown: false });
    expect(unknown).toBe(2);
  });

  it('who moves between the lists, or was undecided, is neither', async () => {
    const { poor } = await relapses(
      [h('1', 'near_poor'), h('2', 'undecided')],
      [h('1', 'poor'), h('2', 'poor')],
      [[h('1', 'poor'), h('2', 'poor')]],
    );
    expect(poor).toEqual({ relapsed: 0, new: 0, isKnown: true });
  });
});
