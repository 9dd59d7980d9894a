import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, read, review, rowsIn, tempFolder } from '../fixtures.ts';

const SETS = ['-c', 'vn-2022', '-c', 'quang-ninh-2023'];

describe('two sets on one survey', () => {
  it('list the households whose class differs, and count them by why', async () => {
    const folder = tempFolder();
    const out = join(folder, 'out');
    const args = ['classify', 'fixtures/demo/2025.csv', ...SETS, '--year', '2025', '-o', out, '--format', 'json'];
    const { exit, stdout } = await review(args);
    expect(exit).toBe(0);
    expect(filesIn(out)).toContain('changes.csv');
    const [vn, qn] = ['vn-2022', 'quang-ninh-2023'].map((id) => rowsIn(read(join(out, `${id}.csv`))));
    const listed = rowsIn(read(join(out, 'changes.csv')));
    const differing = (vn ?? []).filter((row, at) => row.class !== qn?.[at]?.class);
    expect(listed.map((row) => row.household_id)).toEqual(differing.map((row) => row.household_id));
    for (const row of listed)
      expect(row['reason_quang-ninh-2023']).toMatch(/^(population|answers|line|indicators|line;indicators|rules)$/);
    const [{ moves }] = (
      JSON.parse(stdout) as { data: { changes: [{ moves: { households: number; reasons: object }[] }] } }
    ).data.changes;
    expect(moves.reduce((sum, move) => sum + move.households, 0)).toBe(listed.length);
    for (const move of moves) {
      expect(Object.values(move.reasons).reduce((sum, n) => sum + n, 0)).toBe(move.households);
    }
  });

  it('say so when nobody changes', async () => {
    const args = [
      'classify',
      'fixtures/readme/households.csv',
      '-c',
      'vn-2022',
      '-c',
      'vn-2022',
      '--year',
      '2025',
      '--lang',
      'en',
    ];
    expect((await review(args)).stdout).not.toContain('changes from');
  });
});
