import { expect, it } from 'vitest';
import { csvOf, household, review, tempFile } from '../fixtures.ts';

interface Covered {
  readonly households: number;
  readonly unusable: number;
  readonly rules: readonly {
    readonly id: string;
    readonly gave: number;
    readonly may_hold: number;
    readonly conditions: readonly {
      readonly path: string;
      readonly holds: number;
      readonly may_hold: number;
      readonly decided: number;
    }[];
  }[];
  readonly indicators: readonly {
    readonly id: string;
    readonly deprived: number;
    readonly not: number;
    readonly unknown: number;
  }[];
  readonly codes: readonly { readonly field: string; readonly codes: Record<string, number>; readonly blank: number }[];
}

async function covered(rows: Parameters<typeof csvOf>[0], set = 'vn-2022'): Promise<Covered> {
  const { stdout } = await review(['criteria', 'coverage', tempFile(csvOf(rows)), '-c', set, '--format', 'json']);
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

/** The conditions of the city's first rule: three deprivations, or both indicators of its Income dimension. */
async function cityConditions(rows: Parameters<typeof csvOf>[0]) {
  const { rules } = await covered(rows, 'hcmc-2021');
  return (rules[0]?.conditions ?? []).map((c) => [c.path, c.holds, c.may_hold, c.decided]);
}

const city = (id: string, income: string, more: Record<string, string>) => ({
  ...{ household_id: id, income, nutrition: '0', health_insurance: '0', adult_education: '0', child_schooling: '0' },
  ...{ employment: '0', social_insurance: '0', housing_area: '0', water: '0', dependents: '0', ...more },
});

it('counts each condition inside a rule: where it holds, may hold, and where it made the class', async () => {
  // both ways to be poor hold for the first, neither made it so alone; the second is poor by the count only
  const rows = [
    city('1', '2000000', { dependents: '1', water: '1' }),
    city('2', '9000000', { water: '1', nutrition: '1', employment: '1' }),
    city('3', '', { dependents: '1' }),
  ];
  expect(await cityConditions(rows)).toEqual([
    ['when.of.0', 2, 0, 1],
    ['when.of.1', 1, 1, 0],
    ['when.of.1.of.0', 1, 1, 0],
    ['when.of.1.of.1', 2, 0, 0],
  ]);
  expect(await cityConditions([city('1', '2000000', { dependents: '1' })])).toEqual([
    ['when.of.0', 0, 0, 0],
    ['when.of.1', 1, 0, 1],
    ['when.of.1.of.0', 1, 0, 1],
    ['when.of.1.of.1', 1, 0, 1],
  ]);
});

it('says in words which conditions never held, and which made nobody poor by themselves', async () => {
  const rows = [city('1', '2000000', { dependents: '1', water: '1' })];
  const args = ['criteria', 'coverage', tempFile(csvOf(rows)), '-c', 'hcmc-2021', '--lang', 'en', '--format', 'md'];
  const { stdout } = await review(args);
  expect(stdout).toContain(
    'in rule "poor", this held, but alone gave no household its class: all of: deprived in "Income"; deprived in "Dependants in the household"',
  );
  expect(stdout).toContain('this never held: income per person \\> poverty line');
});
