import type { Criteria } from '../criteria/criteria.ts';
import type { Part } from '../criteria/mixture.ts';
import { isComparison } from '../criteria/predicate.ts';
import { type Address, type Finding, finding, severityOf } from '../finding.ts';
import { type Area, cutAt } from '../judge/amounts.ts';
import type { Evidence } from '../judge/evidence.ts';
import { indicatorTruth } from '../judge/explain.ts';
import { CONTRADICTION, type Judge, type Verdict } from '../judge/judge.ts';
import type { Table } from '../judge/table.ts';
import type { Household, Survey } from '../survey/survey.ts';
import { addressOf } from './address.ts';
import { derivableFrom } from './asked.ts';
import type { Derivation } from './derive.ts';
import { hasPointsTable, itemsReader, pointsReader, type TotalByItems } from './points.ts';
import { evidenceReader } from './reading.ts';
import { type Filled, PLAIN_WEIGHING, settle, type Weighing, weigher } from './weigh.ts';

export type Outcome = 'poor' | 'near_poor' | 'non_poor' | 'undecided' | 'out_of_scope';

/** What one criteria set makes of one household: the verdict, and what stands in the result besides. */
export interface Assessment {
  readonly class: Outcome;
  readonly computed: Outcome;
  readonly basis: 'income' | 'score' | 'recorded' | 'decided';
  readonly verdict: Verdict;
  /** The amount of the line, or the cut-off, that was used; null when the area leaves it open. */
  readonly line: number | null;
  /** Computed against recorded; null when there is nothing to compare. */
  readonly agrees: boolean | null;
  readonly findings: readonly Finding[];
  /** What moves the household from its class under the first set of the run; absent when it has no other. */
  readonly movedBy?: readonly Part[];
  /** What was judged: the cells, and what follows from the answers. */
  readonly evidence: Evidence;
  /** What the answers say of the indicators; null where nothing is derived. */
  readonly derivation: Derivation | null;
  /** Indicator columns that the result holds otherwise than they were read, for they follow from other answers. */
  readonly derived: readonly Filled[];
}

export interface Assessor {
  readonly criteria: Criteria;
  readonly judge: Judge;
  /** Marks may follow from what else was answered, or were derived by an earlier run. */
  readonly derives: boolean;
  /** Tables whose class is taken as it stands in the file. */
  recorded(table: number): boolean;
  /** Findings alone when the row contradicts itself and cannot be judged. */
  assess(household: Household): Assessment | readonly Finding[];
  /** How the totals of a household come about by the points tables of the set. */
  itemsOf(household: Household): readonly TotalByItems[];
  /** What is wrong with B2 in a row that has other faults: all of a row is told at once. */
  faultsOfB2(household: Household): readonly Finding[];
}

/** Judges households of a survey by one set. `recorded`: tables whose class is taken as it stands in the file. */
export function makeAssessor(
  criteria: Criteria,
  judge: Judge,
  survey: Survey,
  recorded: (table: number) => boolean,
  weighing: Weighing = PLAIN_WEIGHING,
): Assessor {
  const read = evidenceReader(criteria, survey);
  const weigh = weigher(survey, judge, weighing, recorded);
  const score = pointsReader(judge, survey, weighing.reviewDate);
  const slot = (field: string) => survey.slots.get(field) ?? -1;
  const slots = {
    residence: slot('residence'),
    recorded: slot('recorded_class'),
    decided: slot('decided_class'),
    province: slot('province_code'),
  };
  const { basis } = judge.table;
  const computed = judge.table.computed.flatMap((at) => {
    const field = judge.table.indicators[at]?.id ?? '';
    return survey.slots.has(field) ? [{ at, field, slot: slot(field) }] : [];
  });
  const isRestricted = criteria.population.residence.length < 2;
  const provinces = criteria.territory.province_codes;
  return {
    criteria,
    judge,
    derives:
      hasPointsTable(criteria) ||
      derivableFrom(survey, criteria).length > 0 ||
      weighing.earlier.some((marks) => marks.size > 0),
    recorded,
    itemsOf: itemsReader(judge, survey, weighing.reviewDate),
    faultsOfB2(household) {
      const unread = new Set(household.findings.map((f) => f.at.field));
      if (['b2', ...judge.table.indicators.map((i) => i.id)].some((field) => unread.has(field))) return [];
      // the row has other faults: what its other answers say cannot be relied on
      const evidence = { ...read(household.cells), area: null, income: null, b1: null };
      const isSound = isPossibleB2(evidence.b2, judge.table) && judge.decide(evidence) !== CONTRADICTION;
      return isSound ? [] : [faultOfB2(evidence, judge, addressOf(survey, household, 'b2'))];
    },
    assess(household) {
      const { cells, line, table } = household;
      const at = (field: string) => addressOf(survey, household, field);
      const { evidence: weighedEvidence, read: readEvidence, ...others } = weigh(household);
      const points = score(household, weighedEvidence);
      if (points.findings.some((f) => severityOf(f.code) === 'error')) return points.findings;
      const weighed = { ...others, evidence: points.evidence, read: score(household, readEvidence).evidence };
      if (!isPossibleB2(weighed.evidence.b2, judge.table)) return [faultOfB2(weighed.evidence, judge, at('b2'))];
      const settled = settle(survey, household, weighed, judge, weighing.prefer);
      const { evidence, derivation, filled, verdict } = settled;
      if (verdict === CONTRADICTION) return [faultOfB2(evidence, judge, at('b2'))];
      const findings: Finding[] = [
        ...points.findings,
        ...settled.findings,
        ...verdict.marksOverruled.map((id) => finding('W315', at(id), { data: { indicator: id } })),
      ];
      const residence = cells[slots.residence] ?? '';
      if (isRestricted && slots.residence >= 0 && residence === '') findings.push(finding('N317', at('residence')));
      const province = cells[slots.province] ?? '';
      if (provinces !== null && province !== '' && !provinces.includes(province)) {
        findings.push(finding('W318', at('province_code'), { saw: province, expected: provinces }));
      }
      const inScope = residence === '' || criteria.population.residence.includes(residence);
      const fromIncome = computed.flatMap(({ at: place, field, slot: to }): Filled[] => {
        const truth = (evidence.marks[place] ?? null) === null ? indicatorTruth(field, evidence, judge.table) : null;
        return truth === null ? [] : [{ slot: to, field, value: truth ? '1' : '0' }];
      });
      const outcome: Outcome = inScope ? verdict.class : 'out_of_scope';
      const written = (cells[slots.recorded] || null) as Outcome | null;
      const decided = (cells[slots.decided] || null) as Outcome | null;
      const isRecorded = recorded(table);
      return {
        class: decided ?? (isRecorded ? (written ?? 'undecided') : outcome),
        computed: outcome,
        basis: decided !== null ? 'decided' : isRecorded ? 'recorded' : basis,
        verdict,
        line: lineFor(judge.table, evidence.area),
        agrees: written === null || outcome === 'undecided' ? null : written === outcome,
        evidence,
        derivation,
        derived: [...filled, ...fromIncome],
        findings: findings.map((f) => ({ ...f, at: { ...f.at, row: line } })),
      };
    },
  };
}

/** Why a B2 cannot stand: it is no possible total, or the marks do not give it. */
function faultOfB2({ b2, marks }: Evidence, { table }: Judge, at: Address): Finding {
  if (!isPossibleB2(b2, table)) return finding('E309', at, { saw: String(b2), expected: possibleB2(table) });
  const deprived = marks.filter((mark) => mark === true).length;
  const unknown = marks.filter((mark) => mark === null).length;
  return finding('E310', at, { saw: String(b2), data: { deprived, unknown } });
}

/** The amount the ladder compares with, for an area; for an unknown area only when both have the same. */
export function lineFor({ criteria, basis, areas }: Table, area: Area | null): number | null {
  const line = criteria.classes[basis]?.line;
  if (!line || !isComparison(line)) return null;
  const candidates = areas.length === 1 || area === null ? areas : [area];
  const isNamed = typeof line.value === 'object' && 'line' in line.value;
  const amounts = new Set(
    candidates.map((a) => {
      const { amount, per } = cutAt(line.value, criteria, a);
      // a line is shown as it is written, by year or by month; anything else by its value
      return isNamed ? amount : amount / per;
    }),
  );
  return amounts.size === 1 ? ([...amounts][0] ?? null) : null;
}

/** B2 is a sum of the indicators' points: not above all of them, and in their steps. Sets without B2 do not ask. */
function isPossibleB2(b2: number | null, { b2: score }: Table): boolean {
  if (score === null || b2 === null) return true;
  const scaled = b2 * score.scale;
  const most = score.each.reduce((sum, points) => sum + points, 0);
  return scaled <= most && scaled % stepOf(score.each) === 0;
}

function stepOf(points: readonly number[]): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  return points.reduce(gcd, 0) || 1;
}

function possibleB2({ b2: score }: Table): string[] {
  if (score === null) return [];
  const step = stepOf(score.each) / score.scale;
  const most = score.each.reduce((sum, points) => sum + points, 0) / score.scale;
  return [0, step, 2 * step].map(String).concat('…', String(most));
}
