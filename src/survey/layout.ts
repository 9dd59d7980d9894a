import { parseDate } from '../text/date.ts';
import { foldKey } from '../text/fold.ts';
import { type Field, OF_THE_HEAD } from './fields.ts';
import { aboveSex, type Column, clean, fieldFor, lookAlong, sexColumn } from './heading-path.ts';
import { columnsOf, ENOUGH, hasLetters, headingRows, isNumbering } from './heading-rows.ts';
import type { RawRecord } from './records.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where the headings of a table stand and what its columns hold. */
export interface Layout {
  /** First and last line of the headings. */
  readonly headingLines: readonly [number, number];
  /** Line of the row that numbers the columns (A, B, 1, 2, …), when there is one. */
  readonly numberingLine: number | null;
  /** One per column, as it stands in the file; headings on several lines joined by ` / `. */
  readonly headings: readonly string[];
  /** The household field that each column feeds; null for those ignored and those of members alone. */
  readonly fields: readonly (Field | null)[];
  /** The member field that each column feeds; null when a row is a household. */
  readonly memberFields: readonly (Field | null)[] | null;
  /** The sex that a column stands for by itself: its value is the year of birth, or a tick. */
  readonly sexOf: readonly ('male' | 'female' | null)[];
  /** True when at least two headings were recognised; else the first line was taken for want of a better one. */
  readonly isSure: boolean;
}

/**
 * Finds the headings among the first rows of a table; null when there are no rows. `lines` says where they stand,
 * `areMembers` that a row is a member whatever its headings are.
 */
export function layoutOf(
  sample: readonly RawRecord[],
  vocabulary: Vocabulary,
  lines: readonly [number, number] | null = null,
  areMembers = false,
): Layout | null {
  const found = headingRows(sample, vocabulary, lines);
  const [first] = found?.rows ?? [];
  const last = found?.rows.at(-1);
  if (found === null || first === undefined || last === undefined) return null;
  const columns = columnsOf(found.rows, found.grouped, vocabulary);
  const [numbering] = found.after;
  const known = columns.filter((column) => fieldFor(column.path, vocabulary) !== null);
  return {
    headingLines: [first.line, last.line],
    numberingLine: isNumberingRow(found.after) ? (numbering?.line ?? null) : null,
    headings: columns.map((column) => column.path.join(' / ')),
    ...fieldsOf(columns, sample, vocabulary, areMembers),
    isSure: known.length >= ENOUGH,
  };
}

function fieldsOf(
  columns: readonly Column[],
  sample: readonly RawRecord[],
  vocabulary: Vocabulary,
  areMembers: boolean,
): Pick<Layout, 'fields' | 'memberFields' | 'sexOf'> {
  const household = onlyTotals(
    columns.map(({ path }) => lookAlong(path, vocabulary.fieldOf)),
    columns,
    vocabulary,
  );
  const member = onlyTotals(
    columns.map(({ path }) => lookAlong(path, vocabulary.memberFieldOf)),
    columns,
    vocabulary,
  );
  const sexOf = columns.map(({ path }, at) =>
    isSexColumn(path, at, columns, sample, vocabulary) ? sexColumn(path, vocabulary) : null,
  );
  for (const [at, sex] of sexOf.entries()) {
    if (sex === null) continue;
    const above = aboveSex(columns[at]?.path ?? []);
    const isTick = vocabulary.fieldOf(above)?.id === 'head_sex';
    household[at] = fieldCalled(vocabulary, isTick ? 'Giới tính' : 'Năm sinh', 'household');
    member[at] = fieldCalled(vocabulary, isTick ? 'Giới tính' : 'Năm sinh', 'member');
  }
  const isIgnored = columns.map(({ path }) => path.some((text) => vocabulary.isIgnored(text)));
  const kept = (fields: readonly (Field | null)[]) => fields.map((field, at) => (isIgnored[at] ? null : field));
  if (!areMembers && !isMemberList(member, household)) return { fields: kept(household), memberFields: null, sexOf };
  return { fields: kept(ofTheHead(household, member)), memberFields: kept(member), sexOf };
}

/** Where one heading stands over several columns, such as `Số khẩu` over `Nam`, `Nữ`, `Cộng`, the total is meant. */
function onlyTotals(fields: (Field | null)[], columns: readonly Column[], vocabulary: Vocabulary): (Field | null)[] {
  const totals = new Set(vocabulary.rowWords.total.map(foldKey));
  const isTotal = (at: number) => totals.has(foldKey(columns[at]?.path.at(-1) ?? ''));
  return fields.map((field, at) => {
    const others = [...fields.keys()].filter((other) => other !== at && fields[other]?.id === field?.id);
    const isShared =
      (columns[at]?.path.length ?? 0) > 1 && others.some((other) => (columns[other]?.path.length ?? 0) > 1);
    return field !== null && isShared && !isTotal(at) ? null : field;
  });
}

function fieldCalled(vocabulary: Vocabulary, heading: string, whose: 'household' | 'member'): Field | null {
  return whose === 'household' ? vocabulary.fieldOf(heading) : vocabulary.memberFieldOf(heading);
}

/** A column headed by a sex holds birth years or ticks; alone, without anything above, only its values can tell. */
function isSexColumn(
  path: readonly string[],
  at: number,
  columns: readonly Column[],
  sample: readonly RawRecord[],
  vocabulary: Vocabulary,
): boolean {
  if (sexColumn(path, vocabulary) === null) return false;
  const above = aboveSex(path);
  if (above !== '') return ['head_birth_date', 'head_sex'].includes(vocabulary.fieldOf(above)?.id ?? '');
  const isPair = columns.filter((c) => c.path.length === 1 && sexColumn(c.path, vocabulary) !== null).length === 2;
  const values = sample
    .map(({ cells }) => clean(cells[at] ?? ''))
    .filter((text) => text !== '' && foldKey(text) !== foldKey(path[0] ?? ''));
  const years = values.filter((text) => parseDate(text) !== null);
  return isPair && years.length > 0 && 2 * years.length > values.length;
}

/** Numbers alone may be a household's: they number the columns when the households below begin to count anew, or do not count. */
function isNumberingRow([row, next]: readonly RawRecord[]): boolean {
  if (row === undefined || !isNumbering(row.cells)) return false;
  if (hasLetters(row.cells)) return true;
  const first = clean(next?.cells[row.cells.findIndex((cell) => clean(cell) !== '')] ?? '');
  return next !== undefined && (first === '1' || !/^\d+$/.test(first));
}

/** A list with a row a member says how each is related to the head, or numbers or names members apart from the head. */
function isMemberList(member: readonly (Field | null)[], household: readonly (Field | null)[]): boolean {
  return member.some(
    (field, at) =>
      field?.id === 'relation' || ((field?.id === 'name' || field?.id === 'member_id') && household[at] === null),
  );
}

/** In a list of members a column that could be the head's is the member's; a column of the head's own comes before it. */
function ofTheHead(household: readonly (Field | null)[], member: readonly (Field | null)[]): (Field | null)[] {
  const own = new Set(household.filter((field, at) => field !== null && member[at] === null).map((f) => f?.id));
  return household.map((field, at) => {
    if (field === null || member[at] === null) return field;
    return own.has(field.id) || OF_THE_HEAD[field.id] !== member[at]?.id ? null : field;
  });
}
