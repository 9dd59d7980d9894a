import { chosenMoved } from '../movement/choose-moved.ts';
import { type CompareOptions, compare } from '../movement/compare.ts';
import type { Comparison } from '../movement/comparison.ts';
import type { Pair } from '../movement/pairing/pairs.ts';
import { isOneCriteria, isOneRound } from '../movement/round.ts';
import { type Decomposition, decomposer } from '../movement/rules/decompose.ts';
import { isListed, stateOf } from '../movement/tables/states.ts';
import { parseMovementLimits } from '../movement/why/limits.ts';
import type { Why } from '../movement/why/reason.ts';
import { type StandOut, standOutWatch } from '../movement/why/stand-out.ts';
import { whyFinder } from '../movement/why/why.ts';
import type { DiffView } from '../report/movement/diff-view.ts';
import { shippedText } from '../shipped.ts';
import type { Opened, TwoYearOptions } from './diff-input.ts';
import { quotaFrom } from './quota-input.ts';
import type { Settings } from './settings.ts';
import { yearsUnder } from './year-under.ts';

export interface ViewOptions extends TwoYearOptions {
  /** Movements by which the households shown are chosen; without any, all are. */
  readonly only: readonly string[];
}

/** Everything that `diff` shows of two opened results. */
export async function viewOf(
  { made, compared, isSameFile }: Opened,
  how: CompareOptions,
  options: ViewOptions,
  settings: Settings,
): Promise<DiffView> {
  const isCorrection = isOneRound(...compared, isSameFile);
  const comparison = await compare(...compared, { ...how, isCorrection });
  const reasons = await reasonsOf(comparison, options, settings);
  const chosen = new Set(
    options.only.length === 0 ? comparison.changed : chosenMoved(comparison.changed, options.only),
  );
  const shown = comparison.changed.filter((one) => chosen.has(one) && (isCorrection || isOfTheLists(one.pair)));
  return {
    comparison,
    moved: shown.map((household) => ({ household, why: reasons.whyOf(household.pair) })),
    movedCount: comparison.changed.length,
    standOut: reasons.standOut,
    decomposition: await decomposed(made, comparison, how),
    sets: { before: made[0].criteria.id, after: made[1].criteria.id },
    rules: options.rules === undefined ? null : compared[0].criteria.id,
    byArea: reasons.byArea,
    criteria: compared.map(({ set }) => set),
  };
}

/** Who was or is on a list; the movements of all others are counted and not told one by one. */
function isOfTheLists({ before, after }: Pair): boolean {
  return isListed(stateOf(before)) || isListed(stateOf(after));
}

/** Asks of every household on a list why it changed, and what stands out. */
async function reasonsOf(comparison: Comparison, options: TwoYearOptions, settings: Settings) {
  const { before, after, kind } = comparison;
  const years = await yearsUnder(before, after);
  const find = whyFinder(...years);
  const reasons = new Map<Pair, Why | null>();
  const whyOf = (pair: Pair): Why | null => {
    const known = reasons.get(pair);
    return known === undefined ? find(comparison.open(pair)) : known;
  };
  if (kind === 'correction') return { whyOf, standOut: null as StandOut | null, byArea: 0 };
  const limits = parseMovementLimits(shippedText('movement/why/limits.yaml'));
  const watch = standOutWatch({ before, after }, limits, await quotaFrom(options.quota, settings));
  let byArea = 0;
  for (const pair of comparison.pairs.filter(isOfTheLists)) {
    const open = comparison.open(pair);
    const why = find(open);
    reasons.set(pair, why);
    if (why?.reason.kind === 'moved_by' && why.reason.factors.includes('area')) byArea++;
    // one that was merged away came from nobody
    watch.see(pair.before === null ? open : { ...open, origin: null }, why);
  }
  return { whyOf, standOut: watch.done() as StandOut | null, byArea };
}

/** Both years under both sets; null where there is one set, or one is not at hand. */
async function decomposed(
  made: Opened['made'],
  comparison: Comparison,
  how: CompareOptions,
): Promise<Decomposition | null> {
  if (comparison.kind === 'correction' || isOneCriteria(...made)) return null;
  const years = await yearsUnder(...made);
  if (years.some(({ under }) => under.includes(null))) return null;
  const asMade = comparison.before === made[0] ? comparison : await compare(...made, how);
  const tally = decomposer(...years);
  for (const pair of asMade.pairs) tally.see(asMade.open(pair));
  return tally.done();
}
