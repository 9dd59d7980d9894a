import type { Settled } from './answers.ts';
import type { Head, Household } from './household.ts';
import type { IdNumbers } from './id-number.ts';
import { inventName } from './names.ts';
import { aged, type Invented, otherThan, type Person, relationByAge, withSurname } from './persons.ts';
import type { Ages, Published } from './published.ts';
import { between, chance, type Random } from './random.ts';

/** Somebody with a citizen's number: the same person in every year. */
export type Resident = Invented & { readonly idNumber: string };

const GROWN_UP = 18;

/** Whose marriage makes a household of one one of two: years between spouses, at most. */
const SPOUSES_APART = 4;

/** Persons with numbers, the head first with its own. */
export function withNumbers(persons: readonly Person[], headNumber: string, ids: IdNumbers): readonly Resident[] {
  return persons.map(({ name, sex, relation, birthDate }, at) => {
    const idNumber = at === 0 ? headNumber : ids.next(sex, yearOfBirth({ birthDate }));
    return { name, sex, relation, birthDate, idNumber };
  });
}

/** The year in which a household grows, and who gives names and numbers. */
export interface Growth {
  readonly year: number;
  readonly household: Household;
  readonly random: Random;
  readonly ids: IdNumbers;
}

/** As many residents as the household has in a year: children are born and others leave; the head stays. */
export function grown(
  residents: readonly Resident[],
  size: number,
  { year, household: { ethnicity }, random, ids }: Growth,
): readonly Resident[] {
  const all = [...residents];
  const [head] = all as [Resident];
  while (all.length > size) all.pop();
  while (all.length < size) {
    const isCouple = all.length === 1 && adult(head, year);
    const sex = isCouple ? otherThan(head.sex) : chance(random, 0.5) ? 'male' : 'female';
    const born = isCouple ? yearOfBirth(head) + between(random, -SPOUSES_APART, SPOUSES_APART) : year;
    // before the first reviews of the year
    const birthDate = `${born}-0${between(random, 1, 9)}-${String(between(random, 1, 28)).padStart(2, '0')}`;
    const invented = inventName(random, ethnicity, sex);
    const name = isCouple ? invented : withSurname(invented, head.name);
    const relation = isCouple ? 'spouse' : relationByAge(born, yearOfBirth(head));
    all.push({ name, sex, relation, birthDate, idNumber: ids.next(sex, born) });
  }
  return all;
}

/** Residents under another head, who comes first; everybody's relation is told anew. */
export function headedBy(head: Resident, others: readonly Resident[]): readonly Resident[] {
  const wasSpouse = head.relation === 'spouse';
  return [
    { ...head, relation: 'head' },
    ...others.map((one): Resident => {
      if (wasSpouse && one.relation === 'head') return { ...one, relation: 'spouse' };
      // a husband's children are a wife's
      if (wasSpouse && (one.relation === 'child' || one.relation === 'grandchild')) return one;
      return { ...one, relation: relationByAge(yearOfBirth(one), yearOfBirth(head)) };
    }),
  ];
}

/** Residents, and others who come to live with them. */
export function withFamily(residents: readonly Resident[], others: readonly Resident[]): readonly Resident[] {
  const [head] = residents as [Resident];
  const relative = (one: Resident): Resident => ({
    ...one,
    relation: relationByAge(yearOfBirth(one), yearOfBirth(head)),
  });
  return [...residents, ...others.map(relative)];
}

/** Who could head a household after the head: the spouse, else the first who is grown up. Null when nobody is. */
export function successor(residents: readonly Resident[], year: number): Resident | null {
  const [, ...others] = residents;
  return others.find(({ relation }) => relation === 'spouse') ?? others.find((one) => adult(one, year)) ?? null;
}

/** Who leaves when a household splits: someone grown up, neither head nor spouse, and the youngest when several stay. */
export function leavers(residents: readonly Resident[], year: number): readonly Resident[] {
  const first = residents.slice(1).find((one) => one.relation !== 'spouse' && adult(one, year));
  if (first === undefined || residents.length < 3) return [];
  const youngest = residents.at(-1);
  return residents.length >= 5 && youngest !== undefined && youngest !== first ? [first, youngest] : [first];
}

/** The head of a household as its row writes it. */
export function headOf({ name, sex, birthDate }: Resident): Head {
  return { name, sex, birthYear: yearOfBirth({ birthDate }), birthDate };
}

/** What follows for the marks from who lives in a household on a day: of whom nothing can be asked, and who depends on others. */
export function settledBy(persons: readonly Person[], { asked }: Published): Settled {
  const isAsked = ({ least, most }: Ages) => persons.some(({ age }) => age >= least && age <= most);
  const children = persons.filter(({ age }) => age <= asked.dependents.most).length;
  return {
    ...(children * 2 > persons.length && { dependents: true }),
    ...(!isAsked(asked.nutrition) && { nutrition: false }),
    ...(!isAsked(asked.child_schooling) && { child_schooling: false }),
    ...(!isAsked(asked.adult_education) && { adult_education: false }),
  };
}

/** The residents on the day of a review. */
export function personsOn(residents: readonly Resident[], reviewDate: string): readonly Person[] {
  return residents.map(({ idNumber: _, ...person }) => aged(person, reviewDate));
}

function adult(resident: Resident, year: number): boolean {
  return year - yearOfBirth(resident) > GROWN_UP;
}

function yearOfBirth({ birthDate }: Pick<Resident, 'birthDate'>): number {
  return Number(birthDate.slice(0, 4));
}
