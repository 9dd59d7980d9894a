import type { FindingCode } from '../finding.ts';
import { parseDate } from '../text/date.ts';
import { tidy } from '../text/fold.ts';
import { parseInteger, parseNumber } from '../text/number.ts';
import type { Field } from './fields.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A cell as the program holds it: its canonical spelling, and what is to be said about how it was read. */
export interface Cell {
  readonly value: string;
  readonly code?: FindingCode;
  readonly expected?: readonly string[];
}

/** Cells that begin with these are guarded against being taken for a formula. */
const FORMULA = /^['=+\-@]/;

/** A cell as it is written to a file: guarded with a leading apostrophe where a spreadsheet would compute it. */
export function guard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What `guard` was given. */
export function unguard(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/**
 * Reads one cell of a field. A blank, and what says "nothing here", is unknown; a value that cannot be one of the
 * field's keeps its text and carries the code of the finding.
 */
export function readCell(field: Field, raw: string, vocabulary: Vocabulary): Cell {
  const text = unguard(tidy(raw));
  if (text === '') return { value: '' };
  if (field.kind === 'text') return { value: text };
  if (field.kind === 'id') return readId(text);
  const cell = readAnswer(field.kind, field, text, vocabulary);
  return cell.code !== undefined && vocabulary.isNonValue(text) ? { value: '', code: 'N314' } : cell;
}

type AnswerKind = Exclude<Field['kind'], 'text' | 'id'>;

function readAnswer(kind: AnswerKind, field: Field, text: string, vocabulary: Vocabulary): Cell {
  switch (kind) {
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
      return orElse(parseDate(text), text, 'W313', ['YYYY-MM-DD', 'dd/mm/yyyy', 'yyyy']);
    case 'money':
      return readMoney(text);
    case 'count':
      return readNumber(text, parseInteger(text), 1);
    case 'score':
      return readNumber(text, parseInteger(text), 0);
    case 'decimal':
      return readNumber(text, parseNumber(text, 'decimals'), 0);
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
/** Incomes below this were probably written in thousands or millions of đồng. */
export const DOUBTFUL_INCOME = 10_000;

function readMoney(text: string): Cell {
  const value = parseNumber(text);
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
