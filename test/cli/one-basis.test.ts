import { join } from 'node:path';
import { expect, it } from 'vitest';
import { column, csvOf, findingsIn, household, read, review, tempFile, tempFolder } from '../fixtures.ts';

const SURVEY = csvOf([household('1', { b1: '200', income: '1000000' }, 3)]);

it('two sets go by one basis: by income when one of them has no points', async () => {
  const out = join(tempFolder(), 'out');
  const args = ['classify', tempFile(SURVEY), '-c', 'vn-2022', '-c', 'vn-2027', '-o', out, '--format', 'json'];
  const ran = await review(args);
  expect(ran.exit).toBe(0);
  for (const id of ['vn-2022', 'vn-2027']) expect(column(read(join(out, `${id}.csv`)), 'basis')).toEqual(['income']);
  expect(findingsIn(ran, 'N502')).toHaveLength(2);
});

it('one set with points goes by them when B1 is there', async () => {
  const { stdout } = await review(['classify', tempFile(SURVEY), '-c', 'vn-2022', '-o', '-']);
  expect(column(stdout, 'basis')).toEqual(['score']);
});

it('every page of a set that nobody verified says so, even when quiet', async () => {
  const args = ['classify', tempFile(SURVEY), '-c', 'hcmc-2025', '--allow-unverified', '--lang', 'en', '--quiet'];
  for (const format of ['table', 'md'])
    expect((await review([...args, '--format', format])).stdout).toContain('UNVERIFIED');
});

it('a criteria file that is not UTF-8 is told so', async () => {
  const path = tempFile(Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xe9, 0xff]), 'own.yaml');
  const ran = await review(['criteria', 'check', path, '--format', 'json']);
  expect(findingsIn(ran).map((f) => f.code)).toEqual(['E102']);
});
