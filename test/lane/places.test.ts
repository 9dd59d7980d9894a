import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { place } from '../../src/judge/evidence.ts';
import type { Table } from '../../src/judge/table.ts';
import { Places } from '../../src/lane/places.ts';
import { setNamed } from '../fixtures.ts';
import { judgeFor } from '../review/run.ts';

const tables = [
  judgeFor(setNamed('vn-2022'), 'income').table,
  judgeFor(setNamed('vn-2016'), 'score').table,
  judgeFor(setNamed('hcmc-2021'), 'income').table,
];

/** Everything a judge sees of a value. */
function seen(axis: 'income' | 'b1', value: number, table: Table): string {
  const { income, b1, nearIncome, nearB1 } = place(
    { area: null, income: null, b1: null, b2: null, marks: [], [axis]: value },
    table,
  );
  return JSON.stringify([income, b1, nearIncome, nearB1]);
}

const near = (cuts: readonly { amount: number; per: number }[]) =>
  cuts.flatMap(({ amount, per }) =>
    [0.95, 1, 1.05].flatMap((f) => [-6, -5, -2, -1, 0, 1, 2, 5, 6].map((d) => Math.floor((f * amount) / per) + d)),
  );

describe.each(['income', 'b1'] as const)('positions of %s', (axis) => {
  const places = new Places(axis, tables);
  const values = tables.flatMap((table) => near(table[axis].cuts)).filter((n) => n >= 0);
  const value = fc.oneof(fc.constantFrom(0, ...values), fc.nat(20_000_000), fc.nat(300));

  it('are found for a whole number as the judges place it', () => {
    fc.assert(
      fc.property(value, (n) => {
        expect(places.atWhole(n)).toBe(places.at(n));
      }),
      { numRuns: 3000 },
    );
  });

  it('are one exactly when no judge can tell two values apart', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const isAlike = tables.every((table) => seen(axis, a, table) === seen(axis, b, table));
        expect(places.atWhole(a) === places.atWhole(b)).toBe(isAlike);
      }),
      { numRuns: 3000 },
    );
  });

  it('take averages with decimals too', () => {
    const [cut] = tables[0]?.[axis].cuts ?? [];
    if (cut === undefined) return;
    const line = cut.amount / cut.per;
    expect(places.at(line + 0.001)).toBe(places.atWhole(line + 1));
    expect(places.at(line - 0.001)).toBe(places.atWhole(line - 1));
    expect(places.at(line)).not.toBe(places.at(line + 0.001));
  });
});
