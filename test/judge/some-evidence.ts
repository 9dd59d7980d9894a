import fc from 'fast-check';
import type { Evidence } from '../../src/judge/evidence.ts';
import type { Truth } from '../../src/judge/truth.ts';
import type { Standard } from './naive.ts';

/** Incomes a month: on each line, one đồng beside it, near it and just out of reach, and anywhere. */
export function someIncome({ incomeLines }: Standard): fc.Arbitrary<number> {
  const steps = [0, 0.05, -0.05, 0.025, -0.025];
  const nearby = incomeLines.flatMap((line) =>
    steps.flatMap((step) => {
      const value = (line * (1 + step)) / 12;
      return [Math.floor(value), Math.ceil(value), Math.floor(value) - 1, Math.ceil(value) + 1];
    }),
  );
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...nearby, 1_800_000) },
    { weight: 1, arbitrary: fc.nat({ max: 6_000_000 }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1466666.667, 99_000_000) },
  );
}

const someB1 = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(140, 175), fc.integer({ min: -6, max: 6 })).map(([b1, by]) => b1 + by),
  },
  { weight: 1, arbitrary: fc.nat({ max: 400 }) },
);

/** Few of the marks deprived, for the cut-offs lie there, and at most `open` of them blank. */
function someMarks(standard: Standard, open: number): fc.Arbitrary<readonly Truth[]> {
  const size = standard.indicators.length;
  const position = fc.nat({ max: size - 1 });
  return fc
    .tuple(
      fc.uniqueArray(position, { maxLength: 4 }),
      fc.uniqueArray(position, { maxLength: open }),
      fc.nat({ max: 9 }),
    )
    .map(([deprived, blank, many]) =>
      standard.indicators.map((_, at) => (blank.includes(at) ? null : many === 0 ? true : deprived.includes(at))),
    );
}

/** A written B2: mostly none or one that the marks allow, now and then any other. */
function someB2(marks: readonly Truth[]): fc.Arbitrary<number | null> {
  const lo = marks.filter((mark) => mark === true).length;
  const hi = marks.filter((mark) => mark !== false).length;
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.integer({ min: lo, max: hi }).map((n) => 10 * n) },
    { weight: 1, arbitrary: fc.constantFrom(0, 10, 20, 30, 40, 120, 25, 5) },
  );
}

/** Partial evidence for a standard, the edges of its rules far more often than chance would have it. */
export function someEvidence(standard: Standard, { open = 5 } = {}): fc.Arbitrary<Evidence> {
  return someMarks(standard, open).chain((marks) =>
    fc.record({
      area: fc.constantFrom('rural' as const, 'urban' as const, null),
      income: standard.basis === 'income' ? fc.option(someIncome(standard), { freq: 4 }) : fc.option(fc.nat()),
      b1: fc.option(someB1, { freq: 4 }),
      b2: someB2(marks),
      marks: fc.constant(marks),
    }),
  );
}
