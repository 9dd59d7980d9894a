import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsIn, read, review, tempFile, tempFolder } from '../fixtures.ts';

const CASE = (name: string, expected = '{ class: near_poor }') => `  - name: ${name}
    household: { area: rural, income: 1400000, others: 0 }
    expected: ${expected}
`;
const FILE = `criteria: vn-2022
cases:
${CASE('a household below the line is near-poor')}`;

const test = (...args: readonly string[]) => review(['criteria', 'test', ...args, '--lang', 'en']);

it('the example of docs/cases.md comes out, and names every key there is', async () => {
  const docs = read('docs/cases.md');
  const yaml = /```yaml\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
  const ran = await test(tempFile(yaml, 'example.yaml'));
  expect([ran.exit, ran.stderr]).toEqual([0, '']);
  expect(ran.stdout).toContain('4 cases passed, 0 failed');
  const keys = ['basis', 'residence', 'members', 'marks', 'deprived', 'others', 'class', 'possible', 'indicators'];
  const more = ['average_living', 'deprivations', 'deprivations_max', 'undecided_for', 'near_boundary'];
  for (const key of [...keys, ...more]) expect(docs).toContain(`\`${key}\``);
});

describe('criteria test', () => {
  it('runs the files of a folder and of a glob, in their order', async () => {
    const folder = tempFolder();
    for (const name of ['b.yaml', 'a.yml', 'c.txt']) tempFile(FILE, name, folder);
    const ran = await test(folder);
    expect([ran.exit, ran.stdout.match(/[abc]\.\w+ /g)]).toEqual([0, ['a.yml ', 'b.yaml ']]);
    expect((await test(join(folder, '*.yaml'))).stdout).toContain('b.yaml (vn-2022): 1 case passed, 0 failed');
  });

  it.each([
    ['a folder without cases', () => tempFolder()],
    ['a glob that fits nothing', () => join(tempFolder(), '*.yaml')],
  ])('ends with 66 for %s', async (_, path) => {
    expect((await test(path())).exit).toBe(66);
  });

  it('quotes a value that is not allowed and names the one that was likely meant', async () => {
    const { exit, stderr } = await test(tempFile(FILE.replace('rural', 'rual'), 'a.yaml'));
    expect(exit).toBe(78);
    expect(stderr).toContain('Case file invalid: value "rual" not allowed (one of urban, rural)');
    expect(stderr).toContain('Did you mean: rural?');
  });

  it('refuses two cases of one name', async () => {
    const path = tempFile(FILE + CASE('a household below the line is near-poor'), 'a.yaml');
    const ran = await review(['criteria', 'test', path, '--format', 'json']);
    expect(findingsIn(ran, 'E403').map((f) => f.row)).toEqual([6]);
  });

  it('says nothing where nothing is expected or found, and ends with 1', async () => {
    const path = tempFile(FILE + CASE('wrong on purpose', '{ undecided_for: [income] }'), 'a.yaml');
    const { exit, stdout } = await test(path);
    expect(exit).toBe(1);
    expect(stdout).toContain('undecided_for: expected income, got nothing');
    expect(stdout).toContain('1 case passed, 1 failed');
  });
});
