import { expect, it } from 'vitest';
import { zeroOrMissing } from '../../../src/review/checks/zero-or-missing.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked, limits } from './run.ts';

const found = (rows: readonly Row[]) => checked([zeroOrMissing], [csvOf(rows)]);
const incomes = (zeros: number, others: number) =>
  Array.from({ length: zeros + others }, (_, at) => household(`${at}`, { income: at < zeros ? '0' : '1400000' }));

it('amounts and blanks are quiet, and so is a mark of 0', async () => {
  expect(await found([household('1'), household('2', { income: '' })])).toEqual([]);
});

it('an income, a floor area or points of nothing are told in their cells', async () => {
  const row = household('1', { income: '0', floor_area: '0', b1: '0' });
  expect((await found([row])).map(({ code, at }) => [code, at.row, at.field])).toEqual([
    ['W345', 2, 'income'],
    ['W345', 2, 'floor_area'],
    ['W345', 2, 'b1'],
  ]);
});

it('a column full of zeros is told once, with how many', async () => {
  const { zeros } = limits.zero_or_missing.habit;
  const findings = await found(incomes(zeros, 2 * zeros));
  expect(findings).toMatchObject([{ code: 'W345', data: { kind: 'column', zeros, cells: 3 * zeros } }]);
  expect(findings[0]?.at.row).toBeUndefined();
});

it('few zeros, or few of many, are told one by one', async () => {
  const { zeros } = limits.zero_or_missing.habit;
  expect(await found(incomes(zeros - 1, 0))).toHaveLength(zeros - 1);
  expect(await found(incomes(zeros, 20 * zeros))).toHaveLength(zeros);
});

it('what stands for a household that nobody could ask is no answer', async () => {
  expect(await found([household('1', { income: '0', outcome: 'absent' })])).toEqual([]);
});
