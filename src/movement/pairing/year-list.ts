import type { Reviewed, ReviewedHousehold } from '../../results/reviewed.ts';
import { type Brief, briefReader } from './brief.ts';
import { HouseholdStore } from './household-store.ts';

/** One of the two years: its households in brief, in file order, and each as a whole on request. */
export interface YearList {
  readonly reviewed: Reviewed;
  readonly households: readonly Brief[];
  open(brief: Brief): ReviewedHousehold;
}

/**
 * Reads a year into memory. `own`: the fields of the key that are no part of a place and that both years have.
 *
 * @throws FindingsError for rows that cannot be used
 */
export async function readYear(reviewed: Reviewed, own: readonly string[]): Promise<YearList> {
  const store = new HouseholdStore();
  const briefOf = briefReader(reviewed.survey, own);
  const households: Brief[] = [];
  for await (const batch of reviewed.households()) {
    for (const household of batch) households.push(briefOf(household, store.add(household)));
  }
  return { reviewed, households, open: ({ at }) => store.get(at) };
}

/** Fields of a key that say where a household lives; they are compared as units, not letter by letter. */
const PLACES = new Set(['commune_code', 'commune', 'village']);

/** The other fields by which households of both years are told apart, as far as both have them. */
export function ownFields(before: readonly string[], after: readonly string[]): readonly string[] {
  return after.filter((field) => before.includes(field) && !PLACES.has(field));
}
