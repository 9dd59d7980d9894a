import type { Survey } from '../../survey/survey.ts';
import { NOT_STORED } from '../course/later-households.ts';
import type { Pair } from '../pairing/pairs.ts';
import type { TwoYears } from '../pairing/two-years.ts';
import { personsStayed } from './persons.ts';
import type { Movement } from './postings.ts';
import { stateOf } from './states.ts';

/** Counts the persons of households, and of those in both years the ones who stayed. */
export class PersonsCount {
  readonly by = { members: 0, smaller_size: 0 };
  readonly #years: TwoYears;
  readonly #hasMembers: boolean;

  constructor(years: TwoYears) {
    this.#years = years;
    this.#hasMembers = [years.before, years.after].every(({ reviewed }) => mayHaveMembers(reviewed.survey));
  }

  of({ before, after }: Pair): Movement['persons'] {
    const [was, is] = [before?.size ?? null, after?.size ?? null];
    if (before === null || after === null || stateOf(before) === 'absent' || stateOf(after) === 'absent') {
      return { before: was, after: is, stayed: null };
    }
    const smaller = was === null || is === null ? null : Math.min(was, is);
    const { persons, by } =
      this.#hasMembers && before.at !== NOT_STORED
        ? personsStayed(
            { survey: this.#years.before.reviewed.survey, household: this.#years.before.open(before), size: was },
            { survey: this.#years.after.reviewed.survey, household: this.#years.after.open(after), size: is },
          )
        : { persons: smaller, by: 'smaller_size' as const };
    this.by[by]++;
    return { before: was, after: is, stayed: persons };
  }
}

/** Most results have none: then no household need be opened. */
function mayHaveMembers({ memberTables, tables }: Survey): boolean {
  return memberTables.length > 0 || tables.some(({ layout }) => layout.memberFields !== null);
}
