import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvOf, filesIn, type Row, read, review, rowsIn, tempFile, tempFolder } from '../fixtures.ts';

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
    for (const row of listed) expect(row['reason_quang-ninh-2023']).toMatch(/^(population|answers|line)$/);
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

/** Everything that any shipped set counts, deprived in those named. */
const INDICATORS = `employment dependents nutrition health_insurance health_care adult_education child_schooling
  housing_quality housing_area water toilet telecom information_means waste digital_access social_insurance`.split(
  /\s+/,
);
const deprivedOf = (...ids: readonly string[]): Row =>
  Object.fromEntries(INDICATORS.map((id) => [id, ids.includes(id) ? '1' : '0']));

async function changeOf(from: string, to: string, row: Row): Promise<Row | undefined> {
  const out = join(tempFolder(), 'out');
  const survey = tempFile(csvOf([{ household_id: '1', ...row }]));
  const ran = await review(['classify', survey, '-c', from, '-c', to, '--allow-unverified', '-o', out]);
  expect(ran.exit, ran.stderr).toBe(0);
  return rowsIn(read(join(out, 'changes.csv')))[0];
}

const at = (area: string, income: number, ...deprived: readonly string[]): Row => ({
  ...{ area, income: String(income) },
  ...deprivedOf(...deprived),
});

describe('why a household changes its class', () => {
  it.each([
    // one deprivation that only the older set counts changes nothing: near-poor it is for the higher line
    ['vn-2022', 'vn-2027', at('rural', 1_800_000, 'telecom'), 'non_poor', 'near_poor', 'line'],
    // below the higher line it would only be near-poor: two deprivations are enough for the other cut-off
    ['vn-2022', 'dong-nai-2022', at('rural', 1_800_000, 'water', 'toilet'), 'non_poor', 'poor', 'line;rules'],
    ['vn-2022', 'dong-nai-2022', at('rural', 1_800_000, 'water'), 'non_poor', 'near_poor', 'line'],
    ['vn-2022', 'dong-nai-2022', at('rural', 1_400_000, 'water', 'toilet'), 'near_poor', 'poor', 'rules'],
    // that the city does not count the toilet keeps the household from being poor there: no reason for its change
    [
      'vn-2022',
      'hcmc-2021',
      at('urban', 3_500_000, 'dependents', 'water', 'toilet', 'waste'),
      'non_poor',
      'near_poor',
      'line;rules',
    ],
    ['vn-2016', 'vn-2022', at('rural', 900_000, 'health_care', 'water', 'toilet'), 'poor', 'near_poor', 'indicators'],
    ['vn-2022', 'vn-2027', at('rural', 1_400_000, 'water', 'toilet', 'waste'), 'near_poor', 'poor', 'indicators'],
    ['vn-2022', 'vn-2027', at('rural', 1_800_000, 'water', 'toilet', 'waste'), 'non_poor', 'poor', 'line;indicators'],
    // under the city's line the nation's rules would make it near-poor: the city asks for no deprivations
    ['vn-2022', 'hcmc-2025', at('urban', 3_500_000), 'non_poor', 'poor', 'line;rules'],
    ['hcmc-2025', 'vn-2022', at('urban', 1_900_000), 'poor', 'near_poor', 'rules'],
  ])('from %s to %s', async (from, to, row, before, after, reason) => {
    expect(await changeOf(from, to, row)).toMatchObject({
      [`class_${from}`]: before,
      [`class_${to}`]: after,
      [`reason_${to}`]: reason,
    });
  });

  it('is who counts, when one set leaves the household out', async () => {
    const row = { ...at('rural', 1_800_000), residence: 'temporary' };
    expect(await changeOf('vn-2022', 'quang-ninh-2023', row)).toMatchObject({
      'reason_quang-ninh-2023': 'population',
    });
  });

  it('is an answer that is missing, when one set leaves the class open', async () => {
    const row = { ...at('rural', 1_400_000, 'water', 'toilet'), waste: '' };
    expect(await changeOf('vn-2022', 'vn-2027', row)).toMatchObject({ 'reason_vn-2027': 'answers' });
  });

  it('is found the same way by points', async () => {
    const folder = join(tempFolder(), 'out');
    const survey = tempFile(csvOf([{ household_id: '1', ...at('rural', 1_200_000, 'water'), b1: '145', b2: '10' }]));
    const sets = ['-c', 'vn-2016', '-c', 'vn-2022', '--basis', 'score'];
    await review(['classify', survey, ...sets, '-o', folder]);
    expect(rowsIn(read(join(folder, 'changes.csv')))).toMatchObject([
      { 'class_vn-2016': 'near_poor', 'class_vn-2022': 'non_poor', 'reason_vn-2022': 'line' },
    ]);
  });
});
