import type { Coverage, Reviewed, ReviewedHousehold } from '../../src/results/reviewed.ts';
import type { Outcome } from '../../src/review/assess.ts';
import { MEMBER_COLUMNS } from '../../src/survey/fields.ts';
import { csvOf, type Row, setNamed, surveyOf } from '../fixtures.ts';

/** A household of an invented result: fields of a survey, its class, and its members. */
export interface Panel {
  readonly [field: string]: string | readonly Row[] | undefined;
  readonly class: Outcome;
  readonly members?: readonly Row[];
}

export interface ReviewOptions {
  readonly coverage?: Coverage;
  readonly rejected?: number;
  readonly year?: number;
  readonly status?: Reviewed['status'];
  readonly criteria?: string;
  readonly keyFields?: readonly string[];
}

const HEADINGS = [
  'household_id',
  'province_code',
  'province',
  'commune_code',
  'commune',
  'village',
  'area',
  'head_name',
  'head_id_number',
  'size',
  'previous_household_id',
  'event',
  'previously_poor',
];

/** A result in memory. Columns that no household fills are not there, but for the number and the size. */
export async function resultOf(
  households: readonly Panel[],
  { coverage = 'reviewed', rejected = 0, year = 2024, status = null, criteria = 'vn-2022', keyFields }: ReviewOptions = {},
): Promise<Reviewed> {
  const held = HEADINGS.filter((field) => field === 'size' || households.some((one) => (one[field] ?? '') !== ''));
  const headings = ['household_id', ...held.filter((field) => field !== 'household_id')];
  const hasMembers = households.some(({ members = [] }) => members.length > 0);
  const survey = await surveyOf([csvOf([Object.fromEntries(headings.map((heading) => [heading, '0']))])]);
  const key = keyFields ?? ['commune_code', 'village'].filter((field) => headings.includes(field)).concat('household_id');
  const read = households.map((household, at): ReviewedHousehold => {
    const cell = (field: string) => (household[field] as string | undefined) ?? '';
    return {
      table: 0,
      line: at + 2,
      cells: survey.fields.map(({ id }) => cell(id)),
      key: key.map(cell).join('/'),
      class: household.class,
      computedClass: household.class,
      basis: 'recorded',
      averageLiving: null,
      deprivations: null,
      deprivationsMax: null,
      members: (household.members ?? []).map((member, row) => ({
        table: 1,
        line: row + 2,
        cells: MEMBER_COLUMNS.map(({ id }) => member[id] ?? ''),
      })),
    };
  });
  return {
    files: [`${year}.csv`],
    survey: hasMembers ? { ...survey, memberTables: survey.tables } : survey,
    keyFields: key,
    criteria: { id: criteria, hash: criteria },
    set: setNamed('vn-2022'),
    coverage,
    status,
    decision: null,
    date: `${year}-12-14`,
    year,
    rejected,
    async *households() {
      yield read;
    },
  };
}
