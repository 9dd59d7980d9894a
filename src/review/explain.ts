import type { Indicator, PovertyClass, Source } from '../criteria/criteria.ts';
import { type Finding, FindingLog, FindingsError, finding } from '../finding.ts';
import { type Explained, explainCondition, indicatorTruth, valueSeen } from '../judge/explain.ts';
import type { Truth } from '../judge/truth.ts';
import { readHouseholds } from '../survey/households.ts';
import type { Household, Survey } from '../survey/survey.ts';
import { nearest } from '../text/nearest.ts';
import type { Assessment, Assessor } from './assess.ts';
import { type Because, becauseOf } from './because.ts';
import { type NamedChange, nameChanges } from './changes.ts';
import { KeyRegister } from './keys.ts';
import type { TotalByItems } from './points.ts';

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
  /** The totals that a points table gives, item by item; none where the set has no table. */
  readonly points: readonly TotalByItems[];
  readonly rules: readonly ExplainedRule[];
  /** Every single change that would alter a decided class. */
  readonly changes: readonly NamedChange[];
  /** Unknowns that still decide, when the class is undecided. */
  readonly undecided_for: readonly string[];
  /** What each answer to them would make possible. */
  readonly answers: readonly NamedChange[];
}

export interface ExplainedIndicator extends Because {
  readonly id: string;
  readonly title: Indicator['title'];
  readonly text: Indicator['text'];
  readonly deprived: Truth;
  /** What the answers say by themselves; null where they do not settle it. */
  readonly derived: Truth;
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
  const { evidence, derivation } = assessment;
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
    indicators: table.indicators.map((indicator, at) => ({
      id: indicator.id,
      title: indicator.title,
      text: indicator.text,
      deprived: indicatorTruth(indicator.id, evidence, table),
      derived: derivation?.truths[at] ?? null,
      ...becauseOf(indicator, at, table.computed.includes(at), household, assessment, survey),
      source: indicator.source,
      confidence: indicator.confidence,
    })),
    points: assessor.itemsOf(household),
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
