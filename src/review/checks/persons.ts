import type { Address } from '../../finding.ts';
import { OF_THE_HEAD } from '../../survey/fields.ts';
import { type Household, type Survey, tableAt } from '../../survey/survey.ts';
import { placeOf } from '../../survey/table.ts';
import { isKnownDate } from '../../text/date.ts';

/** One person of a household, in canonical cells; `''` is unknown or could not be read. */
export interface Person {
  /** The file it stands in, as `tableAt` counts them. */
  readonly table: number;
  readonly line: number;
  readonly name: string;
  readonly idNumber: string;
  readonly sex: string;
  /** `YYYY-MM-DD`, or what is known of it. */
  readonly born: string;
  readonly age: string;
}

export type PersonField = 'name' | 'id_number' | 'sex' | 'birth_date' | 'birth_year' | 'age';

/** The persons of a household: its members, or its head when a row is a household. */
export function personsReader(survey: Survey): (household: Household) => readonly Person[] {
  const own = (id: string) => survey.slots.get(id) ?? -1;
  const head = reader(own('head_name'), own('head_id_number'), own('head_sex'), [own('head_birth_date')], -1);
  const of = (id: string) => survey.memberSlots.get(id) ?? -1;
  const births = [of('birth_date'), of('birth_year')];
  const member = reader(of('name'), of('id_number'), of('sex'), births, of('age'));
  let last: { readonly household: Household; readonly persons: readonly Person[] } | null = null;
  return (household) => {
    // several checks ask for the same household in turn
    if (last?.household === household) return last.persons;
    const { table, members, cells, record } = household;
    const persons =
      members.length > 0
        ? members.map((one) => member(one.table, one.line, one.cells))
        : [head(table, record.line, cells)];
    last = { household, persons };
    return persons;
  };
}

function reader(name: number, idNumber: number, sex: number, births: readonly number[], age: number) {
  return (table: number, line: number, cells: readonly string[]): Person => ({
    table,
    line,
    name: cells[name] ?? '',
    idNumber: cells[idNumber] ?? '',
    sex: cells[sex] ?? '',
    born: births.map((slot) => cells[slot] ?? '').find(isKnownDate) ?? '',
    age: cells[age] ?? '',
  });
}

/** The member field of each head field. */
const HEAD_FIELD = new Map(Object.entries(OF_THE_HEAD).map(([head, member]) => [member, head]));

/** The place of what a line says of a person: in the column of members, or in that of heads. */
export function addressOfPerson(
  survey: Survey,
  { table, line }: Pick<Person, 'table' | 'line'>,
  field: PersonField,
): Address {
  const source = tableAt(survey, table);
  if (source === undefined) return { row: line, field };
  const members = source.layout.memberFields;
  const columns = members === null ? source.fields : members;
  const name = members === null ? (HEAD_FIELD.get(field) ?? field) : field;
  const column = source.headings[columns.findIndex((f) => f?.id === name)];
  return { ...placeOf(source), row: line, field: name, ...(column === undefined ? {} : { column }) };
}

/** True when some file has a column of it, of members or of heads. */
export function tellsOfPersons({ tables, memberTables }: Survey, ...fields: readonly PersonField[]): boolean {
  return [...tables, ...memberTables].some(({ fields: own, layout }) =>
    fields.some((field) => {
      const isIt = (id: string | undefined) => id === (HEAD_FIELD.get(field) ?? field);
      return own.some((f) => isIt(f?.id)) || layout.memberFields?.some((f) => f?.id === field) === true;
    }),
  );
}
