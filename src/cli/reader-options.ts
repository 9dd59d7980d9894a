import { availableParallelism } from 'node:os';
import type { Survey } from '../survey/survey.ts';
import { UsageError } from './exit.ts';
import type { Settings } from './settings.ts';

/** Options of the commands that have a lane for large clean files. */
export interface ReaderOptions {
  readonly reader: 'auto' | 'fast' | 'reference';
  readonly threads?: string;
}

/** Below this the lane gains less than can be felt. */
const LEAST_BYTES = 64 << 10;
/** One thread reads for all; it is no faster than so many. */
const MOST_THREADS = 4;

/** How the user wants files of a size read. `threads`: as many as were asked for, else as the computer has cores, when the files are worth it. */
export interface ReaderChoice {
  readonly isForLane: boolean;
  readonly threads: number;
}

/** `leastForThreads`: below so many bytes other threads take longer to begin than they save. */
export function readerChoice(
  { tables }: Survey,
  { reader, threads }: ReaderOptions,
  leastForThreads: number,
  { words }: Settings,
): ReaderChoice {
  if (threads !== undefined && !(/^\d+$/.test(threads) && Number(threads) >= 1 && Number(threads) <= 16))
    throw new UsageError(words.usage.badThreads(threads));
  const bytes = tables.reduce((sum, { source }) => sum + (source.bytes ?? 0), 0);
  const cores = bytes < leastForThreads ? 1 : Math.min(MOST_THREADS, availableParallelism());
  return {
    isForLane: reader === 'fast' || (reader === 'auto' && bytes >= LEAST_BYTES),
    threads: threads === undefined ? cores : Number(threads),
  };
}
