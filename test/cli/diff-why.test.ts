import { describe, expect, it } from 'vitest';
import { findingsIn, household, type Row, resultFile, review } from '../fixtures.ts';

describe('review diff', () => {
  it('points at a village that lost exactly the quota it is given', async () => {
    const at = { commune_code: '00001', village: 'Thôn 1' };
    const was = ['1', '2', '3', '4'].map((id) => household(id, at, 3));
    const is = was.map((row, n) => (n < 2 ? { ...row, income: '1900000' } : row));
    const files = [await resultFile(was, '2023'), await resultFile(is, '2024')];
    const codes = async (...options: readonly string[]) =>
      findingsIn(await review(['diff', ...files, '--format', 'json', ...options]), 'W865').length;
    expect(await codes('--quota', '50%')).toBe(1);
    expect(await codes('--quota', '25%')).toBe(0);
    expect(await codes()).toBe(0);
  });

  it('gives reasons on the basis on which the results were made', async () => {
    const row: Row = { ...household('1', { b1: '100', b2: '30' }, 3) };
    const was = await resultFile([row], '2023', '--basis', 'income');
    const is = await resultFile([{ ...row, income: '1900000' }], '2024', '--basis', 'income');
    const { stdout } = await review(['diff', was, is, '--format', 'md', '--lang', 'en']);
    expect(stdout).toContain('Income up from 1,400,000 to 1,900,000');
  });
});
