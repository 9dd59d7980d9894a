import { parseDate } from '../text/date.ts';
import type { Vocabulary } from '../survey/vocabulary.ts';
import { type Cell, DOUBTFUL_INCOME, readCell, unguard } from '../survey/normalize.ts';
import {
  BLANKS,
  CR,
  endClasses,
  GUARDED_FIRST,
  idClasses,
  isSafeLead,
  LEAD,
  LF,
  NINE,
  PLAIN,
  POINT,
  QUOTE,
  SPACE,
  COMMA,
  SPECIAL_FIRST,
  STOP,
  textClasses,
  ZERO,
  MINUS,
  SLASH,
  ONE,
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
/** Spellings are written within this many bytes more than they take. */
export const WIDEST_GAIN = 32;

/**
 * Copies cells from the bytes of a file to the bytes of a result, in canonical spelling. Every reader begins at the
 * first byte of a cell's content, writes at `o`, leaves what the cell says in `value` and gives the position of the
 * byte at which it stopped; whether the cell ends there is for the caller to see. Readers accept only what they know
 * to be canonical or to have one canonical spelling; anything else is read by the reference (`readCell`), by the cell.
 */
export class CellCopier {
  src: Buffer = Buffer.alloc(0);
  /** Where the last record of the block ends. */
  to = 0;
  dst: Uint8Array = new Uint8Array(0);
  o = 0;
  /** The number, the mark, or the number of the spelling, of the cell read last. */
  value = UNKNOWN;

  readonly #delimiter: number;
  readonly #vocabulary: Vocabulary;
  readonly #text: Uint8Array;
  readonly #id: Uint8Array;
  readonly #ends: Uint8Array;
  readonly #columns: readonly Column[];
  readonly #spellings: readonly Spellings[];

  constructor(columns: readonly Column[], delimiter: number, vocabulary: Vocabulary) {
    this.#columns = columns;
    this.#delimiter = delimiter;
    this.#vocabulary = vocabulary;
    this.#text = textClasses(delimiter);
    this.#id = idClasses(delimiter);
    this.#ends = endClasses(delimiter);
    this.#spellings = columns.map(() => new Spellings());
  }

  /** Reads the cell of a column; see the class. */
  read(column: number, how: number, p: number): number {
    switch (how) {
      case READ.text:
        return this.#copy(p, this.#text, SPECIAL_FIRST, true);
      case READ.id:
        return this.#copy(p, this.#id, SPECIAL_FIRST, true);
      case READ.kept:
        return this.#copy(p, this.#text, GUARDED_FIRST, false);
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

  /** Copies a text as it stands, as long as it is known to be in NFC, without blanks about it, and in no need of quotes. */
  #copy(from: number, classes: Uint8Array, special: Uint8Array, isTrimmed: boolean): number {
    const { src, dst } = this;
    let { o } = this;
    let p = from;
    let byte = src[p] as number;
    if (special[byte] === 1) return ASK_CELL;
    for (;;) {
      const kind = classes[byte] as number;
      if (kind !== PLAIN) {
        if (kind === STOP) break;
        if (kind !== LEAD || !isSafeLead(byte, src[p + 1] as number)) return ASK_CELL;
      }
      dst[o++] = byte;
      byte = src[++p] as number;
    }
    if (isTrimmed && p > from && BLANKS[src[p - 1] as number] === 1) return ASK_CELL;
    this.o = o;
    return p;
  }

  #mark(column: number, p: number): number {
    const byte = this.src[p] as number;
    if (byte !== ZERO && byte !== ONE) return this.#ends[byte] === 1 ? this.#blank(p) : this.#closed(column, p);
    if (this.#ends[this.src[p + 1] as number] === 0) return this.#closed(column, p);
    this.dst[this.o++] = byte;
    this.value = byte - ZERO;
    return p + 1;
  }

  /** A cell of a column in which few spellings occur: known ones are found by their bytes. */
  #closed(column: number, from: number): number {
    const { src, dst } = this;
    const ends = this.#ends;
    let p = from;
    let hash = 0;
    for (let byte = src[p] as number; ends[byte] === 0; byte = src[++p] as number) hash = hashStep(hash, byte);
    const spellings = this.#spellings[column] as Spellings;
    const spelling = spellings.find(src, from, p, hash);
    if (spelling === null) return this.#learn(column, from, p, hash);
    const { written } = spelling;
    let { o } = this;
    for (let at = 0; at < written.length; at++) dst[o++] = written[at] as number;
    this.o = o;
    this.value = spelling.value;
    return p;
  }

  #learn(column: number, from: number, to: number, hash: number): number {
    const { field } = this.#columns[column] as Column;
    if (field === null) return ASK_CELL;
    const cell = readCell(field, this.src.toString('utf8', from, to), this.#vocabulary);
    if (cell.code !== undefined) return ASK_CELL;
    const spelt = Uint8Array.from(this.src.subarray(from, to));
    const written = bytesOf(writtenCell(cell.value));
    if (written.length > spelt.length + WIDEST_GAIN) return ASK_CELL;
    this.#spellings[column]?.add({ spelt, written, value: valueOf(field.kind, field.codes, cell.value) }, hash);
    return ASK_CELL;
  }

  #money(from: number): number {
    const p = this.#number(from, 0);
    // an income so small is told
    return p >= 0 && this.value > 0 && this.value < DOUBTFUL_INCOME ? ASK_CELL : p;
  }

  /** Digits, plain (`1500000`) or in groups of three parted by points, commas or blanks. */
  #number(from: number, least: number): number {
    const { src, dst } = this;
    let { o } = this;
    let p = from;
    let value = 0;
    let byte = src[p] as number;
    for (; byte >= ZERO && byte <= NINE; byte = src[++p] as number) {
      value = value * 10 + (byte - ZERO);
      dst[o++] = byte;
    }
    const digits = p - from;
    if (digits === 0) return this.#ends[byte] === 1 ? this.#blank(p) : ASK_CELL;
    if (digits > MOST_DIGITS || (src[from] === ZERO && digits > 1)) return ASK_CELL;
    if (byte === this.#delimiter || byte === LF || byte === CR || byte === QUOTE) {
      if (value < least) return ASK_ROW;
      this.o = o;
      this.value = value;
      return p;
    }
    return this.#groups(from, p);
  }

  /** The digits up to `separator` were copied as they stand; the groups after it follow. */
  #groups(from: number, separator: number): number {
    const { src, dst } = this;
    const sign = src[separator];
    const first = separator - from;
    if (sign !== POINT && sign !== COMMA && sign !== SPACE) return ASK_CELL;
    if (first > 3 || src[from] === ZERO) return ASK_CELL;
    let o = this.o + first;
    let value = this.#digits(from, first);
    let p = separator;
    while (src[p] === sign && sign !== this.#delimiter) {
      for (let digit = 1; digit <= 3; digit++) {
        const byte = src[p + digit] as number;
        if (byte < ZERO || byte > NINE) return ASK_CELL;
        dst[o++] = byte;
        value = value * 10 + (byte - ZERO);
      }
      p += 4;
    }
    if (this.#ends[src[p] as number] === 0 || o - this.o > MOST_DIGITS) return ASK_CELL;
    this.o = o;
    this.value = value;
    return p;
  }

  /** `YYYY-MM-DD`, `YYYY`, or `dd/mm/yyyy` with its variants, when the day exists. */
  #date(from: number): number {
    const { src, dst } = this;
    const ends = this.#ends;
    if (ends[src[from] as number] === 1) return from;
    const isIso = src[from + 4] === MINUS && src[from + 7] === MINUS && ends[src[from + 10] as number] === 1;
    if (!isIso) return this.#localDate(from);
    const year = this.#digits(from, 4);
    const month = this.#digits(from + 5, 2);
    const day = this.#digits(from + 8, 2);
    if (!isDay(year, month, day)) return ASK_CELL;
    let { o } = this;
    for (let p = from; p < from + 10; p++) dst[o++] = src[p] as number;
    this.o = o;
    return from + 10;
  }

  #localDate(from: number): number {
    const { src } = this;
    const ends = this.#ends;
    const isYear = ends[src[from + 4] as number] === 1;
    const isDate = isDateSign(src[from + 2]) && isDateSign(src[from + 5]) && ends[src[from + 10] as number] === 1;
    if (!isDate && !isYear) return ASK_CELL;
    const year = this.#digits(isYear ? from : from + 6, 4);
    const month = isYear ? 1 : this.#digits(from + 3, 2);
    const day = isYear ? 1 : this.#digits(from, 2);
    if (!isDay(year, month, day)) return ASK_CELL;
    this.#copyRange(isYear ? from : from + 6, 4);
    if (isYear) return from + 4;
    this.dst[this.o++] = MINUS;
    this.#copyRange(from + 3, 2);
    this.dst[this.o++] = MINUS;
    this.#copyRange(from, 2);
    return from + 10;
  }

  #copyRange(from: number, length: number): void {
    for (let at = 0; at < length; at++) this.dst[this.o++] = this.src[from + at] as number;
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
    if (read === READ.idle) return end;
    if (read === READ.unnamed) return raw.trim() === '' ? end : ASK_ROW;
    const cell: Cell =
      field === null ? { value: unguard(raw.normalize('NFC')) } : readCell(field, raw, this.#vocabulary);
    if (cell.code !== undefined) return ASK_ROW;
    this.write(bytesOf(writtenCell(cell.value)), this.to - end);
    if (field !== null) this.value = valueOf(field.kind, field.codes, cell.value);
    return end;
  }

  /** The quote that closes a cell; none when the cell holds quotes or line breaks of its own. */
  #quoteAfter(from: number): number {
    const { src } = this;
    let p = from;
    while (p < this.to && src[p] !== QUOTE && src[p] !== LF && src[p] !== CR) p++;
    return src[p] === QUOTE && src[p + 1] !== QUOTE ? p : ASK_ROW;
  }

  /** Writes bytes and leaves room for as many as `ahead` and some more. */
  write(bytes: Uint8Array, ahead: number): void {
    this.reserve(bytes.length + ahead);
    this.dst.set(bytes, this.o);
    this.o += bytes.length;
  }

  /** Makes room for so many bytes, and for what spellings gain. */
  reserve(more: number): void {
    const wanted = this.o + more + this.#columns.length * WIDEST_GAIN;
    if (wanted <= this.dst.length) return;
    const wider = new Uint8Array(Math.max(wanted, 2 * this.dst.length));
    wider.set(this.dst.subarray(0, this.o));
    this.dst = wider;
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
export function valueOf(kind: string, codes: readonly string[] | undefined, value: string): number {
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
