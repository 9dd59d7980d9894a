import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsIn, MARKS, read, review, rowsIn, tempFile, tempFolder } from '../fixtures.ts';

/** Invented: unclean water gives 30 points, every other answer none. */
const CODES = ['tap', 'drilled_well', 'protected_dug_well', 'protected_spring', 'rain', 'bottled'];
const ROWS = [...CODES.map((code) => [code, 0]), ['other_unclean', 30]]
  .map(([code, points]) => `      - { item: water, field: water_source, code: ${code}, points: ${points} }\n`)
  .join('');
const SET = readFileSync('src/criteria/library/vn-2022.yaml', 'utf8').replace(
  'given: b2',
  `given: b2\n    table:\n${ROWS.trimEnd()}`,
);

/** Classifies one rural household under the line, by income. */
async function classify(headings: string, cells: string) {
  const folder = tempFolder();
  const set = tempFile(SET, 'own.yaml');
  const survey = tempFile(`household_id,area,size,income,${headings}\n001,rural,4,1000000,${cells}\n`, 'ho.csv');
  const out = join(folder, 'r.csv');
  const done = await review(['classify', survey, '-c', set, '--basis', 'income', '-o', out, '--format', 'json']);
  return {
    done,
    codes: findingsIn(done).map(({ code }) => code),
    row: done.exit === 0 ? rowsIn(read(out))[0] : undefined,
  };
}

describe('a B2 computed by a points table', () => {
  it('classifies a household that has neither marks nor a total', async () => {
    expect((await classify('water_source', 'other_unclean')).row?.class).toBe('poor');
  });

  it('is held against the total that is written, which stands', async () => {
    const { codes, row } = await classify('b2,water_source', '20,other_unclean');
    expect(codes).toContain('W355');
    expect(row?.class).toBe('near_poor');
  });

  it('gives way to the marks, and says so', async () => {
    const marks = MARKS.map((id) => (id === 'water' ? '1' : '0')).join(',');
    const { codes, row } = await classify(`${MARKS.join(',')},water_source`, `${marks},other_unclean`);
    expect(codes).toContain('W368');
    expect(row?.class).toBe('near_poor');
  });

  it('is explained by its items', async () => {
    const survey = tempFile(
      'household_id,area,size,income,water_source\n001,rural,4,1000000,other_unclean\n',
      'ho.csv',
    );
    const argv = ['explain', survey, '-c', tempFile(SET, 'own.yaml'), '--household', '001', '--lang', 'en'];
    const { stdout } = await review(argv);
    expect(stdout).toMatch(/B2[^\n]* by the points table/);
    expect(stdout).toMatch(/water *│ other_unclean *│ *30 │/);
    expect(stdout).toMatch(/Total *│ *│ *30 │/);
    const json = JSON.parse((await review([...argv, '--format', 'json'])).stdout);
    expect(json.data.points).toMatchObject([
      { total: 'b2', points: { lo: 30, hi: 30 }, items: [{ id: 'water', rows: ['other_unclean'], skipped: false }] },
    ]);
  });
});
