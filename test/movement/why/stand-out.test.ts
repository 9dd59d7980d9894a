import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../src/messages/messages.ts';
import { parseMovementLimits } from '../../../src/movement/why/limits.ts';
import { NO_QUOTA, type Quota } from '../../../src/movement/why/quota.ts';
import { standOutWatch } from '../../../src/movement/why/stand-out.ts';
import { whyFinder } from '../../../src/movement/why/why.ts';
import { standOutBlocks } from '../../../src/report/movement/stand-out-report.ts';
import type { Coverage } from '../../../src/results/reviewed.ts';
import { shippedText } from '../../../src/shipped.ts';
import { household, type Row } from '../../fixtures.ts';
import { twoYears, type YearsOptions } from '../years.ts';

const limits = parseMovementLimits(shippedText('movement/why/limits.yaml'));

interface WatchOptions extends YearsOptions {
  readonly quota?: Quota;
  readonly coverage?: { readonly before?: Coverage; readonly after?: Coverage };
  /** Households split off: their numbers, and those of the households they were part of. */
  readonly splits?: Readonly<Record<string, string>>;
}

async function watched(was: readonly Row[], is: readonly Row[], options: WatchOptions = {}) {
  const { quota = NO_QUOTA, coverage = {}, splits = {} } = options;
  const { before, after, pairs } = await twoYears(was, is, options);
  const whyOf = whyFinder(before, after);
  const files = {
    before: { survey: before.survey, coverage: coverage.before ?? ('reviewed' as const) },
    after: { survey: after.survey, coverage: coverage.after ?? ('reviewed' as const) },
  };
  const { see, done } = standOutWatch(files, limits, quota);
  for (const pair of pairs) {
    const origin = pairs.find(({ id }) => id === splits[pair.id])?.before ?? null;
    see({ ...pair, origin }, whyOf(pair));
  }
  return done();
}

const AT = { commune_code: '00001', commune: 'Xã Giả Định', village: 'Thôn 1' };
const h = (id: string, deprived = 3, more: Row = {}) =>
  household(id, { ...AT, outcome: 'reviewed', event: '', decided_class: '', ...more }, deprived);
/** Columns of another year, so that both files have them all. */
const still = h('0', 0, { income: '9000000' });

async function kindsOf(was: readonly Row[], is: readonly Row[], options: WatchOptions = {}) {
  const { households } = await watched([still, ...was], [still, ...is], options);
  return households.map(({ key, found }) => [key.split('/').at(-1), found]);
}

describe('what stands out between two years', () => {
  it('is not an exit that the answers explain', async () => {
    expect(await kindsOf([h('1')], [h('1', 1)])).toEqual([]);
    expect(await kindsOf([h('1')], [h('1', 3, { income: '2000000' })])).toEqual([]);
  });

  it('is a class decided anew while no answer changed', async () => {
    expect(await kindsOf([h('1')], [h('1', 3, { decided_class: 'non_poor' })])).toEqual([
      ['1', { kind: 'no_answer_changed' }],
    ]);
  });

  it('is not a change of size alone that is taken for a changed answer', async () => {
    const found = await kindsOf([h('1', 3, { size: '4' })], [h('1', 3, { size: '3', decided_class: 'non_poor' })]);
    expect(found).toEqual([['1', { kind: 'no_answer_changed' }]]);
  });

  it('is an exit by decision while the answers keep the household on the list', async () => {
    const after = h('1', 4, { income: '1300000', decided_class: 'non_poor' });
    expect(await kindsOf([h('1')], [after])).toEqual([['1', { kind: 'against_answers', computed: 'poor' }]]);
  });

  it('is not a decision that puts a household onto the list', async () => {
    const after = h('1', 2, { income: '1900000', decided_class: 'poor' });
    expect(await kindsOf([h('1', 1)], [after])).toEqual([]);
  });

  it.each(['refused', 'absent'])('is an exit of a household that was %s', async (outcome) => {
    expect(await kindsOf([h('1')], [h('1', 3, { outcome, decided_class: 'non_poor' })])).toEqual([
      ['1', { kind: 'no_form', how: outcome }],
    ]);
  });

  it('is an exit without one answer', async () => {
    const blank = Object.fromEntries(Object.keys(household('1')).map((field) => [field, '']));
    const after = { ...h('1'), ...blank, household_id: '1', decided_class: 'non_poor' };
    expect(await kindsOf([h('1')], [after])).toEqual([['1', { kind: 'no_form', how: 'no_answers' }]]);
  });

  it('is a household of the list without a row, unless an event says why or the later file only lists', async () => {
    const gone = [['1', { kind: 'no_form', how: 'no_row' }]];
    expect(await kindsOf([h('1')], [])).toEqual(gone);
    expect(await kindsOf([h('1', 3, { event: 'died' })], [])).toEqual([]);
    expect(await kindsOf([h('1')], [], { coverage: { after: 'listed' } })).toEqual([]);
    expect(await kindsOf([h('1', 0, { income: '2000000' })], [])).toEqual([]);
  });

  it('is a class that follows the area across the line, either way', async () => {
    const [rural, urban] = [h('1', 1, { income: '1800000' }), h('1', 1, { income: '1800000', area: 'urban' })];
    expect(await kindsOf([rural], [urban])).toEqual([['1', { kind: 'area' }]]);
    expect(await kindsOf([urban], [rural])).toEqual([['1', { kind: 'area' }]]);
  });

  it('is a household split off from one on no list and poor at once', async () => {
    const part = h('2', 3, { event: 'split_from' });
    const whole = (income: string) => h('1', 3, { income });
    const options = { splits: { 2: '1' } };
    expect(await kindsOf([whole('2000000')], [whole('2000000'), part], options)).toEqual([
      ['2', { kind: 'split_off' }],
    ]);
    expect(await kindsOf([whole('1400000')], [whole('1400000'), part], options)).toEqual([]);
  });

  it('is a split from a household that the list of poor households does not have', async () => {
    const part = h('2', 3, { event: 'split_from' });
    expect(await kindsOf([], [part], { coverage: { before: 'listed' } })).toEqual([['2', { kind: 'split_off' }]]);
    expect(await kindsOf([], [part])).toEqual([]);
  });

  it('points at the row, of last year where there is none this year', async () => {
    const { findings } = await watched([still, h('1'), h('2')], [h('1', 3, { decided_class: 'non_poor' }), still]);
    expect(findings.map(({ code, at }) => [code, at.row])).toEqual([
      ['W862', 2],
      ['W863', 4],
    ]);
  });

  it('is a village many of whose households left without a reason', async () => {
    const three = ['1', '2', '3'].map((id) => h(id));
    const { villages, findings } = await watched([still, ...three], [still]);
    expect(villages.map(({ village, lists }) => [village, lists.poor.withoutReason])).toEqual([['Thôn 1', 3]]);
    expect(findings.filter(({ code }) => code === 'W868')).toHaveLength(1);
    expect((await watched([still, ...three], [still, h('3', 1)])).villages).toEqual([]);
  });

  it('is a village that lost what it was told to lose', async () => {
    const was = ['1', '2', '3', '4'].map((id) => h(id));
    const is = [h('1', 3, { income: '1900000' }), h('2', 1), h('3'), h('4')];
    const { losses, findings } = await watched(was, is, { quota: { percent: 50, rows: [] } });
    expect(losses.map(({ kind, list, percent }) => [kind, list, percent])).toEqual([['quota', 'poor', 50]]);
    expect(findings.map(({ code }) => code)).toEqual(['W865']);
  });

  it('counts no death and no move among the exits of a village', async () => {
    const was = ['1', '2'].map((id) => h(id)).concat(h('3', 3, { event: 'died' }));
    const { all } = await watched(was, [h('1', 1), h('2')]);
    expect(all.map(({ lists }) => lists.poor)).toEqual([{ opening: 2, exits: 1, withoutReason: 0 }]);
  });
});

describe('the report of what stands out', () => {
  it('shows villages first, then households by village, personal numbers masked', async () => {
    const id = '000061505237';
    const found = await watched([still, h(id), h('2')], [still, h(id, 3, { decided_class: 'non_poor' })]);
    const [title, villages, households] = standOutBlocks(found, messagesIn('en'));
    expect(title).toMatchObject({ kind: 'heading', text: 'Changes to look at again' });
    expect(villages).toMatchObject({ rows: [['Thôn 1, Xã Giả Định', 2, 1, 2, '']] });
    expect(households).toMatchObject({
      rows: [
        [
          'Thôn 1, Xã Giả Định',
          '00001/Thôn 1/0xx******237',
          'a.csv, row 3',
          { text: 'Poor', tone: 'poor' },
          { text: 'Neither poor nor near-poor', tone: 'non_poor' },
          'no answer changed',
        ],
        ['', '00001/Thôn 1/2', 'a.csv, row 4', { text: 'Poor', tone: 'poor' }, '–', 'left the list: no row this year'],
      ],
    });
  });

  it('says so when nothing does', async () => {
    const blocks = standOutBlocks(await watched([still], [still]), messagesIn('vi'));
    expect(blocks).toMatchObject([{ kind: 'heading' }, { text: 'Không có thay đổi nào cần xem lại.' }]);
  });
});
