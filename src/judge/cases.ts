import type { Case, CaseFile } from '../criteria/case-schema.ts';
import type { Basis, Criteria } from '../criteria/criteria.ts';
import type { Area } from './amounts.ts';
import { derivedTruth, factsOf } from './answers.ts';
import type { Evidence } from './evidence.ts';
import { indicatorTruth } from './explain.ts';
import { CONTRADICTION, type Judge, makeJudge, type Verdict } from './judge.ts';
import { computedTotals, withTotals } from './scored.ts';
import type { Table } from './table.ts';
import type { Truth } from './truth.ts';

/** How one case came out. */
export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  /** Empty when it passed. */
  readonly differences: readonly Difference[];
}

/**
 * One thing that is not as expected, in machine words: classes, ids, `1`, `0`, `unknown`, `not_in_set`,
 * `contradiction`; lists joined by commas.
 */
export interface Difference {
  /** A key of `expected`; `indicators.ID`; `marks.ID`, `others.ID` or `b2` when the household itself cannot stand. */
  readonly what: string;
  readonly expected: string;
  readonly got: string;
}

/** Runs all cases of a file, in its order. The names in it must have been checked (`checkCases`). */
export function runCases({ cases }: CaseFile, criteria: Criteria): readonly CaseResult[] {
  const judges = new Map<Basis, Judge>();
  const judgeBy = (basis: Basis): Judge => {
    const judge = judges.get(basis) ?? makeJudge(criteria, basis);
    judges.set(basis, judge);
    return judge;
  };
  return cases.map((one) => runCase(one, judgeBy(one.basis)));
}

/** Judges the household of a case and compares everything that is expected of it. */
export function runCase({ name, household, expected }: Case, judge: Judge): CaseResult {
  const { table } = judge;
  const { evidence: answered, faults } = evidenceOf(household, table);
  const evidence = withTotals(answered, computedTotals(household, judge), judge);
  const verdict = judge.decide(evidence);
  const differences = [
    ...faults,
    ...(verdict === CONTRADICTION
      ? [{ what: 'b2', expected: 'consistent', got: 'contradiction' }]
      : comparisons(expected, { household, evidence, verdict, table }).filter((d) => d.expected !== d.got)),
  ];
  return { name, passed: differences.length === 0, differences };
}

/**
 * What the judge weighs. A mark given wins; the others are as `others` says or, when it says nothing, as the answers
 * say. An indicator that is computed from the income is left to the judge unless its mark is given.
 */
function evidenceOf(household: Case['household'], table: Table): { evidence: Evidence; faults: readonly Difference[] } {
  const { fields, marks, others } = household;
  const facts = factsOf(household, table.criteria);
  const ids = table.indicators.map((i) => i.id);
  const faults: Difference[] = Object.entries(marks)
    .filter(([id]) => !ids.includes(id))
    .map(([id, mark]) => ({ what: `marks.${id}`, expected: shown(mark), got: 'not_in_set' }));
  const weighed = table.indicators.map((indicator, at): Truth => {
    const { id } = indicator;
    if (id in marks) return marks[id] ?? null;
    if (table.computed.includes(at)) return null;
    const derived = derivedTruth(indicator, facts);
    // answers that `others` would silently overrule: the mark has to be named
    if (others !== null && derived === !others) {
      faults.push({ what: `others.${id}`, expected: shown(others), got: shown(derived) });
    }
    return others ?? derived;
  });
  const evidence: Evidence = {
    area: (fields.area ?? null) as Area | null,
    income: numberIn(fields.income),
    b1: numberIn(fields.b1),
    b2: numberIn(fields.b2),
    marks: weighed,
  };
  return { evidence, faults };
}

interface Outcome {
  readonly household: Case['household'];
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  readonly table: Table;
}

/** Every expectation beside what came out, both as text. */
function comparisons(expected: Case['expected'], outcome: Outcome): readonly Difference[] {
  const { evidence, verdict, table } = outcome;
  const found: Difference[] = [];
  const compare = <T>(what: string, wanted: T | undefined, got: T, text: (value: T) => string) => {
    if (wanted !== undefined) found.push({ what, expected: text(wanted), got: text(got) });
  };
  compare('class', expected.class, classOf(outcome), String);
  compare('possible', expected.possible, verdict.possible, listed);
  for (const [id, truth] of Object.entries(expected.indicators ?? {})) {
    const isKnown = table.indicators.some((i) => i.id === id);
    const got = isKnown ? shown(indicatorTruth(id, evidence, table)) : 'not_in_set';
    found.push({ what: `indicators.${id}`, expected: shown(truth), got });
  }
  compare('average_living', expected.average_living, verdict.averageLiving, shown);
  compare('deprivations', expected.deprivations, verdict.deprivations, String);
  compare('deprivations_max', expected.deprivations_max, verdict.deprivationsMax, String);
  compare('undecided_for', expected.undecided_for, verdict.undecidedFor, listed);
  compare('near_boundary', expected.near_boundary, verdict.nearBoundary, listed);
  return found;
}

/** A household known to live otherwise than the population of the set is out of its scope. */
function classOf({ household, verdict, table }: Outcome): NonNullable<Case['expected']['class']> {
  const { residence } = household;
  const inScope = residence === null || table.criteria.population.residence.includes(residence);
  return inScope ? verdict.class : 'out_of_scope';
}

function numberIn(answer: unknown): number | null {
  return typeof answer === 'number' ? answer : null;
}

function shown(truth: Truth): string {
  return truth === null ? 'unknown' : truth ? '1' : '0';
}

function listed(items: readonly string[]): string {
  return [...items].sort().join(', ');
}
