import { existsSync } from 'node:fs';
import type { FindingLog } from '../finding.ts';
import type { LaneSetup } from '../lane/block-review.ts';
import type { Crew } from '../lane/crew.ts';
import { isForLane } from '../lane/fit.ts';
import type { Reviewed } from '../lane/here.ts';
import type { LaneRun } from '../lane/run.ts';
import { SHORT_HASH } from '../review/hash.ts';
import { type ReviewDone, reviewSurvey } from '../review/review.ts';
import { type ReaderOptions, readerChoice } from './reader-options.ts';
import type { Settings } from './settings.ts';

/** Below this other threads take longer to begin than they save. */
const LEAST_FOR_THREADS = 64 << 20;

/** Reviews a survey by the lane where it fits and pays, else by the reference; what comes out is the same. */
export async function review(
  run: Omit<LaneRun, 'crew'>,
  freshLog: () => FindingLog,
  hashes: readonly string[],
  options: ReaderOptions,
  settings: Settings,
): Promise<ReviewDone> {
  const { survey } = run;
  const { isForLane: isWanted, threads } = readerChoice(survey, options, LEAST_FOR_THREADS, settings);
  const takes = isWanted && isForLane(run);
  const setup = {
    survey,
    assessors: run.assessors,
    keyFields: run.keyFields,
    hashes: hashes.map((hash) => hash.slice(0, SHORT_HASH)),
    writesResults: run.results.length > 0,
    writesChanges: run.changes !== null,
    writesRejects: run.rejects !== null,
  };
  const done = takes
    ? await byLane(run, setup, threads, freshLog)
    : { ...(await reviewSurvey(run, freshLog)), lane: false };
  if (options.reader === 'fast' && !done.lane && !settings.quiet)
    await settings.io.stderr.write(`${settings.words.notByLane}\n`);
  return done;
}

async function byLane(run: Omit<LaneRun, 'crew'>, setup: LaneSetup, threads: number, freshLog: () => FindingLog) {
  const { reviewByLane } = await import('../lane/run.ts');
  return reviewByLane({ ...run, crew: await crewOf(setup, threads) }, freshLog);
}

/** One thread is this one. */
async function crewOf(setup: LaneSetup, threads: number): Promise<Crew<Reviewed>> {
  const worker = new URL('./lane-worker.js', import.meta.url);
  // threads run the built program; from its sources there is this one alone
  if (threads === 1 || !existsSync(worker)) return (await import('../lane/here.ts')).reviewHere(setup);
  return (await import('../lane/threads.ts')).reviewInThreads(setup, worker, threads);
}
