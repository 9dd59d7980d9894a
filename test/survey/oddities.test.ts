import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { review } from '../fixtures.ts';

/**
 * One folder per oddity of real files: the survey as an officer has it, and the whole of what the program says of it.
 * Renewed by `npx vitest run -u` and read in review like code.
 */
const ROOT = 'fixtures/survey';
const foldersIn = (kind: string) =>
  readdirSync(join(ROOT, kind), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** The files of a survey, and the options its folder asks for. */
function argsFor(folder: string): readonly string[] {
  const names = readdirSync(folder);
  const more = names.includes('args') ? readFileSync(join(folder, 'args'), 'utf8').trim().split('\n') : [];
  return [...names.filter((name) => name.startsWith('survey')).map((name) => `${folder}/${name}`), ...more];
}

const SETS = ['-c', 'vn-2022', '--year', '2025', '--lang', 'en'];

describe('a file that can be read', () => {
  it.each(foldersIn('good'))('%s is read as shown, and its households with it', async (leaf) => {
    const folder = `${ROOT}/good/${leaf}`;
    const args = argsFor(folder);
    const checked = await review(['check', ...args, ...SETS, '--verbose']);
    expect(checked.exit).toBe(0);
    await expect(checked.stdout).toMatchFileSnapshot(`../../${folder}/reading.txt`);
    const classified = await review(['classify', ...args, ...SETS, '-o', '-', '--quiet']);
    expect(classified.exit).toBe(0);
    await expect(classified.stdout).toMatchFileSnapshot(`../../${folder}/result.csv`);
  });
});

describe('a file that cannot', () => {
  it.each(foldersIn('bad'))('%s is refused with all its faults, and nothing is written', async (leaf) => {
    const folder = `${ROOT}/bad/${leaf}`;
    const { exit, stdout, stderr } = await review(['classify', ...argsFor(folder), ...SETS, '-o', '-', '--quiet']);
    expect(stdout).toBe('');
    await expect(`exit ${exit}\n${stderr}`).toMatchFileSnapshot(`../../${folder}/findings.txt`);
  });
});
