import { existsSync } from 'node:fs';
import type { Reviewed } from '../results/reviewed.ts';
import type { Forms } from '../summary/forms.ts';
import { isForCounting } from '../summary/lane/fit.ts';
import type { CountSetup } from '../summary/lane/setup.ts';
import { type CountedReview, type Counting, summarize } from '../summary/summarize.ts';
import { type ReaderOptions, readerChoice } from './reader-options.ts';
import type { Settings } from './settings.ts';

/** Below this other threads take longer to begin than they save. */
const LEAST_FOR_THREADS = 256 << 20;

/** Counts a review by the lane where it fits and pays, else by the reference; what comes out is the same. */
export async function countReview(
  reviewed: Reviewed,
  forms: Forms,
  options: ReaderOptions,
  settings: Settings,
  counting: Counting = {},
): Promise<CountedReview> {
  const { isForLane, threads } = readerChoice(reviewed.survey, options, LEAST_FOR_THREADS, settings);
  // whoever watches wants to see the households, and the lane makes none
  if (isForLane && counting.watch === undefined && isForCounting(reviewed)) {
    const byLane = await byBytes(reviewed, forms, threads, counting.byVillage ?? true);
    if (byLane !== null) return byLane;
  }
  if (options.reader === 'fast' && !settings.quiet) await settings.io.stderr.write(`${settings.words.notByLane}\n`);
  return summarize(reviewed, forms, counting);
}

async function byBytes(
  reviewed: Reviewed,
  forms: Forms,
  threads: number,
  byVillage: boolean,
): Promise<CountedReview | null> {
  const { summarizeByLane } = await import('../summary/lane/summarize-by-lane.ts');
  const { setupOf } = await import('../summary/lane/setup.ts');
  return summarizeByLane(reviewed, forms, setupOf(reviewed, byVillage), (setup) => crewOf(setup, threads));
}

/** One thread is this one. Others find the vocabulary by the set, which must be at hand. */
async function crewOf(setup: CountSetup, threads: number) {
  const { countHere, countInThreads } = await import('../summary/lane/crew.ts');
  const worker = new URL('./summary-worker.js', import.meta.url);
  // threads run the built program; from its sources there is this one alone
  if (threads === 1 || setup.set === null || !existsSync(worker)) return countHere(setup);
  return countInThreads(setup, worker, threads);
}
