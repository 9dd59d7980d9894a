import { expect, it } from 'vitest';
import { outcome } from '../../../src/review/checks/outcome.ts';
import { csvOf, household } from '../../fixtures.ts';
import { checked, shown } from './run.ts';

const away = (household_id: string, said: string) => ({ household_id, area: 'rural', income: '', outcome: said });
const found = (rows: Parameters<typeof csvOf>[0]) => checked([outcome], [csvOf(rows)]);

it('a household that was reviewed is quiet', async () => {
  expect(await found([household('1', { outcome: 'reviewed' }), household('2', { outcome: '' })])).toEqual([]);
});

it('those that refused and those that were absent are counted apart', async () => {
  expect(await found([away('1', 'absent'), away('2', 'refused'), away('3', 'absent')])).toMatchObject([
    { code: 'N349', data: { outcome: 'absent' }, count: 2 },
    { code: 'N349', data: { outcome: 'refused' }, count: 1 },
  ]);
});

it('answers or a class of a household that nobody could ask are told', async () => {
  const rows = [
    { ...away('1', 'absent'), recorded_class: 'poor', water: '' },
    { ...away('2', 'refused'), water: '0' },
    { ...away('3', 'refused'), income: '900000' },
  ];
  const findings = (await found(rows)).filter(({ code }) => code === 'W354');
  expect(shown(findings, 'outcome', 'what')).toEqual([
    ['W354', 2, 'absent', 'class'],
    ['W354', 3, 'refused', 'answers'],
    ['W354', 4, 'refused', 'answers'],
  ]);
});
