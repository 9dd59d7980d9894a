import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { FindingLog } from '../finding.ts';
import type { LaneSetup } from '../lane/block-review.ts';
import { isForLane } from '../lane/fit.ts';
import type { Crew } from '../lane/here.ts';
import type { LaneRun } from '../lane/run.ts';
import { SHORT_HASH } from '../review/hash.ts';
import { type ReviewDone, reviewSurvey } from '../review/review.ts';
import { UsageError } from './exit.ts';
import type { Settings } from './settings.ts';

export interface ReaderOptions {
  readonly reader: 'auto' | 'fast' | 'reference';
  readonly threads?: string;
}

/** Below this the lane gains less than can be felt. */
const LEAST_BYTES = 64 << 10;
/** Below this other threads take longer to begin than they save. */
const LEAST_FOR_THREADS = 64 << 20;
/** One thread reads, hashes and writes for all; it is no faster than so many. */
const MOST_THREADS = 4;

/** Reviews a survey by the lane where it fits and pays, else by the reference; what comes out is the same. */
export async function review(
  run: Omit<LaneRun, 'crew'>,
  freshLog: () => FindingLog,
  hashes: readonly string[],
  { reader, threads }: ReaderOptions,
  { io, words, quiet }: Settings,
): Promise<ReviewDone> {
  const { survey } = run;
  if (threads !== undefined && !(/^\d+$/.test(threads) && Number(threads) >= 1 && Number(threads) <= 16))
    throw new UsageError(words.usage.badThreads(threads));
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
    ? await byLane(run, setup, threadsFor(threads, bytes), freshLog)
    : { ...(await reviewSurvey(run, freshLog)), lane: false };
  if (reader === 'fast' && !done.lane && !quiet) await io.stderr.write(`${words.notByLane}\n`);
  return done;
}

/** As many as were asked for; else as the computer has cores, when the files are worth it. */
function threadsFor(wanted: string | undefined, bytes: number): number {
  if (wanted !== undefined) return Number(wanted);
  return bytes < LEAST_FOR_THREADS ? 1 : Math.min(MOST_THREADS, availableParallelism());
}

async function byLane(run: Omit<LaneRun, 'crew'>, setup: LaneSetup, threads: number, freshLog: () => FindingLog) {
  const { reviewByLane } = await import('../lane/run.ts');
  return reviewByLane({ ...run, crew: await crewOf(setup, threads) }, freshLog);
}

/** One thread is this one. */
async function crewOf(setup: LaneSetup, threads: number): Promise<Crew> {
  const worker = new URL('./lane-worker.js', import.meta.url);
  // threads run the built program; from its sources there is this one alone
  if (threads === 1 || !existsSync(worker)) return (await import('../lane/here.ts')).reviewHere(setup);
  return (await import('../lane/threads.ts')).reviewInThreads(setup, worker, threads);
}
