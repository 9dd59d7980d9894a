import type { Basis } from '../../src/criteria/criteria.ts';
import type { Evidence } from '../../src/judge/evidence.ts';
import { CONTRADICTION, type Judge, makeJudge, type Verdict } from '../../src/judge/judge.ts';
import type { Truth } from '../../src/judge/truth.ts';
import { shipped } from '../criteria/shipped.ts';

type Marks = Readonly<Record<string, Truth>>;
type Answers = Partial<Omit<Evidence, 'marks'>>;

/** A judge for one ladder of a shipped set, asked in words. */
export interface Bench {
  readonly judge: Judge;
  readonly ids: readonly string[];
  /** Evidence: what is not named is unknown; of the marks, what is not named is `others`. */
  evidence(answers: Answers, marks?: Marks, others?: Truth): Evidence;
  /** Evidence with all marks known, the first `n` deprived. */
  counted(answers: Answers, n: number): Evidence;
  /** The verdict; the evidence must not contradict itself. */
  judged(evidence: Evidence): Verdict;
}

export function bench(set: string, basis: Basis): Bench {
  const judge = makeJudge(shipped(set), basis);
  const ids = judge.table.indicators.map((i) => i.id);
  const blank = { area: null, income: null, b1: null, b2: null };
  return {
    judge,
    ids,
    evidence(answers, marks = {}, others = null) {
      const stranger = Object.keys(marks).find((id) => !ids.includes(id));
      if (stranger !== undefined) throw new Error(`${set} has no indicator ${stranger}`);
      return { ...blank, ...answers, marks: ids.map((id) => (id in marks ? (marks[id] as Truth) : others)) };
    },
    counted: (answers, n) => ({ ...blank, ...answers, marks: ids.map((_, at) => at < n) }),
    judged(evidence) {
      const verdict = judge.decide(evidence);
      if (verdict === CONTRADICTION) throw new Error('the evidence contradicts itself');
      return verdict;
    },
  };
}
