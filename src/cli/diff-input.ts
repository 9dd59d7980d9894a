import { realpath } from 'node:fs/promises';
import type { Criteria } from '../criteria/criteria.ts';
import { FindingLog } from '../finding.ts';
import type { Coverage, Reviewed } from '../results/reviewed.ts';
import { setsFor } from './criteria-sets.ts';
import { openOneReview, openReviewed, type ReviewedOptions } from './reviewed-input.ts';
import type { Settings } from './settings.ts';

/** Options that say of which year they speak. */
export interface TwoYearOptions extends ReviewedOptions {
  readonly coverageBefore?: Coverage;
  readonly coverageAfter?: Coverage;
  readonly membersBefore?: readonly string[];
  readonly membersAfter?: readonly string[];
  readonly history?: readonly string[];
  readonly rules?: string;
  readonly quota?: string;
}

/** The two results as they were made, and both by one set where `--rules` names it. */
export interface Opened {
  readonly made: readonly [Reviewed, Reviewed];
  readonly compared: readonly [Reviewed, Reviewed];
  readonly isSameFile: boolean;
}

/** Opens both results; with `--rules` a second time, classified anew by that set. */
export async function openTwoYears(
  names: readonly [string, string],
  options: TwoYearOptions,
  log: FindingLog,
  settings: Settings,
): Promise<Opened> {
  const open = async (under: Criteria | null, told: FindingLog) => {
    const circumstances = under === null ? {} : { under };
    const before = await openOneReview([names[0]], sideOptions(options, 'before'), told, settings, circumstances);
    const after = await openOneReview([names[1]], sideOptions(options, 'after'), told, settings, circumstances);
    return [before, after] as const;
  };
  const made = await open(null, log);
  const rules = options.rules === undefined ? null : await rulesFrom(options, log, settings);
  // the files were told of when they were first opened
  const compared = rules === null ? made : await open(rules, new FindingLog());
  return { made, compared, isSameFile: await isOneFile(names) };
}

/** Files named for both years are of the year after, unless they are named for one; the year before is one earlier. */
function sideOptions(options: TwoYearOptions, side: 'before' | 'after'): ReviewedOptions {
  const { members, coverage: _, coverageBefore, coverageAfter, membersBefore, membersAfter, year, ...common } = options;
  const isBefore = side === 'before';
  const coverage = isBefore ? coverageBefore : coverageAfter;
  const own = isBefore ? membersBefore : (membersAfter ?? members);
  const its = year !== undefined && isBefore && /^\d{4}$/.test(year) ? String(Number(year) - 1) : year;
  return {
    ...common,
    ...(its === undefined ? {} : { year: its }),
    ...(coverage === undefined ? {} : { coverage }),
    ...(own === undefined ? {} : { members: own }),
  };
}

/** The set of `--rules`; what it covers by date plays no part. */
async function rulesFrom(options: TwoYearOptions, log: FindingLog, settings: Settings): Promise<Criteria> {
  const { sets, findings } = await setsFor(
    { ...options, criteria: [options.rules ?? ''], outsideCoverage: true },
    null,
    settings,
  );
  for (const found of findings) log.add(found);
  return sets[0] as Criteria;
}

async function isOneFile(names: readonly [string, string]): Promise<boolean> {
  if (names.includes('-')) return false;
  const [a, b] = await Promise.all(names.map((name) => realpath(name).catch(() => name)));
  return a === b;
}

/** Results of earlier years, each file by itself: a household on a list of two of them stands in both. */
export async function openHistory(
  options: TwoYearOptions,
  log: FindingLog,
  settings: Settings,
): Promise<readonly Reviewed[]> {
  if (options.history === undefined) return [];
  const { members: _, year: __, coverage: ___, ...common } = options;
  return openReviewed(options.history, common, log, settings, { isEachItsOwn: true });
}
