import { describe, expect, it } from 'vitest';
import { type Choice, chooseCriteria } from '../../src/criteria/choose.ts';
import { findingsOf, SHIPPED, shipped } from './shipped.ts';

const sets = SHIPPED.map(shipped);
const CATALOGUE = {
  ids: SHIPPED,
  get: (id: string) => sets.find((set) => set.id === id) ?? null,
  all: () => sets,
};
const FAMILIES = [...new Set(sets.map((set) => set.family))];
const DAYS = [
  '2015-06-01',
  '2019-01-01',
  '2021-10-01',
  '2024-10-01',
  '2025-07-01',
  '2026-05-01',
  '2029-01-01',
  '2031-01-01',
];

const choose = (choice: Partial<Choice>) => () =>
  chooseCriteria(
    { names: [], date: null, allowUnverified: false, outsideCoverage: false, ...choice },
    CATALOGUE,
    () => null,
  );

describe('the sets offered for a family of which none is known for the day', () => {
  const refused = FAMILIES.flatMap((family) =>
    DAYS.flatMap((date) =>
      [false, true].flatMap((allowUnverified) => {
        const found = findingsOf(choose({ names: [family], date, allowUnverified }));
        return found.filter((f) => f.code === 'E406').map((f) => ({ family, date, allowUnverified, found: f }));
      }),
    ),
  );

  it.each(refused)('$family on $date are taken when they are named, with the option that is named', (one) => {
    const { expected = [], data } = one.found;
    expect(expected.length).toBeGreaterThan(0);
    const needs = String(data?.needs);
    const options = {
      allowUnverified: one.allowUnverified || needs === '--allow-unverified',
      outsideCoverage: needs === '--outside-coverage',
    };
    for (const id of expected) expect(findingsOf(choose({ names: [id], date: one.date, ...options }))).toEqual([]);
  });

  it('are those that cover the day, before those that do not', () => {
    const [found] = findingsOf(choose({ names: ['hcmc'], date: '2025-07-01' }));
    expect([found?.expected, found?.data?.needs]).toEqual([['hcmc-2024'], '']);
    const [none] = findingsOf(choose({ names: ['hcmc'], date: '2019-01-01' }));
    expect(none?.data?.needs).toBe('--outside-coverage');
  });
});

it('the sets offered for a day that another does not cover are taken as they are', () => {
  const [found] = findingsOf(choose({ names: ['quang-ninh-2023'], date: '2026-05-01' }));
  expect(found?.expected).not.toContain('hcmc-2025');
  for (const id of found?.expected ?? []) expect(findingsOf(choose({ names: [id], date: '2026-05-01' }))).toEqual([]);
});
