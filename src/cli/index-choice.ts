import { type FindingLog, finding } from '../finding.ts';
import type { Reviewed, ReviewedHousehold } from '../results/reviewed.ts';
import { indexReader } from '../summary/index/index-reader.ts';
import { type IndexResult, makeIndex } from '../summary/index/make-index.ts';
import { type Count, indexPlan, type Missing } from '../summary/index/plan.ts';
import { UsageError } from './exit.ts';
import type { ReviewedOptions } from './reviewed-input.ts';
import { setsNamed } from './reviewed-input.ts';
import type { Settings } from './settings.ts';

/** What the user says of the index. */
export interface IndexChoice {
  readonly index?: boolean;
  readonly cutoff?: string;
  readonly count?: Count;
  readonly missing?: Missing;
  readonly groupBy?: string;
}

/**
 * The index of a review in the making, by the set that `-c` names, else by the review's own; null unless it was asked for.
 * `done` tells the log of households that are in no figure.
 *
 * @throws FindingsError `E401` when no set is at hand, and what `indexPlan` finds
 */
export async function indexFor(
  reviewed: Reviewed,
  options: IndexChoice & ReviewedOptions,
  log: FindingLog,
  settings: Settings,
): Promise<{ add(household: ReviewedHousehold): void; done(log: FindingLog): IndexResult } | null> {
  if (options.index !== true) return null;
  const [named] = await setsNamed(options, log, settings);
  const set = named ?? reviewed.set;
  if (set === null) throw new UsageError(settings.words.usage.indexNeedsSet(reviewed.criteria.id));
  const groupBy = groupOf(reviewed, options, settings);
  const plan = indexPlan(set, {
    cutoff: options.cutoff ?? null,
    count: options.count ?? 'households',
    missing: options.missing ?? 'drop',
    groupBy,
  });
  const maker = makeIndex(plan);
  const read = indexReader(reviewed.survey, plan);
  return {
    add(household) {
      const indexed = read(household);
      if (indexed !== null) maker.add(indexed);
    },
    done(toLog) {
      const result = maker.done();
      const { missing, noSize, noWeight } = result.leftOut;
      if (missing + result.filled > 0)
        toLog.add(finding('N823', {}, { count: missing + result.filled, data: { policy: plan.missing } }));
      if (noSize > 0) toLog.add(finding('W822', { field: 'size' }, { count: noSize }));
      if (noWeight > 0) toLog.add(finding('W822', { field: 'weight' }, { count: noWeight }));
      return result;
    },
  };
}

/** The field of the groups: the one asked for; without one the area, where the review has it. */
function groupOf({ survey }: Reviewed, { groupBy }: IndexChoice, { words }: Settings): string | null {
  if (groupBy === undefined) return survey.slots.has('area') ? 'area' : null;
  if (!survey.slots.has(groupBy))
    throw new UsageError(words.usage.noField(groupBy, [...survey.slots.keys()].join(', ')));
  return groupBy;
}
