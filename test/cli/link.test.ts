import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  csvOf,
  filesIn,
  findingsIn,
  household,
  type Row,
  read,
  review,
  rowsIn,
  tempFile,
  tempFolder,
} from '../fixtures.ts';

const who = (n: number, more: Row = {}): Row => ({
  head_name: `Nguyễn Văn ${['An', 'Bình', 'Chi', 'Dũng'][n]}`,
  head_birth_date: `196${n}-05-02`,
  head_sex: 'male',
  head_id_number: `00000000000${n + 1}`,
  size: '4',
  ...more,
});

const place = { commune_code: '90001', village: 'Thôn Ba' };

const BEFORE = [
  household('1', { ...place, ...who(0) }, 3),
  household('2', { ...place, ...who(1) }, 3),
  household('3', { ...place, ...who(2, { head_id_number: '' }) }, 3),
];
const AFTER = [
  household('7', { ...place, ...who(0) }, 3),
  household('2', { ...place, ...who(3) }, 3),
  household('8', { ...place, ...who(2, { head_id_number: '', head_birth_date: '1962-02-05' }) }, 3),
];

const set = ['-c', 'vn-2022', '--year', '2025'];

async function files(before: readonly Row[] = BEFORE, after: readonly Row[] = AFTER) {
  const folder = tempFolder();
  const b = tempFile(csvOf(before), 'before.csv', folder);
  const a = tempFile(csvOf(after), 'after.csv', folder);
  return { folder, b, a, links: join(folder, 'links.csv') };
}

describe('review link', () => {
  it('writes a line per pair, question and household alone, for its owner only', async () => {
    const { b, a, links } = await files();
    const ran = await review(['link', b, a, ...set, '-o', links, '--lang', 'en']);
    expect(ran.exit, ran.stderr).toBe(0);
    const text = read(links);
    expect(text.startsWith('\ufeffbefore_key,after_key,event,tier,score,note\r\n')).toBe(true);
    expect(text.replace('\ufeff', '')).toBe(
      [
        'before_key,after_key,event,tier,score,note',
        '90001/Thôn Ba/1,90001/Thôn Ba/7,,person_id,100,',
        '90001/Thôn Ba/2,,,none,,',
        '90001/Thôn Ba/3,90001/Thôn Ba/8,,probable,80,birth_near',
        ',90001/Thôn Ba/2,,none,,',
        '',
      ].join('\r\n'),
    );
    expect(statSync(links).mode & 0o777).toBe(0o600);
    expect(ran.stdout).toContain('birth dates a slip apart');
    expect(ran.stderr).toContain('4 lines written');
  });

  it('keeps what a person settled in the file, however a spreadsheet saved it', async () => {
    const { b, a, links, folder } = await files();
    await review(['link', b, a, ...set, '-o', links]);
    const edited = read(links)
      .replace('birth_near', 'birth_near confirmed')
      .replace('90001/Thôn Ba/2,,,none,,', '90001/Thôn Ba/2,,died,,,mất tháng 3')
      .replaceAll(',', ';');
    const known = tempFile(edited, 'known.csv', folder);
    const again = join(folder, 'again.csv');
    const ran = await review(['link', b, a, ...set, '--links', known, '-o', again]);
    expect(ran.exit, ran.stderr).toBe(0);
    expect(rowsIn(read(again)).map((row) => [row.before_key, row.event, row.tier, row.note])).toEqual([
      ['90001/Thôn Ba/1', '', 'person_id', ''],
      ['90001/Thôn Ba/2', 'died', 'by_hand', 'mất tháng 3'],
      ['90001/Thôn Ba/3', '', 'probable', 'birth_near confirmed'],
      ['', '', 'none', ''],
    ]);
  });

  it('asks no more about a pair that a person rejected', async () => {
    const { b, a, links, folder } = await files();
    await review(['link', b, a, ...set, '-o', links]);
    const known = tempFile(read(links).replace('birth_near', 'rejected'), 'known.csv', folder);
    const ran = await review(['link', b, a, ...set, '--links', known, '--format', 'csv']);
    const notes = rowsIn(ran.stdout).filter((row) => row.before_key?.endsWith('/3'));
    expect(notes.map((row) => [row.tier, row.note])).toEqual([
      ['probable', 'rejected'],
      ['none', ''],
    ]);
  });

  it('names lines of households that are not there, and uses the others', async () => {
    const { b, a, folder } = await files();
    const known = tempFile(
      'before_key,after_key\n99,90001/Thôn Ba/8\n90001/Thôn Ba/2,90001/Thôn Ba/2\n',
      'k.csv',
      folder,
    );
    const ran = await review(['link', b, a, ...set, '--links', known, '--format', 'json']);
    expect(findingsIn(ran, 'W845')).toMatchObject([{ row: 2, column: 'before_key', file: known }]);
    expect(JSON.parse(ran.stdout).data.counts.byTier).toMatchObject({ by_hand: 1, person_id: 1 });
  });

  it('refuses a links file with faults, and writes nothing', async () => {
    const { b, a, links, folder } = await files();
    const known = tempFile('before_key,after_key,event\n1,2,gone\n', 'known.csv', folder);
    const ran = await review(['link', b, a, ...set, '--links', known, '-o', links, '--lang', 'en']);
    expect(ran.exit).toBe(65);
    expect(ran.stderr).toContain('E840');
    expect(filesIn(folder)).not.toContain('links.csv');
  });

  it('overwrites only with --force, and writes nothing with --dry-run', async () => {
    const { b, a, links, folder } = await files();
    expect((await review(['link', b, a, ...set, '-o', links, '--dry-run'])).exit).toBe(0);
    expect(filesIn(folder)).not.toContain('links.csv');
    writeFileSync(links, 'mine');
    expect((await review(['link', b, a, ...set, '-o', links])).exit).toBe(73);
    expect(read(links)).toBe('mine');
    expect((await review(['link', b, a, ...set, '-o', links, '--force'])).exit).toBe(0);
    expect((await review(['link', b, join(folder, 'nowhere.csv'), ...set])).exit).toBe(66);
  });

  it('gives the links on stdout with -o -, and nothing else there', async () => {
    const { b, a, links } = await files();
    await review(['link', b, a, ...set, '-o', links]);
    const ran = await review(['link', b, a, ...set, '-o', '-']);
    expect(ran.stdout).toBe(read(links));
  });

  it('re-bases the year before by a crosswalk', async () => {
    const moved = AFTER.map((row) => ({ ...row, commune_code: '90101', head_id_number: '' }));
    const { b, a, folder } = await files(BEFORE, moved);
    const plain = await review(['link', b, a, ...set, '--format', 'json']);
    expect(findingsIn(plain, 'W849')).toHaveLength(1);
    expect(JSON.parse(plain.stdout).data.counts.pairs).toBe(0);
    const crosswalk = tempFile('old_code;new_code;valid_from\n90001;90101;01/07/2025\n', 'crosswalk.csv', folder);
    const ran = await review(['link', b, a, ...set, '--crosswalk', crosswalk, '--format', 'json']);
    expect(findingsIn(ran, 'W849')).toEqual([]);
    expect(JSON.parse(ran.stdout).data.counts).toMatchObject({ pairs: 1, internalMoves: 0, toConfirm: 1 });
  });

  it('sees persons in files of members of either year', async () => {
    const { b, a, folder } = await files();
    const members = (household_id: string) =>
      csvOf([{ ...place, household_id, name: 'Lê Thị Hoa', id_number: '000000000009', birth_date: '1970-01-01' }]);
    const was = tempFile(members('2'), 'members-before.csv', folder);
    const is = tempFile(members('2'), 'members-after.csv', folder);
    const sides = ['--members-before', was, '--members-after', is];
    const ran = await review(['link', b, a, ...set, ...sides, '--format', 'csv']);
    expect(rowsIn(ran.stdout).find((row) => row.before_key?.endsWith('/2'))).toMatchObject({
      after_key: '90001/Thôn Ba/2',
      tier: 'person_id',
      note: 'new_head',
    });
  });

  it('shows no personal number that stands in a key', async () => {
    const long = '000123456789';
    const rows = [household(long, { ...place, ...who(2, { head_birth_date: '', head_id_number: '' }) })];
    const { b, a } = await files(rows, rows);
    for (const format of ['table', 'md', 'json']) {
      const { stdout } = await review(['link', b, a, ...set, '--format', format]);
      expect(stdout.replaceAll('\\*', '*')).toContain('0xx******789');
      expect(stdout).not.toContain(long);
    }
  });
});
