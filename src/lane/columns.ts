import type { Field } from '../survey/fields.ts';
import type { Survey } from '../survey/survey.ts';

/** How the cells of a column are read. */
export const READ = {
  /** No field, and not kept. */
  idle: 0,
  /** Without a heading: anything but a blank is told. */
  unnamed: 1,
  text: 2,
  id: 3,
  /** One of a few spellings: codes, classes, lists of codes. */
  closed: 4,
  /** Mostly `1` or `0`; marks and flags. */
  mark: 5,
  date: 6,
  money: 7,
  /** A whole number, at least 1. */
  count: 8,
  /** A whole number, at least 0. */
  score: 9,
  /** Read as the reference reads it, cell by cell. */
  other: 10,
  /** No field, but kept as it stands. */
  kept: 11,
  /** A citizen's number: 12 or 9 digits as they stand. */
  personId: 12,
} as const;

const READ_AS: Record<Field['kind'], number> = {
  id: READ.id,
  person_id: READ.personId,
  text: READ.text,
  class: READ.closed,
  date: READ.date,
  money: READ.money,
  count: READ.count,
  years: READ.score,
  score: READ.score,
  decimal: READ.other,
  mark: READ.mark,
  flag: READ.mark,
  code: READ.closed,
  codes: READ.closed,
};

/** One column of a table, in the order of the file. */
export interface Column {
  readonly read: number;
  readonly field: Field | null;
  /** Position among the cells of a household; -1 for a column that is not written. */
  readonly slot: number;
}

/** `slots`: of each column, as the row reader of the survey places it. */
export function columnsOf(survey: Survey, at: number, slots: readonly number[]): readonly Column[] {
  const table = survey.tables[at];
  return slots.map((slot, column) => {
    const field = table?.fields[column] ?? null;
    return { read: readAs(field, slot, table?.headings[column] ?? ''), field, slot };
  });
}

function readAs(field: Field | null, slot: number, heading: string): number {
  if (heading === '') return READ.unnamed;
  if (slot < 0) return READ.idle;
  return field === null ? READ.kept : READ_AS[field.kind];
}
