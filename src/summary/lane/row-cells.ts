import type { Block } from '../../lane/blocks.ts';
import { COMMA, ONE, QUOTE, ZERO } from '../../lane/bytes.ts';
import { ASK_ROW, CellReader } from '../../lane/cells.ts';
import { READ } from '../../lane/columns.ts';
import type { Survey } from '../../survey/survey.ts';
import { UNKNOWN } from '../count.ts';
import { type RowPlan, USE } from './row-plan.ts';

/** The row is for the reference. */
export const BY_REFERENCE = -1;
/** A cell does not stand as in the row before. */
const OTHERWISE = -1;

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
  /** By column: a mark that need not be found again. */
  readonly #isDigit: Uint8Array;

  /** `truths`: how many are counted; of what the table has no column for the truth is unknown. */
  constructor(survey: Survey, plan: RowPlan, truths: number) {
    const { columns, reads, isNoted } = plan;
    this.#plan = plan;
    this.#cells = new CellReader(columns, COMMA, survey.vocabulary);
    this.#slots = Int32Array.from(columns, ({ slot }) => slot);
    this.#isDigit = reads.map((read, at) => (read === READ.mark && isNoted[at] === 0 ? 1 : 0));
    this.starts = new Int32Array(survey.fields.length);
    this.ends = new Int32Array(survey.fields.length);
    this.truths = new Uint8Array(truths + 1).fill(UNKNOWN);
  }

  enter({ bytes, to }: Block): void {
    this.#cells.src = bytes;
    this.#cells.to = to;
    // nothing stands before the first row: an empty cell is as good as any
    this.starts.fill(0);
    this.ends.fill(0);
  }

  /** Reads the cells of the row that begins at `from`; gives where the columns of `classify` begin, or BY_REFERENCE. */
  read(from: number): number {
    const { reads, uses, truths: into, isNoted } = this.#plan;
    const { starts, ends, truths } = this;
    const cells = this.#cells;
    const { src } = cells;
    const slots = this.#slots;
    const isDigit = this.#isDigit;
    const columns = reads.length;
    let p = from;
    let isSamePlace = true;
    for (let column = 0; column < columns; column++) {
      const byte = src[p] as number;
      // a digit between two commas is what most cells are
      if (isDigit[column] === 1 && (byte === ZERO || byte === ONE) && src[p + 1] === COMMA) {
        truths[into[column] as number] = byte - ZERO;
        p += 2;
        continue;
      }
      const use = uses[column] as number;
      const slot = slots[column] as number;
      if (use === USE.place) {
        const end = this.#asBefore(slot, p);
        if (end !== OTHERWISE) {
          p = end + 1;
          continue;
        }
        isSamePlace = false;
      }
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
    }
    this.isSamePlace = isSamePlace;
    return p;
  }

  textOf(slot: number): string {
    return slot < 0 ? '' : this.#cells.src.toString('utf8', this.starts[slot], this.ends[slot]);
  }

  /** Where the cell at `p` ends when it stands as in the row before. */
  #asBefore(slot: number, p: number): number {
    const { src } = this.#cells;
    const to = this.ends[slot] as number;
    let at = p;
    for (let before = this.starts[slot] as number; before < to; before++, at++)
      if (src[before] !== src[at]) return OTHERWISE;
    return src[at] === COMMA ? at : OTHERWISE;
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
