import type { Marks } from './answers.ts';
import type { Household } from './household.ts';
import type { Person } from './persons.ts';
import type { Ages, Published } from './published.ts';
import { chance, pick, pickWeighted, type Random, randomOf } from './random.ts';

/** What was answered of each member, by canonical field; blank where nobody knows, or where it is not asked. */
export type MemberCells = Readonly<Record<MemberAnswer, string>>;

/** The answers of a member that the conditions of indicators ask, in the order of the form. */
export const MEMBER_ANSWERS = [
  'insured',
  'receives_social_allowance',
  'studying',
  'school_level',
  'education',
  'vocational_certificate',
  'certified_in_firm_training',
  'work',
  'able_to_work',
  'wants_work',
  'wage_contract',
  'stunted',
  'underweight',
  'uses_internet',
] as const;
type MemberAnswer = (typeof MEMBER_ANSWERS)[number];

/** A member whose answers are still being written. */
interface Asked {
  readonly person: Person;
  readonly cells: Record<MemberAnswer, string>;
}

type Write = (member: Asked) => void;

/** Customs of the invented places, not of the law: who works no more, who draws an allowance, who still studies. */
const PENSIONERS_FROM = 70;
const ALLOWANCE_FROM = 80;
const STUDENTS_UNTIL = 22;
const GROWN_UP = 18;
const MEMBER_STREAM = -3;

const SCHOOLING_OF_ADULTS: readonly (readonly [string, number])[] = [
  ['none', 4],
  ['primary', 22],
  ['lower_secondary', 38],
  ['upper_secondary', 22],
  ['vocational', 6],
  ['college', 4],
  ['university', 4],
];
const SCHOOLING_OF_YOUTH: readonly (readonly [string, number])[] = [
  ['upper_secondary', 60],
  ['vocational', 16],
  ['college', 12],
  ['university', 12],
];

/**
 * The answers of a household's members, from which exactly its marks follow: first a household that lacks nothing, then
 * for each mark that is set one member who lacks it, and for each blank mark one of whom it is not known. A mark that
 * nobody of the household can be asked about follows as not deprived.
 */
export function memberAnswersIn(
  year: number,
  household: Household,
  persons: readonly Person[],
  marks: Marks,
  { asked }: Published,
): readonly MemberCells[] {
  const random = randomOf(...household.keys, year, MEMBER_STREAM);
  const members = persons.map((person): Asked => ({ person, cells: atBest(person, household, asked, random) }));
  const answer = (mark: boolean | null, some: readonly Asked[], lacks: Write, blank: Write) => {
    const [chosen] = some;
    if (chosen === undefined || mark === false) return;
    if (mark) lacks(chosen);
    else blank(chosen);
  };
  const of = ({ least, most }: Ages) => members.filter(({ person: { age } }) => age >= least && age <= most);
  const adults = members.filter(({ person: { age } }) => age > asked.dependents.most);

  answerAllowances(adults, members.length, marks.dependents);
  answer(
    marks.employment,
    byFitness(adults),
    (member) => setJobless(member, random),
    blanksOf('work', 'wage_contract'),
  );
  answer(marks.health_insurance, of(asked.health_insurance).reverse(), set({ insured: '0' }), blanksOf('insured'));
  answer(marks.nutrition, of(asked.nutrition), (m) => setUnderfed(m, random), blanksOf('stunted'));
  answer(marks.child_schooling, of(asked.child_schooling), setOutOfSchool, blanksOf('studying', 'school_level'));
  answer(marks.adult_education, of(asked.adult_education), setUnschooled, setSchoolingUnknown);
  answerInternet(members, marks.telecom);
  return members.map(({ cells }) => cells);
}

/** The answers of a person who lacks nothing and draws no allowance. */
function atBest(
  person: Person,
  { noLabor, village }: Household,
  asked: Published['asked'],
  random: Random,
): Record<MemberAnswer, string> {
  const { age } = person;
  const isChild = age <= asked.dependents.most;
  const level = schoolLevelOf(person, asked.child_schooling, random);
  const isAble = !isChild && !noLabor && age < PENSIONERS_FROM;
  const works = isAble && level === 'none';
  const isPaid = chance(random, village.area === 'urban' ? 0.55 : 0.3);
  const education = isChild ? '' : educationOf(person, level, asked.adult_education, random);
  const usesInternet = chance(random, age < 6 ? 0 : age < PENSIONERS_FROM ? 0.85 : 0.2);
  return {
    insured: '1',
    receives_social_allowance: '0',
    studying: flag(level !== 'none'),
    school_level: level,
    education,
    vocational_certificate: isChild ? '' : flag(education === 'vocational'),
    certified_in_firm_training: isChild ? '' : '0',
    work: works ? (isPaid ? 'wage' : 'own') : 'none',
    able_to_work: flag(isAble),
    wants_work: flag(works),
    wage_contract: works && isPaid ? '1' : '',
    stunted: isChild ? '0' : '',
    underweight: isChild ? '0' : '',
    uses_internet: flag(usesInternet),
  };
}

/** Grades go by the year of birth: of children born late in the year some are a level above their age. */
function schoolLevelOf({ age, ageInYear }: Person, pupils: Ages, random: Random): string {
  const goesOn = random();
  if (age < pupils.least || age > STUDENTS_UNTIL) return 'none';
  if (ageInYear < 6) return 'preschool';
  if (ageInYear < 11) return 'primary';
  if (ageInYear < 15) return 'lower_secondary';
  if (age <= pupils.most) return goesOn < 0.85 ? 'upper_secondary' : 'lower_secondary';
  if (age < GROWN_UP) return goesOn < 0.8 ? 'upper_secondary' : 'none';
  return goesOn < 0.25 ? 'university' : 'none';
}

function educationOf({ age }: Person, level: string, youth: Ages, random: Random): string {
  const others = pickWeighted(random, SCHOOLING_OF_ADULTS);
  const met = pickWeighted(random, SCHOOLING_OF_YOUTH);
  if (age < GROWN_UP) return 'lower_secondary';
  if (level !== 'none') return 'upper_secondary';
  return age <= youth.most ? met : others;
}

/** Allowances until more than half depend on others, or so few that under half do; blank where that is not known. */
function answerAllowances(adults: readonly Asked[], size: number, mark: boolean | null): void {
  if (mark === null) {
    for (const { cells } of adults) cells.receives_social_allowance = '';
    return;
  }
  let dependents = size - adults.length;
  for (const { person, cells } of [...adults].sort((a, b) => b.person.age - a.person.age)) {
    const isOld = person.age >= ALLOWANCE_FROM && (dependents + 1) * 2 < size;
    if (mark ? dependents * 2 > size : !isOld) continue;
    cells.receives_social_allowance = '1';
    dependents += 1;
  }
}

/** Those first who work. */
function byFitness(adults: readonly Asked[]): readonly Asked[] {
  return [...adults.filter(({ cells }) => cells.wants_work === '1'), ...adults];
}

/** Without work, or with paid work and no contract. */
function setJobless({ cells }: Asked, random: Random): void {
  const isWithoutWork = chance(random, 0.4);
  cells.able_to_work = '1';
  cells.wants_work = '1';
  cells.work = isWithoutWork ? 'none' : 'wage';
  cells.wage_contract = isWithoutWork ? '' : '0';
}

function setUnderfed({ cells }: Asked, random: Random): void {
  cells[pick(random, ['stunted', 'underweight'] as const)] = '1';
}

function setOutOfSchool({ cells }: Asked): void {
  cells.studying = '0';
  cells.school_level = 'none';
}

function setUnschooled({ person, cells }: Asked): void {
  setOutOfSchool({ person, cells });
  cells.education = person.age < GROWN_UP ? 'primary' : 'lower_secondary';
  cells.vocational_certificate = '0';
}

function setSchoolingUnknown({ person, cells }: Asked): void {
  setOutOfSchool({ person, cells });
  cells.education = '';
  cells.vocational_certificate = '0';
}

/** Deprived when nobody uses it, met as soon as one does. */
function answerInternet(members: readonly Asked[], mark: boolean | null): void {
  if (mark !== false) for (const { cells } of members) cells.uses_internet = '0';
  const [first] = members;
  if (first === undefined) return;
  if (mark === null) first.cells.uses_internet = '';
  if (mark === false && members.every(({ cells }) => cells.uses_internet === '0')) first.cells.uses_internet = '1';
}

function set(answers: Partial<Record<MemberAnswer, string>>): Write {
  return ({ cells }) => Object.assign(cells, answers);
}

function blanksOf(...fields: readonly MemberAnswer[]): Write {
  return set(Object.fromEntries(fields.map((field) => [field, ''])));
}

function flag(truth: boolean): string {
  return truth ? '1' : '0';
}
