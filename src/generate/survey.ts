import { type Answers, answersIn } from './answers.ts';
import { type Counts, calibrate } from './calibrate.ts';
import { CAUSES, type Cause } from './causes.ts';
import { type Household, householdIn } from './household.ts';
import { inventIdNumber } from './id-number.ts';
import { askedFor, type Indicator, type PerIndicator } from './indicators.ts';
import { memberRows } from './members.ts';
import type { Published } from './published.ts';
import { dwellingsOf, type Unit, unitsOf } from './units.ts';

export interface SurveyOptions {
  readonly seed: number;
  /** How many households there are, and so how many rows. */
  readonly households: number;
  /** Communes and wards they live in: 1 to `MOST_UNITS`, no more than households. */
  readonly communes: number;
  /** A real one; the communes are impossible. */
  readonly provinceCode: string;
  readonly year: number;
  readonly published: Published;
  /** Null: as many poor households as come of themselves, with blanks, slips and people who were not at home. */
  readonly counts: Counts | null;
  /** Whether the members are invented too; the households are the same either way. */
  readonly members: boolean;
}

const BEFORE = [
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
] as const;
const AFTER = [
  'recorded_class',
  'review_date',
  'outcome',
  'ethnic_minority',
  'no_labor_capacity',
  'merit_member',
  ...CAUSES,
] as const;

export type Cells = Readonly<Record<(typeof BEFORE)[number] | (typeof AFTER)[number], string>> & PerIndicator<string>;

/** Headings, in order: canonical field names of `src/survey/fields.ts`. */
export function surveyHeadings({ indicators }: Published): readonly (keyof Cells)[] {
  return [...BEFORE, ...askedFor(indicators), ...AFTER];
}

/** Rows of cells: text in canonical spellings, in the order of the headings. */
export type Block = readonly (readonly string[])[];

/** Households in the order of `surveyHeadings`, and their members in the order of `MEMBERS_HEADINGS` if asked for. */
export interface Batch {
  readonly households: Block;
  readonly members: Block;
}

const ROWS_IN_BLOCK = 1000;

/**
 * An invented survey: one row per household, village by village, in batches. A batch may be empty: the work takes a
 * while before its first row. The same seed and numbers in another year give the same places a year on: most households
 * are there again, about one in a hundred has left, and a household with a new number lives where it did.
 */
export function* generateSurvey(options: SurveyOptions): Generator<Batch> {
  const { seed, households, communes, year, published, counts, provinceCode } = options;
  const units = unitsOf(seed, households, communes);
  let answers: (household: Household, index: number) => Answers = (household) => answersIn(year, household, published);
  if (counts !== null) {
    const calibrating = calibrate(options, units, counts);
    let step = calibrating.next();
    for (; step.done !== true; step = calibrating.next()) yield { households: [], members: [] };
    answers = step.value;
  }
  const headings = surveyHeadings(published);
  const asked = askedFor(published.indicators);
  let rows: (readonly string[])[] = [];
  let members: (readonly string[])[] = [];
  for (const dwelling of dwellingsOf(units)) {
    const household = householdIn(year, seed, dwelling);
    const place = { provinceCode, asked, unit: dwelling.unit, isAreaBlank: counts === null && household.isAreaBlank };
    const residence = counts === null ? household.residence : 'permanent';
    const headIdNumber = inventIdNumber(seed, household.serial, household.head);
    const own = answers(household, dwelling.index);
    const cells = cellsOf({ ...household, residence }, own, headIdNumber, place);
    rows.push(rowOf(cells, headings));
    if (options.members) {
      const { household_id, commune_code, village } = cells;
      members.push(...memberRows(year, household, own, published, [household_id, commune_code, village]));
    }
    if (rows.length < ROWS_IN_BLOCK) continue;
    yield { households: rows, members };
    [rows, members] = [[], []];
  }
  yield { households: rows, members };
}

/** Cells in the order of the headings. */
export function rowOf(cells: Cells, headings: readonly (keyof Cells)[]): readonly string[] {
  return headings.map((heading) => cells[heading] ?? '');
}

/** Where a household is asked, and for what. */
export interface Place {
  readonly asked: readonly Indicator[];
  readonly provinceCode: string;
  readonly unit: Pick<Unit, 'code' | 'name'>;
  readonly isAreaBlank: boolean;
}

/** The cells of a household's row, by heading. */
export function cellsOf(household: Household, answers: Answers, headIdNumber: string, place: Place): Cells {
  const { head, village } = household;
  return {
    household_id: String(household.number).padStart(7, '0'),
    province_code: place.provinceCode,
    commune_code: place.unit.code,
    commune: place.unit.name,
    village: village.name,
    area: place.isAreaBlank ? '' : village.area,
    residence: household.residence,
    head_name: head.name,
    head_id_number: headIdNumber,
    head_sex: head.sex,
    head_birth_date: head.birthDate,
    ethnicity: household.ethnicity,
    size: String(answers.size),
    income: answers.income === null ? '' : String(answers.income),
    ...cellPerName(place.asked, (indicator) => answers.marks[indicator] ?? null),
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
  const cells = {} as Record<N, string>;
  for (const name of names) cells[name] = cellOf(value(name));
  return cells;
}

/** A mark or flag as a cell: 1, 0, or blank when unknown. */
function cellOf(value: boolean | null): string {
  if (value === null) return '';
  return value ? '1' : '0';
}
