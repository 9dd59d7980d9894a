import { expect, it } from 'vitest';
import { missingAnswers } from '../../../src/review/checks/missing-answers.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { type Checking, checked } from './run.ts';

const found = (rows: readonly Row[], checking: Checking = {}) => checked([missingAnswers], [csvOf(rows)], checking);

it('a blank income that decides is named, at its column', async () => {
  expect(await found([household('1', { income: '' })])).toMatchObject([
    {
      code: 'W340',
      at: { row: 2, column: 'income', field: 'income' },
      data: { criteria: 'vn-2022', questions: ['income'] },
    },
  ]);
});

it('several that decide together are named with their titles, at the row', async () => {
  const [finding] = await found([household('1', { water: '', toilet: '' }, 2)]);
  expect(finding).toMatchObject({
    data: { questions: ['water', 'toilet'], vi: ['Nguồn nước sinh hoạt', 'Nhà tiêu hợp vệ sinh'] },
  });
  expect(finding?.at).toEqual({ file: 'a.csv', row: 2 });
});

it('blanks that decide nothing are no questions', async () => {
  expect(await found([household('1', { income: '9000000', water: '', toilet: '' }, 2)])).toEqual([]);
});

it('each set asks its own questions', async () => {
  const findings = await found([household('1', { income: '' }, 3)], { sets: ['vn-2016', 'vn-2022'] });
  expect(findings.map(({ data }) => data?.criteria)).toEqual(['vn-2016', 'vn-2022']);
});

it('nobody is asked who refused or was absent', async () => {
  const away = ['refused', 'absent', 'reviewed'].map((outcome, at) => household(`${at}`, { income: '', outcome }));
  expect((await found(away)).map(({ at }) => at.row)).toEqual([4]);
});

it('a class that was decided or recorded is not open', async () => {
  const decided = household('1', { income: '', decided_class: 'poor' });
  expect(await found([decided])).toEqual([]);
  const recorded = ['poor', ''].map((recorded_class, at) => household(`${at}`, { income: '', recorded_class }));
  expect(await found(recorded, { isRecorded: true })).toEqual([]);
});
