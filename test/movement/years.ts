import type { Basis, Criteria } from '../../src/criteria/criteria.ts';
import { FindingLog } from '../../src/finding.ts';
import type { LinkEvent } from '../../src/movement/link.ts';
import type { YearUnder } from '../../src/movement/rules/year.ts';
import { classifySurvey } from '../../src/results/classify-survey.ts';
import type { ReviewedHousehold } from '../../src/results/reviewed.ts';
import { makeAssessor } from '../../src/review/assess.ts';
import { keyFields } from '../../src/review/keys.ts';
import { csvOf, type Row, setNamed, surveyOf } from '../fixtures.ts';
import { judgeFor } from '../review/run.ts';

/** Two years of invented households, and the pairs that have one number. */
export interface TwoYears {
  readonly before: YearUnder;
  readonly after: YearUnder;
  readonly pairs: readonly Paired[];
}

export interface Paired {
  readonly id: string;
  readonly before: ReviewedHousehold | null;
  readonly after: ReviewedHousehold | null;
  readonly event: LinkEvent | null;
}

export interface YearsOptions {
  /** The sets of the two years. */
  readonly sets?: readonly [string | Criteria, string | Criteria];
  readonly basis?: Basis;
  /** Years whose classes are taken as recorded. */
  readonly recorded?: readonly ('before' | 'after')[];
}

/** Rows of two years as `diff` has them: classified, each by the set of its year, and paired by their numbers. */
export async function twoYears(
  was: readonly Row[],
  is: readonly Row[],
  { sets = ['vn-2022', 'vn-2022'], basis = 'income', recorded = [] }: YearsOptions = {},
): Promise<TwoYears> {
  const [first, second] = sets.map((set) => (typeof set === 'string' ? setNamed(set) : set)) as [Criteria, Criteria];
  const before = await yearOf(was, [first, second], 0, basis, recorded.includes('before'));
  const after = await yearOf(is, [first, second], 1, basis, recorded.includes('after'));
  const ids = [...new Set([...before.byId.keys(), ...after.byId.keys()])];
  const pairs = ids.map((id): Paired => {
    const [a, b] = [before.byId.get(id) ?? null, after.byId.get(id) ?? null];
    const event = ((b ?? a)?.cells[(b === null ? before : after).year.survey.slots.get('event') ?? -1] ?? '') || null;
    return { id, before: a, after: b, event: event as LinkEvent | null };
  });
  return { before: before.year, after: after.year, pairs };
}

async function yearOf(
  rows: readonly Row[],
  sets: readonly [Criteria, Criteria],
  own: 0 | 1,
  basis: Basis,
  isRecorded: boolean,
) {
  const survey = await surveyOf([csvOf(rows)]);
  const assessorOf = (set: Criteria, recorded: boolean) =>
    makeAssessor(set, judgeFor(set, basis), survey, () => recorded);
  const first = assessorOf(sets[0], false);
  const year: YearUnder = { survey, under: [first, sets[0] === sets[1] ? first : assessorOf(sets[1], false)] };
  const byId = new Map<string, ReviewedHousehold>();
  const fields = keyFields(survey, null);
  const slot = survey.slots.get('household_id') ?? -1;
  for await (const batch of classifySurvey(survey, fields, assessorOf(sets[own], isRecorded), new FindingLog())) {
    for (const household of batch) byId.set(household.cells[slot] ?? '', household);
  }
  return { year, byId };
}
