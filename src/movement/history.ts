import type { Reviewed } from '../results/reviewed.ts';
import { foldKey } from '../text/fold.ts';
import { type Brief, briefReader } from './pairing/brief.ts';
import type { Pair } from './pairing/pairs.ts';
import { hasOtherHead } from './pairing/same-head.ts';
import type { TwoYears } from './pairing/two-years.ts';
import { communeKey } from './pairing/units-of-years.ts';
import { ownFields } from './pairing/year-list.ts';
import type { ListClass } from './tables/columns.ts';
import { isListed, stateOf } from './tables/states.ts';

/** Whether a household that comes onto a list was on it in an earlier year; null when nobody knows. */
export interface History {
  /** For which lists anything is known at all. */
  readonly knows: Readonly<Record<ListClass, boolean>>;
  wasOn(list: ListClass, pair: Pair): boolean | null;
}

/**
 * What earlier results say, and the files themselves (`previously_poor`, which speaks of the poor alone). A household of an
 * earlier year is found by its key, now or a year before, unless the heads have nothing in common, or by the number of its head.
 */
export async function historyOf(results: readonly Reviewed[], years: TwoYears): Promise<History> {
  const earlier: ListedBefore[] = [];
  for (const reviewed of results) earlier.push(await listedIn(reviewed, years));
  const isAsked = [years.before, years.after].some(({ reviewed }) => reviewed.survey.slots.has('previously_poor'));
  return {
    knows: { poor: earlier.length > 0 || isAsked, near_poor: earlier.length > 0 },
    wasOn(list, { before, after }) {
      const said = list === 'poor' ? (after?.previouslyPoor ?? before?.previouslyPoor ?? null) : null;
      if (said === true || earlier.some((one) => one.has(list, before, after))) return true;
      return earlier.length > 0 ? false : said;
    },
  };
}

interface ListedBefore {
  has(list: ListClass, before: Brief | null, after: Brief | null): boolean;
}

/** The households of an earlier result that stood on a list. */
async function listedIn(reviewed: Reviewed, years: TwoYears): Promise<ListedBefore> {
  const { keyFields } = years.after.reviewed;
  const own = ownFields(years.before.reviewed.keyFields, keyFields);
  const briefOf = briefReader(reviewed.survey, own);
  const keyOf = keyReader([reviewed, years.before.reviewed, years.after.reviewed]);
  const byKey = new Map<string, Brief[]>();
  const byHead = new Map<string, Set<ListClass>>();
  for await (const batch of reviewed.households()) {
    for (const [at, household] of batch.entries()) {
      const brief = briefOf(household, at);
      const state = stateOf(brief);
      if (!isListed(state)) continue;
      const key = keyOf(brief);
      byKey.set(key, [...(byKey.get(key) ?? []), brief]);
      if (brief.headId !== '') byHead.set(brief.headId, (byHead.get(brief.headId) ?? new Set()).add(state));
    }
  }
  return {
    has: (list, before, after) =>
      [before, after].some(
        (brief) =>
          brief !== null &&
          (byHead.get(brief.headId)?.has(list) === true ||
            byKey.get(keyOf(brief))?.some((one) => one.class === list && !hasOtherHead(one, brief)) === true),
      ),
  };
}

/** Keys by the household's own words, for earlier years have the units of their time; fields that one year lacks are left out. */
function keyReader(reviews: readonly Reviewed[]): (brief: Brief) => string {
  const all = (is: (key: readonly string[]) => boolean) => reviews.every(({ keyFields }) => is(keyFields));
  const byCommune = all((key) => key.includes('commune_code') || key.includes('commune'));
  const byVillage = all((key) => key.includes('village'));
  return ({ place, own }) =>
    [byCommune ? communeKey(place) : '', byVillage ? foldKey(place.village) : '', own].join('\u001f');
}
