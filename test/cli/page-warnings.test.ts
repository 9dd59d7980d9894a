import { describe, expect, it } from 'vitest';
import { csvOf, findingsIn, household, review, tempFile } from '../fixtures.ts';

const survey = () => tempFile(csvOf([household('0001')]));

/** Every command that makes a page with a set. */
const PAGES: readonly (readonly [string, readonly string[]])[] = [
  ['classify', ['classify']],
  ['explain', ['explain', '--household', '0001']],
  ['coverage', ['criteria', 'coverage']],
];
const OUTSIDE = ['-c', 'vn-2022', '--date', '2030-01-01', '--outside-coverage', '--lang', 'en'];

describe.each(PAGES)('a page of %s', (_, command) => {
  const run = (...options: readonly string[]) => review([...command, survey(), ...options]);

  it.each([[[]], [['-q']], [['--format', 'md']], [['--format', 'md', '-q']]])(
    'says that the set is used outside its coverage, with %j too',
    async (options) => {
      const { exit, stdout } = await run(...OUTSIDE, ...options);
      expect(exit).toBe(0);
      expect(stdout).toContain('OUTSIDE COVERAGE: used for 2030-01-01; these criteria cover 2021-09-01 to 2026-12-31.');
    },
  );

  it('says nothing of it when the set covers the day', async () => {
    const { stdout } = await run('-c', 'vn-2022', '--date', '2025-01-01', '--outside-coverage', '--lang', 'en');
    expect(stdout).not.toContain('OUTSIDE');
  });

  it('says that nobody verified the set, and names what is not confirmed', async () => {
    const unverified = ['-c', 'hcmc-2025', '--allow-unverified', '--lang', 'en'];
    const page = await run(...unverified);
    expect(page.stdout).toContain('UNVERIFIED');
    expect(page.stderr).toContain('W407');
    expect(findingsIn(await run(...unverified, '--format', 'json'), 'W407').length).toBeGreaterThan(1);
  });
});

it('the cases of a set that nobody verified pass with that said of it', async () => {
  const { exit, stdout } = await review(['criteria', 'test', 'fixtures/cases/hcmc-2025.yaml', '--lang', 'en']);
  expect(exit).toBe(0);
  expect(stdout).toContain('UNVERIFIED');
});

it('a thing that is not confirmed is named once, though a line and a score go by its name', async () => {
  const { stderr } = await review(['classify', survey(), '-c', 'vn-2016', '--year', '2020', '--lang', 'en']);
  const [, names = ''] = /W407 vn-2016: \d+ things are not confirmed \((.*)\)/.exec(stderr) ?? [];
  const items = names.split(', ');
  expect(items).toContain('b1');
  expect(new Set(items).size).toBe(items.length);
});
