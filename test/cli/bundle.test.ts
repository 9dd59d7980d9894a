import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import type { main as Main } from '../../src/cli/main.ts';
import { fixture, review, tempFolder } from '../fixtures.ts';

/** These tests need `npm run build`, as `npm test` does. */
const BUNDLE = resolve('dist/program');
const DEMO = resolve('fixtures/demo/2025.csv');

const { chunksIn } = createRequire(import.meta.url)('../../dist/cli/chunks.cjs') as {
  chunksIn(folder: string): { load(name: string): unknown; scripts: ReadonlyMap<string, Script> };
};

/** What a command line loads of the bundle: the texts of its chunks, and whether their compiled forms were taken. */
async function loadedBy(...argv: readonly string[]) {
  const { load, scripts } = chunksIn(BUNDLE);
  const out = { write: async () => {}, isTty: false, columns: 100 };
  const io: Io = { stdin: process.stdin, stdinIsTty: true, stdout: out, stderr: out, env: {} };
  expect(await (load('./main.js') as { main: typeof Main }).main(argv, io)).toBe(0);
  const texts = [...scripts.keys()].map((name) => readFileSync(join(BUNDLE, name), 'utf8'));
  const defines = (name: string) => texts.some((text) => new RegExp(`\\b(?:function|class) ${name}\\b`).test(text));
  return { scripts, defines, bytes: texts.reduce((sum, text) => sum + text.length, 0) };
}

/** Functions that `classify` of a CSV file has no need of: of other commands, of YAML, schemas and workbooks. */
const STRANGERS = [
  ...['pairYears', 'summarize', 'householdIn', 'loadCriteria', 'openWorkbook'],
  ...['stringifyString', 'parsedType', 'encodeCellRef'],
];

const classify = ['classify', DEMO, '-c', 'vn-2022'];

describe('what is loaded of the bundle', () => {
  it('by --version: the reader of command lines and the words, no survey and no judge', async () => {
    const { defines, scripts, bytes } = await loadedBy('--version');
    expect(defines('makeProgram')).toBe(true);
    expect(['reviewSurvey', 'makeJudge', 'makeTable', 'blockReviewers', ...STRANGERS].filter(defines)).toEqual([]);
    expect(scripts.size).toBeLessThan(20);
    expect(bytes).toBeLessThan(600_000);
  });

  it('by classify: the judge and one reader, nothing of other commands, YAML, schemas or workbooks', async () => {
    const { defines, scripts, bytes } = await loadedBy(...classify, '--reader', 'fast');
    expect(['makeJudge', 'blockReviewers', 'summaryReport'].filter((name) => !defines(name))).toEqual([]);
    expect(STRANGERS.filter(defines)).toEqual([]);
    // a chunk costs about as much as a module does; without the bundle they are more than two hundred
    expect(scripts.size).toBeLessThan(70);
    expect(bytes).toBeLessThan(1_200_000);
  });

  it('is told by names that stand in the bundle', () => {
    const chunks = readdirSync(BUNDLE).filter((name) => name.endsWith('.js'));
    const texts = chunks.map((name) => readFileSync(join(BUNDLE, name), 'utf8'));
    for (const name of STRANGERS)
      expect([name, texts.some((text) => text.includes(`function ${name}(`))]).toEqual([name, true]);
  });

  it('by classify: all of it as V8 compiled it at the build', async () => {
    const { scripts } = await loadedBy(...classify, '--reader', 'fast');
    const anew = [...scripts].filter(([, script]) => script.cachedDataRejected !== false).map(([name]) => name);
    expect(anew).toEqual([]);
  });
});

describe('the bundled program', () => {
  /** The built program where it may be changed. */
  function copyOfProgram(): string {
    const folder = tempFolder();
    for (const part of ['bin', 'dist', 'package.json', 'src/criteria/library', 'src/survey/vocabulary.yaml'])
      cpSync(part, join(folder, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    isMadeAt(folder, 'dist/cli/bin.js', 1);
    return folder;
  }
  const isMadeAt = (folder: string, path: string, hour: number) =>
    utimesSync(join(folder, path), hour * 3600, hour * 3600);
  const run = (folder: string, ...argv: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'bin/review.js'), ...argv], {
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  };

  it('reads a file of an officer as the modules do, letters in patterns too', async () => {
    const argv = ['classify', fixture('good/officer.csv'), '-c', 'vn-2022', '--lang', 'vi'];
    const { stdout, stderr, exit } = await review(argv);
    expect([exit, stdout]).toEqual([0, expect.stringContaining('nghèo')]);
    expect(run('.', ...argv)).toEqual({ stdout, stderr, status: exit });
  });

  it('finds its data wherever it lies, and files in folders', () => {
    const folder = copyOfProgram();
    cpSync(DEMO, join(folder, 'communes/a.csv'));
    const of = (path: string) => run(folder, 'classify', path, '-c', 'vn-2022', '--format', 'csv');
    expect(of(join(folder, 'communes')).status).toBe(0);
    expect(of(join(folder, 'communes')).stdout).toBe(of(DEMO).stdout);
  });

  it('passes over compiled forms of another Node', () => {
    const folder = copyOfProgram();
    const before = run(folder, ...classify);
    const caches = readdirSync(join(folder, 'dist/program')).filter((name) => name.endsWith('.cache'));
    for (const name of caches) writeFileSync(join(folder, 'dist/program', name), Buffer.alloc(64, 7));
    expect(caches.length).toBeGreaterThan(20);
    expect(run(folder, ...classify)).toEqual(before);
    expect(before.status).toBe(0);
  });

  it('gives way, in a checkout, to modules that were compiled after it was made', () => {
    const folder = copyOfProgram();
    cpSync('src/cli/bin.ts', join(folder, 'src/cli/bin.ts'));
    writeFileSync(join(folder, 'dist/program/bin.js'), '(function () { throw new Error("old"); })');
    isMadeAt(folder, 'dist/program/bin.js', 2);
    expect(run(folder, '--version').stderr).toContain('Error: old');
    isMadeAt(folder, 'dist/cli/bin.js', 3);
    expect(run(folder, '--version')).toMatchObject({ status: 0, stderr: '' });
  });

  it('is what runs where there is nothing to compile, whatever the times of its files', () => {
    const folder = copyOfProgram();
    writeFileSync(join(folder, 'dist/program/bin.js'), '(function () { throw new Error("bundle"); })');
    isMadeAt(folder, 'dist/program/bin.js', 2);
    isMadeAt(folder, 'dist/cli/bin.js', 3);
    expect(run(folder, '--version').stderr).toContain('Error: bundle');
  });
});
