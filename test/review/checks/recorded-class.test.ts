import { expect, it } from 'vitest';
import { recordedClass } from '../../../src/review/checks/recorded-class.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked, shown } from './run.ts';

const found = (rows: readonly Row[], sets = ['vn-2022']) => checked([recordedClass], [csvOf(rows)], { sets });

it('a class that the answers give is quiet, and so is none', async () => {
  expect(
    await found([household('1', { recorded_class: 'poor' }, 3), household('2', { recorded_class: '' }, 3)]),
  ).toEqual([]);
});

it('another class than the computed one is told, with both', async () => {
  expect(shown(await found([household('1', { recorded_class: 'near_poor' }, 3)]), 'recorded', 'computed')).toEqual([
    ['W342', 2, 'near_poor', ['poor']],
  ]);
});

it('a class that is possible and not settled cannot be verified: that is counted', async () => {
  const rows = ['1', '2'].map((id) => household(id, { income: '', recorded_class: 'poor' }, 3));
  expect(await found(rows)).toMatchObject([{ code: 'N343', count: 2, data: { criteria: 'vn-2022' } }]);
});

it('a class that no filling of the blanks gives is told, settled or not', async () => {
  const findings = await found([household('1', { income: '', recorded_class: 'near_poor' }, 3)]);
  expect(shown(findings, 'computed')).toEqual([['W342', 2, ['poor', 'non_poor']]]);
});

it('each set is held against the list by itself', async () => {
  const findings = await found(
    [household('1', { recorded_class: 'poor', income: '1600000' }, 3)],
    ['vn-2022', 'vn-2027'],
  );
  expect(shown(findings, 'criteria')).toEqual([['W342', 2, 'vn-2022']]);
});

it('a household outside the population of the criteria is on no list', async () => {
  const temporary = ['poor', 'non_poor'].map((recorded_class) =>
    household(recorded_class, { recorded_class, residence: 'temporary' }, 3),
  );
  expect(shown(await found(temporary, ['quang-ninh-2023']), 'computed')).toEqual([['W342', 2, ['out_of_scope']]]);
});
