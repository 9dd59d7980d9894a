import type { FindingLog } from '../finding.ts';
import { isForLane } from '../lane/fit.ts';
import { reviewHere } from '../lane/here.ts';
import { type LaneRun, reviewByLane } from '../lane/run.ts';
import { SHORT_HASH } from '../review/hash.ts';
import { type ReviewDone, reviewSurvey } from '../review/review.ts';
import type { Settings } from './settings.ts';

export interface ReaderOptions {
  readonly reader: 'auto' | 'fast' | 'reference';
}

/** Below this the lane gains less than can be felt. */
const LEAST_BYTES = 4 << 20;

/** Reviews a survey by the lane where it fits and pays, else by the reference; what comes out is the same. */
export async function review(
  run: Omit<LaneRun, 'crew'>,
  freshLog: () => FindingLog,
  hashes: readonly string[],
  { reader }: ReaderOptions,
  { io, words, quiet }: Settings,
): Promise<ReviewDone> {
  const { survey } = run;
  const bytes = survey.tables.reduce((sum, { source }) => sum + (source.bytes ?? 0), 0);
  const fits = isForLane(run);
  const setup = {
    survey,
    assessors: run.assessors,
    keyFields: run.keyFields,
    hashes: hashes.map((hash) => hash.slice(0, SHORT_HASH)),
    writesResults: run.results.length > 0,
    writesChanges: run.changes !== null,
    writesRejects: run.rejects !== null,
  };
  const takes = fits && reader !== 'reference' && (reader === 'fast' || bytes >= LEAST_BYTES);
  const done = takes
    ? await reviewByLane({ ...run, crew: reviewHere(setup) }, freshLog)
    : { ...(await reviewSurvey(run, freshLog)), lane: false };
  if (reader === 'fast' && !done.lane && !quiet) await io.stderr.write(`${words.notByLane}\n`);
  return done;
}
