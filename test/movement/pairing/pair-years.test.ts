import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/movement/compare.ts';
import type { LinkLine } from '../../../src/movement/link/links-file.ts';
import { type Panel, resultOf } from '../panels.ts';

const line = (before: string | null, after: string | null, more: Partial<LinkLine> = {}): LinkLine => ({
  before,
  after,
  event: null,
  tier: 'by_hand',
  score: null,
  note: '',
  row: 2,
  ...more,
});

/** Who is paired with whom and by what: `before=after how event`. */
async function paired(was: readonly Panel[], is: readonly Panel[], links: readonly LinkLine[] = []) {
  const comparison = await compare(await resultOf(was, { year: 2023 }), await resultOf(is), { links });
  const told = comparison.pairs.map(({ before, after, how, event }) =>
    [`${before?.key ?? ''}=${after?.key ?? ''}`, how ?? '', event ?? ''].filter((text) => text !== '').join(' '),
  );
  return { told, doubts: comparison.doubts, tables: comparison.tables };
}

const h = (household_id: string, more: object = {}): Panel => ({ household_id, size: '4', class: 'poor', ...more });
const named = (id: string, head_name: string, more: object = {}) => h(id, { head_name, ...more });

describe('who is who', () => {
  it('households are paired by their key', async () => {
    expect((await paired([h('1'), h('2')], [h('2'), h('1')])).told).toEqual(['1=1 key', '2=2 key']);
  });

  it('the number a household had before wins over its key', async () => {
    const { told } = await paired(
      [h('1'), h('2')],
      [h('1', { previous_household_id: '2' }), h('3', { previous_household_id: '1' })],
    );
    expect(told).toEqual(['1=3 previous_household_id', '2=1 previous_household_id']);
  });

  it('a links file wins over both', async () => {
    const { told } = await paired([h('1'), h('2')], [h('1', { previous_household_id: '1' }), h('2')], [line('1', '2')]);
    expect(told).toEqual(['1=2 link', '2=', '=1']);
  });

  it('a line with one key says that the household has no other', async () => {
    const { told } = await paired([h('1')], [h('1')], [line('1', null, { event: 'died' })]);
    expect(told).toEqual(['1= link died', '=1']);
  });

  it('a probable pair waits until it is confirmed', async () => {
    const probable = line('1', '2', { tier: 'probable' });
    expect((await paired([h('1')], [h('2')], [probable])).told).toEqual(['1=', '=2']);
    expect((await paired([h('1')], [h('2')], [probable])).doubts.waiting).toHaveLength(1);
    expect((await paired([h('1')], [h('2')], [{ ...probable, note: 'confirmed 3/12' }])).told).toEqual(['1=2 link']);
  });

  it('a link of a household that is not there is told with its row', async () => {
    const { doubts } = await paired([h('1')], [h('1')], [line('7', '1', { row: 5 })]);
    expect(doubts.unknownLinks).toEqual([{ side: 'before', key: '7', row: 5 }]);
  });

  it('one number with another head altogether is no pair', async () => {
    const { told, doubts } = await paired([named('1', 'Lò Văn A')], [named('1', 'Giàng Thị B')]);
    expect(told).toEqual(['1=', '=1']);
    expect(doubts.strangers.map(({ after }) => after.key)).toEqual(['1']);
  });

  it('the same number of the head, or a member in both years, makes them one', async () => {
    const id = { head_id_number: '000000000001' };
    expect((await paired([named('1', 'Lò A', id)], [named('1', 'Lò Văn A', id)])).told).toEqual(['1=1 key']);
    const members = (...ids: string[]) => ({ members: ids.map((id_number) => ({ id_number })) });
    const { told } = await paired(
      [named('1', 'Lò Văn A', members('000000000001', '000000000002'))],
      [named('1', 'Lò Thị B', members('000000000002'))],
    );
    expect(told).toEqual(['1=1 key']);
  });

  it('case, spaces and the place of tones are the same name; accents are not', async () => {
    expect((await paired([named('1', 'Lò Thị HOÀ')], [named('1', 'lò thị hòa')])).told).toEqual(['1=1 key']);
    expect((await paired([named('1', 'Lò Thị Hoa')], [named('1', 'Lò Thị Hòa')])).told).toEqual(['1=', '=1']);
  });

  it("who moved in has last year's number by chance", async () => {
    expect((await paired([h('1')], [h('1', { event: 'moved_in' })])).told).toEqual(['1=', '=1 moved_in']);
  });

  it('of several that name one household the part with the head goes on, the others were split off', async () => {
    const { told, doubts, tables } = await paired(
      [named('1', 'Lò Văn A')],
      [named('2', 'Lò Văn B', { previous_household_id: '1' }), named('3', 'Lò Văn A', { previous_household_id: '1' })],
    );
    expect(told).toEqual(['1=3 previous_household_id', '=2 previous_household_id split_from']);
    expect(doubts.unsaidSplits).toHaveLength(1);
    expect(tables?.total.book.households('poor')).toMatchObject({ other_in: 1, end: 2 });
  });

  it('who moved and left a row behind is the one that lives, not the row', async () => {
    const left = h('1', { size: '6', event: 'moved_out', class: 'undecided', previous_household_id: '1' });
    const { told, doubts } = await paired([h('1')], [left, h('2', { event: 'moved_in', previous_household_id: '1' })]);
    expect(told).toEqual(['1=2 previous_household_id moved_in']);
    expect(doubts.unsaidSplits).toEqual([]);
    expect((await paired([h('1')], [left])).told).toEqual(['1= previous_household_id moved_out']);
  });

  it('without a word of the head the largest part goes on', async () => {
    const part = (id: string, size: string) => h(id, { size, previous_household_id: '1' });
    expect((await paired([h('1')], [part('2', '1'), part('3', '3')])).told).toEqual([
      '1=3 previous_household_id',
      '=2 previous_household_id split_from',
    ]);
  });

  it('one that was merged into another is gone, and known to be', async () => {
    const { told, tables } = await paired([h('1'), h('2')], [h('1')], [line('2', '1', { event: 'merged_into' })]);
    expect(told).toEqual(['1=1 key', '2= link merged_into']);
    expect(tables?.total.book.households('poor')).toMatchObject({ other_out: 1, unresolved_out: 0 });
  });

  it('one that split up altogether is gone, and known to be', async () => {
    const split = (after: string) => line('1', after, { event: 'split_from' });
    const { told } = await paired([h('1')], [h('2'), h('3')], [split('2'), split('3')]);
    expect(told).toEqual(['1= split_from', '=2 link split_from', '=3 link split_from']);
  });

  it('keys that only a lost column told apart pair nobody', async () => {
    const { told, doubts } = await paired(
      [h('1', { commune_code: '001', village: 'A' }), h('1', { commune_code: '001', village: 'B' })],
      [h('1', { commune_code: '001' })],
    );
    expect(told).toEqual(['001/A/1=', '001/B/1=', '=001/1']);
    expect(doubts.ambiguous).toHaveLength(2);
  });
});
