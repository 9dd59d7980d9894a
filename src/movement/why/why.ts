import { valueSeen } from '../../judge/explain.ts';
import type { ReviewedHousehold } from '../../results/reviewed.ts';
import type { Assessment } from '../../review/assess.ts';
import { isOneSet, judgedBy, type YearUnder } from '../rules/year.ts';
import { type Changed, changesOf } from './changes.ts';
import { type Facts, factsOf, isAnswered, weighedFacts } from './facts.ts';
import { lineSeen } from './line-seen.ts';
import { makeMovedBy } from './moved-by.ts';
import { type Moved, type Reason, type Standing, stateOf, type Why, type Year } from './reason.ts';

/**
 * Tells why households of two years have another class than before; null of one whose class is the same. What changed is
 * told from what moved the class: one thing after the other is exchanged and the household judged again.
 */
export function whyFinder(before: YearUnder, after: YearUnder): (pair: Moved) => Why | null {
  const movedBy = makeMovedBy(before, after);
  return (pair) => {
    const [from, to] = [stateOf(pair.before), stateOf(pair.after)];
    if (from === to) return null;
    if (pair.before === null || pair.after === null) {
      return { from, to, changes: [], reason: inOneYear(pair, after) };
    }
    const years = [standingIn(before, pair.before, 0), standingIn(after, pair.after, 1)] as const;
    const changes = [...changesOf(years[0].facts, years[1].facts), ...rulesChange(before, after)];
    return { from, to, changes, reason: reasonOf(...years) ?? movedBy(pair.before, pair.after) };
  };
}

/** A household in one year, and what the rules of that year make of it. */
interface InYear {
  readonly year: Year;
  readonly under: YearUnder;
  readonly household: ReviewedHousehold;
  readonly facts: Facts;
  /** Null where the criteria cannot be had, or the answers contradict each other. */
  readonly assessment: Assessment | null;
  readonly isAnswered: boolean;
}

function standingIn(year: YearUnder, household: ReviewedHousehold, own: 0 | 1): InYear {
  const assessment = judgedBy(year, household, own);
  const facts = factsOf(year.survey, household);
  const ids = assessment === null ? [] : (year.under[own]?.judge.table.indicators ?? []).map(({ id }) => id);
  return {
    year: own === 0 ? 'before' : 'after',
    under: year,
    household,
    assessment,
    facts: assessment === null ? facts : weighedFacts(facts, assessment.evidence, ids),
    isAnswered: isAnswered(year.survey, household),
  };
}

/** What keeps the change from being explained by the answers; null when they may explain it. */
function reasonOf(before: InYear, after: InYear): Reason | null {
  const years = [after, before];
  for (const { year, household } of years) {
    if (household.class === 'out_of_scope') return { kind: 'out_of_scope', year };
  }
  if (isOverridden(after)) return overriding(after);
  const unanswered = years.filter((one) => !one.isAnswered);
  const [first] = unanswered;
  if (first !== undefined) return notOnFile(unanswered.length > 1 ? 'both' : first.year, after);
  if (before.assessment === null || after.assessment === null) return { kind: 'no_criteria' };
  // what the answers give has not changed: only last year's decision was another
  if (isOverridden(before) && before.household.computedClass === after.household.class) return overriding(before);
  for (const { year, assessment } of years) {
    if (assessment?.computed === 'undecided') return { kind: 'undecided', year, open: assessment.verdict.undecidedFor };
  }
  return null;
}

/** True when the class stands against the answers. */
function isOverridden({ household: { class: given, computedClass, basis }, isAnswered: answered }: InYear): boolean {
  if (given === computedClass) return false;
  return basis === 'decided' || (basis === 'recorded' && answered && computedClass !== 'undecided');
}

function overriding({ year, household, under: { survey } }: InYear): Reason {
  const { basis, computedClass: computed, cells } = household;
  const said = cells[survey.slots.get('decision_reason') ?? -1] ?? '';
  return { kind: basis === 'decided' ? 'decided' : 'recorded', year, computed, said };
}

function notOnFile(year: Year | 'both', { under, household }: InYear): Reason {
  return { kind: 'not_on_file', year, standing: standingOf(under, household) };
}

function rulesChange({ under: [was] }: YearUnder, after: YearUnder): Changed[] {
  const [, is] = after.under;
  if (was === null || is === null || isOneSet(after)) return [];
  const bases = [was.judge.table.basis, is.judge.table.basis] as const;
  return [{ what: 'rules', from: was.criteria.id, to: is.criteria.id, bases }];
}

function inOneYear({ before, after, event }: Moved, year: YearUnder): Reason {
  if (after === null) return { kind: 'left', event };
  if (before !== null) throw new Error('a household of both years');
  return { kind: 'entered', event, standing: standingOf(year, after) };
}

function standingOf(year: YearUnder, household: ReviewedHousehold): Standing | null {
  const assessment = isAnswered(year.survey, household) ? judgedBy(year, household, 1) : null;
  const table = year.under[1]?.judge.table;
  if (assessment === null || table === undefined) return null;
  const { evidence, verdict } = assessment;
  return {
    basis: table.basis,
    value: valueSeen(evidence, table.basis),
    line: lineSeen(assessment, table),
    belowLine: verdict.belowLine,
    deprivations: verdict.deprivations,
  };
}
