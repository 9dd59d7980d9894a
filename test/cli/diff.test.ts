import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  csvOf,
  findingsIn,
  household,
  type Row,
  resultFile,
  review,
  rowsIn,
  tempFile,
  tempFolder,
} from '../fixtures.ts';

const at = (commune_code: string, more: Row = {}) => ({ commune_code, size: '4', head_name: 'Lò Văn A', ...more });
const BEFORE = [
  household('1', at('001'), 3),
  household('2', at('001'), 4),
  household('3', at('001'), 1),
  household('4', at('002', { income: '9000000' }), 0),
  household('5', at('002'), 3),
];
const AFTER = [
  household('1', at('001'), 1),
  household('2', at('001', { income: '3000000' }), 4),
  household('3', at('001'), 1),
  household('4', at('002'), 3),
];

async function years(...options: readonly string[]) {
  const paths = [await resultFile(BEFORE, '2023'), await resultFile(AFTER, '2024')];
  return review(['diff', ...paths, '--lang', 'en', ...options]);
}

async function answer(...options: readonly string[]) {
  const ran = await years('--format', 'json', ...options);
  return { ran, data: JSON.parse(ran.stdout).data };
}

describe('review diff', () => {
  it('answers with the shapes that programs rely on', async () => {
    const { ran, data } = await answer();
    expect(JSON.parse(ran.stdout)).toMatchObject({ schemaVersion: 1, command: 'diff', criteria: { id: 'vn-2022' } });
    expect(data).toMatchObject({
      kind: 'movement',
      households: { before: 5, after: 4, matched: 4, only_before: 1, only_after: 0 },
      movement: {
        poor: {
          ...{ start: 3, to_near_poor: 1, to_non_poor: 1, other_out: 0, unresolved_out: 1, to_undecided: 0 },
          ...{ from_near_poor: 0, relapsed: null, new: 1, other_in: 0, from_undecided: 0, end: 1 },
        },
        near_poor: {
          ...{ start: 1, to_poor: 0, to_non_poor: 0, other_out: 0, unresolved_out: 0, to_undecided: 0 },
          ...{ from_poor: 1, relapsed: null, new: 0, other_in: 0, from_undecided: 0, end: 2 },
        },
      },
      net: { poor: -2, near_poor: 1 },
      gross_exits: { poor: 2, near_poor: 0 },
      internal_moves: 0,
      decomposition: null,
      draft: true,
      unresolved: [{ household: '002/5', from: 'poor', to: 'absent' }],
    });
    expect(data.movement_persons.poor).toMatchObject({ start: 12, to_near_poor: 4, end: 4 });
    expect(data.units.map(({ code }: { code: string }) => code)).toEqual(['001', '002']);
    expect(data.transitions.poor).toEqual({ poor: 0, near_poor: 1, non_poor: 1, undecided: 0, absent: 1 });
    expect(findingsIn(ran, 'N856')).toHaveLength(1);
  });

  it('says why each household moved', async () => {
    const { data } = await answer('--only', 'escaped');
    expect(data.moved.map((one: { household: string; reason: { factors: string[] } }) => one.reason.factors)).toEqual([
      ['resolved'],
      ['income'],
    ]);
  });

  it('calls nobody gone who is not on a list, unless the list is of all residents', async () => {
    const { data } = await answer('--coverage-after', 'all');
    expect(data.movement.poor).toMatchObject({ other_out: 1, unresolved_out: 0 });
    expect(data.draft).toBe(false);
  });

  it('takes a links file and a history', async () => {
    const links = tempFile('before_key,after_key,event,tier,score,note\n002/5,,died,,,\n', 'links.csv');
    const history = await resultFile([household('4', at('002'), 3)], '2022');
    const { data } = await answer('--links', links, '--history', history);
    expect(data.movement.poor).toMatchObject({ other_out: 1, unresolved_out: 0, relapsed: 1, new: 0 });
  });

  it('takes earlier years one by one, also where nothing says which year they are', async () => {
    const poorOnce = await Promise.all(
      ['2021', '2022'].map(async (year) => {
        const made = await resultFile([household('4', at('002'), 3)], year);
        const alone = join(tempFolder(), `${year}.csv`);
        copyFileSync(made, alone);
        return alone;
      }),
    );
    const { ran, data } = await answer('--history', ...poorOnce);
    expect(ran.exit, ran.stderr).toBe(0);
    expect(data.movement.poor).toMatchObject({ relapsed: 1, new: 0 });
  });

  it('a year of no household, whose manifest is lost, is compared like any other', async () => {
    const nobody = join(tempFolder(), 'nobody.csv');
    const [heading = ''] = readFileSync(await resultFile(BEFORE, '2023'), 'utf8').split('\r\n');
    writeFileSync(nobody, `${heading}\r\n`);
    const ran = await review(['diff', nobody, await resultFile(AFTER, '2024'), '--format', 'json']);
    expect(ran.exit, ran.stderr).toBe(0);
    expect(JSON.parse(ran.stdout).data.movement.poor).toMatchObject({ start: 0, new: 1, end: 1 });
  });

  it('two results of one round are a correction, and nobody has moved', async () => {
    const paths = [
      await resultFile(BEFORE, '2024', '--status', 'preliminary'),
      await resultFile(AFTER, '2024', '--status', 'approved'),
    ];
    const { data } = JSON.parse((await review(['diff', ...paths, '--format', 'json'])).stdout);
    expect(data).toMatchObject({ kind: 'correction', movement: null, movement_persons: null, net: null, units: [] });
    expect(data.changes).toHaveLength(4);
  });

  it('a file with itself is empty; --exit-code says so', async () => {
    const path = await resultFile(BEFORE, '2024');
    const ran = await review(['diff', path, path, '--format', 'json', '--exit-code']);
    expect(ran.exit).toBe(0);
    expect(JSON.parse(ran.stdout).data).toMatchObject({ kind: 'correction', changes: [], moved: [] });
    expect((await years('--exit-code')).exit).toBe(1);
  });

  it('different criteria give no movement, but the four counts; one set for both gives it back', async () => {
    const survey = tempFile(csvOf(BEFORE.map((row) => ({ ...row, health_care: '0' }))));
    const old = join(tempFolder(), 'old.csv');
    await review(['classify', survey, '-c', 'vn-2016', '--year', '2021', '-o', old]);
    const now = await resultFile(AFTER, '2024');
    const { data } = JSON.parse((await review(['diff', old, now, '--format', 'json'])).stdout);
    expect(data).toMatchObject({ movement: null, movement_persons: null, net: null, gross_exits: null });
    expect(data.decomposition.after_rules_after).toEqual({ poor: 1, near_poor: 2, non_poor: 1, undecided: 0 });
    const under = JSON.parse((await review(['diff', old, now, '--rules', 'vn-2022', '--format', 'json'])).stdout).data;
    expect(under.movement.poor).toMatchObject({ start: 3, end: 1 });
    expect(under.decomposition).not.toBe(null);
  });

  it('an approved list with classes and no answers works as the year before', async () => {
    const list = tempFile(csvOf([{ household_id: '1', commune_code: '001', size: '4', recorded_class: 'poor' }]));
    const was = join(tempFolder(), 'approved.csv');
    await review(['classify', list, '-c', 'vn-2022', '--year', '2023', '-o', was, '--coverage', 'listed']);
    const { data } = JSON.parse(
      (await review(['diff', was, await resultFile(AFTER, '2024'), '--format', 'json'])).stdout,
    );
    expect(data.movement.poor).toMatchObject({ start: 1, to_near_poor: 1, new: 1, end: 1 });
  });

  it('a list without answers says nothing by another set than its own', async () => {
    const list = tempFile(csvOf([{ household_id: '1', commune_code: '001', size: '4', recorded_class: 'poor' }]));
    const was = join(tempFolder(), 'approved.csv');
    await review(['classify', list, '-c', 'vn-2022', '--year', '2023', '-o', was, '--coverage', 'listed']);
    const is = await resultFile(AFTER, '2024');
    const under = async (set: string) => {
      const ran = await review(['diff', was, is, '--rules', set, '--format', 'json']);
      expect(ran.exit, ran.stderr).toBe(0);
      return JSON.parse(ran.stdout).data.movement;
    };
    expect((await under('vn-2022')).poor).toMatchObject({ start: 1, to_near_poor: 1, from_undecided: 0 });
    const other = await under('quang-ninh-2023');
    expect(other.poor).toMatchObject({ start: 0, to_near_poor: 0 });
    expect(other.near_poor).toMatchObject({ from_poor: 0, from_undecided: 1 });
  });

  it('a crosswalk puts last year into the units of this one; a divided unit is settled by the village or told of', async () => {
    const was = [
      household('1', at('001', { village: 'A' }), 3),
      household('2', at('002', { village: 'A' }), 3),
      household('3', at('002', { village: 'B' }), 3),
      household('4', at('003', { village: 'C' }), 3),
    ];
    const is = [
      household('1', at('900', { village: 'A' }), 3),
      household('2', at('900', { village: 'A' }), 1),
      household('3', at('901', { village: 'B' }), 3),
      household('4', at('901', { village: 'C', previous_household_id: '003/C/4' }), 3),
    ];
    const crosswalk = tempFile(
      'old_code,new_code,village\n001,900,\n002,900,A\n002,901,B\n003,900,\n003,901,\n',
      'crosswalk.csv',
    );
    const paths = [await resultFile(was, '2024'), await resultFile(is, '2025')];
    const ran = await review(['diff', ...paths, '--crosswalk', crosswalk, '--format', 'json']);
    const { data } = JSON.parse(ran.stdout);
    expect(data.movement.poor).toMatchObject({ start: 4, to_near_poor: 1, other_out: 0, unresolved_out: 0, end: 3 });
    expect(data.internal_moves).toBe(0);
    expect(
      data.units.map(({ code, movement }: { code: string; movement: { poor: { start: number } } }) => [
        code,
        movement.poor.start,
      ]),
    ).toEqual([
      ['900', 2],
      ['901', 2],
    ]);
    expect(findingsIn(ran, 'W847')).toHaveLength(1);
  });

  it('writes tables or chosen households for other programs, whatever the language', async () => {
    const { stdout } = await years('--format', 'csv');
    const rows = rowsIn(stdout);
    expect(rows.filter((row) => row.level === 'total').map((row) => [row.list, row.count, row.start, row.end])).toEqual(
      [
        ['poor', 'households', '3', '1'],
        ['poor', 'persons', '12', '4'],
        ['near_poor', 'households', '1', '2'],
        ['near_poor', 'persons', '4', '8'],
      ],
    );
    const chosen = rowsIn((await years('--format', 'csv', '--only', 'to_non_poor')).stdout);
    expect(chosen.map((row) => [row.household_after, row.movements])).toEqual([['001/2', 'poor.to_non_poor']]);
  });

  it('writes a workbook and pages, and never over a file unasked', async () => {
    const path = join(tempFolder(), 'out.xlsx');
    expect((await years('--format', 'xlsx', '-o', path)).exit).toBe(0);
    expect(statSync(path).size).toBeGreaterThan(1000);
    expect((await years('--format', 'xlsx', '-o', path)).exit).toBe(73);
    expect((await years('--format', 'md')).stdout).toContain('DRAFT');
  });

  it('ends with 2 for a movement or a level that is none, 66 for a file that is not there', async () => {
    expect((await years('--only', 'vanished')).exit).toBe(2);
    expect((await years('--by', 'hamlet')).exit).toBe(2);
    const path = await resultFile(BEFORE, '2023');
    expect((await review(['diff', path, join(tempFolder(), 'none.csv')])).exit).toBe(66);
    for (const option of ['--links', '--crosswalk', '--quota']) {
      const folder = await review([
        'diff',
        path,
        await resultFile(AFTER, '2024'),
        option,
        tempFolder(),
        '--format',
        'json',
      ]);
      expect(folder.exit, option).toBe(66);
      expect(findingsIn(folder, 'E101')).toHaveLength(1);
    }
  });

  it('copies of a file are two results, and nothing in them has changed', async () => {
    const path = await resultFile(BEFORE, '2023');
    const copy = join(tempFolder(), 'copy.csv');
    copyFileSync(path, copy);
    copyFileSync(`${path}.manifest.json`, `${copy}.manifest.json`);
    const { data } = JSON.parse((await review(['diff', path, copy, '--format', 'json'])).stdout);
    expect(data).toMatchObject({ kind: 'movement', moved: [], draft: false });
  });
});
