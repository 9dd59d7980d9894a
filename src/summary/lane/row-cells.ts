import type { Block } from '../../lane/blocks.ts';
import {
  BLANKS,
  COMMA,
  endClasses,
  idClasses,
  isSafeAfterLead,
  LEAD,
  NINE,
  ONE,
  PLAIN,
  QUOTE,
  SPECIAL_FIRST,
  STOP,
  textClasses,
  ZERO,
} from '../../lane/bytes.ts';
import { ASK_ROW, CellReader } from '../../lane/cells.ts';
import type { Survey } from '../../survey/survey.ts';
import { UNKNOWN } from '../count.ts';
import { type RowPlan, STEP, type Step, USE } from './row-plan.ts';
import { isSameText } from './same-bytes.ts';

/** The row is for the reference. */
export const BY_REFERENCE = -1;
/** `0,0,` as a word, and all bits but those in which `1` differs from `0`. */
const TWO_MARKS = 0x2c302c30;
const ANY_DIGITS = ~0x00010001;

/**
 * Reads the cells of the survey in the rows of a result: none that would stop a run passes, and what is counted is told. Cells
 * that look as most do are gone through by their bytes alone, a stretch at a time; any other is read as `classify` reads it.
 */
export class RowCells {
  /** By slot, for the columns that are noted: where the cell stands. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** By `truthPlaces`, as `Counted` has them; the last is of no use. */
  readonly truths: Uint8Array;
  /** Persons; -1 when not known. */
  size = UNKNOWN_SIZE;
  /** The row read last has the place of the row before it. */
  isSamePlace = false;

  readonly #plan: RowPlan;
  readonly #cells: CellReader;
  readonly #slots: Int32Array;
  readonly #text = textClasses(COMMA);
  readonly #id = idClasses(COMMA);
  readonly #endClasses = endClasses(COMMA);
  /** By the first column of a stretch of places: where it stood last, the comma after it included; nowhere in this block yet when empty. */
  readonly #placesFrom: Int32Array;
  readonly #placesTo: Int32Array;
  #src: Buffer = Buffer.alloc(0);
  #words: DataView = new DataView(new ArrayBuffer(0));

  /** `truths`: how many are counted; of what the table has no column for the truth is unknown. */
  constructor(survey: Survey, plan: RowPlan, truths: number) {
    const { columns } = plan;
    this.#plan = plan;
    this.#cells = new CellReader(columns, COMMA, survey.vocabulary);
    this.#slots = Int32Array.from(columns, ({ slot }) => slot);
    this.#placesFrom = new Int32Array(columns.length);
    this.#placesTo = new Int32Array(columns.length);
    this.starts = new Int32Array(survey.fields.length);
    this.ends = new Int32Array(survey.fields.length);
    this.truths = new Uint8Array(truths + 1).fill(UNKNOWN);
  }

  /** The memory of the block reaches two words beyond its rows. */
  enter({ bytes, to }: Block): void {
    this.#cells.src = bytes;
    this.#cells.to = to;
    this.#src = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#placesFrom.fill(0);
    this.#placesTo.fill(0);
  }

  /** Reads the cells of the row that begins at `from`; gives where the columns of `classify` begin, or BY_REFERENCE. */
  read(from: number): number {
    const { steps } = this.#plan;
    this.isSamePlace = true;
    let p = from;
    for (let at = 0; at < steps.length; at++) {
      p = this.#step(steps[at] as Step, p);
      if (p === BY_REFERENCE) return BY_REFERENCE;
    }
    return p;
  }

  textOf(slot: number): string {
    return slot < 0 ? '' : this.#src.toString('utf8', this.starts[slot], this.ends[slot]);
  }

  /** Goes through the cells of a step; gives where those of the next begin. */
  #step({ kind, from, to }: Step, p: number): number {
    switch (kind) {
      case STEP.places:
        return this.#places(from, to, p);
      case STEP.marks:
        return this.#marks(from, to, p);
      case STEP.text:
        return this.#asItStands(from, this.#text, p);
      case STEP.id:
        return this.#asItStands(from, this.#id, p);
      case STEP.digits:
        return this.#digits(from, p);
      case STEP.size:
        return this.#size(from, p);
      case STEP.idle:
        return this.#idle(from, p);
      default:
        return this.#cell(from, p);
    }
  }

  /** Most rows have the place of the row before; any other is read to its end. */
  #places(from: number, to: number, p: number): number {
    const before = this.#placesFrom[from] as number;
    const length = (this.#placesTo[from] as number) - before;
    if (length > 0 && isSameText(this.#words, before, this.#words, p, length)) return p + length;
    this.isSamePlace = false;
    this.#placesTo[from] = before;
    let at = p;
    for (let column = from; column < to; column++) {
      at = this.#cell(column, at);
      if (at === BY_REFERENCE) return BY_REFERENCE;
    }
    this.#placesFrom[from] = p;
    this.#placesTo[from] = at;
    return at;
  }

  /** A digit between two commas is what most marks are: two at a time. */
  #marks(from: number, to: number, p: number): number {
    const words = this.#words;
    const { truths } = this;
    const into = this.#plan.truths;
    let at = p;
    for (let column = from; column < to; ) {
      const word = words.getInt32(at, true);
      if (column + 1 < to && (word & ANY_DIGITS) === TWO_MARKS) {
        truths[into[column] as number] = word & 1;
        truths[into[column + 1] as number] = (word >>> 16) & 1;
        at += 4;
        column += 2;
        continue;
      }
      at = this.#cell(column++, at);
      if (at === BY_REFERENCE) return BY_REFERENCE;
    }
    return at;
  }

  /** A text in NFC, without blanks about it, without quotes and with no sign of lost letters. */
  #asItStands(column: number, classes: Uint8Array, p: number): number {
    const src = this.#src;
    let at = p;
    let byte = src[at] as number;
    if (SPECIAL_FIRST[byte] === 1) return this.#cell(column, p);
    for (;;) {
      const kind = classes[byte] as number;
      if (kind !== PLAIN) {
        if (kind === STOP) break;
        if (kind !== LEAD || !isSafeAfterLead(byte, src[at + 1] as number)) return this.#cell(column, p);
      }
      byte = src[++at] as number;
    }
    if (byte !== COMMA || BLANKS[src[at - 1] as number] === 1) return this.#cell(column, p);
    const slot = this.#slots[column] as number;
    this.starts[slot] = p;
    this.ends[slot] = at;
    return at + 1;
  }

  /** Digits alone are a number, and so is nothing: which one is not asked. */
  #digits(column: number, p: number): number {
    const src = this.#src;
    let at = p;
    let byte = src[at] as number;
    while (byte >= ZERO && byte <= NINE) byte = src[++at] as number;
    return byte === COMMA ? at + 1 : this.#cell(column, p);
  }

  /** Most households have less than ten persons. */
  #size(column: number, p: number): number {
    const byte = this.#src[p] as number;
    if (byte < ONE || byte > NINE || this.#src[p + 1] !== COMMA) return this.#cell(column, p);
    this.size = byte - ZERO;
    return p + 2;
  }

  #idle(column: number, p: number): number {
    const src = this.#src;
    const ends = this.#endClasses;
    let at = p;
    while (ends[src[at] as number] === 0) at++;
    return src[at] === COMMA ? at + 1 : this.#cell(column, p);
  }

  /** Reads the cell of a column as `classify` does; gives where the next begins, or BY_REFERENCE. */
  #cell(column: number, p: number): number {
    const { reads, uses, truths: into, isNoted } = this.#plan;
    const cells = this.#cells;
    const isQuoted = this.#src[p] === QUOTE;
    const begin = isQuoted ? p + 1 : p;
    let end = cells.read(column, reads[column] as number, begin);
    if (end < 0 || !this.#isEnd(end, isQuoted)) end = this.#asked(end, column, begin, isQuoted);
    if (end === BY_REFERENCE) return BY_REFERENCE;
    if (isNoted[column] === 1) {
      // what is asked for again must stand as it is read
      if (cells.isRewritten || isQuoted) return BY_REFERENCE;
      const slot = this.#slots[column] as number;
      this.starts[slot] = begin;
      this.ends[slot] = end;
    }
    const use = uses[column] as number;
    if (use === USE.truth) this.truths[into[column] as number] = cells.value < 0 ? UNKNOWN : cells.value;
    else if (use === USE.size) this.size = cells.value;
    return end + (isQuoted ? 2 : 1);
  }

  /** Where the content of a cell ends that is read as the reference reads it; `end` is what its bytes came to. */
  #asked(end: number, column: number, begin: number, isQuoted: boolean): number {
    const asked = end === ASK_ROW ? end : this.#cells.ask(column, begin, isQuoted);
    return asked !== ASK_ROW && this.#isEnd(asked, isQuoted) ? asked : BY_REFERENCE;
  }

  #isEnd(end: number, isQuoted: boolean): boolean {
    const src = this.#src;
    return isQuoted ? src[end] === QUOTE && src[end + 1] === COMMA : src[end] === COMMA;
  }
}

const UNKNOWN_SIZE = -1;
