import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/criteria/criteria.ts';
import { explainCondition } from '../../src/judge/explain.ts';
import { CONTRADICTION } from '../../src/judge/judge.ts';
import { bench } from './households.ts';
import { STANDARDS } from './naive.ts';
import { someEvidence } from './some-evidence.ts';

describe.each(STANDARDS)('an explanation under $set by $basis', (standard) => {
  const { judge } = bench(standard.set, standard.basis);
  const { table } = judge;

  it('never says of a rule what the judge does not say', () => {
    fc.assert(
      fc.property(someEvidence(standard), (evidence) => {
        const verdict = judge.decide(evidence);
        if (verdict === CONTRADICTION) return;
        for (const [at, rule] of table.rules.entries()) {
          if (rule.when === null) continue;
          const explained = explainCondition(rule.when, evidence, verdict, table);
          // condition by condition less can be known than of all fillings together
          if (explained.holds !== null) expect(explained.holds).toBe(verdict.holds[at]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says all that the judge says when everything is known', () => {
    const known = someEvidence(standard, { open: 0 }).map((e) => ({
      ...e,
      area: e.area ?? ('rural' as const),
      income: e.income ?? 0,
      b1: e.b1 ?? 0,
      b2: null,
    }));
    fc.assert(
      fc.property(known, (evidence) => {
        const verdict = judge.decide(evidence);
        if (verdict === CONTRADICTION) throw new Error('nothing is written twice here');
        const said = table.rules.map(
          (rule) => rule.when === null || explainCondition(rule.when, evidence, verdict, table).holds,
        );
        expect(said).toEqual(verdict.holds);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an explained comparison', () => {
  const poor = (rules: readonly Rule[]) =>
    rules.find((rule) => rule.class === 'poor')?.when as NonNullable<Rule['when']>;

  it('shows both sides, and the name and period of the line', () => {
    const { judge, counted, judged } = bench('vn-2022', 'income');
    const evidence = counted({ area: 'rural', income: 1_500_000 }, 2);
    expect(explainCondition(poor(judge.table.rules), evidence, judged(evidence), judge.table)).toMatchObject({
      test: 'all',
      holds: false,
      of: [
        {
          test: 'at_most',
          field: 'income',
          saw: 1_500_000,
          amount: 1_500_000,
          of: 'poverty',
          period: 'month',
          holds: true,
        },
        { test: 'at_least', field: 'deprivations', saw: 2, amount: 3, of: 'cutoff', period: null, holds: false },
      ],
    });
  });

  it('shows both lines where the area is unknown, and an interval where marks are', () => {
    const { judge, evidence, judged } = bench('vn-2022', 'income');
    const open = evidence({ income: 1_800_000 }, { water: null, toilet: true }, false);
    expect(explainCondition(poor(judge.table.rules), open, judged(open), judge.table)).toMatchObject({
      holds: false,
      of: [
        { amount: { rural: 1_500_000, urban: 2_000_000 }, holds: null },
        { saw: { lo: 1, hi: 2 }, holds: false },
      ],
    });
  });

  it('says that a yearly line was compared with twelve times the month', () => {
    const { judge, evidence, judged } = bench('hcmc-2021', 'income');
    const known = evidence({ income: 3_000_000 }, { dependents: true }, false);
    const line = judge.table.criteria.classes.income?.line as NonNullable<Rule['when']>;
    expect(explainCondition(line, known, judged(known), judge.table)).toMatchObject({
      saw: 3_000_000,
      amount: 36_000_000,
      period: 'year',
      holds: true,
    });
  });
});
