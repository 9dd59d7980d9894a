import type { Answers } from './answers.ts';
import { DWELLING_ANSWERS, type DwellingCells, dwellingAnswersIn } from './dwelling-answers.ts';
import type { Household } from './household.ts';
import { MEMBER_ANSWERS, type MemberCells, memberAnswersIn } from './member-answers.ts';
import { type Person, personsIn } from './persons.ts';
import type { Published } from './published.ts';

/**
 * Headings of the members' file, in order: canonical field names. What was answered of the dwelling stands on the row
 * of the head.
 */
export const MEMBERS_HEADINGS: readonly string[] = [
  'household_id',
  'commune_code',
  'village',
  'member_id',
  'name',
  'relation',
  'sex',
  'birth_date',
  ...MEMBER_ANSWERS,
  ...DWELLING_ANSWERS,
];

/** The same with the citizens' numbers: by them households of two years can be linked. */
export const NUMBERED_HEADINGS: readonly string[] = MEMBERS_HEADINGS.flatMap((heading) =>
  heading === 'birth_date' ? [heading, 'id_number'] : [heading],
);

/**
 * The rows of a household's members, the head first, in the order of `MEMBERS_HEADINGS`; none when nobody was met.
 * The marks of the household follow from them.
 *
 * @param place cells of the household: number, commune, village
 */
export function memberRows(
  year: number,
  household: Household,
  answers: Answers,
  published: Published,
  place: readonly string[],
): readonly (readonly string[])[] {
  if (answers.outcome !== 'reviewed') return [];
  return rowsOf(year, household, answers, published, place, personsIn(year, household, answers, published), null);
}

/**
 * The same for persons who are known already.
 *
 * @param idNumbers citizens' numbers in the order of the persons, for rows in the order of `NUMBERED_HEADINGS`; null for none
 */
export function rowsOf(
  year: number,
  household: Household,
  answers: Answers,
  published: Published,
  place: readonly string[],
  persons: readonly Person[],
  idNumbers: readonly string[] | null,
): readonly (readonly string[])[] {
  const dwelling = dwellingAnswersIn(household, answers.size, answers.marks);
  return memberAnswersIn(year, household, persons, answers.marks, published).map((member, at) => [
    ...place,
    String(at + 1),
    ...personCells(persons[at] as Person),
    ...(idNumbers === null ? [] : [idNumbers[at] ?? '']),
    ...MEMBER_ANSWERS.map((field: keyof MemberCells) => member[field]),
    ...DWELLING_ANSWERS.map((field: keyof DwellingCells) => (at === 0 ? dwelling[field] : '')),
  ]);
}

function personCells({ name, relation, sex, birthDate }: Person): readonly string[] {
  return [name, relation, sex, birthDate];
}
