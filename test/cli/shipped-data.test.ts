import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiledFiles } from '../../src/cli/compiled-files.ts';
import { shippedLimits, shippedSets, shippedVocabulary } from '../../src/cli/shipped-data.ts';
import { shippedSetIds, shippedText } from '../../src/shipped.ts';
import { SHIPPED, shipped } from '../criteria/shipped.ts';
import { tempFolder } from '../fixtures.ts';

/** These tests need `npm run build`, as `npm test` does. */
const BUILT = 'dist/compiled';

const built = (name: string, folder = BUILT) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

describe('what the build makes of the data that ships', () => {
  it.each(SHIPPED)('is for %s what reading it gives, key by key', (id) => {
    const { data } = built(`set-${id}`) as { data: unknown };
    expect(data).toStrictEqual(shipped(id));
    // the hash of a set is taken over its keys in their order
    expect(JSON.stringify(data)).toBe(JSON.stringify(shipped(id)));
  });

  it('is the vocabulary and the limits that reading them gives', async () => {
    expect(built('vocabulary').data).toStrictEqual(await shippedVocabulary());
    expect(built('limits').data).toStrictEqual(await shippedLimits());
  });

  it('was made of the texts that lie beside it, and is all there is', () => {
    const files = compiledFiles();
    expect(readdirSync(BUILT).sort()).toEqual([...files.keys()].map((name) => `${name}.json`).sort());
    for (const [name, { fingerprint }] of files) expect([name, built(name).fingerprint]).toEqual([name, fingerprint]);
  });
});

describe('from the sources', () => {
  it('every set is read from its text', async () => {
    const load = await shippedSets();
    for (const id of shippedSetIds()) expect(load(id)).toStrictEqual(shipped(id));
  });
});

describe('a text that was changed after the build', () => {
  /** The built program with its data, where they may be changed. */
  function copyOfProgram(): string {
    const folder = tempFolder();
    for (const part of ['bin', 'dist', 'package.json', ...DATA]) cpSync(part, join(folder, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    return folder;
  }
  const DATA = ['src/criteria/library', 'src/survey/vocabulary.yaml', 'src/review/checks/limits.yaml'];

  function run(folder: string, ...argv: string[]) {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/review.js', ...argv], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, expect.any(String)]);
    return stdout;
  }
  const change = (folder: string, path: string, before: string, after: string) => {
    const text = shippedText(path);
    expect(text).toContain(before);
    writeFileSync(join(folder, 'src', path), text.replace(before, after));
  };
  const lineOf = (folder: string, id: string) =>
    JSON.parse(run(folder, 'criteria', 'show', id, '--format', 'json')).data;

  it('is what counts: of a set, and of one that extends it', () => {
    const folder = copyOfProgram();
    const before = [lineOf(folder, 'vn-2022'), lineOf(folder, 'quang-ninh-2023')];
    change(folder, 'criteria/library/vn-2022.yaml', 'vi: Bảo hiểm y tế', 'vi: Thẻ bảo hiểm');
    const after = [lineOf(folder, 'vn-2022'), lineOf(folder, 'quang-ninh-2023')];
    for (const set of before) expect(JSON.stringify(set)).not.toContain('Thẻ bảo hiểm');
    for (const set of after) expect(JSON.stringify(set)).toContain('Thẻ bảo hiểm');
  });

  it('is what counts: a set beside the others', () => {
    const folder = copyOfProgram();
    const own = shippedText('criteria/library/vn-2022.yaml').replace('id: vn-2022', 'id: vn-2099');
    writeFileSync(join(folder, 'src/criteria/library/vn-2099.yaml'), own);
    expect(run(folder, 'criteria', 'list', '--format', 'csv')).toContain('\r\nvn-2099,');
  });

  it('is what counts: a heading more, and another age that nobody reaches', () => {
    const folder = copyOfProgram();
    const survey = 'Mã hộ lạ,Chủ hộ,Năm sinh\r\n1,Vi Văn Mẫu,1910\r\n';
    writeFileSync(join(folder, 'a.csv'), survey);
    const found = () =>
      JSON.parse(run(folder, 'check', 'a.csv', '--date', '2025-10-01', '-c', 'vn-2022', '--format', 'json')) as {
        findings: { code: string }[];
      };
    const before = found().findings.map(({ code }) => code);
    change(folder, 'survey/vocabulary.yaml', '[STT hộ, ', '[Mã hộ lạ, STT hộ, ');
    change(folder, 'review/checks/limits.yaml', 'oldest: 120', 'oldest: 100');
    const after = found().findings.map(({ code }) => code);
    const [unknownHeading, tooOld] = ['N204', 'E339'];
    expect([before.includes(unknownHeading), before.includes(tooOld)]).toEqual([true, false]);
    expect([after.includes(unknownHeading), after.includes(tooOld)]).toEqual([false, true]);
  });
});
