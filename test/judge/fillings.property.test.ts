import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTRADICTION, makeJudge } from '../../src/judge/judge.ts';
import { shipped } from '../criteria/shipped.ts';
import { STANDARDS, say, sayChanges } from './naive.ts';
import { someEvidence } from './some-evidence.ts';

const RUNS = { numRuns: 2000 };

describe.each(STANDARDS)('$set by $basis', (standard) => {
  const judge = makeJudge(shipped(standard.set), standard.basis);

  it('counts the same indicators as the rules by hand', () => {
    expect(judge.table.indicators.map((i) => i.id)).toEqual(standard.indicators);
  });

  it('says of partial evidence what every way of filling it says', () => {
    fc.assert(
      fc.property(someEvidence(standard), (evidence) => {
        expect(judge.decide(evidence)).toEqual(say(standard, evidence) ?? CONTRADICTION);
      }),
      RUNS,
    );
  });

  it('lists the changes that would alter a class, as trying each of them does', () => {
    fc.assert(
      fc.property(someEvidence(standard, { open: 3 }), (evidence) => {
        const changes = judge.changes(evidence);
        const verdict = judge.decide(evidence);
        expect([...new Set(changes.map((c) => c.what))]).toEqual(sayChanges(standard, evidence));
        if (verdict === CONTRADICTION) return;
        const near = changes.filter((c) => c.near).map((c) => c.what);
        expect([...new Set(near)]).toEqual(verdict.nearBoundary);
        for (const { possible } of changes) expect(possible).not.toEqual(verdict.possible);
      }),
      { numRuns: 300 },
    );
  });
});
