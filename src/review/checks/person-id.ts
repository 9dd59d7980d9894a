import { finding } from '../../finding.ts';
import { readCitizenNumber } from '../../text/citizen-number.ts';
import type { MakeCheck } from './check.ts';
import { addressOfPerson, tellsOfPersons } from './persons.ts';

/**
 * `W332`, `W333`: a citizen's number against sex and year of birth; `W334`: no citizen's number at all; `N335`: that of the
 * old identity card. A person without a number is none of these: nobody must have one.
 */
export const personId: MakeCheck = ({ survey, personsOf, tell, count }) => {
  if (!tellsOfPersons(survey, 'id_number')) return null;
  return {
    see({ household }) {
      for (const person of personsOf(household)) {
        const { idNumber, sex, born } = person;
        const at = addressOfPerson(survey, person, 'id_number');
        if (idNumber === '') continue;
        const read = readCitizenNumber(idNumber);
        if (read === 'old_card') count(finding('N335', at));
        else if (typeof read === 'string') tell(finding('W334', at, { data: { kind: read } }));
        else if (!survey.vocabulary.isPersonIdProvince(read.province))
          tell(finding('W334', at, { data: { kind: 'province' } }));
        else {
          if ((sex === 'male' || sex === 'female') && sex !== read.sex) tell(finding('W332', at));
          if (born !== '' && Number(born.slice(0, 4)) !== read.birthYear) tell(finding('W333', at));
        }
      }
    },
  };
};
