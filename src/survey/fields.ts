/**
 * The vocabulary of a survey: every canonical field and what its cells may hold. Canonical names are machine words:
 * they never change with the language. Headings and spellings that lead to them are data, in `vocabulary.yaml`.
 */
export type FieldKind =
  | 'id' // text that keeps its zeros
  | 'person_id' // a citizen's number: 12 digits, or the 9 of the old card
  | 'text'
  | 'class' // poor | near_poor | non_poor
  | 'date' // YYYY-MM-DD, or what is known of it
  | 'money' // whole đồng, or an average with decimals
  | 'count' // persons
  | 'years' // of age: a child in its first year is 0
  | 'score' // points
  | 'decimal'
  | 'mark' // 1 deprived, 0 not, blank unknown
  | 'flag' // 1 yes, 0 no, blank unknown
  | 'code' // one of a closed list
  | 'codes'; // several of a closed list, joined by `;`

export interface Field {
  readonly id: string;
  readonly kind: FieldKind;
  /** For `code` and `codes`: the closed list. */
  readonly codes?: readonly string[];
}

const AREAS = ['urban', 'rural'] as const;
const SEXES = ['male', 'female'] as const;
const DURABILITY = ['durable', 'non_durable'] as const;
const LEVELS = [
  'none',
  'preschool',
  'primary',
  'lower_secondary',
  'upper_secondary',
  'vocational',
  'college',
  'university',
] as const;

/** Fields that say where a household lives and which it is. */
const IDENTITY: readonly Field[] = [
  { id: 'household_id', kind: 'id' },
  { id: 'province_code', kind: 'id' },
  { id: 'province', kind: 'text' },
  { id: 'district_code', kind: 'id' },
  { id: 'district', kind: 'text' },
  { id: 'commune_code', kind: 'id' },
  { id: 'commune', kind: 'text' },
  { id: 'village', kind: 'text' },
  { id: 'area', kind: 'code', codes: AREAS },
  { id: 'residence', kind: 'code', codes: ['permanent', 'temporary'] },
  { id: 'head_name', kind: 'text' },
  { id: 'head_id_number', kind: 'person_id' },
  { id: 'head_sex', kind: 'code', codes: SEXES },
  { id: 'head_birth_date', kind: 'date' },
  { id: 'ethnicity', kind: 'text' },
  { id: 'size', kind: 'count' },
];

/** What was answered or scored. */
const ANSWERS: readonly Field[] = [
  { id: 'income', kind: 'money' },
  { id: 'b1', kind: 'score' },
  { id: 'b2', kind: 'score' },
  { id: 'floor_area', kind: 'decimal' },
  { id: 'wall', kind: 'code', codes: DURABILITY },
  { id: 'pillar', kind: 'code', codes: DURABILITY },
  { id: 'roof', kind: 'code', codes: DURABILITY },
  {
    id: 'water_source',
    kind: 'code',
    codes: ['tap', 'drilled_well', 'protected_dug_well', 'protected_spring', 'rain', 'bottled', 'other_unclean'],
  },
  {
    id: 'toilet_type',
    kind: 'code',
    codes: [
      'septic',
      'semi_septic',
      'pour_flush',
      'ventilated_improved',
      'pit_with_seat',
      'two_vault',
      'other_unhygienic',
      'none',
    ],
  },
  {
    id: 'information_devices',
    kind: 'codes',
    codes: ['tv', 'radio', 'desktop', 'telephone', 'laptop', 'tablet', 'smartphone', 'none'],
  },
];

/** What was decided, by whom, and what else the forms carry. */
const RECORD: readonly Field[] = [
  { id: 'recorded_class', kind: 'class' },
  { id: 'decided_class', kind: 'class' },
  { id: 'decision_reason', kind: 'text' },
  { id: 'decision_no', kind: 'text' },
  { id: 'decision_date', kind: 'date' },
  { id: 'review_date', kind: 'date' },
  { id: 'outcome', kind: 'code', codes: ['reviewed', 'refused', 'absent'] },
  { id: 'reviewer', kind: 'text' },
  { id: 'agricultural', kind: 'flag' },
  { id: 'ethnic_minority', kind: 'flag' },
  { id: 'no_labor_capacity', kind: 'flag' },
  { id: 'merit_member', kind: 'flag' },
  { id: 'cause_land', kind: 'flag' },
  { id: 'cause_capital', kind: 'flag' },
  { id: 'cause_labor', kind: 'flag' },
  { id: 'cause_tools', kind: 'flag' },
  { id: 'cause_knowledge', kind: 'flag' },
  { id: 'cause_skills', kind: 'flag' },
  { id: 'cause_illness', kind: 'flag' },
  { id: 'cause_other', kind: 'flag' },
  { id: 'weight', kind: 'decimal' },
  { id: 'previous_household_id', kind: 'id' },
  {
    id: 'event',
    kind: 'code',
    codes: ['moved_in', 'moved_out', 'split_from', 'merged_into', 'died', 'dissolved'],
  },
  { id: 'previously_poor', kind: 'flag' },
  { id: 'zone', kind: 'code', codes: ['inner', 'outer'] },
  { id: 'region', kind: 'text' },
  { id: 'address', kind: 'text' },
  { id: 'note', kind: 'text' },
];

/** The deprivation indicators of the shipped criteria sets, in the order of the national form. */
const MARKS: readonly Field[] = [
  'employment',
  'dependents',
  'health_care',
  'nutrition',
  'health_insurance',
  'adult_education',
  'child_schooling',
  'housing_quality',
  'housing_area',
  'water',
  'toilet',
  'telecom',
  'information_means',
  'digital_access',
  'waste',
  'social_insurance',
  'income_line',
].map((id) => ({ id, kind: 'mark' }));

/** Columns of a household that hold raw answers, from which indicators are derived. */
export const HOUSEHOLD_ANSWERS: readonly string[] = ANSWERS.map(({ id }) => id).filter(
  (id) => !['income', 'b1', 'b2'].includes(id),
);

/** The fields of a household row. */
export const HOUSEHOLD_FIELDS: readonly Field[] = [...IDENTITY, ...ANSWERS, ...MARKS, ...RECORD];

/** What a condition may ask of a household besides its columns: ratios the law uses, named and computed. */
export const DERIVED_FIELDS: readonly Field[] = [{ id: 'floor_area_per_person', kind: 'decimal' }];

/** The columns of a member row that say who the member is; what was answered follows in `MEMBER_FIELDS`. */
const MEMBER_IDENTITY: readonly Field[] = [
  { id: 'member_id', kind: 'id' },
  { id: 'name', kind: 'text' },
  { id: 'id_number', kind: 'person_id' },
  { id: 'birth_date', kind: 'date' },
  { id: 'ethnicity', kind: 'text' },
];

/** What a condition may ask of one member. */
export const MEMBER_FIELDS: readonly Field[] = [
  { id: 'age', kind: 'years' },
  { id: 'birth_year', kind: 'count' },
  { id: 'sex', kind: 'code', codes: SEXES },
  { id: 'relation', kind: 'text' },
  { id: 'insured', kind: 'flag' },
  { id: 'social_insured', kind: 'flag' },
  { id: 'has_income', kind: 'flag' },
  { id: 'receives_social_allowance', kind: 'flag' },
  { id: 'studying', kind: 'flag' },
  { id: 'school_level', kind: 'code', codes: LEVELS },
  { id: 'education', kind: 'code', codes: LEVELS },
  { id: 'vocational_certificate', kind: 'flag' },
  { id: 'certified_in_firm_training', kind: 'flag' },
  { id: 'work', kind: 'code', codes: ['none', 'wage', 'own'] },
  { id: 'able_to_work', kind: 'flag' },
  { id: 'wants_work', kind: 'flag' },
  { id: 'wage_contract', kind: 'flag' },
  { id: 'stunted', kind: 'flag' },
  { id: 'underweight', kind: 'flag' },
  { id: 'uses_internet', kind: 'flag' },
];

/** Columns of a member that hold raw answers; who a member is, and how old, every list says. */
export const MEMBER_ANSWERS: readonly string[] = MEMBER_FIELDS.map(({ id }) => id).filter(
  (id) => !['age', 'birth_year', 'sex', 'relation'].includes(id),
);

/** The columns of a member row. */
export const MEMBER_COLUMNS: readonly Field[] = [...MEMBER_IDENTITY, ...MEMBER_FIELDS];

/** Where a row a member has these, its household is read from the row of its head. */
export const OF_THE_HEAD: Readonly<Record<string, string>> = {
  head_name: 'name',
  head_id_number: 'id_number',
  head_sex: 'sex',
  head_birth_date: 'birth_date',
  ethnicity: 'ethnicity',
};

/** One column that names several causes: each becomes the flag of its own field. */
export const CAUSES: Field = {
  id: 'causes',
  kind: 'codes',
  codes: RECORD.map((field) => field.id).filter((id) => id.startsWith('cause_')),
};

/** The columns that `classify` adds to a survey, in their order in the result file. */
export const RESULT_FIELDS = [
  'class',
  'computed_class',
  'possible_classes',
  'average_living',
  'deprivations',
  'deprivations_max',
  'basis',
  'line',
  'below_line',
  'undecided_for',
  'near_boundary',
  'criteria',
  'criteria_hash',
  'agrees',
] as const;
