import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvOf, filesIn, findingsIn, household, read, review, rowsIn, tempFile, tempFolder } from '../fixtures.ts';

const at = (commune_code: string, head_name: string, more = {}) => ({
  commune_code,
  commune: `Xã Thử ${Number(commune_code)}`,
  village: 'Thôn Thử',
  head_name,
  size: '4',
  ...more,
});
const BEFORE = [
  household('1', at('00001', 'Nông Thị Mẫu'), 3),
  household('2', at('00001', 'Nông Văn Thử'), 0),
  household('3', at('00002', 'Lý Thị Nháp'), 3),
];
const AFTER = [
  household('1', at('00001', 'Nông Thị Mẫu'), 3),
  household('7', at('00001', 'Bàn Văn Mẫu', { income: '9000000' }), 0),
];

/** A folder with last year's list in it, this year's result and no ledger yet. */
async function office() {
  const folder = tempFolder();
  const paths = { before: join(folder, '2024.csv'), after: join(folder, '2025.csv'), ledger: join(folder, 'so.csv') };
  for (const [rows, year, path] of [
    [BEFORE, '2024', paths.before],
    [AFTER, '2025', paths.after],
  ] as const) {
    const survey = tempFile(csvOf(rows));
    const ran = await review(['classify', survey, '-c', 'vn-2022', '--year', year, '-o', path, '--coverage', 'listed']);
    expect(ran.exit, ran.stderr).toBe(0);
  }
  const add = (key: string, date: string, ...more: readonly string[]) =>
    review(['ledger', 'add', paths.ledger, '--list', paths.before, '--household', key, '--date', date, ...more]);
  const show = (...more: readonly string[]) =>
    review(['ledger', 'show', paths.ledger, '--list', paths.before, ...more]);
  const close = (...more: readonly string[]) =>
    review(['ledger', 'close', paths.ledger, '--list', paths.before, '--end', paths.after, ...more]);
  return { folder, paths, add, show, close };
}

const [FIRST, SEVENTH] = ['00001/Thôn Thử/1', '00001/Thôn Thử/7'];

describe('review ledger', () => {
  it('shows again what was added', async () => {
    const { paths, add, show } = await office();
    const march = await add(
      SEVENTH,
      '2025-03-10',
      '--in',
      'poor',
      '--reason',
      'new',
      '--size',
      '5',
      '--decision',
      '12/QĐ',
    );
    expect(march.exit, march.stderr).toBe(0);
    expect((await add(FIRST, '2025-06-01', '--out', 'poor', '--in', 'near_poor')).exit).toBe(0);
    expect((await add(SEVENTH, '2025-11-05', '--out', 'poor', '--reason', 'moved_out')).exit).toBe(0);
    expect(statSync(paths.ledger).mode & 0o777).toBe(0o600);
    const text = read(paths.ledger);
    expect(text.startsWith('\ufeffdate,decision_no,commune_code,village,household_id,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(6);
    const listed = async (...more: readonly string[]) =>
      rowsIn((await show('--format', 'csv', ...more)).stdout).map((row) => [row.key, row.class, row.decision_no]);
    expect(await listed('--date', '2025-03-31')).toEqual([
      [FIRST, 'poor', ''],
      ['00001/Thôn Thử/2', 'near_poor', ''],
      ['00002/Thôn Thử/3', 'poor', ''],
      [SEVENTH, 'poor', '12/QĐ'],
    ]);
    expect(await listed()).toEqual([
      [FIRST, 'near_poor', ''],
      ['00001/Thôn Thử/2', 'near_poor', ''],
      ['00002/Thôn Thử/3', 'poor', ''],
    ]);
  });

  it('prints the lists of a day, flows by month and unit, and who came and went', async () => {
    const { paths, add, show } = await office();
    await add(SEVENTH, '2025-03-10', '--in', 'poor', '--reason', 'new', '--size', '5');
    await add(FIRST, '2025-06-01', '--out', 'poor', '--in', 'near_poor');
    await add(SEVENTH, '2025-11-05', '--out', 'poor', '--reason', 'moved_out');
    const plain = (text: string) => text.replaceAll(paths.before, '2024.csv');
    const vi = await show('--format', 'md', '--lang', 'vi', '--date', '2025-11-30');
    await expect(plain(vi.stdout)).toMatchFileSnapshot('../../fixtures/golden/ledger-show.vi.md');
    const { data } = JSON.parse((await show('--format', 'json')).stdout) as {
      data: {
        lists: { class: string; current: { households: number } }[];
        flows: Record<string, Record<string, unknown>>;
      };
    };
    expect(data.lists.map((list) => [list.class, list.current.households])).toEqual([
      ['poor', 1],
      ['near_poor', 2],
    ]);
    expect(data.flows.poor?.to_near_poor).toEqual(data.flows.near_poor?.from_poor);
  });

  it('refuses to add what contradicts the list, and leaves the file as it was', async () => {
    const { folder, paths, add } = await office();
    await add(SEVENTH, '2025-03-10', '--in', 'poor');
    const before = read(paths.ledger);
    const twice = await add(SEVENTH, '2025-04-10', '--in', 'near_poor', '--lang', 'en');
    expect(twice.exit).toBe(65);
    expect(twice.stderr).toContain('E876');
    expect((await add('00009/Thôn Thử/1', '2025-04-10', '--out', 'poor')).exit).toBe(65);
    expect((await add(FIRST, '2024-01-10', '--out', 'poor')).exit).toBe(65);
    expect(read(paths.ledger)).toBe(before);
    expect(filesIn(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('writes nothing on --dry-run, and nothing into a workbook', async () => {
    const { folder, paths, add } = await office();
    const dry = await add(FIRST, '2025-06-01', '--out', 'poor', '--dry-run', '--lang', 'en');
    expect([dry.exit, filesIn(folder).includes('so.csv')]).toEqual([0, false]);
    expect(dry.stderr).toContain('nothing written');
    const book = await review([
      'ledger',
      'add',
      join(folder, 'so.xlsx'),
      '--household',
      'x',
      '--in',
      'poor',
      '--date',
      '2025-06-01',
    ]);
    expect(book.exit).toBe(2);
    expect(paths.ledger).not.toBe('');
  });

  it('says what add needs', async () => {
    const { add, paths } = await office();
    const wrong = [
      [FIRST, '2025-06-01'],
      [FIRST, '2025-6-1', '--in', 'poor'],
      [FIRST, '2025-06-01', '--in', 'rich'],
      [FIRST, '2025-06-01', '--out', 'poor', '--reason', 'new'],
      [FIRST, '2025-06-01', '--out', 'poor', '--size', '0'],
      ['1', '2025-06-01', '--out', 'poor'],
    ] as const;
    for (const [key, date, ...more] of wrong) expect([more, (await add(key, date, ...more)).exit]).toEqual([more, 2]);
    expect((await review(['ledger', 'show', paths.ledger])).exit).toBe(66);
  });

  it('finds every fault of a ledger edited by hand, in JSON too', async () => {
    const { paths, show } = await office();
    const rows = ['date,key,direction,class', '2025-13-01,a,in,poor', '2025-03-01,b,in,rich', '2025-03-01,c,up,poor'];
    writeFileSync(paths.ledger, rows.join('\n'));
    const ran = await show('--format', 'json');
    expect(findingsIn(ran).map(({ code, row, column }) => [code, row, column])).toEqual([
      ['E870', 2, 'date'],
      ['E871', 3, 'class'],
      ['E872', 4, 'direction'],
    ]);
    expect(ran.exit).toBe(65);
  });

  it("closes against the year's end: what is not reflected is said, and the lines are marked", async () => {
    const { paths, add, close } = await office();
    await add(SEVENTH, '2025-03-10', '--in', 'poor', '--size', '5');
    await add('00001/Thôn Thử/8', '2025-04-10', '--in', 'poor', '--size', '2');
    await add(FIRST, '2025-06-01', '--out', 'poor', '--reason', 'died');
    const dry = await close('--dry-run', '--format', 'json');
    expect(findingsIn(dry).map(({ code, row }) => [code, row])).toEqual([
      ['W881', 3],
      ['W882', 4],
    ]);
    const ran = await close('--format', 'md', '--lang', 'en');
    expect(ran.exit, ran.stderr).toBe(0);
    await expect(ran.stdout.replaceAll(paths.before, '2024.csv')).toMatchFileSnapshot(
      '../../fixtures/golden/ledger-close.en.md',
    );
    expect(rowsIn(read(paths.ledger)).map((row) => [row.household_id, row.closed, row.end_class])).toEqual([
      ['7', '2025-12-14', 'non_poor'],
      ['8', '2025-12-14', 'absent'],
      ['1', '2025-12-14', 'poor'],
    ]);
    const late = await add(FIRST, '2025-07-01', '--in', 'poor');
    expect([late.exit, late.stderr.includes('E880')]).toEqual([65, true]);
  });
});
