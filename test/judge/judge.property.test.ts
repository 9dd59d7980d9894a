import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PovertyClass } from '../../src/criteria/criteria.ts';
import type { Evidence } from '../../src/judge/evidence.ts';
import { CONTRADICTION, makeJudge, type Verdict } from '../../src/judge/judge.ts';
import { shipped } from '../criteria/shipped.ts';
import { type Household, STANDARDS, type Standard, sayFillings } from './naive.ts';
import { someEvidence, someIncome } from './some-evidence.ts';

const RUNS = { numRuns: 500 };
const RANK: Readonly<Record<PovertyClass, number>> = { poor: 0, near_poor: 1, non_poor: 2 };

const byIncome = (set: string) => STANDARDS.find((s) => s.set === set && s.basis === 'income') as Standard;

function judged(standard: Standard) {
  const judge = makeJudge(shipped(standard.set), standard.basis);
  return (evidence: Evidence): Verdict => {
    const verdict = judge.decide(evidence);
    fc.pre(verdict !== CONTRADICTION);
    return verdict as Verdict;
  };
}

describe.each(['vn-2022', 'quang-ninh-2023'])('more income under %s', (set) => {
  const standard = byIncome(set);
  const verdictOf = judged(standard);

  it('never makes a household poorer', () => {
    fc.assert(
      fc.property(someEvidence(standard, { open: 0 }), someIncome(standard), someIncome(standard), (evidence, a, b) => {
        const ranks = (income: number) => verdictOf({ ...evidence, income }).possible.map((c) => RANK[c]);
        const [less, more] = [ranks(Math.min(a, b)), ranks(Math.max(a, b))];
        expect(Math.min(...more)).toBeGreaterThanOrEqual(Math.min(...less));
        expect(Math.max(...more)).toBeGreaterThanOrEqual(Math.max(...less));
      }),
      RUNS,
    );
  });
});

describe.each(STANDARDS)('a blank filled, under $set by $basis', (standard) => {
  const verdictOf = judged(standard);

  it('never changes a decided class, and never makes another class possible', () => {
    fc.assert(
      fc.property(someEvidence(standard), fc.nat(), fc.nat(), (evidence, which, how) => {
        const before = verdictOf(evidence);
        const filled = sayFillings(standard, evidence);
        const blanks = blanksOf(standard, evidence);
        fc.pre(blanks.length > 0);
        const truth = filled[which % filled.length] as Household;
        const after = verdictOf(fill(standard, evidence, blanks[how % blanks.length] as string, truth));
        expect(before.possible).toEqual(expect.arrayContaining([...after.possible]));
        expect(after.possible.length).toBeGreaterThan(0);
        expect(after.deprivations).toBeGreaterThanOrEqual(before.deprivations);
        expect(after.deprivationsMax).toBeLessThanOrEqual(before.deprivationsMax);
        if (before.belowLine !== null) expect(after.belowLine).toBe(before.belowLine);
        if (before.averageLiving !== null) expect(after.averageLiving).toBe(before.averageLiving);
      }),
      RUNS,
    );
  });
});

describe.each(STANDARDS)('an undecided household, under $set by $basis', (standard) => {
  const verdictOf = judged(standard);

  it('always has something to ask, a decided one nothing', () => {
    fc.assert(
      fc.property(someEvidence(standard), (evidence) => {
        const { class: decided, undecidedFor, possible } = verdictOf(evidence);
        expect(undecidedFor.length > 0).toBe(decided === 'undecided');
        expect(possible.length > 1).toBe(decided === 'undecided');
      }),
      RUNS,
    );
  });
});

describe('the poor of the nation', () => {
  const nation = judged(byIncome('vn-2022'));
  const province = judged(byIncome('quang-ninh-2023'));
  // the province reads no B2, so the evidence is the same only without one
  const evidences = someEvidence(byIncome('vn-2022')).map((evidence) => ({ ...evidence, b2: null }));

  it('are poor in Quảng Ninh too, on the same evidence', () => {
    fc.assert(
      fc.property(evidences, (evidence) => {
        fc.pre(nation(evidence).class === 'poor');
        expect(province(evidence).class).toBe('poor');
      }),
      RUNS,
    );
  });

  it('and near-poor are poor or near-poor in Quảng Ninh', () => {
    fc.assert(
      fc.property(evidences, (evidence) => {
        fc.pre(!nation(evidence).possible.includes('non_poor'));
        expect(province(evidence).possible).not.toContain('non_poor');
      }),
      RUNS,
    );
  });
});

function blanksOf({ reads, indicators }: Standard, evidence: Evidence): string[] {
  return [
    ...(['area', 'income', 'b1', 'b2'] as const).filter((field) => reads.includes(field) && evidence[field] === null),
    ...indicators.filter((_, at) => evidence.marks[at] === null),
  ];
}

/** The evidence with one blank filled from a household that it may be. */
function fill({ indicators }: Standard, evidence: Evidence, blank: string, truth: Household): Evidence {
  switch (blank) {
    case 'area':
      return { ...evidence, area: truth.area };
    case 'income':
      return { ...evidence, income: truth.yearly / 12 };
    case 'b1':
      return { ...evidence, b1: truth.b1 };
    case 'b2':
      return { ...evidence, b2: 10 * truth.deprived.size };
    default:
      return {
        ...evidence,
        marks: evidence.marks.map((m, at) => (indicators[at] === blank ? truth.deprived.has(blank) : m)),
      };
  }
}
