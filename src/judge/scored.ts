import { pointsTableOf } from '../criteria/criteria.ts';
import type { Answers } from './answers.ts';
import type { Evidence } from './evidence.ts';
import { CONTRADICTION, type Judge } from './judge.ts';
import { type Points, pointsOf } from './points.ts';

/** What the points tables of a set make of the answers; null where it has no table, or does not go by that total. */
export interface Computed {
  readonly b1: Points | null;
  readonly b2: Points | null;
}

/** The points tables that are asked: that of B1 only where the class goes by points, that of B2 wherever the set counts it. */
export function tablesOf({ table: { criteria, basis, b2 } }: Judge) {
  return {
    b1: basis === 'score' ? pointsTableOf(criteria, 'b1') : null,
    b2: b2 === null ? null : pointsTableOf(criteria, 'b2'),
  };
}

/** The totals that the answers give. */
export function computedTotals(answers: Answers, judge: Judge): Computed {
  const tables = tablesOf(judge);
  const { criteria } = judge.table;
  return {
    b1: tables.b1 && pointsOf(tables.b1, answers, criteria),
    b2: tables.b2 && pointsOf(tables.b2, answers, criteria),
  };
}

/**
 * Evidence with a blank total filled by what was computed: one number, or the least and the most. An answer without
 * points leaves it blank, and so does a B2 that no filling of the marks gives.
 */
export function withTotals(evidence: Evidence, computed: Computed, judge: Judge): Evidence {
  const { b1, b2 } = computed;
  const withB1 = evidence.b1 === null && b1 !== null && b1.unmatched.length === 0 ? filledB1(evidence, b1) : evidence;
  if (withB1.b2 !== null || b2 === null || b2.unmatched.length > 0) return withB1;
  const withB2 = filledB2(withB1, b2);
  return judge.decide(withB2) === CONTRADICTION ? withB1 : withB2;
}

function filledB1(evidence: Evidence, { lo, hi }: Points): Evidence {
  return lo === hi ? { ...evidence, b1: lo } : { ...evidence, b1Between: { lo, hi } };
}

function filledB2(evidence: Evidence, { lo, hi }: Points): Evidence {
  return lo === hi ? { ...evidence, b2: lo } : { ...evidence, b2Between: { lo, hi } };
}
