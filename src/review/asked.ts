import { type Criteria, type Indicator, indicatorsOf } from '../criteria/criteria.ts';
import { nodes, type Predicate } from '../criteria/predicate.ts';
import type { Answers } from '../judge/answers.ts';
import { HOUSEHOLD_ANSWERS, MEMBER_ANSWERS } from '../survey/fields.ts';
import { type Household, hasMemberField, type Survey, tableAt } from '../survey/survey.ts';
import type { Table } from '../survey/table.ts';

/**
 * The indicators of a set whose conditions a survey has an answer to. None without a single column of raw answers: the
 * ages of an approved list are no answers. What hangs on the income alone is judged with it.
 */
export function derivableFrom(survey: Survey, criteria: Criteria): readonly Indicator[] {
  if (!hasRawAnswers(survey)) return [];
  return indicatorsOf(criteria).filter(({ deprived }) => {
    const asked = deprived === null ? [] : fieldsAsked(deprived).filter((field) => !GIVEN.includes(field));
    return asked.some((field) => isAnswered(survey, field));
  });
}

/** Columns that a survey has whether or not anything was asked. */
const GIVEN: readonly string[] = ['income', 'area', 'size'];

function hasRawAnswers(survey: Survey): boolean {
  return (
    HOUSEHOLD_ANSWERS.some((field) => survey.slots.has(field)) ||
    MEMBER_ANSWERS.some((field) => hasMemberField(survey, field))
  );
}

function fieldsAsked(condition: Predicate): readonly string[] {
  return [...new Set([...nodes(condition)].flatMap((node) => ('field' in node ? [node.field] : [])))];
}

/** A ratio needs both of its columns, an age any that tells it. */
function isAnswered(survey: Survey, field: string): boolean {
  const isThere = (id: string) => survey.slots.has(id) || hasMemberField(survey, id);
  const columns = columnsOf(field);
  return field === 'floor_area_per_person' ? columns.every(isThere) : columns.some(isThere);
}

/** The columns that a field of a condition is read from. */
function columnsOf(field: string): readonly string[] {
  if (field === 'floor_area_per_person') return ['floor_area', 'size'];
  return field === 'age' || field === 'birth_year' ? ['age', 'birth_date', 'birth_year'] : [field];
}

/** One column of answers that a condition asks. */
export interface AskedColumn {
  readonly field: string;
  readonly heading: string;
  /** In the household's own row; null in rows of members. */
  readonly at: number | null;
}

/** The columns that a condition asks and the household or its members answer. */
export function columnsAnswering(
  survey: Survey,
  household: Household,
  { deprived }: Indicator,
  { fields, members }: Answers,
): readonly AskedColumn[] {
  const own = tableAt(survey, household.table);
  const listed = tableAt(survey, household.members[0]?.table ?? household.table);
  const asked = deprived === null ? [] : [...new Set(fieldsAsked(deprived).flatMap(columnsOf))];
  return asked.flatMap((field): AskedColumn[] => {
    const isOfMembers = members.some((member) => (member[field] ?? null) !== null);
    if (!isOfMembers && (fields[field] ?? null) === null) return [];
    const ofMembers = listed?.layout.memberFields?.findIndex((f) => f?.id === field) ?? -1;
    if (ofMembers >= 0) return [{ field, heading: headingAt(listed, ofMembers), at: null }];
    const at = own?.fields.findIndex((f) => f?.id === field) ?? -1;
    if (at >= 0) return [{ field, heading: headingAt(own, at), at }];
    // what is asked of the household may stand in the file of its members
    const joined = listed?.fields.findIndex((f) => f?.id === field) ?? -1;
    return joined < 0 ? [] : [{ field, heading: headingAt(listed, joined), at: null }];
  });
}

function headingAt(table: Table | undefined, at: number): string {
  return table?.headings[at] ?? '';
}
