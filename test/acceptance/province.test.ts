import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { column, findingsIn, type Ran, read, review } from '../fixtures.ts';

/**
 * Quảng Ninh as it was counted: invented provinces whose counts by class are those the province published, read back
 * and classified. The counts are of real reviews; the households are not.
 */

/** About as many households as 246 poor at 0.064 % and 3,063 near-poor at 0.797 % leave room for. */
const PROVINCE = 384_340;
/** A sixteenth of the province, or so: the counts are what matters. */
const SMALL = 24_000;
/** Reading a whole province takes its time on a slow machine. */
const LONG = 240_000;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-province-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Wanted {
  readonly criteria: string;
  readonly households: number;
  readonly poor: number;
  readonly nearPoor: number;
}

async function generate({ criteria, households, poor, nearPoor }: Wanted): Promise<string> {
  const path = join(folder, `${criteria}-${households}-${poor}-${nearPoor}.csv`);
  // one file serves every test that asks for it
  if (existsSync(path)) return path;
  const counts = ['--households', `${households}`, '--poor', `${poor}`, '--near-poor', `${nearPoor}`];
  const ran = await review(['generate', ...counts, '--criteria', criteria, '-o', path]);
  expect([ran.exit, ran.stderr]).toEqual([0, '']);
  return path;
}

/** Households by class; a class with nobody in it may be left out. */
function classesIn(ran: Ran): Record<string, number> {
  const { data } = JSON.parse(ran.stdout) as { data: { results: [{ classes: Record<string, number> }] } };
  return withoutNone(data.results[0].classes);
}

const withoutNone = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, households]) => households > 0));

describe('a province generated with published counts classifies to them', () => {
  test.each([
    // early 2023 by Resolution 13/2023/NQ-HĐND: 246 poor (0.064 %), 3,063 near-poor (0.797 %) as published by the
    // province; 3,066 near-poor were published too
    { criteria: 'quang-ninh-2023', households: PROVINCE, poor: 246, nearPoor: 3063 },
    // the national standard, 2021 (opening stock of 2022): 1,526 poor (0.41 %), 5,553 near-poor (1.48 %)
    { criteria: 'vn-2022', households: SMALL, poor: 1526, nearPoor: 5553 },
    // the national standard, end of 2022: 258 poor (0.067 %); no near-poor were published, 1,000 stand for them
    { criteria: 'vn-2022', households: SMALL, poor: 258, nearPoor: 1000 },
    // the national standard, 2023, result of the ministry (Decision 134/QĐ-BLĐTBXH): nobody poor, 925 near-poor (0.24 %)
    { criteria: 'vn-2022', households: SMALL, poor: 0, nearPoor: 925 },
    // early 2025 by Resolution 13/2023/NQ-HĐND: 8 poor, 1,197 near-poor
    { criteria: 'quang-ninh-2023', households: SMALL, poor: 8, nearPoor: 1197 },
    // late 2025 by Resolution 13/2023/NQ-HĐND: nobody either
    { criteria: 'quang-ninh-2023', households: SMALL, poor: 0, nearPoor: 0 },
  ])(
    '$criteria, $households households: $poor poor, $nearPoor near-poor',
    async (wanted) => {
      const { criteria, households, poor, nearPoor } = wanted;
      const path = await generate(wanted);
      const ran = await review(['classify', path, '-c', criteria, '--format', 'json', '--quiet']);
      expect(ran.exit).toBe(0);
      const others = households - poor - nearPoor;
      expect(classesIn(ran)).toEqual(withoutNone({ poor, near_poor: nearPoor, non_poor: others }));
      // nothing is assumed of anybody, and everybody lives where the set applies
      for (const code of ['N317', 'W318', 'W203']) expect(findingsIn(ran, code)).toEqual([]);
    },
    LONG,
  );
});

test(
  'the province of early 2023 shows the rates it published: 0.064 % and 0.797 %',
  async () => {
    const path = await generate({ criteria: 'quang-ninh-2023', households: PROVINCE, poor: 246, nearPoor: 3063 });
    const rates = ['--coverage', 'all', '--decimals', '3', '--lang', 'vi', '--quiet'];
    const { stdout } = await review(['classify', path, '-c', 'quang-ninh-2023', ...rates]);
    expect(stdout).toContain('0,064');
    expect(stdout).toContain('0,797');
  },
  LONG,
);

test(
  'on one snapshot all whom the nation calls poor or near-poor the province does too',
  async () => {
    const survey = await generate({ criteria: 'quang-ninh-2023', households: SMALL, poor: 246, nearPoor: 3063 });
    const results = join(folder, 'both/');
    const ran = await review(['classify', survey, '-c', 'vn-2022', '-c', 'quang-ninh-2023', '-o', results, '--quiet']);
    expect(ran.exit).toBe(0);
    const [nation, province] = ['vn-2022', 'quang-ninh-2023'].map((id) =>
      column(read(join(results, `${id}.csv`)), 'class'),
    ) as [readonly string[], readonly string[]];
    expect([nation.length, province.length]).toEqual([SMALL, SMALL]);
    expect(nation.filter((each) => each === 'poor').length).toBeGreaterThan(10);
    expect(nation.filter((each, at) => each === 'poor' && province[at] !== 'poor')).toEqual([]);
    expect(nation.filter((each, at) => each === 'near_poor' && province[at] !== 'near_poor')).toEqual([]);
    expect(nation).not.toContain('undecided');
  },
  LONG,
);
