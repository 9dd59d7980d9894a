import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { csvOf, household, type Row, review, rowsIn, tempFile, tempFolder } from '../fixtures.ts';

const at = (village: string, more: Row = {}) => ({
  commune_code: '00000',
  village,
  head_name: 'Nông Thị Mẫu',
  ...more,
});
const ROWS = [
  household('0001', at('Thôn Thử'), 3),
  household('0002', at('Thôn Thử', { toilet: '' }), 2),
  household('0003', at('Thôn Mẫu', { income: '' }), 4),
  household('0004', at('Thôn Thử', { area: '', income: '1800000' }), 0),
  // too rich for any blank to matter
  household('0005', at('Thôn Mẫu', { income: '9000000', toilet: '' }), 2),
];
const survey = (rows: readonly Row[] = ROWS) => tempFile(csvOf(rows));
const ask = (...options: readonly string[]) => review(['questions', survey(), '-c', 'vn-2022', ...options]);

describe('review questions', () => {
  test('lists by village the undecided households and what to ask, and nobody by name', async () => {
    const { exit, stdout } = await ask('--format', 'md', '--lang', 'en');
    expect(exit).toBe(0);
    expect(stdout.split('\n').filter((line) => /^(#|\||\d)/.test(line))).toEqual([
      '# National multidimensional poverty standard 2022-2025 (vn-2022)',
      '3 households are undecided. The answers to the questions below decide them.',
      '## Thôn Thử, 00000',
      '| Household | May be | To ask | Answer |',
      '| --- | --- | --- | --- |',
      '| 0002 | poor or near-poor | Is the household deprived in "Hygienic toilet"? |  |',
      '| 0004 | near-poor or neither poor nor near-poor | Is the household urban or rural? |  |',
      '## Thôn Mẫu, 00000',
      '| Household | May be | To ask | Answer |',
      '| --- | --- | --- | --- |',
      '| 0003 | poor or neither poor nor near-poor | What is the income per person and month? |  |',
    ]);
    expect(stdout).not.toContain('Nông Thị');
  });

  test('speaks Vietnamese', async () => {
    const { stdout } = await ask('--format', 'md', '--lang', 'vi');
    expect(stdout).toContain('| 0004 |');
    expect(stdout).toContain('Hộ ở thành thị hay nông thôn?');
    expect(stdout).toContain('3 hộ chưa đủ thông tin.');
  });

  test('gives one row a question to other programs, whatever the language', async () => {
    const rows = rowsIn((await ask('--format', 'csv', '--lang', 'vi')).stdout);
    expect(rows.map((row) => [row.village, row.household_id, row.undecided_for, row.possible_classes])).toEqual([
      ['Thôn Thử', '0002', 'toilet', 'poor;near_poor'],
      ['Thôn Mẫu', '0003', 'income', 'poor;non_poor'],
      ['Thôn Thử', '0004', 'area', 'near_poor;non_poor'],
    ]);
    const { data } = JSON.parse((await ask('--format', 'json')).stdout) as {
      data: { criteria: string; households: { household_id: string }[] }[];
    };
    expect(data.map((set) => [set.criteria, set.households.length])).toEqual([['vn-2022', 3]]);
  });

  test('asks what classify leaves open, no more and no less', async () => {
    const file = 'fixtures/demo/2025.csv';
    const sets = ['-c', 'quang-ninh-2023', '--year', '2025'];
    const questions = rowsIn((await review(['questions', file, ...sets, '--format', 'csv'])).stdout);
    const asked = new Map<string | undefined, string[]>();
    for (const { household_id, undecided_for = '' } of questions) {
      asked.set(household_id, [...(asked.get(household_id) ?? []), undecided_for]);
    }
    const open = rowsIn((await review(['classify', file, ...sets, '-o', '-'])).stdout).filter(
      (row) => row.class === 'undecided',
    );
    expect(open.length).toBeGreaterThan(5);
    expect([...asked].map(([id, what]) => [id, what.join(';')])).toEqual(
      open.map((row) => [row.household_id, row.undecided_for]),
    );
  });

  test('goes into a workbook, and says so when nothing is open', async () => {
    const path = `${tempFolder()}/questions.xlsx`;
    expect((await ask('--format', 'xlsx', '-o', path)).exit).toBe(0);
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
    expect((await ask('--format', 'xlsx')).exit).toBe(2);
    const decided = await review(['questions', survey(ROWS.slice(0, 1)), '-c', 'vn-2022', '--lang', 'en']);
    expect(decided.stdout).toContain('Every household could be decided.');
  });

  test('shows a household that is numbered by a citizen’s number as x', async () => {
    const rows = [household('000190123456', at('Thôn Thử', { toilet: '' }), 2)];
    for (const format of ['md', 'csv']) {
      const { stdout } = await review(['questions', survey(rows), '-c', 'vn-2022', '--format', format]);
      expect(stdout).not.toContain('000190123456');
      expect(stdout).toContain('456');
    }
  });

  test('makes no list of a file with errors: it would be taken for the whole', async () => {
    const rows = [...ROWS, household('0006', at('Thôn Thử', { income: 'ba triệu' }))];
    const { exit, stdout } = await review(['questions', survey(rows), '-c', 'vn-2022']);
    expect([exit, stdout]).toEqual([65, '']);
  });
});
