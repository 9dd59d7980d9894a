import { FindingLog } from '../finding.ts';
import { explainCondition, indicatorTruth } from '../judge/explain.ts';
import { readHouseholds } from '../survey/households.ts';
import type { Survey } from '../survey/survey.ts';
import type { Assessor, Outcome } from './assess.ts';
import { type ConditionCoverage, conditionCounts, countConditions } from './condition-coverage.ts';

/** What a survey exercises of a criteria set: what never happened says where a mistake would go unseen. */
export interface Coverage {
  readonly households: number;
  /** Rows that could not be used. */
  readonly unusable: number;
  readonly rules: readonly RuleCoverage[];
  readonly indicators: readonly IndicatorCoverage[];
  readonly codes: readonly CodeCoverage[];
}

export interface RuleCoverage {
  readonly id: string;
  readonly class: Outcome;
  /** Households whose class it gave. */
  readonly gave: number;
  /** Households for which it holds by itself, and those for which it may. */
  readonly holds: number;
  readonly may_hold: number;
  /** Inside its condition, outermost first. */
  readonly conditions: readonly ConditionCoverage[];
}

export interface IndicatorCoverage {
  readonly id: string;
  readonly deprived: number;
  readonly not: number;
  readonly unknown: number;
}

/** How often each code of a closed list stands in its column. */
export interface CodeCoverage {
  readonly field: string;
  readonly codes: Readonly<Record<string, number>>;
  readonly blank: number;
}

/** Counts over the whole survey how often each rule, indicator and code came up. */
export async function coverageOf(survey: Survey, assessor: Assessor): Promise<Coverage> {
  const { table } = assessor.judge;
  const rules = table.rules.map(({ id, class: outcome, when }) => {
    const conditions = conditionCounts(when);
    return { id, class: outcome, gave: 0, holds: 0, may_hold: 0, conditions };
  });
  const indicators = table.indicators.map(({ id }) => ({ id, deprived: 0, not: 0, unknown: 0 }));
  const lists = survey.fields.flatMap((field) =>
    field.kind === 'code' && field.codes !== undefined
      ? [{ field: field.id, slot: survey.slots.get(field.id) ?? -1, codes: countsOf(field.codes), blank: 0 }]
      : [],
  );
  let households = 0;
  let unusable = 0;
  for (const at of survey.tables.keys()) {
    for await (const batch of readHouseholds(survey, at, new FindingLog())) {
      for (const household of batch) {
        households++;
        const assessment = assessor.assess(household);
        if (household.findings.some((f) => f.code.startsWith('E')) || !('verdict' in assessment)) {
          unusable++;
          continue;
        }
        const { evidence } = assessment;
        const { holds } = assessment.verdict;
        const first = holds.findIndex((truth) => truth !== false);
        for (const [rule, counts] of rules.entries()) {
          if (holds[rule] === true) counts.holds++;
          if (holds[rule] === null) counts.may_hold++;
          const gave = rule === first && assessment.verdict.class === counts.class;
          if (gave) counts.gave++;
          const when = table.rules[rule]?.when ?? null;
          if (when === null) continue;
          const explained = explainCondition(when, evidence, assessment.verdict, table);
          countConditions(counts.conditions, when, explained, gave);
        }
        for (const counts of indicators) {
          const truth = indicatorTruth(counts.id, evidence, table);
          if (truth === null) counts.unknown++;
          else if (truth) counts.deprived++;
          else counts.not++;
        }
        for (const list of lists) {
          const cell = household.cells[list.slot] ?? '';
          if (cell === '') list.blank++;
          else list.codes[cell] = (list.codes[cell] ?? 0) + 1;
        }
      }
    }
  }
  return { households, unusable, rules, indicators, codes: lists.map(({ slot: _, ...list }) => list) };
}

function countsOf(codes: readonly string[]): Record<string, number> {
  return Object.fromEntries(codes.map((code) => [code, 0]));
}
