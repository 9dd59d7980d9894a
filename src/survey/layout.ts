import { parseDate } from '../text/date.ts';
import { foldKey, tidy } from '../text/fold.ts';
import { type Field, OF_THE_HEAD } from './fields.ts';
import { unguard } from './normalize.ts';
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

/** Headings are looked for in so many rows that hold anything. */
const SEARCHED = 60;
/** The most lines that headings take. */
const DEEPEST = 4;
/** A line of so many known headings is one. */
const ENOUGH = 2;

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
  const searched = sample.slice(0, SEARCHED);
  const window =
    lines === null ? withSubHeadings(bestWindow(searched, vocabulary), searched) : windowAt(searched, lines);
  const [first] = window;
  if (first === undefined) return null;
  const after = searched.slice(searched.indexOf(window.at(-1) as RawRecord) + 1);
  const repeated = lines === null ? takeWhile(after, (record) => isHeadingRow(record, vocabulary)) : [];
  const columns = columnsOf([...window, ...repeated], window.length, vocabulary);
  const last = repeated.at(-1) ?? window.at(-1) ?? first;
  const numbering = after[repeated.length];
  const known = columns.filter((column) => fieldFor(column.path, vocabulary) !== null);
  return {
    headingLines: [first.line, last.line],
    numberingLine: numbering !== undefined && isNumbering(numbering.cells) ? numbering.line : null,
    headings: columns.map((column) => column.path.join(' / ')),
    ...fieldsOf(columns, sample, vocabulary, areMembers),
    isSure: known.length >= ENOUGH,
  };
}

/** A column by its headings from the top down. */
interface Column {
  readonly path: readonly string[];
}

function windowAt(sample: readonly RawRecord[], [from, to]: readonly [number, number]): readonly RawRecord[] {
  return sample.filter(({ line }) => line >= from && line <= to);
}

/** The rows whose headings lead to the most fields; the fewest and the first of those that tie. */
function bestWindow(sample: readonly RawRecord[], vocabulary: Vocabulary): readonly RawRecord[] {
  let best: { readonly rows: readonly RawRecord[]; readonly score: number } = { rows: sample.slice(0, 1), score: 0 };
  for (const at of sample.keys()) {
    for (let depth = 1; depth <= DEEPEST; depth++) {
      const rows = sample.slice(at, at + depth);
      const score = scoreOf(rows, vocabulary);
      const isBetter = score > best.score || (score === best.score && rows.length < best.rows.length);
      if (rows.length === depth && score >= ENOUGH && isBetter) best = { rows, score };
    }
  }
  return best.rows;
}

/** A row of words that stand only below headings of several columns belongs to the headings, whatever it says. */
function withSubHeadings(window: readonly RawRecord[], sample: readonly RawRecord[]): readonly RawRecord[] {
  const last = window.at(-1);
  const below = last === undefined ? undefined : sample[sample.indexOf(last) + 1];
  if (last === undefined || below === undefined || window.length >= DEEPEST) return window;
  const texts = below.cells.map(clean);
  const isGroup = (at: number) => clean(last.cells[at] ?? '') === '' || clean(last.cells[at + 1] ?? '') === '';
  const filled = [...texts.keys()].filter((at) => texts[at] !== '');
  const reachesBeyond = filled.some((at) => clean(last.cells[at] ?? '') === '');
  const areHeadings =
    filled.length > 1 && filled.every((at) => at > 0 && isGroup(at) && /^[^\d]+$/.test(texts[at] ?? ''));
  return areHeadings && reachesBeyond ? [...window, below] : window;
}

/** How many fields the headings lead to. */
function scoreOf(rows: readonly RawRecord[], vocabulary: Vocabulary): number {
  const found = columnsOf(rows, rows.length, vocabulary).map(({ path }) => fieldFor(path, vocabulary)?.id);
  return new Set(found.filter((id) => id !== undefined)).size;
}

/** True for a row of headings below the headings: labels under machine keys. */
function isHeadingRow({ cells }: RawRecord, vocabulary: Vocabulary): boolean {
  const texts = cells.map(clean).filter((text) => text !== '');
  const known = texts.filter((text) => vocabulary.fieldOf(text) !== null || vocabulary.memberFieldOf(text) !== null);
  return known.length >= ENOUGH && 2 * known.length >= texts.length;
}

/** The row under the headings that numbers the columns: letters and numbers that count up, formulas beside them. */
export function isNumbering(cells: readonly string[]): boolean {
  const texts = cells.map(clean).filter((text) => text !== '');
  if (texts.length < 3 || !texts.every((text) => /^\(?(?:[A-Z]|\d{1,2}(?:\s*=[\d\s/*+×x().-]+)?)\)?$/.test(text)))
    return false;
  const numbers = texts.filter((text) => /^\(?\d/.test(text)).map((text) => Number(/\d+/.exec(text)?.[0]));
  return numbers.length >= 2 && numbers.every((n, at) => at === 0 || n === (numbers[at - 1] as number) + 1);
}

/**
 * The path of every column. The first `grouped` rows may hold headings over several columns: such a heading goes on to
 * the right as long as there is something below it and nothing beside it.
 */
function columnsOf(rows: readonly RawRecord[], grouped: number, vocabulary: Vocabulary): readonly Column[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const texts = rows.map(({ cells }) => Array.from({ length: width }, (_, at) => clean(cells[at] ?? '')));
  for (const [at, row] of texts.entries()) {
    if (at >= grouped - 1) break;
    for (let column = 1; column < width; column++) {
      const isCovered = texts.slice(at + 1, grouped).some((below) => below[column] !== '');
      if (row[column] === '' && isCovered && !leadsToField(row[column - 1] ?? '', column, texts, at, vocabulary)) {
        row[column] = row[column - 1] ?? '';
      }
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const path = texts.map((row) => row[column] ?? '').filter((text) => text !== '');
    return { path: path.filter((text, at) => path.indexOf(text) === at) };
  });
}

/** A heading that is a field by itself and has nothing below does not cover its neighbour. */
function leadsToField(
  left: string,
  column: number,
  texts: readonly (readonly string[])[],
  at: number,
  vocabulary: Vocabulary,
): boolean {
  const hasBelow = texts.slice(at + 1).some((below) => below[column - 1] !== '');
  return !hasBelow && vocabulary.fieldOf(left) !== null;
}

function clean(cell: string): string {
  return unguard(tidy(cell)).replace(/\s+/g, ' ');
}

/** What a path of headings leads to: its last part, the whole, or what stands above. */
function fieldFor(path: readonly string[], vocabulary: Vocabulary): Field | null {
  const look = (text: string) => vocabulary.fieldOf(text) ?? vocabulary.memberFieldOf(text);
  return lookAlong(path, look) ?? (sexColumn(path, vocabulary) === null ? null : look(aboveSex(path)));
}

function lookAlong(path: readonly string[], look: (text: string) => Field | null): Field | null {
  const last = path.at(-1) ?? '';
  if (path.length <= 1) return look(last);
  const above = [...path].reverse().slice(1);
  return look(last) ?? look(path.join(' ')) ?? above.map(look).find((field) => field !== null) ?? null;
}

/** `Năm sinh / Nam`, `Năm sinh Nữ`: the sex that a column stands for. */
function sexColumn(path: readonly string[], vocabulary: Vocabulary): 'male' | 'female' | null {
  const last = (path.at(-1) ?? '').split(' ').at(-1) ?? '';
  const sex = vocabulary.codeOf({ id: 'sex', kind: 'code' }, last.replace(/[()]/g, ''));
  return sex === 'male' || sex === 'female' ? sex : null;
}

function aboveSex(path: readonly string[]): string {
  return path.join(' ').split(' ').slice(0, -1).join(' ');
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

/** A list with a row a member says how each is related to the head, or names members apart from the head. */
function isMemberList(member: readonly (Field | null)[], household: readonly (Field | null)[]): boolean {
  return member.some((field, at) => field?.id === 'relation' || (field?.id === 'name' && household[at] === null));
}

/** In a list of members a column that could be the head's is the member's; a column of the head's own comes before it. */
function ofTheHead(household: readonly (Field | null)[], member: readonly (Field | null)[]): (Field | null)[] {
  const own = new Set(household.filter((field, at) => field !== null && member[at] === null).map((f) => f?.id));
  return household.map((field, at) => {
    if (field === null || member[at] === null) return field;
    return own.has(field.id) || OF_THE_HEAD[field.id] !== member[at]?.id ? null : field;
  });
}

function takeWhile<T>(items: readonly T[], keep: (item: T) => boolean): readonly T[] {
  const end = items.findIndex((item) => !keep(item));
  return end < 0 ? items : items.slice(0, end);
}
