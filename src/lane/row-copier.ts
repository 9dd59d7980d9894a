import type { Survey } from '../survey/survey.ts';
import type { Block } from './blocks.ts';
import { COMMA, CR, LF, ONE, QUOTE, SPACE, ZERO } from './bytes.ts';
import { ASK_CELL, ASK_ROW, CellReader } from './cells.ts';
import { READ } from './columns.ts';
import { Output } from './output.ts';
import type { StateReader } from './state-reader.ts';
import { TAP, type TablePlan } from './table-plan.ts';
import { bytesOf, writtenCell } from './written.ts';

/** The row was not copied; the reference must read it. */
export const BY_REFERENCE = -1;
/** No part of the row waits to be copied. */
const NONE = -1;

/**
 * Copies the cells of rows, in canonical spelling and in the order of the result, and tells the states what they say.
 * What stands in the file as it is written is copied in runs as long as they come.
 */
export class RowCopier {
  readonly output = new Output();
  readonly cells: CellReader;
  /** By slot: where the cell stands in the memory of the block; not kept for every cell that is copied in a run. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many cells of the row copied last hold something. */
  filled = 0;

  readonly #plan: TablePlan;
  readonly #states: StateReader;
  /** By column: the cell must be found again. */
  readonly #isNoted: Uint8Array;
  /** By column: a mark that is not the last cell and need not be found again. */
  readonly #isDigit: Uint8Array;
  /** By column: where the cell ends in the file. */
  readonly #stops: Int32Array;
  /** What stands in every row after cells that are in order. */
  readonly #trailer: Uint8Array;
  readonly #unit: Uint8Array;
  /** The first column of the run. */
  #runColumn = 0;

  constructor(survey: Survey, plan: TablePlan, states: StateReader, keySlots: readonly number[]) {
    const slots = survey.fields.length + survey.kept.length;
    const id = survey.slots.get('household_id') ?? -1;
    const noted = new Set([...keySlots, id, survey.slots.get('province_code') ?? -1]);
    this.#plan = plan;
    this.#states = states;
    this.cells = new CellReader(plan.columns, plan.delimiter, survey.vocabulary);
    this.starts = new Int32Array(slots);
    this.ends = new Int32Array(slots);
    this.#isNoted = Uint8Array.from(plan.columns, ({ slot }) => (!plan.inOrder || noted.has(slot) ? 1 : 0));
    this.#isDigit = this.#isNoted.map((noted, at) => {
      const isLast = at === plan.columns.length - 1;
      return noted === 0 && plan.reads[at] === READ.mark && !isLast ? 1 : 0;
    });
    this.#stops = new Int32Array(plan.columns.length);
    this.#unit = bytesOf(writtenCell(plan.unit));
    const trailing = Array.from({ length: slots - plan.filled }, (_, at) => plan.filled + at === plan.unitSlot);
    this.#trailer = bytesOf(trailing.map((isUnit) => `,${isUnit ? writtenCell(plan.unit) : ''}`).join(''));
  }

  enter(block: Block): void {
    this.output.enter(block);
    this.cells.to = block.to;
  }

  /**
   * Copies the cells of the row that begins at `from`; gives where the next row begins, or BY_REFERENCE, and then what
   * was written of the row is for the caller to take back.
   */
  copy(from: number): number {
    const { output, cells } = this;
    output.reserve(cells.to - from + 2 * SHORT * this.#stops.length);
    cells.src = output.bytes;
    const begin = output.o;
    const next = this.#copyCells(from);
    if (next === BY_REFERENCE) return next;
    if (this.#plan.inOrder) this.#addTrailer();
    else this.#arrange(begin);
    return next;
  }

  #copyCells(from: number): number {
    const { cells, output, starts, ends } = this;
    const states = this.#states;
    const { values } = states;
    const { columns, reads, taps, bits, slots, delimiter, inOrder, missing } = this.#plan;
    const last = columns.length - 1;
    const isNoted = this.#isNoted;
    const isDigit = this.#isDigit;
    const stops = this.#stops;
    const src = output.bytes;
    let p = from;
    let run = NONE;
    let deprived = 0;
    let unknown = missing;
    let filled = 0;
    for (let column = 0; column <= last; column++) {
      const slot = slots[column] as number;
      const how = reads[column] as number;
      const cell = p;
      const byte = src[p] as number;
      // a digit between two delimiters is what most cells are
      if (isDigit[column] === 1 && run !== NONE && (byte === ZERO || byte === ONE) && src[p + 1] === delimiter) {
        if (byte === ONE) deprived |= bits[column] as number;
        stops[column] = p + 1;
        p += 2;
        filled++;
        continue;
      }
      const isQuoted = byte === QUOTE;
      const begin = isQuoted ? p + 1 : p;
      p = cells.read(column, how, begin);
      if (p === ASK_ROW) return BY_REFERENCE;
      let end = p;
      if (p >= 0) p = this.#afterCell(p, isQuoted, column === last);
      if (p < 0) {
        end = cells.ask(column, begin, isQuoted);
        if (end === ASK_ROW) return BY_REFERENCE;
        p = this.#afterCell(end, isQuoted, column === last);
        if (p < 0) return BY_REFERENCE;
      }
      stops[column] = end;
      if (end > begin && src[begin] !== SPACE) filled++;
      if (slot < 0) {
        if (run !== NONE) this.#endRun(run, cell - 1, column);
        run = NONE;
        continue;
      }
      if (isNoted[column] === 1) {
        starts[slot] = begin;
        ends[slot] = end;
      }
      if (!inOrder) {
        if (cells.isRewritten) this.#rewrite(slot);
      } else if (!cells.isRewritten && !isQuoted) {
        if (run === NONE) {
          if (slot > 0) output.addByte(COMMA);
          run = cell;
          this.#runColumn = column;
        }
      } else {
        if (run !== NONE) this.#endRun(run, cell, column);
        else if (slot > 0) output.addByte(COMMA);
        run = NONE;
        if (cells.isRewritten) this.#rewrite(slot);
        else output.copy(begin, end);
      }
      const tap = taps[column] as number;
      if (tap === TAP.none) continue;
      if (tap === TAP.mark) {
        if (cells.value > 0) deprived |= bits[column] as number;
        else if (cells.value < 0) unknown |= bits[column] as number;
      } else if (tap === TAP.province) values[tap] = states.provinceOf(this.#textOf(slot));
      else values[tap] = cells.value;
    }
    if (run !== NONE) this.#endRun(run, stops[last] as number, last + 1);
    this.filled = filled;
    states.deprived = deprived;
    states.unknown = unknown;
    return p;
  }

  /** Where what follows a cell begins; negative when the cell does not end at `p`, or the row not with its last cell. */
  #afterCell(p: number, isQuoted: boolean, isLast: boolean): number {
    const src = this.output.bytes;
    let at = p;
    if (isQuoted && src[at++] !== QUOTE) return ASK_CELL;
    const byte = src[at];
    if (!isLast) return byte === this.#plan.delimiter ? at + 1 : ASK_CELL;
    if (byte === LF) return at + 1;
    return byte === CR && src[at + 1] === LF ? at + 2 : ASK_CELL;
  }

  /** Copies the cells that stood together, up to column number `column`, with commas between them. */
  #endRun(from: number, to: number, column: number): void {
    const { output } = this;
    const shift = output.o - from;
    output.copy(from, to);
    if (this.#plan.delimiter === COMMA) return;
    for (let at = this.#runColumn; at < column; at++) {
      const stop = this.#stops[at] as number;
      if (stop < to) output.bytes[stop + shift] = COMMA;
    }
  }

  /** Writes the canonical spelling of the cell read last. */
  #rewrite(slot: number): void {
    const { output, cells } = this;
    this.starts[slot] = output.o;
    if (cells.length <= SHORT) output.addPart(cells.text, cells.length);
    else {
      output.reserve(cells.length + cells.to);
      output.add(cells.text);
    }
    this.ends[slot] = output.o;
  }

  #addTrailer(): void {
    const { output, starts, ends } = this;
    const { unitSlot, filled } = this.#plan;
    if (unitSlot >= 0) {
      // blank cells before the unit are commas alone
      starts[unitSlot] = output.o + unitSlot - filled + 1;
      ends[unitSlot] = (starts[unitSlot] as number) + this.#unit.length;
    }
    output.add(this.#trailer);
  }

  /** Puts the cells of the row in the order of the result; those rewritten stand after `begin` until then. */
  #arrange(begin: number): void {
    const { output, starts, ends } = this;
    const first = output.o;
    const unitSlot = this.#plan.unitSlot;
    for (let slot = 0; slot < starts.length; slot++) {
      if (slot > 0) output.addByte(COMMA);
      const from = output.o;
      if (slot === unitSlot) output.add(this.#unit);
      else output.copy(starts[slot] as number, ends[slot] as number);
      starts[slot] = from - first + begin;
      ends[slot] = output.o - first + begin;
    }
    output.bytes.copyWithin(begin, first, output.o);
    output.o += begin - first;
  }

  #textOf(slot: number): string {
    return this.output.bytes.toString('utf8', this.starts[slot], this.ends[slot]);
  }
}

const SHORT = 64;
