import { type Cell, DOUBTFUL_INCOME, readCell, unguard } from '../survey/normalize.ts';
import type { Vocabulary } from '../survey/vocabulary.ts';
import { parseDate } from '../text/date.ts';
import {
  BLANKS,
  COMMA,
  CR,
  endClasses,
  GUARDED_FIRST,
  idClasses,
  isSafeAfterLead,
  LEAD,
  LF,
  MINUS,
  NINE,
  ONE,
  PLAIN,
  POINT,
  QUOTE,
  SLASH,
  SPACE,
  SPECIAL_FIRST,
  STOP,
  textClasses,
  ZERO,
} from './bytes.ts';
import { type Column, READ } from './columns.ts';
import { hashStep, Spellings } from './spellings.ts';
import { bytesOf, writtenCell } from './written.ts';

/** What a reader of cells gives instead of a position: the cell is for the reference, or the whole row is. */
export const ASK_CELL = -1;
export const ASK_ROW = -2;

/** What `value` holds for a number or a mark that is blank. */
export const UNKNOWN = -1;

/** Above this a double no longer holds every whole number with one digit more. */
const MOST_DIGITS = 15;
/** Longer than any number, date or spelling that is written otherwise than it stands. */
const SMALL = 64;

/**
 * Reads cells by their bytes. Every reader begins at the first byte of a cell's content and gives the position of the
 * byte at which it stopped; whether the cell ends there is for the caller to see. It leaves what the cell says in
 * `value`, and the canonical spelling in `text` when that is not what stands in the file. Readers accept only what
 * they know to be canonical or to have one canonical spelling; anything else the reference reads (`ask`), by the cell.
 */
export class CellReader {
  src: Buffer = Buffer.alloc(0);
  /** Where the last record of the block ends. */
  to = 0;
  /** The number, the mark, or the number of the spelling, of the cell read last. */
  value = UNKNOWN;
  /** The cell is written with `length` bytes of `text`; else as it stands. */
  isRewritten = false;
  text: Uint8Array;
  length = 0;

  readonly #delimiter: number;
  readonly #vocabulary: Vocabulary;
  readonly #textClasses: Uint8Array;
  readonly #idClasses: Uint8Array;
  readonly #ends: Uint8Array;
  readonly #columns: readonly Column[];
  readonly #spellings: readonly Spellings[];
  readonly #small = new Uint8Array(SMALL);

  constructor(columns: readonly Column[], delimiter: number, vocabulary: Vocabulary) {
    this.text = this.#small;
    this.#columns = columns;
    this.#delimiter = delimiter;
    this.#vocabulary = vocabulary;
    this.#textClasses = textClasses(delimiter);
    this.#idClasses = idClasses(delimiter);
    this.#ends = endClasses(delimiter);
    this.#spellings = columns.map(() => new Spellings());
  }

  /** Reads the cell of a column; see the class. */
  read(column: number, how: number, p: number): number {
    this.isRewritten = false;
    switch (how) {
      case READ.text:
        return this.#plain(p, this.#textClasses, SPECIAL_FIRST, true);
      case READ.id:
        return this.#plain(p, this.#idClasses, SPECIAL_FIRST, true);
      case READ.kept:
        return this.#plain(p, this.#textClasses, GUARDED_FIRST, false);
      case READ.mark:
        return this.#mark(column, p);
      case READ.closed:
        return this.#closed(column, p);
      case READ.money:
        return this.#money(p);
      case READ.count:
        return this.#number(p, 1);
      case READ.score:
        return this.#number(p, 0);
      case READ.date:
        return this.#date(p);
      case READ.personId:
        return this.#personId(p);
      case READ.idle:
        return this.#endOf(p);
      case READ.unnamed:
        return this.#ends[this.src[p] as number] === 1 ? p : ASK_CELL;
      default:
        return this.#ends[this.src[p] as number] === 1 ? this.#blank(p) : ASK_CELL;
    }
  }

  #blank(p: number): number {
    this.value = UNKNOWN;
    return p;
  }

  /** Where a cell without quotes ends. */
  #endOf(from: number): number {
    const { src } = this;
    const ends = this.#ends;
    let p = from;
    while (ends[src[p] as number] === 0) p++;
    return p;
  }

  /** A text that may be copied as it stands: in NFC, without blanks about it, and in no need of quotes. */
  #plain(from: number, classes: Uint8Array, special: Uint8Array, isTrimmed: boolean): number {
    const { src } = this;
    let p = from;
    let byte = src[p] as number;
    if (special[byte] === 1) return ASK_CELL;
    for (;;) {
      const kind = classes[byte] as number;
      if (kind !== PLAIN) {
        if (kind === STOP) break;
        if (kind !== LEAD || !isSafeAfterLead(byte, src[p + 1] as number)) return ASK_CELL;
      }
      byte = src[++p] as number;
    }
    return isTrimmed && p > from && BLANKS[src[p - 1] as number] === 1 ? ASK_CELL : p;
  }

  /** Digits as many as a number has; any other may have lost zeros, or be none. */
  #personId(from: number): number {
    const { src } = this;
    let p = from;
    for (let byte = src[p] as number; byte >= ZERO && byte <= NINE; byte = src[++p] as number);
    const digits = p - from;
    const isWhole = digits === 12 || digits === 9 || digits === 0;
    return isWhole && this.#ends[src[p] as number] === 1 ? p : ASK_CELL;
  }

  #mark(column: number, p: number): number {
    const byte = this.src[p] as number;
    if (byte !== ZERO && byte !== ONE) return this.#ends[byte] === 1 ? this.#blank(p) : this.#closed(column, p);
    if (this.#ends[this.src[p + 1] as number] === 0) return this.#closed(column, p);
    this.value = byte - ZERO;
    return p + 1;
  }

  /** A cell of a column in which few spellings occur: known ones are found by their bytes. */
  #closed(column: number, from: number): number {
    const { src } = this;
    const ends = this.#ends;
    let p = from;
    let hash = 0;
    for (let byte = src[p] as number; ends[byte] === 0; byte = src[++p] as number) hash = hashStep(hash, byte);
    const spellings = this.#spellings[column] as Spellings;
    const spelling = spellings.find(src, from, p, hash);
    if (spelling === null) return this.#learn(column, from, p, hash);
    this.value = spelling.value;
    if (!spelling.isCanonical) this.#rewrite(spelling.written, spelling.written.length);
    return p;
  }

  #rewrite(text: Uint8Array, length: number): void {
    this.isRewritten = true;
    this.text = text;
    this.length = length;
  }

  #learn(column: number, from: number, to: number, hash: number): number {
    const { field } = this.#columns[column] as Column;
    if (field === null) return ASK_CELL;
    const cell = readCell(field, this.src.toString('utf8', from, to), this.#vocabulary);
    if (cell.code !== undefined) return ASK_CELL;
    const spelt = Uint8Array.from(this.src.subarray(from, to));
    const written = bytesOf(writtenCell(cell.value));
    const isCanonical = Buffer.compare(spelt, written) === 0;
    const value = stateValue(field.kind, field.codes, cell.value);
    if (written.length <= SMALL) this.#spellings[column]?.add({ spelt, written, isCanonical, value }, hash);
    return ASK_CELL;
  }

  #money(from: number): number {
    const p = this.#number(from, 0);
    // an income so small is told
    return p >= 0 && this.value > 0 && this.value < DOUBTFUL_INCOME ? ASK_CELL : p;
  }

  /** Digits, plain (`1500000`) or in groups of three parted by points, commas or blanks. */
  #number(from: number, least: number): number {
    const { src } = this;
    let p = from;
    let value = 0;
    let byte = src[p] as number;
    for (; byte >= ZERO && byte <= NINE; byte = src[++p] as number) value = value * 10 + (byte - ZERO);
    const digits = p - from;
    if (digits === 0) return this.#ends[byte] === 1 ? this.#blank(p) : ASK_CELL;
    if (digits > MOST_DIGITS || (src[from] === ZERO && digits > 1)) return ASK_CELL;
    if (byte === this.#delimiter || byte === LF || byte === CR || byte === QUOTE) {
      if (value < least) return ASK_ROW;
      this.value = value;
      return p;
    }
    return this.#groups(from, p);
  }

  /** The digits up to `separator` are the first group; groups of three follow. */
  #groups(from: number, separator: number): number {
    const { src } = this;
    const sign = src[separator];
    const first = separator - from;
    if (sign !== POINT && sign !== COMMA && sign !== SPACE) return ASK_CELL;
    if (first > 3 || src[from] === ZERO) return ASK_CELL;
    let value = this.#digits(from, first);
    let length = this.#copy(from, first, 0);
    let p = separator;
    while (src[p] === sign && length <= MOST_DIGITS) {
      value = 1000 * value + this.#digits(p + 1, 3);
      length = this.#copy(p + 1, 3, length);
      p += 4;
    }
    if (Number.isNaN(value) || length > MOST_DIGITS) return ASK_CELL;
    this.value = value;
    this.#rewrite(this.#small, length);
    return p;
  }

  /** `YYYY-MM-DD`, `YYYY`, or `dd/mm/yyyy` with its variants, when the day exists. */
  #date(from: number): number {
    const { src } = this;
    const ends = this.#ends;
    if (ends[src[from] as number] === 1) return from;
    if (ends[src[from + 4] as number] === 1) return isDay(this.#digits(from, 4), 1, 1) ? from + 4 : ASK_CELL;
    if (ends[src[from + 10] as number] !== 1) return ASK_CELL;
    if (src[from + 4] !== MINUS || src[from + 7] !== MINUS) return this.#localDate(from);
    return isDay(this.#digits(from, 4), this.#digits(from + 5, 2), this.#digits(from + 8, 2)) ? from + 10 : ASK_CELL;
  }

  #localDate(from: number): number {
    const { src } = this;
    if (!isDateSign(src[from + 2]) || !isDateSign(src[from + 5])) return ASK_CELL;
    if (!isDay(this.#digits(from + 6, 4), this.#digits(from + 3, 2), this.#digits(from, 2))) return ASK_CELL;
    this.#copy(from + 6, 4, 0);
    this.#small[4] = MINUS;
    this.#copy(from + 3, 2, 5);
    this.#small[7] = MINUS;
    this.#rewrite(this.#small, this.#copy(from, 2, 8));
    return from + 10;
  }

  /** Copies bytes into the small text, to `at` and after; gives where they end. */
  #copy(from: number, length: number, at: number): number {
    for (let next = 0; next < length; next++) this.#small[at + next] = this.src[from + next] as number;
    return at + length;
  }

  /** The number that the next digits make; NaN when they are none. */
  #digits(from: number, length: number): number {
    let value = 0;
    for (let at = from; at < from + length; at++) {
      const byte = this.src[at] as number;
      if (byte < ZERO || byte > NINE) return Number.NaN;
      value = value * 10 + (byte - ZERO);
    }
    return value;
  }

  /**
   * Reads a cell as the reference does. `isQuoted`: it ends at the next quote, else at a delimiter or a line break.
   * Gives the position after its content, or that the row needs the reference.
   */
  ask(column: number, from: number, isQuoted: boolean): number {
    const end = isQuoted ? this.#quoteAfter(from) : this.#endOf(from);
    if (end < 0) return ASK_ROW;
    const { read, field } = this.#columns[column] as Column;
    const raw = this.src.toString('utf8', from, end);
    this.isRewritten = false;
    if (read === READ.idle) return end;
    if (read === READ.unnamed) return raw.trim() === '' ? end : ASK_ROW;
    const cell: Cell =
      field === null ? { value: unguard(raw.normalize('NFC')) } : readCell(field, raw, this.#vocabulary);
    if (cell.code !== undefined) return ASK_ROW;
    const written = bytesOf(writtenCell(cell.value));
    this.#rewrite(written, written.length);
    if (field !== null) this.value = stateValue(field.kind, field.codes, cell.value);
    return end;
  }

  /** The quote that closes a cell; none when the cell holds quotes or line breaks of its own. */
  #quoteAfter(from: number): number {
    const { src } = this;
    let p = from;
    while (p < this.to && src[p] !== QUOTE && src[p] !== LF && src[p] !== CR) p++;
    return src[p] === QUOTE && src[p + 1] !== QUOTE ? p : ASK_ROW;
  }
}

function isDateSign(byte: number | undefined): boolean {
  return byte === SLASH || byte === POINT || byte === MINUS;
}

/** Whether the day exists; the years are those that `parseDate` takes. */
function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1850 && year <= 2150 && month >= 1 && month <= 12 && day >= 1)) return false;
  if (day <= 28) return true;
  return parseDate(`${year}-${String(month).padStart(2, '0')}-${day}`) !== null;
}

/** What a canonical value is to the states: a number, a mark, or its place in the list of its field; 0 for any other. */
export function stateValue(kind: string, codes: readonly string[] | undefined, value: string): number {
  switch (kind) {
    case 'code':
      return (codes ?? []).indexOf(value) + 1;
    case 'class':
      return CLASSES.indexOf(value) + 1;
    case 'mark':
    case 'flag':
    case 'money':
    case 'count':
    case 'score':
      return value === '' ? UNKNOWN : Number(value);
    default:
      return 0;
  }
}

const CLASSES: readonly string[] = ['poor', 'near_poor', 'non_poor'];
