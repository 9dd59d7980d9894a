import type { Reviewed } from '../../results/reviewed.ts';
import { foldKey } from '../../text/fold.ts';
import type { Brief } from './brief.ts';
import { goneBy } from './gone.ts';
import type { Pair } from './pairs.ts';
import { filledFrom, NOWHERE, type Place } from './place.ts';
import { communeKey, unitsOfYears } from './units-of-years.ts';
import { ownFields, readYear, type YearList } from './year-list.ts';

/** Two years whose places are those of the year after. */
export interface TwoYears {
  readonly before: YearList;
  readonly after: YearList;
  /** Where a household of the year before lived, in the units of the year after. */
  placeBefore(brief: Brief): Place;
  /** True where a divided unit leaves open which of its successors that is. */
  isUnplaced(brief: Brief): boolean;
  /** The key by which years are compared: unit, village, number. The unit and village only where both keys have them. */
  keyBefore(brief: Brief): string;
  keyAfter(brief: Brief): string;
  /** The same key with another number. */
  keyAfterAs(brief: Brief, own: string): string;
}

/** Puts a place of the year before into the units of the year after, as a crosswalk says; null where it cannot tell. */
export type Rebase = (place: Place) => Place | null;

/** Reads two years, the earlier one first. Without `rebase` units are matched by code, else by name. */
export async function readYears(before: Reviewed, after: Reviewed, rebase: Rebase | null): Promise<TwoYears> {
  const own = ownFields(before.keyFields, after.keyFields);
  const [was, is] = [await readYear(before, own), await readYear(after, own)];
  return yearsOf(was, is, rebase);
}

/** Two results of one round: what they say of the year before it (numbers, events) both say, and nothing follows from it. */
export function ofOneRound(years: TwoYears): TwoYears {
  const plain = (list: YearList): YearList => ({
    ...list,
    households: list.households.map((brief) => ({ ...brief, event: null, previousId: '' })),
  });
  return { ...years, before: plain(years.before), after: plain(years.after) };
}

function yearsOf(was: YearList, after: YearList, rebase: Rebase | null): TwoYears {
  const before = { ...was, households: was.households.filter((brief) => !wasGone(brief)) };
  const rebased = rebase === null ? (place: Place) => place : onceEach((place) => rebase(place) ?? place);
  const placesOf = ({ households }: YearList) => [...new Set(households.map(({ place }) => place))];
  const match = unitsOfYears(placesOf(before).map(rebased), placesOf(after));
  const placeBefore = onceEach((place) => match(rebased(place)));
  const fields = [before.reviewed.keyFields, after.reviewed.keyFields];
  const byCommune = fields.every((key) => key.includes('commune_code') || key.includes('commune'));
  const byVillage = fields.every((key) => key.includes('village'));
  const partOf = onceEach((place) => {
    const parts = [byCommune ? communeKey(place) : '', byVillage ? foldKey(place.village) : ''];
    return `${parts.join('\u001f')}\u001f`;
  });
  const place = (brief: Brief) => placeBefore(brief.place);
  return {
    before,
    after,
    placeBefore: place,
    isUnplaced: (brief) => rebase !== null && rebase(brief.place) === null,
    keyBefore: (brief) => partOf(place(brief)) + brief.own,
    keyAfter: (brief) => partOf(brief.place) + brief.own,
    keyAfterAs: (brief, number) => partOf(brief.place) + number,
  };
}

/** A row that only says that its household was gone by then: it belongs to no list of that year. */
function wasGone(brief: Brief): boolean {
  return goneBy(brief) !== null && brief.class === 'undecided';
}

function onceEach<R>(of: (place: Place) => R): (place: Place) => R {
  const known = new Map<Place, R>();
  return (place) => {
    const already = known.get(place);
    if (already !== undefined) return already;
    const made = of(place);
    known.set(place, made);
    return made;
  };
}

/** Where a household lived in both years, in the units of the year after; where one year says nothing, the other speaks. */
export function whereLived({ before, after }: Pair, years: TwoYears): { readonly was: Place; readonly is: Place } {
  const was = before === null ? null : years.placeBefore(before);
  const is = after?.place ?? null;
  if (was === null || is === null) return { was: was ?? is ?? NOWHERE, is: is ?? was ?? NOWHERE };
  // who is found again in one of the successors of its unit has not moved
  if (before !== null && years.isUnplaced(before)) return { was: { ...is, area: was.area || is.area }, is };
  return { was: filledFrom(was, is), is: filledFrom(is, was) };
}
