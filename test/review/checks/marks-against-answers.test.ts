import { expect, it } from 'vitest';
import { marksAgainstAnswers } from '../../../src/review/checks/marks-against-answers.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked, member, shown } from './run.ts';

const found = async (rows: readonly Row[], sets = ['vn-2022']) =>
  shown(await checked([marksAgainstAnswers], [csvOf(rows)], { sets }), 'marked', 'fields');

it('a mark that its answer gives is quiet', async () => {
  expect(await found([household('1', { water_source: 'tap', water: '0' })])).toEqual([]);
  expect(await found([household('1', { water_source: 'other_unclean', water: '1' })])).toEqual([]);
});

it('a mark against its answer is told, with the heading of the answer', async () => {
  const rows = [
    household('1', { 'Nguồn nước chính': 'nước máy', water: '1' }),
    household('2', { 'Nguồn nước chính': 'nước suối', water: '0' }),
  ];
  expect(await found(rows)).toEqual([
    ['W341', 2, '1', ['Nguồn nước chính']],
    ['W341', 3, '0', ['Nguồn nước chính']],
  ]);
});

it('answers that settle nothing are quiet: two of three parts of the house are enough, one is not', async () => {
  const house = (id: string, wall: string, pillar: string) =>
    household(id, { wall, pillar, roof: '', housing_quality: '0' });
  expect(await found([house('1', 'non_durable', ''), house('2', 'non_durable', 'non_durable')])).toEqual([
    ['W341', 3, '0', ['wall', 'pillar']],
  ]);
});

it('an answer outside its list is unknown, never a deprivation', async () => {
  expect(await found([household('1', { water_source: 'giếng thần', water: '0' })])).toEqual([]);
});

it('floor area is weighed per person', async () => {
  const home = (id: string, size: string) => household(id, { floor_area: '30', size, housing_area: '0' });
  expect(await found([home('1', '3'), home('2', '4'), home('3', '')])).toEqual([
    ['W341', 3, '0', ['floor_area', 'size']],
  ]);
});

it('members are asked at their age on the day of the review', async () => {
  const rows = [
    member('1', 'Chủ hộ', { size: '1', area: 'rural', income: '1400000', health_insurance: '0', birth_date: '1980' }),
    member('2', 'Chủ hộ', { size: '2', area: 'rural', income: '1400000', health_insurance: '0', birth_date: '1980' }),
    member('2', 'con', { birth_date: '2020-01-01', insured: '0' }),
    member('3', 'Chủ hộ', { size: '2', area: 'rural', income: '1400000', health_insurance: '0', birth_date: '1980' }),
    member('3', 'con', { birth_date: '2019-12-14', insured: '0' }),
  ].map((row) => (row.relation === 'Chủ hộ' ? { ...row, insured: '1' } : row));
  expect(await found(rows)).toEqual([['W341', 5, '0', ['birth_date', 'insured']]]);
});

it('a survey without answers behind its marks has nothing to hold them against', async () => {
  expect(await found([household('1', {}, 3)])).toEqual([]);
});

it('two sets that derive one mark alike tell it once', async () => {
  const rows = [household('1', { water_source: 'tap', water: '1' })];
  expect(await found(rows, ['vn-2016', 'vn-2022'])).toHaveLength(1);
});
