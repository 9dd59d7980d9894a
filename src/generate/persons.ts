import type { Answers } from './answers.ts';
import type { Household } from './household.ts';
import { inventName, type Sex } from './names.ts';
import type { Ages, Published } from './published.ts';
import { between, chance, pickWeighted, type Random, randomOf } from './random.ts';

/** Someone who lives in a household in one year. */
export interface Person {
  readonly name: string;
  readonly sex: Sex;
  readonly relation: Relation;
  /** ISO. */
  readonly birthDate: string;
  /** In whole years, on the day of the review. */
  readonly age: number;
  /** The age reached within the calendar year: what decides the grade of a school. */
  readonly ageInYear: number;
}

export type Relation = 'head' | 'spouse' | 'child' | 'grandchild' | 'sibling' | 'parent';
type Kind = 'spouse' | 'child' | 'youth' | 'adult';

const COMMON: readonly (readonly [Kind, number])[] = [
  ['child', 50],
  ['youth', 22],
  ['adult', 28],
];
const MARRIED = 0.85;
/** Younger heads live with their parents, older ones with their grown children. */
const WITH_PARENTS = 62;
/** The years between a head and the generations below. */
const GENERATION = { child: 17, grandchild: 46 };
/** Sets the streams of persons apart from all others of the household. */
const PERSON_STREAM = -2;

/**
 * Who lives in a household, the head first: as many as it has members, and of an age at which the marks can be asked.
 * The same persons a year on, a year older, as far as size and marks allow.
 */
export function personsIn(
  year: number,
  household: Household,
  answers: Answers,
  { asked }: Published,
): readonly Person[] {
  const { reviewDate } = answers;
  const { name, sex, birthDate } = household.head;
  const head = aged({ name, sex, relation: 'head', birthDate }, reviewDate);
  const places: Record<Kind, number> = { spouse: 0, child: 0, youth: 0, adult: 0 };
  const others = kindsIn(household, answers, head, asked).map((kind) => {
    places[kind] += 1;
    return aged(inventPerson(kind, places[kind], year, household, asked), reviewDate);
  });
  return [head, ...others];
}

/** What the places beside the head are filled with: first whoever the marks speak of, then as it comes. */
function kindsIn(
  household: Household,
  { size, marks }: Answers,
  head: Person,
  asked: Published['asked'],
): readonly Kind[] {
  const { nutrition, child_schooling, adult_education, dependents } = marks;
  const others = size - 1;
  // a blank mark needs a child who could be asked only where there is room for one
  const isRoomy = size >= 3;
  const asksChild = [nutrition, child_schooling].some((mark) => mark === true || (mark === null && isRoomy));
  const asksYouth = adult_education !== false && !isWithin(asked.adult_education, head.age);
  const most = dependents === true ? others : Math.max(asksChild ? 1 : 0, Math.ceil(size / 2) - 1);

  const lasting = randomOf(...household.keys, PERSON_STREAM);
  const kinds: Kind[] = [...(asksChild ? (['child'] as const) : []), ...(asksYouth ? (['youth'] as const) : [])];
  if (chance(lasting, MARRIED)) kinds.push('spouse');
  while (kinds.length < others) {
    const kind = pickWeighted(lasting, COMMON);
    const children = kinds.filter((k) => k === 'child').length;
    kinds.push((kind === 'child' && children >= most) || household.noLabor ? 'adult' : kind);
  }
  return kinds.slice(0, others);
}

/** A person, whatever the year. */
export type Invented = Omit<Person, 'age' | 'ageInYear'>;

/** The person on place number `place` (1 and up) of a kind. */
function inventPerson(
  kind: Kind,
  place: number,
  year: number,
  household: Household,
  asked: Published['asked'],
): Invented {
  const { head, keys, ethnicity } = household;
  const slot = [...keys, PERSON_STREAM, KIND_STREAMS[kind], place];
  const birthYear = birthYearOf(kind, place, year, household, asked, randomOf(...slot));
  const random = randomOf(...slot, birthYear);
  const relation = relationOf(kind, birthYear, head.birthYear);
  const sex: Sex = kind === 'spouse' ? otherThan(head.sex) : chance(random, 0.5) ? 'male' : 'female';
  const name = inventName(random, ethnicity, sex);
  const birthDate = `${birthYear}-${twoDigits(between(random, 1, 12))}-${twoDigits(between(random, 1, 28))}`;
  const isOwnFamily = relation !== 'spouse' && relation !== 'parent';
  return { name: isOwnFamily ? withSurname(name, head.name) : name, sex, relation, birthDate };
}

const KIND_STREAMS: Record<Kind, number> = { spouse: 1, child: 2, youth: 3, adult: 4 };

function birthYearOf(
  kind: Kind,
  place: number,
  year: number,
  { head }: Household,
  { child_schooling, dependents, adult_education }: Published['asked'],
  random: Random,
): number {
  switch (kind) {
    case 'spouse':
      return head.birthYear + between(random, -4, 4);
    case 'child':
      return turningUp(year, place === 1 ? { ...child_schooling, most: child_schooling.most - 1 } : dependents, random);
    case 'youth':
      return turningUp(year, adult_education, random);
    case 'adult':
      if (year - head.birthYear > WITH_PARENTS) return head.birthYear + between(random, 21, 30);
      return place <= 2 ? head.birthYear - between(random, 20, 30) : head.birthYear + between(random, -6, 6);
  }
}

/**
 * The year of birth of whoever is of these ages on every day of the year but the first: a year older every year, and
 * followed by the next. The age reached within the year is one more than the age before the birthday.
 */
function turningUp(year: number, { least, most }: Ages, random: Random): number {
  const span = most - least;
  return year - (least + 1) - ((year + between(random, 0, span - 1)) % span);
}

function isWithin({ least, most }: Ages, age: number): boolean {
  return age >= least && age <= most;
}

function relationOf(kind: Kind, birthYear: number, headBirthYear: number): Relation {
  return kind === 'spouse' ? 'spouse' : relationByAge(birthYear, headBirthYear);
}

/** What somebody of the family most likely is to its head, by the years between them. */
export function relationByAge(birthYear: number, headBirthYear: number): Relation {
  const younger = birthYear - headBirthYear;
  if (younger < -15) return 'parent';
  if (younger < GENERATION.child) return 'sibling';
  return younger <= GENERATION.grandchild ? 'child' : 'grandchild';
}

/** The person on a day, `YYYY-MM-DD`. */
export function aged(person: Invented, reviewDate: string): Person {
  const ageInYear = Number(reviewDate.slice(0, 4)) - Number(person.birthDate.slice(0, 4));
  const isAhead = person.birthDate.slice(5) > reviewDate.slice(5);
  return { ...person, ageInYear, age: ageInYear - (isAhead ? 1 : 0) };
}

export function otherThan(sex: Sex): Sex {
  return sex === 'male' ? 'female' : 'male';
}

/** A name with the surname, its first word, of another. */
export function withSurname(name: string, of: string): string {
  return [of.split(' ')[0], ...name.split(' ').slice(1)].join(' ');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
