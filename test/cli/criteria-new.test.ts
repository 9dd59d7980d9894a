import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../criteria/shipped.ts';
import { column, csvOf, household, read, review, tempFile } from '../fixtures.ts';

const DAY = ['--date', '2026-11-23'];
const written = async (...args: readonly string[]) => review(['criteria', 'new', 'own-2026', ...DAY, ...args]);

describe('what criteria new writes', () => {
  it.each(SHIPPED)('passes check when it extends %s, with every line used', async (id) => {
    const { exit, stdout, stderr } = await written('--extends', id);
    expect([exit, stderr]).toEqual([0, '']);
    const checked = await review(['criteria', 'check', tempFile(stdout, 'own-2026.yaml')]);
    expect([checked.exit, checked.stderr]).toEqual([0, '']);
    expect(stdout).toContain(`extends: ${id}\n`);
  });

  it('tells who lives at an average standard when the set it extends does', async () => {
    const own = tempFile((await written()).stdout, 'own-2026.yaml');
    const rows = [household('1', { income: '2250000' }), household('2', { income: '2250001' })];
    const ran = await review(['classify', tempFile(csvOf(rows)), '-c', own, '-o', '-']);
    expect(column(ran.stdout, 'average_living')).toEqual(['1', '0']);
  });

  it('extends the set of a family that is in force on the day', async () => {
    expect((await written('--extends', 'vn')).stdout).toContain('extends: vn-2022\n');
  });

  it('says of an unverified set that what is inherited is no surer', async () => {
    expect((await written('--extends', 'hcmc-2025')).stdout).toContain('\ninherited:\n  confidence: low\n');
    expect((await written()).stdout).not.toContain('\ninherited:');
  });

  it('begins with the line that leads an editor to the schema, which criteria schema prints', async () => {
    expect((await written()).stdout.split('\n')[0]).toBe('# yaml-language-server: $schema=criteria.schema.json');
    const { exit, stdout } = await review(['criteria', 'schema']);
    expect([exit, stdout]).toEqual([0, read('docs/criteria.schema.json')]);
  });
});

it('help says what new and check take', async () => {
  const help = async (command: string) => (await review(['criteria', command, '--help', '--lang', 'en'])).stdout;
  expect(await help('new')).toMatch(/id\s+id of the new set/);
  expect(await help('new')).not.toContain('path of a YAML file');
  expect(await help('check')).toContain('- to read a pipe');
});
