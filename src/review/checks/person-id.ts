import { finding } from '../../finding.ts';
import { readCitizenNumber } from '../../text/citizen-number.ts';
import type { MakeCheck } from './check.ts';
import { addressOfPerson, type PersonField, tellsOfPersons } from './persons.ts';

/**
 * `W332`, `W333`: a citizen's number against sex and year of birth; `W334`: no citizen's number at all; `N335`: that of the
 * old identity card. A person without a number is none of these: nobody must have one.
 */
export const personId: MakeCheck = ({ survey, personsOf, tell, count }) => {
  if (!tellsOfPersons(survey, 'id_number')) return null;
  return {
    see({ household }) {
      const at = (line: number, field: PersonField) => addressOfPerson(survey, household.table, line, field);
      for (const { line, idNumber, sex, born } of personsOf(household)) {
        if (idNumber === '') continue;
        const read = readCitizenNumber(idNumber);
        if (read === 'old_card') count(finding('N335', at(line, 'id_number')));
        else if (typeof read === 'string') tell(finding('W334', at(line, 'id_number'), { data: { kind: read } }));
        else if (!survey.vocabulary.isPersonIdProvince(read.province))
          tell(finding('W334', at(line, 'id_number'), { data: { kind: 'province' } }));
        else {
          if ((sex === 'male' || sex === 'female') && sex !== read.sex) tell(finding('W332', at(line, 'id_number')));
          if (born !== '' && Number(born.slice(0, 4)) !== read.birthYear) tell(finding('W333', at(line, 'id_number')));
        }
      }
    },
  };
};
