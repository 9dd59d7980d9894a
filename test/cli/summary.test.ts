import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvOf, household, type Row, resultFile, review, rowsIn, tempFile, tempFolder } from '../fixtures.ts';

const resultOf = (rows: readonly Row[], ...options: readonly string[]) => resultFile(rows, '2024', ...options);

const at = (commune_code: string, more = {}) => ({ commune_code, size: '2', ...more });
const ROWS = [
  household('0001', at('00001'), 3),
  household('0002', at('00001'), 0),
  household('0003', at('00002', { area: 'urban', income: '9000000' }), 0),
  household('0004', at('00002', { income: '' }), 0),
];

async function summed(args: readonly string[]) {
  const ran = await review(['summary', ...args, '--format', 'json', '--lang', 'en']);
  return { ...ran, answer: ran.exit === 0 ? JSON.parse(ran.stdout) : null };
}

describe('review summary', () => {
  it('gives counts without rates, and says how to get rates', async () => {
    const path = await resultOf(ROWS);
    const { answer } = await summed([path]);
    expect(answer).toMatchObject({ schemaVersion: 1, command: 'summary', criteria: { id: 'vn-2022' } });
    expect(answer.data.total).toMatchObject({
      level: 'total',
      households: null,
      persons: null,
      denominator: null,
      reviewed: 4,
      poor: { households: 1, persons: 2, rate: null },
      near_poor: { households: 1, persons: 2, rate: null },
      undecided: { households: 1 },
      multidimensional: { households: 2, rate: null },
    });
    const { stdout } = await review(['summary', path, '--lang', 'en']);
    expect(stdout).toContain('--population');
  });

  it('gives rates of a result that covers all, said at classify or later', async () => {
    const said = await summed([await resultOf(ROWS, '--coverage', 'all')]);
    const later = await summed([await resultOf(ROWS), '--coverage', 'all']);
    for (const { answer } of [said, later])
      expect(answer.data.total).toMatchObject({
        households: 4,
        persons: 8,
        denominator: 'survey',
        poor: { rate: 0.25 },
      });
  });

  it('takes residents from a file before anything else', async () => {
    const population = tempFile('unit_code,area,households,persons\n00001,,100,400\n00002,,300,900\n', 'p.csv');
    const { answer } = await summed([
      await resultOf(ROWS, '--coverage', 'all'),
      '--population',
      population,
      '--by',
      'commune',
    ]);
    expect(answer.data.total).toMatchObject({
      households: 400,
      persons: 1300,
      denominator: 'population',
      poor: { rate: 1 / 400 },
    });
    expect(answer.data.units.map((u: { code: string; households: number }) => [u.code, u.households])).toEqual([
      ['00001', 100],
      ['00002', 300],
    ]);
  });

  it('keeps zero and not reported apart', async () => {
    const path = await resultOf([{ household_id: '0001', area: 'rural', income: '1400000', size: '2', b2: '30' }]);
    const { answer } = await summed([path]);
    expect(answer.data.total.causes.poor.cause_land).toBe(null);
    expect(answer.data.total.groups.poor.ethnic_minority).toEqual({ households: null, persons: null });
    expect(answer.data.total.deprived.poor.water).toBe(null);
    expect(answer.data.total.near_poor.households).toBe(0);
  });

  it('carries status and decision from classify to the tables', async () => {
    const path = await resultOf(ROWS, '--status', 'approved', '--decision', '12/QĐ-UBND');
    const { answer } = await summed([path]);
    expect(answer.data.review).toMatchObject({ status: 'approved', decision: '12/QĐ-UBND', year: 2024 });
    const { stdout } = await review(['summary', path, '--lang', 'vi']);
    expect(stdout).toContain('chính thức (đã phê duyệt)');
    expect(stdout).toContain('12/QĐ-UBND');
  });

  it('puts results of two sets side by side, and parts of one together', async () => {
    const folder = tempFolder();
    const survey = tempFile(csvOf(ROWS));
    await review([
      'classify',
      survey,
      '-c',
      'vn-2022',
      '-c',
      'vn-2016',
      '--outside-coverage',
      '--year',
      '2024',
      '-o',
      `${folder}/`,
      '--force',
    ]);
    const both = await summed([join(folder, 'vn-2022.csv'), join(folder, 'vn-2016.csv')]);
    expect(both.answer.data.results.map((r: { review: { criteria: string } }) => r.review.criteria)).toEqual([
      'vn-2022',
      'vn-2016',
    ]);
    // a column of either set is in the one table of both, blank for the other
    const paths = ['vn-2022.csv', 'vn-2016.csv'].map((name) => join(folder, name));
    const totals = async (...files: readonly string[]) => {
      const { stdout } = await review(['summary', ...files, '--format', 'csv']);
      return rowsIn(stdout).filter(({ level }) => level === 'total');
    };
    const [first, second] = await totals(...paths);
    const [alone] = await totals(paths[0] ?? '');
    const [other] = await totals(paths[1] ?? '');
    expect(first).toEqual({
      ...Object.fromEntries(Object.keys(other ?? {}).map((heading) => [heading, ''])),
      ...alone,
    });
    expect(second).toEqual({
      ...Object.fromEntries(Object.keys(alone ?? {}).map((heading) => [heading, ''])),
      ...other,
    });
    expect(Object.keys(other ?? {})).not.toEqual(Object.keys(alone ?? {}));
    const parts = await summed([await resultOf(ROWS.slice(0, 2)), await resultOf(ROWS.slice(2))]);
    const whole = await summed([await resultOf(ROWS)]);
    expect(parts.answer.data.total).toEqual(whole.answer.data.total);
    expect(parts.answer.data.units).toEqual(whole.answer.data.units);
  });

  it('classifies a survey in place of a result', async () => {
    const survey = tempFile(csvOf(ROWS));
    const { answer } = await summed([survey, '-c', 'vn-2022']);
    expect(answer.data.total).toEqual((await summed([await resultOf(ROWS)])).answer.data.total);
    expect((await review(['summary', survey])).exit).toBe(2);
  });

  it('counts the children of households whose members are known', async () => {
    const members = tempFile(
      'household_id,member_id,relation,age,insured\n0001,1,Chủ hộ,40,1\n0001,2,Con,15,0\n0002,1,Chủ hộ,16,0\n',
      'members.csv',
    );
    const rows = ROWS.slice(0, 2).map((row) => ({ ...row, review_date: '2024-11-01', health_insurance: '' }));
    const { answer } = await summed([tempFile(csvOf(rows)), '-c', 'vn-2022', '--members', members]);
    const { poor, near_poor } = answer.data.total.children;
    expect([poor?.children, poor?.health_insurance, near_poor?.children]).toEqual([1, 1, 0]);
  });

  it('adds the index of the set, by households or persons, in groups', async () => {
    const path = await resultOf(ROWS);
    const { answer } = await summed([path, '--index']);
    // one of four is deprived in three of twelve
    expect(answer.data.index).toMatchObject({
      k: 0.25,
      H: 0.25,
      A: 0.25,
      M0: 0.0625,
      count: 'households',
      group_by: 'area',
    });
    expect(answer.data.index.groups.map((g: { id: string; H: number }) => [g.id, g.H])).toEqual([
      ['urban', 0],
      ['rural', 1 / 3],
    ]);
    const persons = await summed([
      path,
      '--index',
      '--count',
      'persons',
      '--cutoff',
      '1/12',
      '--group-by',
      'commune_code',
    ]);
    expect(persons.answer.data.index).toMatchObject({
      k: 1 / 12,
      count: 'persons',
      group_by: 'commune_code',
      population: 8,
    });
    expect((await review(['summary', path, '--index', '--group-by', 'moon'])).exit).toBe(2);
    expect((await review(['summary', path, '--index', '--cutoff', '7'])).exit).toBe(65);
  });

  it('holds a published table against itself and against the recomputed one', async () => {
    const path = await resultOf(ROWS, '--coverage', 'all');
    const held = async (text: string) => {
      const { answer } = await summed([path, '--against', tempFile(text, 'published.csv')]);
      return answer.findings
        .map(({ code }: { code: string }) => code)
        .filter((code: string) => /^[WN]8[23]/.test(code));
    };
    const heading = 'Đơn vị,Tổng số hộ,Hộ nghèo,Tỷ lệ hộ nghèo\n';
    expect(await held(`${heading}Tổng cộng,4,1,"25,00"\n`)).toEqual([]);
    expect(await held(`${heading}Tổng cộng,4,2,"50,00"\n`)).not.toEqual([]);
    expect(await held(`${heading}Tổng cộng,4,1,"52,00"\n`)).not.toEqual([]);
    // villages are counted for it also where no table was asked for them
    const village = (row: Row) => (row.commune_code === '00002' ? 'Thôn Khe Mẫu' : 'Thôn 1');
    const inVillages = await resultOf(
      ROWS.map((row) => ({ ...row, village: village(row) })),
      '--coverage',
      'all',
    );
    const ofVillage = tempFile(`${heading}Thôn Khe Mẫu,2,1,"50,00"\nTổng cộng,4,1,"25,00"\n`, 'published.csv');
    const { answer } = await summed([inVillages, '--by', 'commune', '--against', ofVillage]);
    expect(answer.data.against.compared[0]).toMatchObject({ name: 'Thôn Khe Mẫu', recomputed: '2' });
    const wrong = tempFile(`${heading}Tổng cộng,4,1,"52,00"\n`, 'published.csv');
    expect((await review(['summary', path, '--against', wrong, '--lang', 'vi'])).stdout).toContain('đúng là 25,00');
    expect((await review(['summary', path, '--against', tempFile('a;b\n1;2\n', 'none.csv')])).exit).toBe(65);
    expect((await review(['summary', path, '--against', join(tempFolder(), 'none.csv')])).exit).toBe(66);
  });

  it('counts a child by its year of birth, and tells of members who may be children', async () => {
    const born = [2009, 2008, 2014, 1980].map((year, at) => `0001,${at + 1},Con,${year},0\n`).join('');
    const members = tempFile(
      `household_id,member_id,relation,birth_year,insured\n${born}0001,5,Chủ hộ,,1\n`,
      'members.csv',
    );
    const rows = [{ ...household('0001', at('00001', { size: '5' }), 3), review_date: '2024-11-01' }];
    const { answer } = await summed([tempFile(csvOf(rows)), '-c', 'vn-2022', '--members', members]);
    // born in 2009: 14 or 15; in 2008: 15 or 16; of the head nothing is known
    expect(answer.data.total.children.poor).toMatchObject({ children: 2, health_insurance: 2, age_unknown: 2 });
  });

  it('ends with 65 for a class that is none, 66 for a file that is not there, 2 for a level that is none', async () => {
    const path = await resultOf(ROWS);
    writeFileSync(`${path}x`, '');
    expect((await review(['summary', join(tempFolder(), 'none.csv')])).exit).toBe(66);
    expect((await review(['summary', path, '--by', 'hamlet'])).exit).toBe(2);
    const bad = tempFile('household_id,class,criteria,criteria_hash\n0001,rich,vn-2022,b1961ba226bb\n', 'r.csv');
    expect((await review(['summary', bad])).exit).toBe(65);
  });

  it('writes a row a unit for other programs, whatever the language', async () => {
    const path = await resultOf(ROWS);
    const [vi, en] = await Promise.all(
      ['vi', 'en'].map((lang) => review(['summary', path, '--format', 'csv', '--lang', lang, '--by', 'commune'])),
    );
    expect(vi?.stdout).toBe(en?.stdout);
    expect(rowsIn(vi?.stdout ?? '').map((row) => [row.level, row.commune_code, row.poor_households])).toEqual([
      ['commune', '00001', '1'],
      ['commune', '00002', '0'],
      ['total', '', '1'],
    ]);
  });

  it('gives the same tables by either reader and at every level, villages only where they are asked for', async () => {
    const villages = [1, 2, 3].flatMap((n) =>
      ROWS.map((row) => ({ ...row, household_id: `${n}${row.household_id}`, village: `Thôn ${n}` })),
    );
    const path = await resultOf(villages, '--coverage', 'all');
    const shown = async (reader: string, by: string) => {
      const { stdout } = await review(['summary', path, '--format', 'csv', '--by', by, '--reader', reader]);
      return rowsIn(stdout);
    };
    for (const by of ['area', 'commune', 'village', 'area,commune,village'])
      expect(await shown('fast', by)).toEqual(await shown('reference', by));
    const [alone, beside] = [await shown('fast', 'commune'), await shown('fast', 'commune,village')];
    expect(beside.filter(({ level }) => level !== 'village')).toEqual(alone);
    expect(beside.filter(({ level }) => level === 'village').map(({ village }) => village)).toEqual(
      ['00001', '00002'].flatMap(() => ['Thôn 1', 'Thôn 2', 'Thôn 3']),
    );
  });
});
