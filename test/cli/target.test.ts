import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  csvOf,
  findingsIn,
  household,
  marks,
  type Ran,
  type Row,
  read,
  resultFile,
  review,
  rowsIn,
  tempFile,
  tempFolder,
} from '../fixtures.ts';

interface Oracle {
  readonly input: { readonly series: readonly Record<string, unknown>[] };
  readonly expected: {
    readonly target_2024_poor: { readonly closing: number; readonly met: boolean };
    readonly target_2024_near_poor: readonly {
      readonly baseline: string;
      readonly baseline_households: number;
      readonly closing: number;
      readonly change_pct: number;
      readonly met: boolean;
    }[];
  };
}

const oracle = JSON.parse(readFileSync('fixtures/oracles/quang-ninh.json', 'utf8')) as Oracle;

interface Answer {
  readonly data: { readonly targets: readonly Shown[]; readonly units?: readonly Shown[] };
}
interface Shown {
  readonly kind: string;
  readonly class: string;
  readonly unit: { readonly code: string } | null;
  readonly baseline: { readonly name: string; readonly criteria: string | null; readonly rate: number | null };
  readonly value: number;
  readonly goal: number | null;
  readonly met: boolean | null;
  readonly gross: number | null;
  readonly net: number | null;
  readonly change_pct: number | null;
}
const answerOf = ({ stdout }: Ran) => (JSON.parse(stdout) as Answer).data;

const UNITS = ['00001', '00002'];
/** Households of two communes: `poor`, `near` and `rich` say how many of each class the communes have. */
function province(poor: readonly number[], near: readonly number[], rich: readonly number[]): readonly Row[] {
  let number = 0;
  const some = (unit: number, count: number, more: Row, n: number) =>
    Array.from({ length: count }, () =>
      household(String(++number), { commune_code: UNITS[unit] ?? '', commune: `Xã Thử ${unit + 1}`, ...more }, n),
    );
  return UNITS.flatMap((_, at) => [
    ...some(at, poor[at] ?? 0, {}, 3),
    ...some(at, near[at] ?? 0, {}, 0),
    ...some(at, rich[at] ?? 0, { income: '9000000' }, 0),
  ]);
}

describe("Quảng Ninh's targets of 2024", () => {
  const { target_2024_near_poor: cases, target_2024_poor: poor } = oracle.expected;
  const judged = (...options: readonly string[]) =>
    review([
      'target',
      '--result-count',
      `early 2025: poor=${poor.closing}, near_poor=${cases[0]?.closing}, standard=quang-ninh-2023`,
      ...cases.flatMap((one) => ['--baseline-count', `${one.baseline}: near_poor=${one.baseline_households}`]),
      '--targets',
      'fixtures/targets/quang-ninh-2024.yaml',
      ...options,
    ]);

  it('are missed for the poor, and missed or met for the near-poor depending on the baseline', async () => {
    const ran = await judged('--format', 'json');
    expect(ran.exit).toBe(1);
    const { targets } = answerOf(ran);
    const nearPoor = targets.filter((one) => one.class === 'near_poor');
    expect(nearPoor.map(({ baseline, met }) => [baseline.name, met])).toEqual(
      cases.map((one) => [one.baseline, one.met]),
    );
    for (const [at, one] of nearPoor.entries()) expect(one.change_pct).toBeCloseTo(cases[at]?.change_pct ?? 0, 2);
    expect(targets.filter((one) => one.class === 'poor').map(({ met }) => met)).toEqual([false, false, false]);
    const [depends] = findingsIn(ran, 'W884');
    expect(depends?.message).toContain('early 2023');
  });

  it('are shown with every baseline, in the words and figures of the published case', async () => {
    const { stdout, stderr } = await judged('--lang', 'vi', '--format', 'md');
    await expect(stdout).toMatchFileSnapshot('../../fixtures/golden/target-quang-ninh.vi.md');
    for (const text of ['−37,79', '−60,92', '−60,96']) expect(stdout).toContain(text);
    expect(stderr).toContain('W884');
  });

  it('are not compared over the break of the series', async () => {
    const ran = await review([
      ...['target', '--result-count', 'poor=246,standard=quang-ninh-2023'],
      ...['--baseline-count', 'poor=258,standard=vn-2022', '--target', 'poor:count:5', '--format', 'json'],
    ]);
    expect(answerOf(ran).targets).toMatchObject([{ met: null, net: null }]);
    expect(findingsIn(ran, 'W886')).toHaveLength(1);
    expect(ran.exit).toBe(1);
  });
});

describe('review target', () => {
  const before = province([6, 4], [10, 10], [34, 36]);
  const after = province([3, 4], [10, 8], [37, 38]);

  it('counts results, by unit, with the rates of each year', async () => {
    const [r1, r2] = [
      await resultFile(before, '2024', '--coverage', 'all'),
      await resultFile(after, '2025', '--coverage', 'all'),
    ];
    const ran = await review([
      ...['target', r2, '--baseline', r1, '--by', 'commune', '--format', 'json'],
      ...['--target', 'poor:percent_of_opening:30', '--target', 'poor:pp_reduction:3', '--target', 'poor:count:3'],
      ...['--target', 'multidimensional:count:5'],
    ]);
    const { targets, units } = answerOf(ran);
    expect(targets.map(({ met, net, goal }) => [met, net, goal])).toEqual([
      [true, 3, 3],
      [true, 3, 3],
      [true, 3, 3],
      [true, 5, 5],
    ]);
    // a number of households is the whole's own; shares are asked of every unit
    expect(units?.map(({ kind, unit, met }) => [kind, unit?.code, met])).toEqual([
      ['percent_of_opening', '00001', true],
      ['percent_of_opening', '00002', false],
      ['pp_reduction', '00001', true],
      ['pp_reduction', '00002', false],
    ]);
    expect(ran.exit).toBe(0);
  });

  it('counts who escaped, pair by pair, where the difference of the lists hides it', async () => {
    // of commune 1 three poor escape and two others become poor: gross 3, net 1
    const was = province([5, 0], [0, 0], [5, 4]);
    const is = was.map((row, at) => {
      const isEscape = at < 3;
      const isFall = at === 5 || at === 6;
      return isEscape ? { ...row, income: '9000000' } : isFall ? { ...row, income: '1400000', ...marks(3) } : row;
    });
    const [r1, r2] = [await resultFile(was, '2024'), await resultFile(is, '2025')];
    const args = ['target', r2, '--baseline', r1, '--by', 'commune', '--format', 'json'];
    const ran = await review([
      ...args,
      '--target',
      'poor:percent_of_opening:50:gross',
      '--target',
      'poor:percent_of_opening:50:net',
    ]);
    const { targets, units } = answerOf(ran);
    expect(targets.map(({ met, gross, net }) => [met, gross, net])).toEqual([
      [true, 3, 1],
      [false, 3, 1],
    ]);
    expect(units?.map(({ unit, gross }) => [unit?.code, gross])).toEqual([
      ['00001', 3],
      ['00001', 3],
    ]);
  });

  it('who moved to another commune has not escaped, as in the tables of diff', async () => {
    const place = (commune_code: string, previous_household_id: string) => ({ commune_code, previous_household_id });
    const poor = { income: '1000000', ...marks(3), size: '4' };
    const rich = { income: '9000000', ...marks(0), size: '4' };
    const was = ['1', '2'].map((id) => household(id, { ...poor, ...place('00001', '') }));
    const is = [
      household('1', { ...rich, ...place('00001', '') }),
      household('7', { ...rich, ...place('00002', '00001/2') }),
    ];
    const [r1, r2] = [await resultFile(was, '2024'), await resultFile(is, '2025')];
    const ran = await review(['target', r2, '--baseline', r1, '--target', 'poor:count:1:gross', '--format', 'json']);
    const diff = JSON.parse((await review(['diff', r1, r2, '--format', 'json'])).stdout).data;
    expect(diff).toMatchObject({ internal_moves: 1, gross_exits: { poor: 1, near_poor: 0 } });
    expect(answerOf(ran).targets.map(({ gross, net }) => [gross, net])).toEqual([[1, 2]]);
  });

  it('divides by residents from a file, each year by its own rows', async () => {
    const [r1, r2] = [await resultFile(before, '2024'), await resultFile(after, '2025')];
    const rows = ['00001', '00002'].flatMap((unit_code) => [
      { unit_code, date: '2024-12-14', households: '1000' },
      { unit_code, date: '2025-12-14', households: '700' },
    ]);
    const targets = ['--target', 'poor:pp_reduction:0.05', '--format', 'json'];
    const known = await review(['target', r2, '--baseline', r1, '--population', tempFile(csvOf(rows)), ...targets]);
    // 10 of 2000 is 0.50 %, 7 of 1400 is 0.50 %: three households fewer, and no point
    expect(answerOf(known).targets).toMatchObject([{ met: false, net: 3, baseline: { rate: 0.005 } }]);
    const unknown = await review(['target', r2, '--baseline', r1, ...targets]);
    expect(answerOf(unknown).targets).toMatchObject([{ met: null }]);
    expect(findingsIn(unknown, 'W885')).toHaveLength(1);
    expect(unknown.exit).toBe(1);
  });

  it('takes targets from CSV, one of them of a unit alone', async () => {
    const [r1, r2] = [await resultFile(before, '2024'), await resultFile(after, '2025')];
    const file = tempFile(
      'class;kind;value;measure;unit\npoor;count;3;net;00001\npoor;count;3;net;00002\n',
      'targets.csv',
    );
    const rows = rowsIn(
      (await review(['target', r2, '--baseline', r1, '--targets', file, '--by', 'commune', '--format', 'csv'])).stdout,
    );
    expect(rows.map(({ unit_code, net, met }) => [unit_code, net, met])).toEqual([
      ['00001', '3', '1'],
      ['00002', '0', '0'],
    ]);
  });

  it('names file, row and column of every target that cannot be read', async () => {
    const file = tempFile('class,kind,value\nrich,count,3\npoor,pp,3\npoor,count,viele\n', 'targets.csv');
    const ran = await review([
      'target',
      '--result-count',
      'poor=1',
      '--baseline-count',
      'poor=2',
      '--targets',
      file,
      '--format',
      'json',
    ]);
    expect(findingsIn(ran, 'E883').map(({ row, column }) => [row, column])).toEqual([
      [2, 'class'],
      [3, 'kind'],
      [4, 'value'],
    ]);
    expect(ran.exit).toBe(65);
    const yaml = tempFile(
      'targets:\n  - class: poor\n    kind: count\n    value: 3\n    colour: red\n',
      'targets.yaml',
    );
    const odd = await review([
      'target',
      '--result-count',
      'poor=1',
      '--baseline-count',
      'poor=2',
      '--targets',
      yaml,
      '--format',
      'json',
    ]);
    expect(findingsIn(odd, 'E883').map(({ row }) => row)).toEqual([5]);
  });

  it('says what it needs', async () => {
    const calls = [
      ['target', '--result-count', 'poor=1', '--baseline-count', 'poor=2'],
      ['target', '--result-count', 'poor=1', '--target', 'poor:count:1'],
      ['target', '--baseline-count', 'poor=2', '--target', 'poor:count:1'],
      ['target', '--result-count', 'poor=1', '--baseline-count', 'viel', '--target', 'poor:count:1'],
      ['target', '--result-count', 'poor=1', '--baseline-count', 'poor=2', '--target', 'poor:less:1'],
    ];
    for (const call of calls) expect((await review(call)).exit).toBe(2);
  });

  it('shows the units under each target, to people', async () => {
    const [r1, r2] = [
      await resultFile(before, '2024', '--coverage', 'all'),
      await resultFile(after, '2025', '--coverage', 'all'),
    ];
    const args = [
      'target',
      r2,
      '--baseline',
      r1,
      '--by',
      'commune',
      '--target',
      'poor:percent_of_opening:30',
      '--lang',
      'en',
    ];
    const { stdout } = await review(args);
    expect(stdout.replaceAll(r1, 'before.csv').replaceAll(r2, 'after.csv')).toContain(
      'By commune: poor: 30 % fewer than at the opening',
    );
    const path = join(tempFolder(), 't.xlsx');
    expect((await review([...args, '--format', 'xlsx', '-o', path])).exit).toBe(0);
    expect(read(path).slice(0, 2)).toBe('PK');
  });
});
