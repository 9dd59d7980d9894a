import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCriteria } from '../src/criteria/load.ts';
import { FINDING_CODES } from '../src/finding.ts';
import { shippedSet } from '../src/shipped.ts';
import { review } from './fixtures.ts';

const README = readFileSync('README.md', 'utf8');
const EXAMPLES = ['README.md', 'README.vi.md'].flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/```console\n\$ npx review (.+)\n([\s\S]*?)```/g)].map((m) => ({
    file,
    command: m[1] ?? '',
    output: m[2] ?? '',
  })),
);

describe('the README', () => {
  it('has examples in both languages', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(6);
  });

  it.each(EXAMPLES)('$file shows what "$command" prints', async ({ command, output }) => {
    const { exit, stdout } = await review(command.split(' '));
    expect(exit).toBe(0);
    expect(stdout.trim()).toBe(output.trim());
  });

  it('shows a province that loads', () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(README)?.[1] ?? '';
    const set = loadCriteria('province.yaml', yaml, (id) => shippedSet(id));
    expect(set.lines.poverty?.by_area).toEqual({ rural: 2_200_000, urban: 2_800_000 });
    expect(set.classes.income?.rules.map((r) => r.class)).toEqual(['poor', 'near_poor', 'non_poor']);
  });

  it('names every command that help names', async () => {
    const { stdout } = await review(['--help', '--lang', 'en']);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map((m) => m[1]);
    expect(commands).toEqual([
      'check',
      'classify',
      'explain',
      'questions',
      'link',
      'diff',
      'summary',
      'target',
      'generate',
    ]);
    for (const command of commands) expect(README).toContain(`\`review ${command}`);
  });
});

describe('docs/findings.md', () => {
  it('lists every code and no other', () => {
    const listed = [...readFileSync('docs/findings.md', 'utf8').matchAll(/^\| ([EWN]\d{3}) \|/gm)].map((m) => m[1]);
    expect(listed).toEqual([...FINDING_CODES]);
  });
});
