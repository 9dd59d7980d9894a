import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  column,
  csvOf,
  errorsIn,
  findingsIn,
  fixture,
  household,
  read,
  review,
  tempFile,
  tempFolder,
} from '../fixtures.ts';

const isRoot = process.getuid?.() === 0;
const OPTIONS = ['-c', 'vn-2022', '-o', '-', '-q'];
const ids = async (...names: readonly string[]) =>
  column((await review(['classify', ...names, ...OPTIONS])).stdout, 'household_id');

/** A folder with surveys of one household each, some in folders below. */
function folderOf(...names: readonly string[]): string {
  const folder = tempFolder();
  for (const [at, name] of names.entries()) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), csvOf([household(`${at + 1}`)]));
  }
  return folder;
}

describe('a file that is missing', () => {
  it('ends with 66, and every one of them is told', async () => {
    const ran = await review([
      'classify',
      'none.csv',
      fixture('good/officer.csv'),
      'no/ne.csv',
      '-c',
      'vn-2022',
      '--format',
      'json',
    ]);
    expect(ran.exit).toBe(66);
    expect(findingsIn(ran, 'E101').map((f) => f.file)).toEqual(['none.csv', 'no/ne.csv']);
  });

  it.each(['nothing-*.csv', 'nowhere/**/*.csv'])('is also a pattern that fits nothing: %s', async (pattern) => {
    expect((await review(['classify', pattern, '-c', 'vn-2022'])).exit).toBe(66);
  });

  it('is also a folder without surveys', async () => {
    const folder = folderOf('a.pdf');
    expect((await review(['classify', folder, '-c', 'vn-2022'])).exit).toBe(66);
  });

  it('is also a link that leads nowhere', async () => {
    const folder = tempFolder();
    symlinkSync(join(folder, 'gone.csv'), join(folder, 'link.csv'));
    expect((await review(['classify', join(folder, 'link.csv'), '-c', 'vn-2022'])).exit).toBe(66);
  });

  it.skipIf(isRoot)('is also one that may not be read', async () => {
    const path = tempFile(csvOf([household('1')]));
    chmodSync(path, 0o000);
    expect((await review(['classify', path, '-c', 'vn-2022'])).exit).toBe(66);
  });

  it.skipIf(isRoot)('is also a folder that may not be read', async () => {
    const folder = folderOf('a.csv');
    chmodSync(folder, 0o000);
    const { exit } = await review(['classify', folder, '-c', 'vn-2022']);
    chmodSync(folder, 0o700);
    expect(exit).toBe(66);
  });
});

describe('several files', () => {
  it('are one survey, in the order given', async () => {
    const folder = folderOf('b.csv', 'a.csv');
    expect(await ids(join(folder, 'b.csv'), join(folder, 'a.csv'))).toEqual(['1', '2']);
    expect(await ids(join(folder, 'a.csv'), join(folder, 'b.csv'))).toEqual(['2', '1']);
  });

  it('are all those in a folder and below, in the order of their names', async () => {
    const folder = folderOf('xã b.csv', 'a/2.csv', 'a/1.txt', 'c.tsv', 'notes.pdf', 'D.CSV');
    expect((await ids(folder))?.toSorted()).toEqual(['1', '2', '3', '4', '6']);
    expect(await ids(folder)).toEqual(await ids(`${folder}/`));
  });

  it('are those that a pattern fits', async () => {
    const folder = folderOf('x1.csv', 'x2.csv', 'y.csv');
    expect(await ids(join(folder, 'x*.csv'))).toEqual(['1', '2']);
  });

  it('may have a name that looks like a pattern', async () => {
    const folder = folderOf('[x].csv');
    expect(await ids(join(folder, '[x].csv'))).toEqual(['1']);
  });

  it('may have no column for their unit, which is then said', async () => {
    const folder = folderOf('a.csv', 'b.csv');
    const units = ['--unit', 'a.csv=00001', '--unit', `${join(folder, 'b.csv')}=00002`];
    const { stdout } = await review(['classify', join(folder, 'a.csv'), join(folder, 'b.csv'), ...units, ...OPTIONS]);
    expect(column(stdout, 'commune_code')).toEqual(['00001', '00002']);
  });
});

describe('standard input', () => {
  it('is the file called -', async () => {
    const stdin = csvOf([household('0001'), household('0002')]);
    const ran = await review(['classify', '-', ...OPTIONS], { stdin });
    expect([ran.exit, column(ran.stdout, 'household_id')]).toEqual([0, ['0001', '0002']]);
  });

  it('has its faults told with their rows', async () => {
    const stdin = csvOf([household('1', { area: 'x' })]);
    const ran = await review(['classify', '-', '-c', 'vn-2022', '--format', 'json'], { stdin });
    expect([ran.exit, errorsIn(ran)]).toEqual([65, [['E304', 2]]]);
  });

  it('that is a terminal is wrong usage', async () => {
    expect((await review(['classify', '-', ...OPTIONS])).exit).toBe(2);
  });

  it('that is empty ends with 65', async () => {
    expect((await review(['classify', '-', ...OPTIONS], { stdin: '' })).exit).toBe(65);
  });
});

describe('the delimiter', () => {
  it('is found, or taken from the line sep=', async () => {
    for (const delimiter of [',', ';', '\t']) {
      expect(await ids(tempFile(csvOf([household('0001')], delimiter)))).toEqual(['0001']);
    }
    expect(await ids(tempFile(`sep=;\n${csvOf([household('0001')], ';')}`))).toEqual(['0001']);
  });

  it('is what the user says', async () => {
    const path = tempFile(csvOf([household('0001')], ';'));
    for (const [option, exit] of [
      [';', 0],
      [',', 65],
      ['tab', 65],
    ] as const) {
      expect((await review(['classify', path, ...OPTIONS, '--delimiter', option])).exit).toBe(exit);
    }
  });
});

it('a survey as an officer sends it is read whole', async () => {
  const ran = await review(['classify', fixture('good/officer.csv'), '-c', 'vn-2022', '--format', 'json']);
  expect(ran.exit).toBe(0);
  expect(findingsIn(ran).map((f) => [f.code, f.count])).toEqual(
    expect.arrayContaining([
      ['N204', 1],
      ['N205', 2],
      ['N314', 1],
    ]),
  );
  expect(read(fixture('good/officer.csv')).startsWith('\ufeffsep=;\r\n')).toBe(true);
});
