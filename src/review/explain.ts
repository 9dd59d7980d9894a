import type { Indicator, PovertyClass, Source } from '../criteria/criteria.ts';
import { type Finding, FindingLog, FindingsError, finding } from '../finding.ts';
import { type Explained, explainCondition, indicatorTruth, valueSeen } from '../judge/explain.ts';
import type { Truth } from '../judge/truth.ts';
import { readHouseholds } from '../survey/households.ts';
import type { Household, Survey } from '../survey/survey.ts';
import { nearest } from '../text/nearest.ts';
import { type Assessment, type Assessor, addressOf } from './assess.ts';
import { type NamedChange, nameChanges } from './changes.ts';
import { KeyRegister } from './keys.ts';
import { pointsReader } from './points.ts';
import { evidenceReader } from './reading.ts';

/** Why one household has its class under one criteria set. */
export interface Explanation {
  readonly household_id: string;
  readonly file: string;
  readonly row: number;
  readonly commune: string;
  readonly village: string;
  readonly criteria: string;
  readonly class: Assessment['class'];
  readonly computed_class: Assessment['class'];
  readonly recorded_class: string | null;
  readonly decided_class: string | null;
  readonly possible_classes: readonly Assessment['class'][];
  readonly area: string | null;
  /** False when the set has no lines by area: the area then decides nothing. */
  readonly area_decides: boolean;
  /** What the class rests on. */
  readonly basis: Assessment['basis'];
  /** What was computed by. */
  readonly computed_by: 'income' | 'score';
  /** Đồng per person per month, or B1 points, as read. */
  readonly value: number | null;
  readonly line: number | null;
  readonly below_line: Truth;
  readonly deprivations: number;
  readonly deprivations_max: number;
  readonly indicators: readonly ExplainedIndicator[];
  readonly rules: readonly ExplainedRule[];
  /** Every single change that would alter a decided class. */
  readonly changes: readonly NamedChange[];
  /** Unknowns that still decide, when the class is undecided. */
  readonly undecided_for: readonly string[];
  /** What each answer to them would make possible. */
  readonly answers: readonly NamedChange[];
}

export interface ExplainedIndicator {
  readonly id: string;
  readonly title: Indicator['title'];
  readonly text: Indicator['text'];
  readonly deprived: Truth;
  /** What was read for it: column, cell as it stands in the file, and its row. */
  readonly because: readonly { readonly field: string; readonly column: string | null; readonly saw: string | null }[];
  readonly source: Source;
  readonly confidence: Indicator['confidence'];
}

export interface ExplainedRule {
  readonly id: string;
  readonly class: PovertyClass;
  /** In every way of filling the unknowns, in none, or in some (null). */
  readonly holds: Truth;
  readonly text: Indicator['text'];
  readonly conditions: readonly Explained[];
  readonly source: Source;
}

/**
 * Finds a household by its number, or by its whole key (`unit/village/number`).
 *
 * @throws FindingsError `E701` when there is none (with near ones), `E702` when several have the number.
 */
export async function findHousehold(survey: Survey, keyFields: readonly string[], wanted: string): Promise<Household> {
  const register = new KeyRegister(survey, keyFields);
  const slot = survey.slots.get('household_id') ?? -1;
  const found: Household[] = [];
  const others: string[] = [];
  for (const at of survey.tables.keys()) {
    for await (const batch of readHouseholds(survey, at, new FindingLog())) {
      for (const household of batch) {
        const id = household.cells[slot] ?? '';
        if (id === wanted || register.keyOf(household) === wanted) found.push(household);
        else if (found.length === 0 && others.length < MOST_NEAR) others.push(id);
      }
    }
  }
  const [household] = found;
  if (household === undefined) {
    throw new FindingsError([finding('E701', {}, { saw: wanted, expected: nearest(wanted, others) })]);
  }
  if (found.length > 1) {
    const keys = found.map((h) => `${register.keyOf(h)} (${survey.tables[h.table]?.source.name}:${h.line})`);
    throw new FindingsError([finding('E702', {}, { saw: wanted, expected: keys })]);
  }
  const errors = household.findings.filter((f: Finding) => f.code.startsWith('E'));
  if (errors.length > 0) throw new FindingsError(errors);
  return household;
}

/** How many numbers are remembered to suggest a near one. */
const MOST_NEAR = 20_000;

/** Explains a household under one set; what contradicts itself is thrown as the findings it is. */
export function explainHousehold(household: Household, assessor: Assessor, survey: Survey): Explanation {
  const { criteria, judge } = assessor;
  const { table } = judge;
  const assessment = assessor.assess(household);
  if (!('verdict' in assessment)) throw new FindingsError(assessment);
  const { evidence } = pointsReader(
    criteria,
    judge,
    survey,
  )(household, evidenceReader(criteria, survey)(household.cells));
  const cell = (field: string) => household.cells[survey.slots.get(field) ?? -1] || null;
  const { verdict } = assessment;
  const inScope = assessment.computed !== 'out_of_scope';
  return {
    household_id: cell('household_id') ?? '',
    file: survey.tables[household.table]?.source.name ?? '',
    row: household.line,
    commune: cell('commune') ?? cell('commune_code') ?? '',
    village: cell('village') ?? '',
    criteria: criteria.id,
    class: assessment.class,
    computed_class: assessment.computed,
    recorded_class: cell('recorded_class'),
    decided_class: cell('decided_class'),
    possible_classes: inScope ? verdict.possible : [assessment.computed],
    area: evidence.area,
    area_decides: table.areas.length > 1,
    basis: assessment.basis,
    computed_by: table.basis,
    value: valueSeen(evidence, table.basis),
    line: assessment.line,
    below_line: verdict.belowLine,
    deprivations: verdict.deprivations,
    deprivations_max: verdict.deprivationsMax,
    indicators: table.indicators.map((indicator) => ({
      id: indicator.id,
      title: indicator.title,
      text: indicator.text,
      deprived: indicatorTruth(indicator.id, evidence, table),
      because: becauseOf(indicator.id, household, survey, table.computed.includes(table.indicators.indexOf(indicator))),
      source: indicator.source,
      confidence: indicator.confidence,
    })),
    rules: table.rules.map((rule, at) => ({
      id: rule.id,
      class: rule.class,
      holds: verdict.holds[at] ?? null,
      text: rule.text,
      conditions: rule.when === null ? [] : conditionsOf(explainCondition(rule.when, evidence, verdict, table)),
      source: rule.source,
    })),
    changes: inScope ? nameChanges(judge.changes(evidence), table) : [],
    undecided_for: inScope ? verdict.undecidedFor : [],
    answers: assessment.computed === 'undecided' ? nameChanges(judge.answers(evidence), table) : [],
  };
}

/** The parts of a rule that says "all of these", else the one condition it is. */
function conditionsOf(explained: Explained): readonly Explained[] {
  return explained.test === 'all' ? explained.of : [explained];
}

function becauseOf(id: string, household: Household, survey: Survey, isComputed: boolean) {
  const fields = isComputed ? ['income', id].filter((f) => survey.slots.has(f)) : [id];
  return fields.map((field) => {
    const { column = null } = addressOf(survey, household, field);
    const table = survey.tables[household.table];
    const at = table?.fields.findIndex((f) => f?.id === field) ?? -1;
    return { field, column, saw: at < 0 ? null : (household.record.cells[at] ?? null) };
  });
}
