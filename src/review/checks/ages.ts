import { finding } from '../../finding.ts';
import { agesOn } from '../../text/age.ts';
import { reviewDayOf } from '../answers.ts';
import type { MakeCheck } from './check.ts';
import { addressOfPerson, type Person, type PersonField, tellsOfPersons } from './persons.ts';

/**
 * `E339`: an age that nobody has, or a birth after the review. Only what is certain: a year of birth alone may be any day
 * of it, and without a day of review no age is known.
 */
export const ages: MakeCheck = ({ survey, reviewDate, limits, personsOf, tell }) => {
  if (!tellsOfPersons(survey, 'birth_date', 'birth_year', 'age')) return null;
  const { oldest } = limits.ages;
  return {
    see({ household }) {
      const day = reviewDayOf(survey, household, reviewDate);
      const wrong = (person: Person, field: PersonField, saw: string, kind: 'old' | 'unborn') =>
        tell(finding('E339', addressOfPerson(survey, person, field), { saw, data: { kind, oldest } }));
      for (const person of personsOf(household)) {
        const { born, age } = person;
        if (Number(age) > oldest) wrong(person, 'age', age, 'old');
        if (born === '' || day === null) continue;
        const { least, most } = agesOn(born, day);
        if (least > oldest) wrong(person, 'birth_date', born, 'old');
        else if (most < 0) wrong(person, 'birth_date', born, 'unborn');
      }
    },
  };
};
