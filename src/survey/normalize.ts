import type { FindingCode } from '../finding.ts';
import { type DateOrder, parseDate, parseSerialDate, parseShortYearDate } from '../text/date.ts';
import { isAscii, tidy } from '../text/fold.ts';
import { parseInteger, parseNumber, timesTenTo } from '../text/number.ts';
import { type Convention, PLAIN } from './conventions.ts';
import { hasLostLetters } from './encoding/lost-letters.ts';
import type { Field } from './fields.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A cell as the program holds it: its canonical spelling, and what is to be said about how it was read. */
export interface Cell {
  readonly value: string;
  readonly code?: FindingCode;
  readonly expected?: readonly string[];
}

/** Cells that begin with these are guarded against being taken for a formula. */
const FORMULA = /^['=+\-@\t\r]/;

/** A cell as it is written to a file: guarded with a leading apostrophe where a spreadsheet would compute it. */
export function guard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What `guard` was given. */
export function unguard(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/**
 * Reads one cell of a field by the convention of its column. A blank, and what says "nothing here", is unknown unless the
 * convention says what a blank means; a value that cannot be one of the field's keeps its text and carries the code of
 * the finding.
 */
export function readCell(field: Field, raw: string, vocabulary: Vocabulary, convention: Convention = PLAIN): Cell {
  const text = unguard(tidy(raw));
  if (text === '') return { value: convention.blank };
  if (field.kind === 'text') return readText(field, text);
  if (field.kind === 'id') return readId(text);
  const cell = readAnswer(field.kind, field, text, vocabulary, convention);
  return cell.code !== undefined && vocabulary.isNonValue(text) ? { value: '', code: 'N314' } : cell;
}

/** Fields of free words: a question mark there is a question. */
const FREE = new Set(['note', 'address', 'decision_reason']);

/** Names whose letters an old program wrote as `?` cannot be had back. */
function readText(field: Field, text: string): Cell {
  const isLost = !isAscii(text) || text.includes('?') ? hasLostLetters(text) || SPOILT.test(text) : false;
  return isLost && !FREE.has(field.id) ? { value: text, code: 'E321' } : { value: text };
}

/** Signs inside a word that only broken bytes put there: what is left of letters that could not be repaired. */
const SPOILT =
  /\p{L}[\u0080-\u009f\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6\u00b8\u00bb-\u00bf\u0192\u02c6\u02dc\u201a\u201e\u2020-\u2022\u2030\u2039\u203a\u20ac\u2122]/u;

type AnswerKind = Exclude<Field['kind'], 'text' | 'id'>;

function readAnswer(
  kind: AnswerKind,
  field: Field,
  text: string,
  vocabulary: Vocabulary,
  convention: Convention,
): Cell {
  switch (kind) {
    case 'person_id':
      return readPersonId(text);
    case 'class':
      return orElse(vocabulary.classOf(text), text, 'E308', ['poor', 'near_poor', 'non_poor']);
    case 'code':
      return orElse(vocabulary.codeOf(field, text), text, codeFinding(field), field.codes ?? []);
    case 'codes':
      return readCodes(field, text, vocabulary);
    case 'mark':
      return orElse(readYesNo(text, vocabulary), text, 'E307', ['1', '0']);
    case 'flag':
      return orElse(readYesNo(text, vocabulary), text, 'E311', ['1', '0']);
    case 'date':
      return readDate(text, convention.dates);
    case 'money':
      return readMoney(text, convention);
    case 'count':
      return readNumber(text, parseInteger(text), 1);
    case 'years':
    case 'score':
      return readNumber(text, parseInteger(text), 0);
    case 'decimal':
      return readNumber(text, parseNumber(text, convention.decimal ?? 'decimals'), 0);
  }
}

function orElse(value: string | null, text: string, code: FindingCode, expected: readonly string[]): Cell {
  return value === null ? { value: text, code, expected } : { value };
}

/** The area and the residence decide lines and scope; a slip in another code is kept and told. */
function codeFinding({ id }: Field): FindingCode {
  if (id === 'area') return 'E304';
  return id === 'residence' ? 'E311' : 'W313';
}

/** Excel turns long ids into `3.81E+10`: the digits are gone. */
function readId(text: string): Cell {
  return /^\d([.,]\d+)?e\+\d+$/i.test(text) ? { value: text, code: 'E312' } : { value: text };
}

const PERSON_ID_DIGITS = 12;

/**
 * A citizen's number. Spreadsheets take the zeros it begins with: 11 digits lost one; 10 lost two, which only codes 001 to
 * 008 have. 9 digits are the number of the old identity card (Circular 07/2016/TT-BCA).
 */
function readPersonId(text: string): Cell {
  const lost = readId(text);
  if (lost.code !== undefined) return lost;
  const digits = text.replace(/^'/, '').replace(/[\s.\u00a0-]/g, '');
  if (!/^\d+$/.test(digits)) return { value: text };
  if (digits.length === PERSON_ID_DIGITS - 1) return { value: `0${digits}`, code: 'N320' };
  if (digits.length === PERSON_ID_DIGITS - 2 && /^[1-8]/.test(digits)) return { value: `00${digits}`, code: 'N320' };
  return { value: digits };
}

/** A date by the order of its column; one that only the other order can read is told. */
function readDate(text: string, order: DateOrder): Cell {
  const usual = parseDate(text, order);
  if (usual !== null) return { value: usual };
  const swapped = parseDate(text, order === 'dmy' ? 'mdy' : 'dmy');
  if (swapped !== null) return { value: swapped, code: 'W324' };
  const serial = parseSerialDate(text);
  if (serial !== null) return { value: serial, code: 'N325' };
  const short = parseShortYearDate(text, order);
  if (short !== null) return { value: short, code: 'N326' };
  return { value: text, code: 'W313', expected: ['YYYY-MM-DD', 'dd/mm/yyyy', 'yyyy'] };
}

function readCodes(field: Field, text: string, vocabulary: Vocabulary): Cell {
  const codes = text.split(/[;,]/).map((part) => vocabulary.codeOf(field, part));
  if (codes.includes(null)) return { value: text, code: 'W313', expected: field.codes ?? [] };
  return { value: codes.join(';') };
}

function readYesNo(text: string, vocabulary: Vocabulary): '1' | '0' | null {
  const said = vocabulary.yesNo(text);
  if (said !== null) return said;
  // spreadsheets and data frames write 1 and 0 as 1.0 and 0.0
  return /^[01][.,]0+$/.test(text) ? (text[0] as '1' | '0') : null;
}

/** Averages have decimals, but `1,5` is no income in đồng: whoever wrote it meant millions. */
const SMALLEST_WITH_DECIMALS = 1000;
const MILLION = 1_000_000;
/** Incomes below this were probably written in thousands or millions of đồng. */
export const DOUBTFUL_INCOME = 10_000;

function readMoney(text: string, { unit, decimal }: Convention): Cell {
  const written = parseNumber(text, decimal ?? (unit === MILLION ? 'decimals' : 'groups'));
  const value = written === null || unit === 1 ? written : timesTenTo(written, Math.round(Math.log10(unit)));
  if (value === null) return { value: text, code: 'E305', expected: ['1234567', '1.234.567'] };
  const amount = Number(value);
  if (amount < 0) return { value: text, code: 'E306', expected: ['0'] };
  if (value.includes('.') && amount < SMALLEST_WITH_DECIMALS) {
    return { value: text, code: 'E305', expected: ['1234567', '1.234.567'] };
  }
  return amount > 0 && amount < DOUBTFUL_INCOME ? { value, code: 'W319' } : { value };
}

function readNumber(text: string, value: string | null, least: number): Cell {
  if (value === null) return { value: text, code: 'E305' };
  return Number(value) < least ? { value: text, code: 'E306', expected: [String(least)] } : { value };
}
