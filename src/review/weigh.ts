import { indicatorsOf } from '../criteria/criteria.ts';
import { type Finding, finding } from '../finding.ts';
import { decidingMembers } from '../judge/deciding.ts';
import type { Evidence } from '../judge/evidence.ts';
import { CONTRADICTION, type Judge, type Verdict } from '../judge/judge.ts';
import type { Truth } from '../judge/truth.ts';
import type { Household, Survey } from '../survey/survey.ts';
import { addressOf } from './address.ts';
import { columnsAnswering } from './asked.ts';
import { type Derivation, makeDeriver } from './derive.ts';
import { rowName } from './duplicates.ts';
import { definitionHash } from './hash.ts';
import { evidenceReader } from './reading.ts';

/** How marks and answers are weighed against each other. */
export interface Weighing {
  /** The day on which ages are counted; a household's own day of review comes before it. */
  readonly reviewDate: string | null;
  /** Which of the two is followed where they disagree. */
  readonly prefer: 'marks' | 'answers';
  /** Per table: the indicators whose marks an earlier run derived, and the hash of what it derived them by. */
  readonly earlier: readonly ReadonlyMap<string, string>[];
}

export const PLAIN_WEIGHING: Weighing = { reviewDate: null, prefer: 'marks', earlier: [] };

/** The cell of an indicator as the result holds it, where it is not as it was read; `''`: what it held no longer stands. */
export interface Filled {
  readonly slot: number;
  readonly field: string;
  readonly value: '1' | '0' | '';
}

/** What a household is judged by. */
export interface Weighed {
  readonly evidence: Evidence;
  /** The cells alone, as they were read. */
  readonly read: Evidence;
  /** Null where nothing was derived. */
  readonly derivation: Derivation | null;
  readonly filled: readonly Filled[];
  readonly findings: readonly Finding[];
}

/**
 * Puts the marks of a household and its answers together: an answer fills a blank mark; where both are known and disagree
 * (`W341`) the preferred one is followed. A mark that an earlier run derived by another definition is derived anew, and
 * unknown (`N366`) where the answers do not reach.
 */
export function weigher(
  survey: Survey,
  judge: Judge,
  weighing: Weighing,
  isRecorded: (table: number) => boolean,
): (household: Household) => Weighed {
  const { criteria } = judge.table;
  const read = evidenceReader(criteria, survey);
  const derive = makeDeriver(survey, criteria, weighing.reviewDate);
  const hasEarlier = weighing.earlier.some((marks) => marks.size > 0);
  const indicators = indicatorsOf(criteria).map((indicator) => ({
    indicator,
    slot: survey.slots.get(indicator.id) ?? -1,
    definition: hasEarlier ? definitionHash(criteria, indicator.id) : null,
  }));

  return (household) => {
    const evidence = read(household.cells);
    const derivation = derive === null || isRecorded(household.table) ? null : derive(household);
    const earlier = weighing.earlier[household.table];
    if (derivation === null && (earlier === undefined || earlier.size === 0)) {
      return { evidence, read: evidence, derivation: null, filled: NONE, findings: NONE };
    }
    const filled: Filled[] = [];
    const findings: Finding[] = [];
    const marks = indicators.map(({ indicator, slot, definition }, at): Truth => {
      const field = indicator.id;
      const marked = evidence.marks[at] ?? null;
      const derived = derivation?.truths[at] ?? null;
      const derivedBy = earlier?.get(field);
      const isStale = derivedBy !== undefined && derivedBy !== definition;
      const used = isStale ? derived : weighing.prefer === 'answers' ? (derived ?? marked) : (marked ?? derived);
      if (isStale && marked !== null && derived === null) {
        findings.push(finding('N366', addressOf(survey, household, field), { data: { kind: criteria.id } }));
      }
      if (!isStale && marked !== null && derived === !marked && derivation !== null) {
        findings.push(disagreement(survey, household, at, marked, derivation, judge));
      }
      // what was derived before is still no mark of anybody
      const isDerived = derivedBy !== undefined && used !== null;
      if (slot >= 0 && (used !== marked || isDerived)) {
        filled.push({ slot, field, value: used === null ? '' : used ? '1' : '0' });
      }
      return used;
    });
    return { evidence: { ...evidence, marks }, read: evidence, derivation, filled, findings };
  };
}

/** `W341`: the mark, the columns that answer otherwise, and the rows of the members who make it so. */
function disagreement(
  survey: Survey,
  household: Household,
  at: number,
  marked: boolean,
  { facts, answers }: Derivation,
  { table }: Judge,
): Finding {
  const indicator = table.indicators[at] as Judge['table']['indicators'][number];
  const { id, deprived } = indicator;
  const fields = columnsAnswering(survey, household, indicator, answers).map(({ heading }) => heading);
  const certain = deprived === null ? [] : (decidingMembers(deprived, facts)?.certain ?? []);
  const rows = certain.flatMap((member) => household.members[member] ?? []).map((member) => rowName(survey, member));
  const data = { marked: marked ? '1' : '0', fields, criteria: table.criteria.id, rows };
  return finding('W341', addressOf(survey, household, id), { data });
}

const NONE: readonly never[] = [];

/** What was weighed, and what the judge makes of it. */
export interface Settled extends Weighed {
  readonly verdict: Verdict | typeof CONTRADICTION;
}

/**
 * Judges what was weighed. A written B2 that only the answers contradict is no fault of the row: it is followed as marks
 * are, or left out where answers are preferred (`W367`).
 */
export function settle(
  survey: Survey,
  household: Household,
  weighed: Weighed,
  judge: Judge,
  prefer: Weighing['prefer'],
): Settled {
  const verdict = judge.decide(weighed.evidence);
  if (verdict !== CONTRADICTION || weighed.derivation === null) return { ...weighed, verdict };
  const isKept = prefer === 'marks';
  const evidence = isKept ? weighed.read : { ...weighed.evidence, b2: null };
  const again = judge.decide(evidence);
  if (again === CONTRADICTION) return { ...weighed, evidence: weighed.read, verdict: judge.decide(weighed.read) };
  const data = { criteria: judge.table.criteria.id, prefer };
  const told = finding('W367', addressOf(survey, household, 'b2'), { saw: String(weighed.read.b2), data });
  return {
    ...weighed,
    evidence,
    filled: isKept ? [] : weighed.filled,
    findings: [...weighed.findings, told],
    verdict: again,
  };
}
