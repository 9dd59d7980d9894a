import type { Block } from '../../lane/blocks.ts';
import { COMMA, QUOTE } from '../../lane/bytes.ts';
import { ASK_ROW, CellReader } from '../../lane/cells.ts';
import { READ } from '../../lane/columns.ts';
import type { Survey } from '../../survey/survey.ts';
import { UNKNOWN } from '../count.ts';
import { type RowPlan, USE } from './row-plan.ts';

/** The row is for the reference. */
export const BY_REFERENCE = -1;
/** A stretch does not stand as in the row before. */
const OTHERWISE = -1;
const WORD = 4;
/** `0,0,` as a word, and all bits but those in which `1` differs from `0`. */
const TWO_MARKS = 0x2c302c30;
const ANY_DIGITS = ~0x00010001;

/**
 * Reads the cells of the survey in the rows of a result: none that would stop a run passes, and what is counted is told. A
 * place that stands as in the row before was read there.
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
  /** By column: this and the next are marks that need not be found again. */
  readonly #pairs: Uint8Array;
  /** By the first column of a stretch of places: where it stood last, the comma after it included; nowhere in this block yet when empty. */
  readonly #stretchFrom: Int32Array;
  readonly #stretchTo: Int32Array;
  #words: DataView = new DataView(new ArrayBuffer(0));

  /** `truths`: how many are counted; of what the table has no column for the truth is unknown. */
  constructor(survey: Survey, plan: RowPlan, truths: number) {
    const { columns, reads, isNoted } = plan;
    this.#plan = plan;
    this.#cells = new CellReader(columns, COMMA, survey.vocabulary);
    this.#slots = Int32Array.from(columns, ({ slot }) => slot);
    const isDigit = reads.map((read, at) => (read === READ.mark && isNoted[at] === 0 ? 1 : 0));
    this.#pairs = isDigit.map((is, at) => (is === 1 && isDigit[at + 1] === 1 ? 1 : 0));
    this.#stretchFrom = new Int32Array(columns.length);
    this.#stretchTo = new Int32Array(columns.length);
    this.starts = new Int32Array(survey.fields.length);
    this.ends = new Int32Array(survey.fields.length);
    this.truths = new Uint8Array(truths + 1).fill(UNKNOWN);
  }

  enter({ bytes, to }: Block): void {
    this.#cells.src = bytes;
    this.#cells.to = to;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#stretchFrom.fill(0);
    this.#stretchTo.fill(0);
  }

  /** Reads the cells of the row that begins at `from`; gives where the columns of `classify` begin, or BY_REFERENCE. */
  read(from: number): number {
    const { reads, uses, truths: into, isNoted, stretches } = this.#plan;
    const { starts, ends, truths } = this;
    const cells = this.#cells;
    const { src } = cells;
    const words = this.#words;
    const slots = this.#slots;
    const pairs = this.#pairs;
    const columns = reads.length;
    let p = from;
    let isSamePlace = true;
    for (let column = 0; column < columns; column++) {
      if (pairs[column] === 1) {
        // a digit between two commas is what most cells are: two at a time, a third of the time of one by one
        const word = words.getInt32(p, true);
        if ((word & ANY_DIGITS) === TWO_MARKS) {
          truths[into[column] as number] = word & 1;
          truths[into[column + 1] as number] = (word >>> 16) & 1;
          p += 4;
          column++;
          continue;
        }
      }
      const use = uses[column] as number;
      const slot = slots[column] as number;
      if (use === USE.place) {
        const stretch = stretches[column] as number;
        if (stretch > 0) {
          const after = this.#stretchAsBefore(column, p);
          if (after !== OTHERWISE) {
            p = after;
            column += stretch - 1;
            continue;
          }
          // empty until it was read to its end
          this.#stretchFrom[column] = p;
          this.#stretchTo[column] = p;
        }
        isSamePlace = false;
      }
      const byte = src[p] as number;
      const isQuoted = byte === QUOTE;
      const begin = isQuoted ? p + 1 : p;
      let end = cells.read(column, reads[column] as number, begin);
      if (end < 0 || !this.#isEnd(end, isQuoted)) {
        end = this.#asked(end, column, begin, isQuoted);
        if (end === BY_REFERENCE) return BY_REFERENCE;
      }
      if (isNoted[column] === 1) {
        // what is asked for again must stand as it is read
        if (cells.isRewritten || isQuoted) return BY_REFERENCE;
        starts[slot] = begin;
        ends[slot] = end;
      }
      if (use === USE.truth) truths[into[column] as number] = cells.value < 0 ? UNKNOWN : cells.value;
      else if (use === USE.size) this.size = cells.value;
      p = end + (isQuoted ? 2 : 1);
      if (use === USE.place && uses[column + 1] !== USE.place) this.#endStretch(column, p);
    }
    this.isSamePlace = isSamePlace;
    return p;
  }

  textOf(slot: number): string {
    return slot < 0 ? '' : this.#cells.src.toString('utf8', this.starts[slot], this.ends[slot]);
  }

  /** Where what follows a stretch of places begins that stands at `p` as in the row before. */
  #stretchAsBefore(column: number, p: number): number {
    const words = this.#words;
    let before = this.#stretchFrom[column] as number;
    const to = this.#stretchTo[column] as number;
    if (before === to) return OTHERWISE;
    let at = p;
    for (; before + WORD <= to; before += WORD, at += WORD)
      if (words.getInt32(before, true) !== words.getInt32(at, true)) return OTHERWISE;
    for (; before < to; before++, at++) if (words.getUint8(before) !== words.getUint8(at)) return OTHERWISE;
    return at;
  }

  /** The stretch that ends with a column was read as a whole, up to `p`: the comma after it is a part of it. */
  #endStretch(column: number, p: number): void {
    let first = column;
    while (this.#plan.stretches[first] === 0) first--;
    this.#stretchTo[first] = p;
  }

  /** Where the content of a cell ends that is read as the reference reads it; `end` is what its bytes came to. */
  #asked(end: number, column: number, begin: number, isQuoted: boolean): number {
    const asked = end === ASK_ROW ? end : this.#cells.ask(column, begin, isQuoted);
    return asked !== ASK_ROW && this.#isEnd(asked, isQuoted) ? asked : BY_REFERENCE;
  }

  #isEnd(end: number, isQuoted: boolean): boolean {
    const { src } = this.#cells;
    return isQuoted ? src[end] === QUOTE && src[end + 1] === COMMA : src[end] === COMMA;
  }
}

const UNKNOWN_SIZE = -1;
