import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Criteria, indicatorsOf } from '../../src/criteria/criteria.ts';
import type { Evidence } from '../../src/judge/evidence.ts';
import { makeExchange } from '../../src/judge/exchange.ts';
import { makeJudge } from '../../src/judge/judge.ts';
import { changed, load, SHIPPED, shipped } from '../criteria/shipped.ts';

/** A household of which everything is known, as any set reads it. */
interface Known {
  readonly area: 'rural' | 'urban';
  readonly income: number;
  readonly deprived: readonly string[];
}

const IDS = [...new Set(SHIPPED.flatMap((id) => indicatorsOf(shipped(id)).map((i) => i.id)))];
const household: fc.Arbitrary<Known> = fc.record({
  area: fc.constantFrom('rural' as const, 'urban' as const),
  income: fc.integer({ min: 500_000, max: 5_000_000 }),
  deprived: fc.subarray(IDS, { maxLength: 6 }),
});

function evidenceFor(set: Criteria, { area, income, deprived }: Known): Evidence {
  const marks = indicatorsOf(set).map((i) => (i.id === 'income_line' ? null : deprived.includes(i.id)));
  return { area, income, b1: null, b2: null, marks };
}

/** What moves a household from one set to the other; null when it does not move. */
function mover(a: Criteria, b: Criteria) {
  const [first, second] = [makeJudge(a, 'income'), makeJudge(b, 'income')];
  const exchange = makeExchange(first, second);
  return (known: Known) => {
    const [ofA, ofB] = [evidenceFor(a, known), evidenceFor(b, known)];
    const [was, is] = [first.decide(ofA), second.decide(ofB)];
    if (typeof was !== 'object' || typeof is !== 'object' || was.class === is.class) return null;
    return exchange(ofA, ofB);
  };
}

/** All the answers of a mover over many households. */
function answersOf(a: Criteria, b: Criteria): ReadonlySet<string> {
  const moved = mover(a, b);
  return new Set(fc.sample(household, { numRuns: 4000, seed: 3 }).flatMap((known) => moved(known)?.join(';') ?? []));
}

describe('what moves households between sets that differ in one thing', () => {
  const before = shipped('vn-2022');
  const withChange = (passage: string, other: string) => load(changed('vn-2022', passage, other));

  it('is the line, when only the line differs, whatever it is called', () => {
    const higher = withChange('{ rural: 1500000, urban: 2000000 }', '{ rural: 1900000, urban: 2600000 }');
    expect([...answersOf(before, higher)]).toEqual(['line']);
    expect([...answersOf(higher, before)]).toEqual(['line']);
    expect([...answersOf(before, shipped('quang-ninh-2023'))]).toEqual(['line']);
  });

  it('is the rules, when only the cut-off differs', () => {
    expect([...answersOf(before, withChange('    value: 3\n', '    value: 2\n'))]).toEqual(['rules']);
  });

  it('is the indicators, when only they differ', () => {
    const fewer = load(
      changed(
        'quang-ninh-2023',
        'extends: vn-2022',
        'extends: vn-2022\ndimensions: { housing: { indicators: { housing_area: null, housing_quality: null } } }',
      ),
    );
    expect([...answersOf(shipped('quang-ninh-2023'), fewer)]).toEqual(['indicators']);
  });
});

it.each(SHIPPED.flatMap((a) => SHIPPED.filter((b) => b !== a).map((b) => [a, b] as const)))(
  'some part of a set always moves a household: %s to %s',
  (a, b) => {
    const moved = mover(shipped(a), shipped(b));
    const answers = fc.sample(household, { numRuns: 150, seed: 1 }).flatMap((known) => {
      const parts = moved(known);
      return parts === null ? [] : [parts];
    });
    expect(answers.filter((parts) => parts.length === 0)).toEqual([]);
  },
);
