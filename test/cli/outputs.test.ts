import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  column,
  csvOf,
  ended,
  filesIn,
  findingsIn,
  fixture,
  household,
  read,
  review,
  startBuilt,
  tempFile,
  tempFolder,
} from '../fixtures.ts';

const OFFICER = fixture('good/officer.csv');
const isRoot = process.getuid?.() === 0;

/** Classifies the officer's file by the national set. */
const classify = (...options: readonly string[]) => review(['classify', OFFICER, '-c', 'vn-2022', ...options]);

describe('the result', () => {
  it('is written with its manifest beside it, and nothing else', async () => {
    const folder = tempFolder();
    expect((await classify('-o', join(folder, 'r.csv'))).exit).toBe(0);
    expect(filesIn(folder)).toEqual(['r.csv', 'r.csv.manifest.json']);
    expect(column(read(join(folder, 'r.csv')), 'class')).toEqual(['poor', 'near_poor', 'non_poor', 'undecided']);
  });

  it('can be read by its owner alone', async () => {
    const folder = tempFolder();
    await classify('-o', join(folder, 'r.csv'));
    for (const name of filesIn(folder)) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  });

  it('goes to stdout with -o -, the summary to stderr', async () => {
    const { exit, stdout, stderr } = await classify('-o', '-');
    expect(exit).toBe(0);
    expect(stdout.startsWith('\ufeffhousehold_id,')).toBe(true);
    expect(stdout.split('\r\n')).toHaveLength(6);
    expect(stderr).toContain('vn-2022');
  });

  it('on stdout is the same as in a file', async () => {
    const path = join(tempFolder(), 'r.csv');
    await classify('-o', path);
    expect((await classify('-o', '-')).stdout).toBe(read(path));
  });

  it('does not go to stdout in part when its last row has a fault', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => household(`${at}`));
    const path = tempFile(csvOf([...rows, household('last', { income: 'x' })]));
    const ran = await review(['classify', path, '-c', 'vn-2022', '-o', '-']);
    expect([ran.exit, ran.stdout]).toEqual([65, '']);
  });

  it('is not written without -o: the summary is printed', async () => {
    const { exit, stdout } = await classify();
    expect(exit).toBe(0);
    expect(stdout).toContain('vn-2022');
    expect(stdout).not.toContain('criteria_hash');
  });

  it('has the same bytes for the same input, whatever the language', async () => {
    const [a, b] = [tempFolder(), tempFolder()];
    await classify('-o', join(a, 'r.csv'), '--lang', 'vi');
    await classify('-o', join(b, 'r.csv'), '--lang', 'en');
    for (const name of filesIn(a)) expect(read(join(b, name))).toBe(read(join(a, name)));
  });

  it('has the same bytes however the file is delimited and encoded', async () => {
    const text = read(OFFICER).replace('\ufeff', '').replace('sep=;\r\n', '');
    const path = tempFile(text.replaceAll('\r\n', '\n').replaceAll(';', '\t').normalize('NFD'));
    const { stdout } = await review(['classify', path, '-c', 'vn-2022', '-o', '-', '--delimiter', 'tab']);
    expect(stdout).toBe((await classify('-o', '-')).stdout);
  });

  it('is only ever CSV', async () => {
    expect((await classify('-o', join(tempFolder(), 'r.docx'))).exit).toBe(2);
  });
});

describe('the manifest', () => {
  const manifest = async (...options: readonly string[]) => {
    const path = join(tempFolder(), 'r.csv');
    await classify('-o', path, ...options);
    return JSON.parse(read(`${path}.manifest.json`));
  };

  it('names inputs with their hash, criteria with theirs, and the counts', async () => {
    const found = await manifest('--date', '2025-12-01');
    const sha256 = createHash('sha256').update(readFileSync(OFFICER)).digest('hex');
    expect(found).toMatchObject({
      criteria: { id: 'vn-2022', status: 'in_force', basis: 'income' },
      inputs: [{ file: OFFICER, sha256, rows: 4, bytes: statSync(OFFICER).size, delimiter: ';' }],
      coverage: 'reviewed',
      status: null,
      date: '2025-12-01',
      counts: { read: 4, classified: 4, rejected: 0, dropped: 0 },
      classes: { poor: 1, near_poor: 1, non_poor: 1, undecided: 1, out_of_scope: 0 },
      derived: [],
    });
    expect(found.criteria.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(found.tool).toMatchObject({ name: 'review', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  });

  it('begins its hash as the rows do', async () => {
    const { criteria } = await manifest();
    const [short] = column((await classify('-o', '-')).stdout, 'criteria_hash');
    expect(short).toMatch(/^[0-9a-f]{12}$/);
    expect(criteria.hash.slice(0, 12)).toBe(short);
  });

  it('keeps what the user said of the result', async () => {
    const found = await manifest('--coverage', 'listed', '--status', 'approved', '--decision', '12/QĐ-UBND');
    expect(found).toMatchObject({ coverage: 'listed', status: 'approved', decision: '12/QĐ-UBND' });
  });

  it('hashes each input once even when the rows are read twice', async () => {
    const path = join(tempFolder(), 'r.csv');
    const rejects = join(tempFolder(), 'rejects.csv');
    const input = fixture('bad/duplicates.csv');
    await review(['classify', input, '-c', 'vn-2022', '-o', path, '--reject-to', rejects]);
    const sha256 = createHash('sha256').update(readFileSync(input)).digest('hex');
    expect(JSON.parse(read(`${path}.manifest.json`)).inputs).toMatchObject([
      { sha256, bytes: statSync(input).size, rows: 5 },
    ]);
  });
});

describe('an output that exists', () => {
  it.each(['r.csv', 'r.csv.manifest.json', 'rejects.csv'])('%s ends with 73 and is not touched', async (name) => {
    const folder = tempFolder();
    writeFileSync(join(folder, name), 'old');
    const ran = await classify('-o', join(folder, 'r.csv'), '--reject-to', join(folder, 'rejects.csv'));
    expect(ran.exit).toBe(73);
    expect(ran.stderr).toContain('E601');
    expect(filesIn(folder)).toEqual([name]);
    expect(read(join(folder, name))).toBe('old');
  });

  it('is overwritten with --force', async () => {
    const folder = tempFolder();
    const path = join(folder, 'r.csv');
    writeFileSync(path, 'old', { mode: 0o644 });
    expect((await classify('-o', path, '--force')).exit).toBe(0);
    expect(column(read(path), 'class')).toHaveLength(4);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is kept when a forced run fails', async () => {
    const path = join(tempFolder(), 'r.csv');
    writeFileSync(path, 'old');
    const ran = await review(['classify', fixture('bad/duplicates.csv'), '-c', 'vn-2022', '-o', path, '--force']);
    expect([ran.exit, read(path)]).toEqual([65, 'old']);
  });

  it('is never the input itself, not even with --force', async () => {
    const text = read(OFFICER);
    const path = tempFile(text);
    for (const more of [[], ['--force']]) {
      const { exit } = await review(['classify', path, '-c', 'vn-2022', '-o', path, ...more]);
      expect([2, 73]).toContain(exit);
      expect(read(path)).toBe(text);
    }
  });

  it('is told for every one of several sets', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'vn-2022.csv'), 'old');
    writeFileSync(join(folder, 'quang-ninh-2023.csv'), 'old');
    const ran = await classify('-c', 'quang-ninh-2023', '-o', folder, '--format', 'json');
    expect(ran.exit).toBe(73);
    expect(findingsIn(ran, 'E601')).toHaveLength(2);
  });
});

describe('an output that cannot be written', () => {
  it('ends with 73 when its folder does not exist', async () => {
    const ran = await classify('-o', join(tempFolder(), 'nowhere', 'r.csv'));
    expect(ran.exit).toBe(73);
    expect(ran.stderr).toContain('E602');
  });

  it.skipIf(isRoot)('ends with 73 when its folder is not to be written in', async () => {
    const folder = tempFolder();
    chmodSync(folder, 0o500);
    expect((await classify('-o', join(folder, 'r.csv'))).exit).toBe(73);
  });

  it('ends with 73 and no part of the result when its manifest cannot take its place', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'r.csv.manifest.json'));
    const ran = await classify('-o', join(folder, 'r.csv'), '--force');
    expect([ran.exit, filesIn(folder)]).toEqual([73, ['r.csv.manifest.json']]);
  });

  it('leaves nothing behind when the place for rejected rows does not exist', async () => {
    const folder = tempFolder();
    const argv = ['classify', OFFICER, '-c', 'vn-2022', '-o', 'r.csv', '--reject-to', 'nowhere/x.csv'];
    const { code } = await ended(startBuilt(argv, folder));
    expect([code, filesIn(folder)]).toEqual([73, []]);
  });

  it('is refused when results and rejected rows would be one file', async () => {
    const folder = tempFolder();
    const path = join(folder, 'r.csv');
    const ran = await review([
      'classify',
      fixture('bad/duplicates.csv'),
      '-c',
      'vn-2022',
      '-o',
      path,
      '--reject-to',
      path,
    ]);
    expect([ran.exit, filesIn(folder)]).toEqual([2, []]);
  });
});

describe('several criteria sets', () => {
  const both = ['-c', 'vn-2022', '-c', 'quang-ninh-2023'];

  it('have a result each in a folder, which is made', async () => {
    const folder = join(tempFolder(), 'out');
    const ran = await review(['classify', OFFICER, ...both, '-o', folder]);
    expect(ran.exit).toBe(0);
    const names = ['quang-ninh-2023.csv', 'vn-2022.csv'];
    expect(filesIn(folder)).toEqual(['changes.csv', ...names.flatMap((name) => [name, `${name}.manifest.json`])]);
    expect(column(read(join(folder, 'vn-2022.csv')), 'class')).toEqual(['poor', 'near_poor', 'non_poor', 'undecided']);
    expect(column(read(join(folder, 'quang-ninh-2023.csv')), 'line')).toEqual([
      '2100000',
      '2100000',
      '2600000',
      '2600000',
    ]);
  });

  it('have the same results as one by one', async () => {
    const folder = join(tempFolder(), 'out');
    await review(['classify', OFFICER, ...both, '-o', folder]);
    for (const id of ['vn-2022', 'quang-ninh-2023']) {
      const alone = await review(['classify', OFFICER, '-c', id, '-o', '-']);
      expect(read(join(folder, `${id}.csv`)), id).toBe(alone.stdout);
    }
  });

  it('do not go into one file, nor to stdout', async () => {
    const folder = tempFolder();
    expect((await review(['classify', OFFICER, ...both, '-o', join(folder, 'r.csv')])).exit).toBe(2);
    expect((await review(['classify', OFFICER, ...both, '-o', '-'])).exit).toBe(2);
    expect(filesIn(folder)).toEqual([]);
  });

  it('leave a household that contradicts itself under one of them out of both', async () => {
    const folder = tempFolder();
    const input = tempFile(csvOf([household('1', { b2: '10' }), household('2')]));
    const ran = await review(['classify', input, ...both, '-o', `${folder}/`, '--reject-to', join(folder, 'x.csv')]);
    expect(ran.exit).toBe(1);
    for (const id of ['vn-2022', 'quang-ninh-2023']) {
      expect(column(read(join(folder, `${id}.csv`)), 'household_id')).toEqual(['2']);
    }
    expect(column(read(join(folder, 'x.csv')), 'household_id')).toEqual(['1']);
  });

  it('with one set and a folder: the file is named for the set', async () => {
    const folder = tempFolder();
    expect((await classify('-o', folder)).exit).toBe(0);
    expect(filesIn(folder)).toEqual(['vn-2022.csv', 'vn-2022.csv.manifest.json']);
  });
});

describe('--dry-run', () => {
  it.each([
    ['one set', ['-o', 'r.csv']],
    ['several sets', ['-c', 'quang-ninh-2023', '-o', 'out']],
    ['rejected rows', ['-o', 'r.csv', '--reject-to', 'x.csv']],
  ])('does everything but write: %s', async (_, options) => {
    const folder = tempFolder();
    const placed = options.map((o) => (/^(r|x|out)/.test(o) ? join(folder, o) : o));
    const ran = await classify('--dry-run', ...placed, '--format', 'json');
    expect([ran.exit, filesIn(folder)]).toEqual([0, []]);
    expect(JSON.parse(ran.stdout).data.counts).toMatchObject({ read: 4, classified: 4 });
  });

  it('has the exit code of the run it stands for', async () => {
    const folder = tempFolder();
    const argv = ['classify', fixture('bad/duplicates.csv'), '-c', 'vn-2022', '--dry-run', '-o', join(folder, 'r.csv')];
    expect((await review(argv)).exit).toBe(65);
    expect((await review([...argv, '--reject-to', join(folder, 'x.csv')])).exit).toBe(1);
    writeFileSync(join(folder, 'r.csv'), 'old');
    expect((await review(argv)).exit).toBe(73);
    expect(filesIn(folder)).toEqual(['r.csv']);
  });
});
