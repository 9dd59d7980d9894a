import fc from 'fast-check';
import type { Reviewed, ReviewedHousehold } from '../../src/results/reviewed.ts';
import { OUTCOMES } from '../../src/review/tally.ts';
import { csvOf, MARKS, type Row, setNamed, surveyOf } from '../fixtures.ts';

/** A row of an invented result: the fields of a survey, and the class. */
export type ResultRow = Row & { readonly class: string };

const HEADINGS = [
  'household_id',
  'province_code',
  'commune_code',
  'village',
  'area',
  'size',
  'ethnicity',
  ...MARKS,
  'ethnic_minority',
  'no_labor_capacity',
  'merit_member',
  'cause_land',
  'cause_other',
  'agricultural',
  'province',
  'commune',
];

/** A review in memory: what reading a result would give. */
export async function reviewOf(rows: readonly ResultRow[], more: Partial<Reviewed> = {}): Promise<Reviewed> {
  const blank = Object.fromEntries(HEADINGS.map((heading) => [heading, '']));
  const survey = await surveyOf([csvOf([{ ...blank, household_id: '0' }])]);
  const households = rows.map(
    (row, at): ReviewedHousehold => ({
      table: 0,
      line: at + 2,
      cells: survey.fields.map(({ id }) => row[id] ?? ''),
      key: row.household_id ?? String(at),
      class: row.class as ReviewedHousehold['class'],
      computedClass: row.class as ReviewedHousehold['class'],
      basis: 'income',
      averageLiving: row.class === 'non_poor' ? row.average === '1' : null,
      deprivations: null,
      deprivationsMax: null,
      members: [],
    }),
  );
  return {
    files: ['result.csv'],
    survey,
    keyFields: ['household_id'],
    criteria: { id: 'vn-2022', hash: '0'.repeat(12) },
    set: setNamed('vn-2022'),
    coverage: 'reviewed',
    status: null,
    decision: null,
    date: '2024-12-14',
    year: 2024,
    rejected: 0,
    async *households() {
      yield households;
    },
    ...more,
  };
}

const truth = fc.constantFrom('0', '1', '');

/** Any household of a few provinces, communes and villages. */
export const anyRow: fc.Arbitrary<ResultRow> = fc
  .record({
    class: fc.constantFrom(...OUTCOMES),
    province_code: fc.constantFrom('01', '22', ''),
    commune_code: fc.constantFrom('00001', '00002', ''),
    village: fc.constantFrom('Thôn 2', 'Thôn 10', ''),
    area: fc.constantFrom('urban', 'rural', ''),
    size: fc.constantFrom('1', '4', '12', ''),
    ethnicity: fc.constantFrom('Kinh', 'Tày', ''),
    average: truth,
    ethnic_minority: truth,
    no_labor_capacity: truth,
    merit_member: truth,
    cause_land: truth,
    cause_other: truth,
    marks: fc.array(truth, { minLength: MARKS.length, maxLength: MARKS.length }),
  })
  .map(({ marks, ...row }) => ({ ...row, ...Object.fromEntries(MARKS.map((id, at) => [id, marks[at] ?? ''])) }));
