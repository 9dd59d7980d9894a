import { expect, it } from 'vitest';
import { csvOf, household, review, tempFile } from '../fixtures.ts';

interface Covered {
  readonly households: number;
  readonly unusable: number;
  readonly rules: readonly { readonly id: string; readonly gave: number }[];
  readonly indicators: readonly {
    readonly id: string;
    readonly deprived: number;
    readonly not: number;
    readonly unknown: number;
  }[];
  readonly codes: readonly { readonly field: string; readonly codes: Record<string, number>; readonly blank: number }[];
}

async function covered(rows: Parameters<typeof csvOf>[0]): Promise<Covered> {
  const { stdout } = await review(['criteria', 'coverage', tempFile(csvOf(rows)), '-c', 'vn-2022', '--format', 'json']);
  const [first] = (JSON.parse(stdout) as { data: Covered[] }).data;
  if (first === undefined) throw new Error('no coverage');
  return first;
}

it('counts the rules that gave a class, each answer, and the codes of each list', async () => {
  const found = await covered([
    household('1', {}, 3),
    household('2', { water: '' }, 0),
    household('3', { area: '', income: '9000000' }, 1),
    household('4', { income: 'abc' }),
  ]);
  expect([found.households, found.unusable]).toEqual([4, 1]);
  expect(found.rules.map((r) => [r.id, r.gave])).toEqual([
    ['poor', 1],
    ['near_poor', 1],
    ['non_poor', 1],
  ]);
  for (const { deprived, not, unknown } of found.indicators) expect(deprived + not + unknown).toBe(3);
  expect(found.indicators.find((i) => i.id === 'water')).toMatchObject({ unknown: 1 });
  expect(found.codes).toEqual([{ field: 'area', codes: { urban: 0, rural: 2 }, blank: 1 }]);
});
