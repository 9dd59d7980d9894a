import { type Answers, answersIn } from './answers.ts';
import { CAUSES, type Cause } from './causes.ts';
import { type Household, householdIn } from './household.ts';
import { inventIdNumber } from './id-number.ts';
import { INDICATORS } from './indicators.ts';
import type { Published } from './published.ts';

export interface CommuneOptions {
  readonly seed: number;
  /** How many households live in the commune, and so how many rows there are: 1 or more. */
  readonly households: number;
  readonly year: number;
  readonly published: Published;
}

/** A real province and an impossible commune: no list of units has either the code or the name. */
const UNIT = { province_code: '22', commune_code: '00000', commune: 'Xã Suối Mẫu' };

const HEADINGS = [
  'household_id',
  'province_code',
  'commune_code',
  'commune',
  'village',
  'area',
  'residence',
  'head_name',
  'head_id_number',
  'head_sex',
  'head_birth_date',
  'ethnicity',
  'size',
  'income',
  ...INDICATORS,
  'recorded_class',
  'review_date',
  'outcome',
  'ethnic_minority',
  'no_labor_capacity',
  'merit_member',
  ...CAUSES,
] as const;

type Cells = Readonly<Record<(typeof HEADINGS)[number], string>>;

/** Headings, in order: canonical field names of `src/survey/fields.ts`. */
export const SURVEY_HEADINGS: readonly string[] = HEADINGS;

/**
 * The survey of an invented commune: rows of cells (text, canonical spellings), one per household, in village order.
 * The same seed and number of households in another year is the same commune a year on: most households are there
 * again, about one in a hundred has left, and a household with a new number lives where it did.
 */
export function* generateCommune(options: CommuneOptions): Generator<readonly string[]> {
  const { seed, households, year, published } = options;
  for (let index = 1; index <= households; index++) {
    const household = householdIn(year, seed, index, households);
    const cells = cellsOf(
      household,
      answersIn(year, household, published),
      inventIdNumber(seed, household.number, household.head),
    );
    yield HEADINGS.map((heading) => cells[heading]);
  }
}

function cellsOf(household: Household, answers: Answers, headIdNumber: string): Cells {
  const { head, village } = household;
  return {
    household_id: String(household.number).padStart(7, '0'),
    ...UNIT,
    village: village.name,
    area: household.isAreaBlank ? '' : village.area,
    residence: household.residence,
    head_name: head.name,
    head_id_number: headIdNumber,
    head_sex: head.sex,
    head_birth_date: head.birthDate,
    ethnicity: household.ethnicity,
    size: String(answers.size),
    income: answers.income === null ? '' : String(answers.income),
    ...cellPerName(INDICATORS, (indicator) => answers.marks[indicator]),
    recorded_class: answers.recordedClass ?? '',
    review_date: answers.reviewDate,
    outcome: answers.outcome,
    ethnic_minority: cellOf(household.ethnicity !== 'Kinh'),
    no_labor_capacity: cellOf(household.noLabor),
    merit_member: cellOf(household.merit),
    ...cellPerName(CAUSES, (cause) => isNamed(cause, household, answers)),
  };
}

/** Causes are asked of the poor and the near-poor. Without a class nobody knows whether to ask. */
function isNamed(cause: Cause, household: Household, { recordedClass }: Answers): boolean | null {
  if (recordedClass === null) return null;
  return recordedClass !== 'non_poor' && household.causes.has(cause);
}

function cellPerName<N extends string>(names: readonly N[], value: (name: N) => boolean | null): Record<N, string> {
  return Object.fromEntries(names.map((name) => [name, cellOf(value(name))])) as Record<N, string>;
}

/** A mark or flag as a cell: 1, 0, or blank when unknown. */
function cellOf(value: boolean | null): string {
  if (value === null) return '';
  return value ? '1' : '0';
}
