import type { Basis, Criteria } from '../../src/criteria/criteria.ts';
import { type Finding, FindingLog } from '../../src/finding.ts';
import { type Judge, makeJudge } from '../../src/judge/judge.ts';
import { makeAssessor } from '../../src/review/assess.ts';
import { keyFields } from '../../src/review/keys.ts';
import { resultRow } from '../../src/review/result.ts';
import { type ReviewCounts, reviewSurvey, type Watch } from '../../src/review/review.ts';
import type { Tally } from '../../src/review/tally.ts';
import { setNamed, surveyOf } from '../fixtures.ts';

export interface ReviewOptions {
  readonly set?: string;
  readonly basis?: Basis;
  readonly dropIdentical?: boolean;
  /** Rows with errors are set aside instead of stopping the run. */
  readonly setAside?: boolean;
}

export interface Reviewed {
  readonly counts: ReviewCounts;
  readonly tally: Tally;
  readonly findings: readonly Finding[];
  /** Result rows as they would be written. */
  readonly written: readonly (readonly string[])[];
  /** Rows set aside: `table:line`, and the codes of the reasons. */
  readonly aside: readonly (readonly [string, string])[];
  /** What a watcher was shown: `table:line`, whether it was judged, whether a row with its key came before. */
  readonly watched: readonly (readonly [string, boolean, boolean])[];
}

const judges = new Map<string, Judge>();

/** A judge for a ladder, compiled once. */
export function judgeFor(criteria: Criteria, basis: Basis): Judge {
  const key = `${criteria.id} ${basis}`;
  const known = judges.get(key);
  if (known !== undefined) return known;
  const judge = makeJudge(criteria, basis);
  judges.set(key, judge);
  return judge;
}

/** Reviews texts as one survey by one set, in memory. */
export async function reviewed(texts: readonly string[], options: ReviewOptions = {}): Promise<Reviewed> {
  const { set = 'vn-2022', basis = 'income', dropIdentical = false, setAside = false } = options;
  const survey = await surveyOf(texts);
  const criteria = setNamed(set);
  const assessor = makeAssessor(criteria, judgeFor(criteria, basis), survey, () => false);
  let written: (readonly string[])[] = [];
  let aside: (readonly [string, string])[] = [];
  const result = {
    write: (...[household, assessment]: Parameters<Parameters<typeof reviewSurvey>[0]['results'][number]['write']>) =>
      void written.push(resultRow(household, assessment, set, 'hash')),
    flush: async () => {},
    restart: async () => {
      written = [];
    },
  };
  const rejects = {
    write: ({ table, line }: { table: number; line: number }, reasons: readonly Finding[]) =>
      void aside.push([`${table}:${line}`, reasons.map((f) => f.code).join()]),
    flush: async () => {},
    restart: async () => {
      aside = [];
    },
  };
  const watched: [string, boolean, boolean][] = [];
  const watch: Watch = ({ table, line }, assessments, isCopy) =>
    void watched.push([`${table}:${line}`, assessments !== null, isCopy]);
  const run = {
    watch,
    survey,
    assessors: [assessor],
    keyFields: keyFields(survey, null),
    dropIdentical,
    results: [result],
    rejects: setAside ? rejects : null,
    changes: null,
  };
  const done = await reviewSurvey(run, () => new FindingLog());
  const [tally] = done.tallies;
  if (tally === undefined) throw new Error('no tally');
  return { counts: done.counts, tally, findings: done.log.findings, written, aside, watched };
}
