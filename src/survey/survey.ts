import { type Finding, severityOf } from '../finding.ts';
import { CAUSES, type Field, MEMBER_COLUMNS } from './fields.ts';
import type { RawRecord } from './records.ts';
import type { Table } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Member files joined to the households of a survey. */
export interface MemberJoin {
  /** The household with the members that its files list; it stays as it is when they list none. */
  attach(household: Household): Household;
  /** What can be said when every household was seen: members of none. */
  strays(): readonly Finding[];
}

/** Many files as one survey: the columns of all of them, in the order in which they first appear. */
export interface Survey {
  readonly tables: readonly Table[];
  readonly fields: readonly Field[];
  /** Position of each field in a household's cells. */
  readonly slots: ReadonlyMap<string, number>;
  /** Headings that are no fields, kept on request; their cells follow those of the fields. */
  readonly kept: readonly string[];
  /** Position of each field in a member's cells. */
  readonly memberSlots: ReadonlyMap<string, number>;
  readonly vocabulary: Vocabulary;
  /** Files with a row a member that were given beside the households. */
  readonly memberTables: readonly Table[];
  /** Null without member files. */
  readonly join: MemberJoin | null;
}

/** One household, its cells canonical and in the order of `Survey.fields`, then the kept ones. */
export interface Household {
  readonly table: number;
  /** The line of the file on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The row that speaks for it: its own, or that of its head. */
  readonly record: RawRecord;
  /** All its rows; more than one only where a row is a member. */
  readonly records: readonly RawRecord[];
  /** In file order; empty where a row is a household. */
  readonly members: readonly Member[];
  /** What was found in reading it; an error means that it cannot be used. */
  readonly findings: readonly Finding[];
}

/** One member, its cells canonical and in the order of `MEMBER_COLUMNS`. */
export interface Member {
  /** The file it stands in, as `tableAt` counts them. */
  readonly table: number;
  readonly line: number;
  readonly cells: readonly string[];
}

const MEMBER_SLOTS: ReadonlyMap<string, number> = new Map(MEMBER_COLUMNS.map(({ id }, slot) => [id, slot]));

export function makeSurvey(tables: readonly Table[], vocabulary: Vocabulary, keepColumns: boolean): Survey {
  const fields = new Map<string, Field>();
  const kept = new Set<string>();
  for (const table of tables) {
    for (const field of table.fields) if (field !== null && field.id !== CAUSES.id) fields.set(field.id, field);
    if (keepColumns) for (const name of strangersOf(table, vocabulary)) if (name !== null) kept.add(name);
    for (const field of table.implied) if (!fields.has(field.id)) fields.set(field.id, field);
    if (table.unit !== null) fields.set('commune_code', { id: 'commune_code', kind: 'id' });
  }
  return {
    tables,
    fields: [...fields.values()],
    slots: new Map([...fields.keys()].map((id, slot) => [id, slot])),
    kept: [...kept],
    memberSlots: MEMBER_SLOTS,
    vocabulary,
    memberTables: [],
    join: null,
  };
}

/** The survey with columns that no file has, blank until something fills them. */
export function withFields(survey: Survey, more: readonly Field[]): Survey {
  const added = more.filter(({ id }) => !survey.slots.has(id));
  if (added.length === 0) return survey;
  const fields = [...survey.fields, ...added];
  return { ...survey, fields, slots: new Map(fields.map(({ id }, slot) => [id, slot])) };
}

/** A file of a survey by its number: those of households come first, then those of members. */
export function tableAt({ tables, memberTables }: Survey, at: number): Table | undefined {
  return at < tables.length ? tables[at] : memberTables[at - tables.length];
}

/** True when some file has a column of members for the field. */
export function hasMemberField({ tables, memberTables }: Survey, field: string): boolean {
  return [...tables, ...memberTables].some(({ layout }) => layout.memberFields?.some((f) => f?.id === field) === true);
}

/** By column: the name under which a column that is no field is kept; a heading that comes again gets its number. */
export function strangersOf({ headings, fields, layout }: Table, vocabulary: Vocabulary): readonly (string | null)[] {
  const seen = new Map<string, number>();
  return headings.map((heading, at) => {
    const isField = fields[at] !== null || (layout.memberFields?.[at] ?? null) !== null;
    if (isField || heading === '' || vocabulary.isResult(heading) || vocabulary.isIgnored(heading)) return null;
    const count = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, count);
    return count === 1 ? heading : `${heading} (${count})`;
  });
}

/** By column of a table: its place among the cells of a household; -1 when it is not read. */
export function columnSlots(survey: Survey, table: Table): readonly number[] {
  const strangers = strangersOf(table, survey.vocabulary);
  return table.headings.map((_, column) => {
    const field = table.fields[column] ?? null;
    return field === null ? keptSlot(survey, strangers[column] ?? null) : (survey.slots.get(field.id) ?? -1);
  });
}

function keptSlot(survey: Survey, name: string | null): number {
  const at = name === null ? -1 : survey.kept.indexOf(name);
  return at < 0 ? -1 : survey.fields.length + at;
}

/** True when what was found in reading the household keeps it from being used. */
export function isUnusable(household: Household): boolean {
  return household.findings.some((f) => severityOf(f.code) === 'error');
}
