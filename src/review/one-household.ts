import type { Indicator, PovertyClass, Source } from '../criteria/criteria.ts';
import type { Area } from '../judge/amounts.ts';
import { type Answer, type Answers, derivedTruth, factsOf } from '../judge/answers.ts';
import type { Evidence } from '../judge/evidence.ts';
import { type Explained, explainCondition, indicatorTruth } from '../judge/explain.ts';
import { CONTRADICTION, type Judge, type Verdict } from '../judge/judge.ts';
import type { Points } from '../judge/points.ts';
import { computedTotals, withTotals } from '../judge/scored.ts';
import type { Truth } from '../judge/truth.ts';
import { type NamedChange, nameChanges } from './changes.ts';

/** Why one household, given as answers and not as rows of a file, has its class. All of it is plain data. */
export interface HouseholdExplanation {
  readonly criteria: string;
  readonly class: Verdict['class'];
  readonly possible: readonly PovertyClass[];
  readonly verdict: Verdict;
  /** What the judge weighed. */
  readonly evidence: Evidence;
  /** B1, computed from the answers where the set has a points table and goes by points. */
  readonly points: Points | null;
  /** B2, computed from the answers where the set has a points table for it. */
  readonly pointsB2: Points | null;
  readonly indicators: readonly JudgedIndicator[];
  readonly rules: readonly JudgedRule[];
  /** Every single change that would alter a decided class. */
  readonly changes: readonly NamedChange[];
  /** Of an undecided one: what each answer to what is still open would make possible. */
  readonly questions: readonly NamedChange[];
}

export interface JudgedIndicator {
  readonly id: string;
  readonly title: Indicator['title'];
  readonly text: Indicator['text'];
  readonly deprived: Truth;
  /** What it rests on: the mark, what members and dwelling answered, or nothing that is known. */
  readonly rests_on: 'mark' | 'answers' | null;
  readonly source: Source;
}

export interface JudgedRule {
  readonly id: string;
  readonly class: PovertyClass;
  /** In every way of filling the unknowns, in none, or in some (null). */
  readonly holds: Truth;
  readonly text: Indicator['text'];
  readonly condition: Explained | null;
  readonly source: Source;
}

/**
 * Classifies and explains a household from its answers alone: what is not marked is derived, a blank total is computed
 * where the set has a points table for it. `CONTRADICTION` when its written B2 and its marks exclude each other.
 */
export function explainAnswers(answers: Answers, judge: Judge): HouseholdExplanation | typeof CONTRADICTION {
  const { table } = judge;
  const computed = computedTotals(answers, judge);
  const evidence = withTotals(evidenceFrom(answers, judge), computed, judge);
  const verdict = judge.decide(evidence);
  if (verdict === CONTRADICTION) return CONTRADICTION;
  return {
    criteria: table.criteria.id,
    class: verdict.class,
    possible: verdict.possible,
    verdict,
    evidence,
    points: computed.b1,
    pointsB2: computed.b2,
    indicators: table.indicators.map(({ id, title, text, source }) => {
      const deprived = indicatorTruth(id, evidence, table);
      const isMarked = (answers.marks?.[id] ?? null) !== null;
      return { id, title, text, deprived, rests_on: isMarked ? 'mark' : deprived === null ? null : 'answers', source };
    }),
    rules: table.rules.map(({ id, class: given, text, when, source }, at) => ({
      id,
      class: given,
      holds: verdict.holds[at] ?? null,
      text,
      condition: when && explainCondition(when, evidence, verdict, table),
      source,
    })),
    changes: nameChanges(judge.changes(evidence), table),
    questions: verdict.class === 'undecided' ? nameChanges(judge.answers(evidence), table) : [],
  };
}

function evidenceFrom(answers: Answers, { table }: Judge): Evidence {
  const { fields, marks = {} } = answers;
  const facts = factsOf(answers, table.criteria);
  return {
    area: (fields.area ?? null) as Area | null,
    income: numberIn(fields.income),
    b1: numberIn(fields.b1),
    b2: numberIn(fields.b2),
    // what is computed from the income is left to the judge, unless its mark is given
    marks: table.indicators.map((indicator, at) => {
      const marked = marks[indicator.id] ?? null;
      return marked !== null || table.computed.includes(at) ? marked : derivedTruth(indicator, facts);
    }),
  };
}

function numberIn(answer: Answer | undefined): number | null {
  return typeof answer === 'number' ? answer : null;
}
