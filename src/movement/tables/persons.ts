import type { ReviewedHousehold } from '../../results/reviewed.ts';
import type { Survey } from '../../survey/survey.ts';
import { numbersIn } from '../pairing/person-ids.ts';

/** How the persons present in both years were found. */
export type PersonsBy = 'members' | 'smaller_size';

/**
 * The persons of a household who are present in both years: by the numbers of its members where each of both years has one,
 * else at most the smaller of the two sizes; null where a size is not known.
 */
export function personsStayed(
  before: { readonly survey: Survey; readonly household: ReviewedHousehold; readonly size: number | null },
  after: { readonly survey: Survey; readonly household: ReviewedHousehold; readonly size: number | null },
): { readonly persons: number | null; readonly by: PersonsBy } {
  const sizes = before.size === null || after.size === null ? null : Math.min(before.size, after.size);
  for (const field of ['id_number', 'member_id']) {
    const was = fullIds(before, field);
    const is = fullIds(after, field);
    if (was !== null && is !== null) return { persons: is.filter((id) => was.includes(id)).length, by: 'members' };
  }
  return { persons: sizes, by: 'smaller_size' };
}

/** The numbers of all persons of a household; null unless each is listed with one of its own. */
function fullIds(
  { survey, household, size }: Parameters<typeof personsStayed>[0],
  field: string,
): readonly string[] | null {
  const ids = numbersIn(household.members, survey.memberSlots.get(field) ?? -1);
  if (ids.length === 0 || ids.length !== household.members.length || ids.length !== size) return null;
  // `1`, `2`, `3` number the members of each household anew
  return ids.some((id) => /^\d{1,2}$/.test(id)) ? null : ids;
}
