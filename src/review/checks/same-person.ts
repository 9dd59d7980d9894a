import { type FindingCode, finding } from '../../finding.ts';
import { foldKey } from '../../text/fold.ts';
import { hash53 } from '../../text/hash53.ts';
import { rowName } from '../duplicates.ts';
import type { CheckContext, MakeCheck } from './check.ts';
import { addressOfPerson, type Person, type PersonField, tellsOfPersons } from './persons.ts';
import { type Sighting, Sightings } from './sightings.ts';

/**
 * `W330`: one citizen's number twice. `W331`: one name and full birth date twice, where the numbers do not settle it: two
 * persons with two numbers are two. Each place names all the others.
 */
export const samePerson: MakeCheck = (context) => {
  const { survey, personsOf } = context;
  const hasNumbers = tellsOfPersons(survey, 'id_number');
  const hasBirths = tellsOfPersons(survey, 'birth_date') && tellsOfPersons(survey, 'name');
  if (!hasNumbers && !hasBirths) return null;
  const byNumber = new Sightings();
  const byBirth = new Sightings();
  let households = 0;
  return {
    see({ household, isCopy }) {
      if (isCopy) return;
      const at = households++;
      for (const person of personsOf(household)) {
        const number = numberOf(person.idNumber);
        const sighting = { table: person.table, line: person.line, household: at, note: number };
        if (number !== NO_NUMBER) byNumber.add(number, sighting);
        if (isWhollyNamed(person)) byBirth.add(hash53([foldKey(person.name), person.born]), sighting);
      }
    },
    end() {
      for (const places of byNumber.repeated()) tellOf('W330', 'id_number', places, () => true, context);
      for (const places of byBirth.repeated()) tellOf('W331', 'name', places, mayBeOne, context);
    },
  };
};

const NO_NUMBER = 0;
/** Added to numbers of the old card, so that none of them is taken for a citizen's number. */
const OLD_CARD = 10 ** 13;

/** A well-formed number as a number of its own; `NO_NUMBER` for all else. */
function numberOf(text: string): number {
  if (/^\d{12}$/.test(text)) return Number(text);
  return /^\d{9}$/.test(text) ? OLD_CARD + Number(text) : NO_NUMBER;
}

function isWhollyNamed({ name, born }: Person): boolean {
  return name !== '' && born.length === 'YYYY-MM-DD'.length;
}

/** Two numbers of one kind tell two persons apart, or were told as one already. */
function mayBeOne(a: Sighting, b: Sighting): boolean {
  const isOld = (number: number) => number >= OLD_CARD;
  return a.note === NO_NUMBER || b.note === NO_NUMBER || isOld(a.note) !== isOld(b.note);
}

function tellOf(
  code: FindingCode,
  field: PersonField,
  places: readonly Sighting[],
  isSame: (a: Sighting, b: Sighting) => boolean,
  { survey, tell }: CheckContext,
): void {
  for (const place of places) {
    const same = places.filter((other) => other !== place && isSame(place, other));
    const elsewhere = same.filter((other) => other.household !== place.household);
    const others = (elsewhere.length > 0 ? elsewhere : same).map((other) => rowName(survey, other));
    if (others.length === 0) continue;
    const kind = elsewhere.length > 0 ? 'two_households' : 'one_household';
    tell(finding(code, addressOfPerson(survey, place, field), { data: { kind, others } }));
  }
}
