/**
 * What speaks for a link or against it, beside its tier. In a links file they stand in the note, separated by `; `, as they
 * are here: a file does not depend on a language.
 */
export const REASONS = [
  'previous_id', // the household names the one it was
  'event_told', // the survey itself says what became of it
  'new_head', // other head, persons in common
  'few_persons', // neither head, and less than half of the persons
  'name_and_birth_differ', // one citizen's number, and yet another name and birth
  'persons_by_name', // persons in common by name, birth and sex, none by number
  'birth_in_part', // birth known by the year or month in one of the years
  'birth_near', // birth dates a slip apart
  'birth_unknown', // no birth date in one of the years
  'numbers_differ', // citizens' numbers of the heads differ
  'village_differs',
  'size_differs',
  'other_unit', // in another commune
  'same_key', // the number was kept
  'tie', // several fit equally well
  'alike', // many are alike in everything: not listed one by one
  'divided_unit', // the old unit was divided, and its village is not in the crosswalk
] as const;

export type Reason = (typeof REASONS)[number];

export function noteOf(reasons: readonly Reason[]): string {
  return reasons.join('; ');
}

/** The reasons of a note; words of a person are none. */
export function reasonsIn(note: string): readonly Reason[] {
  const words = note.split(/[\s;,.]+/);
  return REASONS.filter((reason) => words.includes(reason));
}
