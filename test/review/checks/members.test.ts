import { expect, it } from 'vitest';
import { members } from '../../../src/review/checks/members.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked, member, shown } from './run.ts';

const found = async (rows: readonly Row[]) => checked([members], [csvOf(rows)]);

it('as many members as persons, one of them the head, is quiet', async () => {
  expect(await found([member('1', 'Chủ hộ', { size: '2' }), member('1', 'vợ')])).toEqual([]);
});

it('a household without a head, and one with two, are told', async () => {
  const rows = [
    member('1', 'Chủ hộ'),
    member('2', 'con'),
    member('2', 'con'),
    member('3', 'Chủ hộ'),
    member('3', 'chủ hộ'),
  ];
  expect(shown(await found(rows), 'heads')).toEqual([
    ['W338', 3, 0],
    ['W338', 5, 2],
  ]);
});

it('a list in which nobody is called the head is told once', async () => {
  const rows = [member('1', '01'), member('2', '01'), member('3', '01')];
  const findings = await found(rows);
  expect(findings).toMatchObject([{ code: 'W338', at: { column: 'relation' }, data: { heads: 'none' }, count: 3 }]);
  expect(findings[0]?.at.row).toBeUndefined();
});

it('a row a household says nothing of members', async () => {
  expect(await found([household('1', { size: '4' })])).toEqual([]);
});
