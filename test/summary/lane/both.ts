import { FindingLog, FindingsError } from '../../../src/finding.ts';
import type { Crew } from '../../../src/lane/crew.ts';
import { noteRows, readResult } from '../../../src/results/read-result.ts';
import type { Reviewed } from '../../../src/results/reviewed.ts';
import { keyFields } from '../../../src/review/keys.ts';
import { countHere } from '../../../src/summary/lane/crew.ts';
import type { BlockCounted } from '../../../src/summary/lane/done.ts';
import { type CountSetup, setupOf } from '../../../src/summary/lane/setup.ts';
import { summarizeByLane } from '../../../src/summary/lane/summarize-by-lane.ts';
import { type CountedReview, summarize } from '../../../src/summary/summarize.ts';
import { openTable } from '../../../src/survey/open-tables.ts';
import { makeSurvey } from '../../../src/survey/survey.ts';
import { pieces, setNamed, vocabulary } from '../../fixtures.ts';

export const HASH = '0123456789ab';
const FORMS = { childrenUnder: 16 };

/** Result files to be counted. */
export interface Asked {
  readonly files: readonly Uint8Array[];
  /** By file: how many rows its manifest says it has. */
  readonly rows?: readonly (number | null)[];
  readonly key?: readonly string[] | null;
  readonly blockBytes?: number;
  readonly chunkBytes?: number;
  readonly byVillage?: boolean;
}

/** What the reference and the lane come to; `lane` null when it leaves the files to the reference, `null` when nothing opens. */
export async function both(asked: Asked, crewOf: (setup: CountSetup) => Crew<BlockCounted> = countHere) {
  const opened = await openResult(asked);
  if (opened === null) return null;
  const { reviewed, log } = opened;
  const { byVillage = true } = asked;
  const reference = await outcome(log.reference, () => summarize(reviewed('reference'), FORMS, { byVillage }));
  const byLane = reviewed('lane');
  const setup = setupOf(byLane, byVillage);
  const lane = await outcome(log.lane, () =>
    summarizeByLane(byLane, FORMS, setup, crewOf, { blockBytes: asked.blockBytes ?? 1 << 20 }),
  );
  return { reference, lane };
}

async function openResult({ files, rows = [], key = null, chunkBytes = 1 << 20 }: Asked) {
  const log = { reference: new FindingLog(), lane: new FindingLog() };
  try {
    const sources = files.map((bytes, at) => pieces(`${at}.csv`, cut(bytes, chunkBytes)));
    const options = { vocabulary, encoding: null, delimiter: null, unit: null };
    const tables = await Promise.all(sources.map((source) => openTable(source, options, new FindingLog())));
    const survey = makeSurvey(tables, vocabulary, false);
    const criteria = { id: 'vn-2022', hash: HASH };
    const result = {
      survey,
      keyFields: keyFields(survey, key),
      criteria,
      rows: files.map((_, at) => rows[at] ?? null),
    };
    const reviewed = (who: keyof typeof log): Reviewed => ({
      ...{ ...result, files: [], set: setNamed('vn-2022'), coverage: 'reviewed', status: null },
      ...{ decision: null, date: null, year: null, rejected: 0 },
      households: () => readResult(result, log[who]),
      tellRows: (found) => noteRows(result, found, log[who]),
    });
    return { reviewed, log };
  } catch (error) {
    if (error instanceof FindingsError) return null;
    throw error;
  }
}

function cut(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

/** The counts and what was told, or the findings that ended it. */
async function outcome(log: FindingLog, count: () => Promise<CountedReview | null>) {
  try {
    const review = await count();
    if (review === null) return null;
    const leaves = review.leaves.map(({ place, counts }) => ({
      place,
      numbers: [...counts.numbers],
      ethnicities: [...counts.ethnicities],
    }));
    return { leaves, has: review.has, marks: review.plan.marks, told: log.findings };
  } catch (error) {
    if (error instanceof FindingsError) return { stopped: error.findings };
    throw error;
  }
}
