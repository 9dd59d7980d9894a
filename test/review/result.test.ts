import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RESULT_FIELDS } from '../../src/survey/fields.ts';
import { classified, column, csvOf, household, marks, type Row, review, rowsIn, tempFile } from '../fixtures.ts';

const DEMO = new URL('../../fixtures/demo/2025.csv', import.meta.url).pathname;

/** The columns that classify adds, for one household. */
async function decided(row: Row, set = 'vn-2022', ...options: readonly string[]): Promise<Row> {
  const { stdout } = await review(['classify', tempFile(csvOf([row])), '-c', set, '-o', '-', ...options]);
  const [found] = rowsIn(stdout);
  if (found === undefined) throw new Error('no row');
  return found;
}

describe('the bytes of a result', () => {
  it('begin with a byte order mark, end every line with CRLF and quote only what needs it', async () => {
    const rows = [household('0001', { head_name: 'Ksor H’Bia', note: 'a, b', address: 'x "y"\nz' })];
    const { stdout } = await classified(rows);
    const [, first] = stdout.split('\r\n');
    expect(stdout.startsWith('\ufeffhousehold_id,area,income,employment,')).toBe(true);
    expect(first).toMatch(/^0001,rural,1400000,(0,){12}Ksor H’Bia,"a, b","x ""y""\nz",near_poor,/);
    expect(stdout.endsWith('\r\n')).toBe(true);
    expect(stdout.replaceAll('\r\n', '').match(/\n/g)).toHaveLength(1);
  });

  it('are exactly these', async () => {
    const rows = 'household_id;Khu vực;Thu nhập BQ/người/tháng;Nước;Ghi chú\n0001;Thành thị;1,5tr;x;+84\n';
    const { stdout } = await review(['classify', tempFile(rows), '-c', 'vn-2022', '-o', '-']);
    const unknown = Object.keys(marks(0)).filter((id) => id !== 'water');
    expect(stdout.replace(/[0-9a-f]{12}/, 'HASH')).toBe(
      [
        `\ufeffhousehold_id,area,income,water,note,${RESULT_FIELDS.join(',')}`,
        `0001,urban,1500000,1,'+84,undecided,undecided,poor;near_poor,0,1,12,income,2000000,1,${unknown.join(';')},,vn-2022,HASH,`,
        '',
      ].join('\r\n'),
    );
  });

  it('are the same when the result is classified again', async () => {
    const rows = [
      household('0001', { note: '=1+1', head_name: "'x", head_birth_date: '1952', size: '4', recorded_class: 'poor' }),
      household('0002', { note: "'=1", area: '', b2: '0', decided_class: 'non_poor', head_id_number: '000123456789' }),
      household('0003', { note: ' ', income: '', water: '', head_birth_date: '05/02/1960' }),
    ];
    const { stdout } = await classified(rows);
    const again = await review(['classify', '-', '-c', 'vn-2022', '-o', '-'], { stdin: stdout });
    expect(again).toMatchObject({ exit: 0, stdout });
  });

  it('are the same when the result of the demo survey is classified again', async () => {
    for (const set of ['vn-2022', 'quang-ninh-2023']) {
      const { stdout } = await review(['classify', DEMO, '-c', set, '-o', '-', '-q']);
      const again = await review(['classify', '-', '-c', set, '-o', '-', '-q'], { stdin: stdout });
      expect(again.stdout === stdout, set).toBe(true);
    }
  });

  it('are the same with kept columns, headings too', async () => {
    const text = csvOf([household('0001', { '+ thêm': '@a', 'Số nhà': " '12 ", '': '' })]);
    const { stdout } = await review(['classify', tempFile(text), '-c', 'vn-2022', '-o', '-', '--keep-columns']);
    expect(Object.keys(rowsIn(stdout)[0] ?? {})).toContain("'+ thêm");
    const again = await review(['classify', '-', '-c', 'vn-2022', '-o', '-', '--keep-columns'], { stdin: stdout });
    expect(again.stdout).toBe(stdout);
  });
});

describe('the columns of a result', () => {
  it('are those of the survey by canonical name, in its order, and then what was decided', async () => {
    const rows = 'Thu nhập bình quân,STT,Mã hộ,Area\n1400000,1,0001,NT\n';
    const { stdout } = await review(['classify', tempFile(rows), '-c', 'vn-2022', '-o', '-']);
    expect(Object.keys(rowsIn(stdout)[0] ?? {})).toEqual(['income', 'household_id', 'area', ...RESULT_FIELDS]);
  });

  it('have the unknown ones between, when they are to be kept', async () => {
    const rows = 'STT,household_id,area,income\n 7 ,0001,rural,1\n';
    const { stdout } = await review(['classify', tempFile(rows), '-c', 'vn-2022', '-o', '-', '--keep-columns']);
    const [row] = rowsIn(stdout);
    expect(Object.keys(row ?? {}).slice(0, 5)).toEqual(['household_id', 'area', 'income', 'STT', 'class']);
    expect(row?.STT).toBe(' 7 ');
  });

  it('keep leading zeros', async () => {
    const row = await decided(household('0000012', { commune_code: '00001', previous_household_id: '007' }));
    expect(row).toMatchObject({ household_id: '0000012', commune_code: '00001', previous_household_id: '007' });
  });
});

describe('what was decided', () => {
  it('of a poor household', async () => {
    expect(await decided(household('0001', { income: '1500000' }, 3))).toMatchObject({
      class: 'poor',
      computed_class: 'poor',
      possible_classes: 'poor',
      average_living: '0',
      deprivations: '3',
      deprivations_max: '3',
      basis: 'income',
      line: '1500000',
      below_line: '1',
      undecided_for: '',
      criteria: 'vn-2022',
      agrees: '',
    });
  });

  it('has what is near: the income by 20·|I − L| ≤ L, marks one away', async () => {
    const near = async (income: string, n: number) => (await decided(household('1', { income }, n))).near_boundary;
    for (const income of ['1425000', '1500000', '1575000']) expect(await near(income, 0)).toMatch(/^income/);
    for (const income of ['1424999', '1575001']) expect(await near(income, 0)).not.toContain('income');
    expect(await near('1000000', 2)).toMatch(/^nutrition;health_insurance;.*;information_means$/);
    expect(await near('1000000', 3)).toBe('employment;dependents;nutrition');
    expect(await near('1000000', 4)).toBe('');
  });

  it('has the area where the other one would change the class', async () => {
    expect((await decided(household('1', { income: '1800000' }))).near_boundary).toBe('area');
  });

  it('has no line where the area leaves it open', async () => {
    const row = await decided(household('1', { area: '', income: '1800000' }));
    expect(row).toMatchObject({
      class: 'undecided',
      line: '',
      below_line: '',
      possible_classes: 'near_poor;non_poor',
      undecided_for: 'area',
    });
  });

  it('has a class where both areas agree', async () => {
    expect(await decided(household('1', { area: '', income: '1200000' }, 3))).toMatchObject({
      class: 'poor',
      line: '',
      below_line: '1',
    });
  });

  it('counts unknown marks as possible deprivations', async () => {
    expect(await decided(household('1', { telecom: '', water: '--' }, 1))).toMatchObject({
      class: 'undecided',
      deprivations: '1',
      deprivations_max: '3',
      possible_classes: 'poor;near_poor',
      undecided_for: 'water;telecom',
    });
  });

  it('takes the deprivations from B2 where there are no marks', async () => {
    const row = { household_id: '1', area: 'rural', b1: '140', b2: '30' };
    expect(await decided(row)).toMatchObject({
      class: 'poor',
      basis: 'score',
      line: '140',
      below_line: '1',
      deprivations: '3',
      deprivations_max: '3',
      average_living: '',
    });
  });

  it('marks average living of every non-poor household in the band', async () => {
    const living = async (income: string) => (await decided(household('1', { income }))).average_living;
    expect(await living('1500000')).toBe('0');
    expect(await living('1500001')).toBe('1');
    expect(await living('2250000')).toBe('1');
    expect(await living('2250001')).toBe('0');
  });

  it('has no average living where the set does not define it', async () => {
    const row = await decided(household('1', { income: '2200000' }), 'quang-ninh-2023');
    expect(row).toMatchObject({ class: 'non_poor', average_living: '', criteria: 'quang-ninh-2023' });
  });

  it('says whether it agrees with the recorded class', async () => {
    const agrees = async (more: Row) => (await decided(household('1', more))).agrees;
    expect(await agrees({ recorded_class: 'Hộ cận nghèo' })).toBe('1');
    expect(await agrees({ recorded_class: 'HN' })).toBe('0');
    expect(await agrees({ recorded_class: '' })).toBe('');
    expect(await agrees({ recorded_class: 'poor', income: '' })).toBe('');
  });

  it('gives way to a decision, which takes a household out of the band', async () => {
    const row = household('1', { income: '2000000', decided_class: 'hộ nghèo', recorded_class: 'non_poor' });
    expect(await decided(row)).toMatchObject({
      class: 'poor',
      computed_class: 'non_poor',
      basis: 'decided',
      average_living: '0',
      agrees: '1',
    });
  });

  it('is computed where the decision is blank', async () => {
    const { stdout } = await classified([household('1', { decided_class: 'poor' }), household('2')]);
    expect(column(stdout, 'class')).toEqual(['poor', 'near_poor']);
    expect(column(stdout, 'basis')).toEqual(['decided', 'income']);
  });

  it('of a household out of scope has no questions', async () => {
    const row = await decided(household('1', { residence: 'tạm trú', income: '' }), 'quang-ninh-2023');
    expect(row).toMatchObject({
      residence: 'temporary',
      class: 'out_of_scope',
      computed_class: 'out_of_scope',
      possible_classes: 'out_of_scope',
      undecided_for: '',
      near_boundary: '',
      average_living: '',
    });
  });

  it('compares twelve months with a yearly line', async () => {
    const row = await decided({ household_id: '1', income: '3833333.333' }, 'hcmc-2021');
    expect(row.near_boundary?.split(';')[0] ?? '').toMatch(/^(income)?$/);
    expect(row.criteria).toBe('hcmc-2021');
  });
});

it('the demo survey has one row for each household, in its order', async () => {
  const { stdout } = await review(['classify', DEMO, '-c', 'vn-2022', '-o', '-', '-q']);
  const before = rowsIn(readFileSync(DEMO, 'utf8')).map((row) => Object.values(row)[0]);
  expect(column(stdout, 'household_id')).toEqual(before);
});
