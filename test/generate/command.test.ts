import { describe, expect, test } from 'vitest';
import { filesIn, read, review, rowsIn, tempFile, tempFolder } from '../fixtures.ts';

test.each(['2024', '2025'])('the demo survey of %s is what generate writes', async (year) => {
  const { stdout } = await review(['generate', '--year', year, '--headings', 'vi']);
  expect(stdout === read(`fixtures/demo/${year}.csv`)).toBe(true);
});

test('a file holds what is printed, and nothing else is left behind', async () => {
  const folder = tempFolder();
  const args = ['generate', '--households', '5000', '--poor', '9', '--near-poor', '80'];
  const printed = await review(args);
  const written = await review([...args, '-o', `${folder}/p.csv`]);
  expect([written.exit, written.stdout, written.stderr]).toEqual([0, '', '']);
  expect(read(`${folder}/p.csv`) === printed.stdout).toBe(true);
  expect(filesIn(folder)).toEqual(['p.csv']);
});

test('a file that is there stays as it is', async () => {
  const path = tempFile('mine');
  const args = ['generate', '--households', '10', '-o', path];
  expect((await review(args)).exit).toBe(73);
  expect(read(path)).toBe('mine');
  expect((await review([...args, '--force'])).exit).toBe(0);
  expect(rowsIn(read(path))).toHaveLength(10);
});

test('a counted survey has a commune for about 2,250 households, any survey as many as asked for', async () => {
  const communes = async (...args: readonly string[]) => {
    const { stdout } = await review(['generate', '--households', '4500', ...args]);
    return new Set(rowsIn(stdout).map((row) => row.commune_code)).size;
  };
  const counts = ['--poor', '5', '--near-poor', '5'];
  expect([await communes(), await communes(...counts)]).toEqual([1, 2]);
  expect([await communes('--communes', '6'), await communes(...counts, '--communes', '6')]).toEqual([6, 6]);
});

test('the province is one to which the set applies', async () => {
  const args = ['generate', '--households', '3', '--poor', '1', '--near-poor', '1'];
  const provinces = async (id: string) =>
    rowsIn((await review([...args, '-c', id])).stdout).map((r) => r.province_code);
  expect(await provinces('vn-2022')).toEqual(['22', '22', '22']);
  expect(await provinces('dong-nai-2022')).toEqual(['75', '75', '75']);
});

describe('a survey by a set that counts what the national form does not ask', () => {
  const args = ['generate', '--households', '4000', '--poor', '40', '--near-poor', '160', '-c', 'vn-2027'];

  test.each([['canonical'], ['vi']])('has its marks, and nobody is undecided: headings %s', async (headings) => {
    const survey = tempFile((await review([...args, '--headings', headings])).stdout);
    const ran = await review(['classify', survey, '-c', 'vn-2022', '-c', 'vn-2027', '--format', 'json']);
    const { results } = (JSON.parse(ran.stdout) as { data: { results: { classes: Record<string, number> }[] } }).data;
    expect(results.map(({ classes }) => classes.undecided ?? 0)).toEqual([0, 0]);
    expect(results[1]?.classes).toMatchObject({ poor: 40, near_poor: 160 });
    expect(ran.stdout).not.toContain('W203');
  });

  test('has the other marks as they come: some of the poor are deprived in what the set leaves out', async () => {
    const rows = rowsIn((await review(args)).stdout);
    for (const mark of ['waste', 'digital_access', 'telecom']) {
      const shares = ['0', '1'].map((cell) => rows.filter((row) => row[mark] === cell).length);
      expect(Math.min(...shares), mark).toBeGreaterThan(0);
    }
  });
});

describe('a wrong call ends with 2 and says nothing on stdout', () => {
  test.each([
    ['poor alone', ['--poor', '3'], '--near-poor'],
    ['near-poor alone', ['--near-poor', '3'], '--poor'],
    ['criteria alone', ['--criteria', 'vn-2022'], '--poor'],
    ['counts that are no numbers', ['--poor', '-1', '--near-poor', '2'], '-1'],
    ['more than there are', ['--poor', '700', '--near-poor', '501'], '1201'],
    ['no commune', ['--communes', '0'], '1200'],
    ['more communes than households', ['--households', '4', '--communes', '5'], '4'],
    ['a set that counts otherwise', ['--poor', '1', '--near-poor', '1', '-c', 'hcmc-2021'], 'quang-ninh-2023'],
    ['a set that is none', ['--poor', '1', '--near-poor', '1', '-c', 'nowhere'], 'quang-ninh-2023'],
  ])('%s', async (_, args, named) => {
    const ran = await review(['generate', ...args]);
    expect([ran.exit, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain(named);
  });
});
