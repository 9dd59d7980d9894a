import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Patterns } from '../../../src/summary/index/patterns.ts';
import { exact, sum, toText } from '../../../src/text/exact.ts';

function amountOf(patterns: Patterns, group: string): string {
  const unit = 10n ** BigInt(patterns.places);
  return toText(sum(patterns.of(group).map(({ amount }) => exact(amount, unit))));
}

describe('patterns', () => {
  it('keep what was added when the same pattern then meets a finer weight', () => {
    const patterns = new Patterns();
    patterns.add('', '1', 3, '1.1');
    patterns.add('', '1', 1, '3.3333');
    expect(patterns.of('')).toEqual([{ marks: '1', households: 2, amount: 66333n }]);
  });

  it('add up to the same in any order, with weights of any number of decimals', () => {
    const household = fc.record({
      group: fc.constantFrom('', 'urban'),
      marks: fc.constantFrom('0', '1', '?'),
      units: fc.integer({ min: 1, max: 9 }),
      weight: fc.constantFrom('1', '2', '1.1', '0.25', '3.3333', '0.00001'),
    });
    fc.assert(
      fc.property(fc.array(household, { minLength: 1, maxLength: 12 }), (households) => {
        const patterns = new Patterns();
        for (const { group, marks, units, weight } of households) patterns.add(group, marks, units, weight);
        for (const group of patterns.groups) {
          const amounts = households
            .filter((one) => one.group === group)
            .map(({ units, weight }) => exact(BigInt(Math.round(Number(weight) * 100_000)) * BigInt(units), 100_000n));
          expect(amountOf(patterns, group)).toBe(toText(sum(amounts)));
        }
      }),
    );
  });
});
