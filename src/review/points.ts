import type { Criteria } from '../criteria/criteria.ts';
import type { PointsTable } from '../criteria/points.ts';
import { type Finding, finding } from '../finding.ts';
import type { Answers } from '../judge/answers.ts';
import type { Evidence } from '../judge/evidence.ts';
import type { Judge } from '../judge/judge.ts';
import { pointsOf } from '../judge/points.ts';
import type { Household, Survey } from '../survey/survey.ts';
import { answersOf } from './answers.ts';

/** Evidence with its B1 as the points table has it, and what is to be said of that. */
export interface Scored {
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

/**
 * Computes B1 from the answers where the set has a points table and goes by points. A total that is written stands, and
 * is held against the computed one (`W355`); a blank one is computed, as an interval where answers are blank. An answer
 * for which the table has no points leaves the household without a total (`E356`).
 */
export function pointsReader(
  criteria: Criteria,
  { table: { basis } }: Judge,
  survey: Survey,
  reviewDate: string | null = null,
): (household: Household, evidence: Evidence) => Scored {
  const table = Object.values(criteria.scores).find((score) => score.table !== undefined)?.table;
  if (table === undefined || basis !== 'score') return (_, evidence) => ({ evidence, findings: [] });
  return (household, evidence) =>
    scored(table, criteria, survey, answersOf(survey, household, reviewDate), household, evidence);
}

function scored(
  table: PointsTable,
  criteria: Criteria,
  survey: Survey,
  answers: Answers,
  household: Household,
  evidence: Evidence,
): Scored {
  const { lo, hi, unmatched } = pointsOf(table, answers, criteria);
  const at = { file: survey.tables[household.table]?.source.name ?? '', row: household.line, field: 'b1' };
  if (unmatched.length > 0) return { evidence, findings: [finding('E356', at, { data: { items: unmatched } })] };
  if (evidence.b1 === null) {
    return { evidence: lo === hi ? { ...evidence, b1: lo } : { ...evidence, b1Between: { lo, hi } }, findings: [] };
  }
  const agrees = evidence.b1 >= lo && evidence.b1 <= hi;
  const computed = lo === hi ? String(lo) : `${lo} … ${hi}`;
  return {
    evidence,
    findings: agrees ? [] : [finding('W355', at, { saw: String(evidence.b1), expected: [computed] })],
  };
}
