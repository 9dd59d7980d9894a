import { finding, severityOf } from '../finding.ts';
import { resultRow } from '../review/result.ts';
import { type Judged, rowJudge } from '../review/review.ts';
import { changeCells, isMoved } from '../review/side-by-side.ts';
import { type Household, rowReader, type Survey } from '../survey/survey.ts';
import { isBlank, type Table } from '../survey/table.ts';
import { BlockFindings } from './block-findings.ts';
import type { Block } from './blocks.ts';
import { COMMA, CR, LF, NotUnderstood, ONE, QUOTE, ZERO } from './bytes.ts';
import { ASK_CELL, ASK_ROW, CellCopier } from './cells.ts';
import { READ } from './columns.ts';
import type { BlockDone, Reject, State } from './done.ts';
import { GrowingBytes } from './growing.ts';
import { KeyTaker } from './key-taker.ts';
import { ListWriter, listed } from './lists.ts';
import { type Marks, marksOf } from './marks.ts';
import { LONGEST_RECORD, splitRecord } from './records.ts';
import { StateCounts } from './state-counts.ts';
import { endsOf, type Marked, OWN, type ResultEnd, type StateEnds, stateOf } from './state-ends.ts';
import { StateReader } from './state-reader.ts';
import { planTable, TAP, type TablePlan } from './table-plan.ts';
import { UndecidedCounts } from './undecided.ts';
import { bytesOf, writtenCell, writtenCells } from './written.ts';

/** What is the same for every block of a run. */
export interface LaneSetup extends Marked {
  readonly survey: Survey;
  readonly keyFields: readonly string[];
  /** Result rows are wanted. */
  readonly writesResults: boolean;
  /** The list of changes is wanted. */
  readonly writesChanges: boolean;
  /** Rows set aside are wanted with all their cells. */
  readonly writesRejects: boolean;
}

/** Gives the reviewers of the blocks of each table of a run; they share what they know of states. */
export function blockReviewers(setup: LaneSetup): readonly BlockReviewer[] {
  const marks = marksOf(setup.assessors);
  const states = new StateReader(setup.survey, setup.assessors, marks);
  const ends: StateEnds[] = [];
  return setup.survey.tables.map((_, at) => new BlockReviewer(setup, at, marks, states, ends));
}

/** States are forgotten between two blocks when there are more. */
const MOST_STATES = 1 << 16;
/** The row was not copied; the reference must read it. */
const BY_REFERENCE = -1;

/**
 * Reviews blocks of rows of one table: rows of known spelling by their bytes, any other as the reference reads and
 * judges it. What is written after the cells of a row is what the reference wrote for the first household of its
 * state, so the two cannot disagree.
 */
export class BlockReviewer {
  readonly #setup: LaneSetup;
  readonly #at: number;
  readonly #plan: TablePlan;
  readonly #cells: CellCopier;
  readonly #marks: Marks;
  readonly #states: StateReader;
  readonly #lists: readonly ListWriter[];
  readonly #undecided: readonly UndecidedCounts[];
  readonly #ends: StateEnds[];
  readonly #readRow: ReturnType<typeof rowReader>;
  readonly #judge: (household: Household) => Judged;
  readonly #counts = new StateCounts();
  readonly #findings = new BlockFindings();
  readonly #keys: KeyTaker;
  readonly #keySlots: readonly number[];
  readonly #keyStarts: Int32Array;
  readonly #keyEnds: Int32Array;
  readonly #idSlot: number;
  readonly #slots: number;
  /** By slot: where the cell of the row stands among the bytes copied. */
  readonly #starts: Int32Array;
  readonly #cellEnds: Int32Array;
  /** What stands in every row after cells that are in order. */
  readonly #trailer: Uint8Array;
  readonly #results: readonly GrowingBytes[];
  readonly #changes = new GrowingBytes(1 << 10);
  #newStates: State[] = [];
  #rejects: Reject[] = [];
  /** Where the cells of a row begin among the bytes copied; what every row has alike stands before. */
  #first = 0;
  #line = 0;
  #read = 0;
  #rejected = 0;

  constructor(setup: LaneSetup, at: number, marks: Marks, states: StateReader, ends: StateEnds[]) {
    const { survey, assessors, keyFields } = setup;
    const table = survey.tables[at] as Table;
    const plan = planTable(survey, at, assessors, marks);
    this.#setup = setup;
    this.#at = at;
    this.#plan = plan;
    this.#cells = new CellCopier(plan.columns, plan.delimiter, survey.vocabulary);
    this.#marks = marks;
    this.#lists = assessors.map((assessor) => new ListWriter(assessor, marks));
    this.#undecided = assessors.map((assessor) => new UndecidedCounts(assessor, marks));
    this.#states = states;
    this.#ends = ends;
    this.#readRow = rowReader(survey, table, at);
    this.#judge = rowJudge(survey, assessors);
    this.#keySlots = keyFields.map((field) => survey.slots.get(field) ?? -1);
    this.#keys = new KeyTaker(keyFields.length);
    this.#keyStarts = new Int32Array(keyFields.length);
    this.#keyEnds = new Int32Array(keyFields.length);
    this.#idSlot = survey.slots.get('household_id') ?? -1;
    this.#slots = survey.fields.length + survey.kept.length;
    this.#starts = new Int32Array(this.#slots);
    this.#cellEnds = new Int32Array(this.#slots);
    this.#trailer = bytesOf(this.#constantCells(plan.filled));
    this.#results = setup.writesResults ? assessors.map(() => new GrowingBytes(1 << 12)) : [];
  }

  /** @throws NotUnderstood when the file must be read by the reference, from its beginning */
  review(block: Block): BlockDone {
    if (this.#states.size > MOST_STATES) {
      this.#states.forget();
      this.#ends.length = 0;
    }
    const firstNew = this.#ends.length;
    this.#begin(block);
    let p = block.from;
    while (p < block.to) {
      const next = this.#copyRow(p, block.to);
      p = next === BY_REFERENCE ? this.#byReference(p) : next;
    }
    return this.#done(firstNew);
  }

  #begin({ bytes, from, to }: Block): void {
    const cells = this.#cells;
    cells.src = bytes;
    cells.to = to;
    cells.o = 0;
    cells.write(bytesOf(writtenCell(this.#plan.unit)), to - from);
    this.#first = cells.o;
    this.#starts.fill(0);
    this.#cellEnds.fill(0);
    if (this.#plan.unitSlot >= 0) this.#cellEnds[this.#plan.unitSlot] = cells.o;
    for (const result of this.#results) result.clear();
    this.#changes.clear();
    this.#newStates = [];
    this.#rejects = [];
    this.#line = 0;
    this.#read = 0;
    this.#rejected = 0;
    this.#states.clearValues();
  }

  #done(firstNew: number): BlockDone {
    return {
      table: this.#at,
      lines: this.#line,
      read: this.#read,
      classified: this.#read - this.#rejected,
      rejected: this.#rejected,
      results: this.#results.map((result) => result.view()),
      changes: this.#changes.view(),
      findings: this.#findings.take(),
      rejects: this.#rejects,
      keys: this.#keys.take(),
      counts: this.#counts.take(),
      undecided: this.#undecided.map((counts) => counts.take()),
      newStates: this.#newStates,
      firstNew,
    };
  }

  /** Copies the row that begins at `from`, when every cell of it is understood; gives where the next begins. */
  #copyRow(from: number, to: number): number {
    const cells = this.#cells;
    const states = this.#states;
    const next = this.#copyCells(from);
    if (next === BY_REFERENCE || this.#starts[this.#idSlot] === this.#cellEnds[this.#idSlot]) return BY_REFERENCE;
    if (next - from > LONGEST_RECORD) throw new NotUnderstood();
    const state = states.number(this.#at);
    if (state === this.#ends.length) this.#learn(from, to);
    const ends = this.#ends[state] as StateEnds;
    if (ends.isOwn) return BY_REFERENCE;
    this.#takeKey(cells.dst);
    if (ends.notes.length > 0) this.#findings.addAll(ends.notes, this.#line);
    this.#counts.add(state, states.values[TAP.size] as number);
    for (let set = 0; set < ends.results.length; set++) this.#addResult(set, ends.results[set] as ResultEnd);
    if (ends.changes.length > 0 && this.#setup.writesChanges) this.#addChange(ends.changes);
    this.#line++;
    this.#read++;
    return next;
  }

  /** Adds the row that was copied to the result of a set. */
  #addResult(set: number, { before, undecided, near, after, counted }: ResultEnd): void {
    const { deprived, unknown } = this.#states;
    if (counted !== null) this.#undecided[set]?.add(counted.others, listed(counted, deprived, unknown));
    const result = this.#results[set];
    const lists = this.#lists[set];
    if (result === undefined || lists === undefined) return;
    this.#addCells(result);
    result.add(before);
    lists.write(undecided.written, listed(undecided, deprived, unknown), result);
    result.addByte(COMMA);
    lists.write(near.written, listed(near, deprived, unknown), result);
    result.add(after);
  }

  /** Copies the cells of a row and takes what they say; gives where the next row begins. */
  #copyCells(from: number): number {
    const cells = this.#cells;
    const states = this.#states;
    const starts = this.#starts;
    const ends = this.#cellEnds;
    const { src } = cells;
    const { values } = states;
    const { columns, reads, taps, bits, slots, delimiter, inOrder, missing } = this.#plan;
    const last = columns.length - 1;
    let { dst } = cells;
    let o = this.#first;
    let p = from;
    let deprived = 0;
    let unknown = missing;
    for (let column = 0; column <= last; column++) {
      const slot = slots[column] as number;
      const how = reads[column] as number;
      const byte = src[p] as number;
      if (slot >= 0) {
        if (inOrder && slot > 0) dst[o++] = COMMA;
        starts[slot] = o;
      }
      // a digit between two delimiters is what most cells are
      if (how === READ.mark && (byte === ZERO || byte === ONE) && src[p + 1] === delimiter && column < last) {
        dst[o++] = byte;
        ends[slot] = o;
        if (byte === ONE) deprived |= bits[column] as number;
        p += 2;
        continue;
      }
      const isQuoted = byte === QUOTE;
      const begin = isQuoted ? p + 1 : p;
      cells.o = o;
      p = cells.read(column, how, begin);
      if (p === ASK_ROW) return BY_REFERENCE;
      if (p >= 0) p = this.#afterCell(p, isQuoted, column === last);
      if (p < 0) {
        cells.o = o;
        p = cells.ask(column, begin, isQuoted);
        if (p === ASK_ROW) return BY_REFERENCE;
        p = this.#afterCell(p, isQuoted, column === last);
        if (p < 0) return BY_REFERENCE;
        dst = cells.dst;
      }
      o = cells.o;
      if (slot >= 0) ends[slot] = o;
      const tap = taps[column] as number;
      if (tap === TAP.none) continue;
      if (tap === TAP.mark) {
        if (cells.value > 0) deprived |= bits[column] as number;
        else if (cells.value < 0) unknown |= bits[column] as number;
      } else if (tap === TAP.province) values[tap] = states.provinceOf(textIn(dst, starts[slot] as number, o));
      else values[tap] = cells.value;
    }
    states.deprived = deprived;
    states.unknown = unknown;
    return p;
  }

  /** Where what follows a cell begins; negative when the cell does not end at `p`, or the row not with its last cell. */
  #afterCell(p: number, isQuoted: boolean, isLast: boolean): number {
    const { src } = this.#cells;
    let at = p;
    if (isQuoted && src[at++] !== QUOTE) return ASK_CELL;
    const byte = src[at];
    if (!isLast) return byte === this.#plan.delimiter ? at + 1 : ASK_CELL;
    if (byte === LF) return at + 1;
    return byte === CR && src[at + 1] === LF ? at + 2 : ASK_CELL;
  }

  /** Finds out what households of a state come to, from the first of them. */
  #learn(from: number, to: number): void {
    const { cells } = splitRecord(this.#cells.src, from, to, this.#plan.delimiter);
    const household = this.#readRow({ line: this.#line, cells });
    const { assessments } = this.#judge(household);
    this.#remember(household, assessments);
  }

  /** The marks of the household are those that were read last. */
  #remember(household: Household, assessments: Judged['assessments']): void {
    const { survey } = this.#setup;
    const { deprived, unknown } = this.#states;
    const ends = assessments && endsOf(household, assessments, this.#setup, this.#marks, deprived, unknown);
    this.#ends.push(ends ?? OWN);
    this.#newStates.push(stateOf(survey, household, assessments ?? []));
  }

  /** Reads, judges and writes the record that begins at `from` as the reference does; gives where the next begins. */
  #byReference(from: number): number {
    const { cells, next, breaks } = splitRecord(this.#cells.src, from, this.#cells.to, this.#plan.delimiter);
    const line = this.#line;
    this.#line += 1 + breaks;
    if (isBlank(cells)) {
      this.#findings.add(finding('N205', {}, { data: { line } }), line);
      return next;
    }
    const household = this.#readRow({ line, cells });
    const { findings, assessments } = this.#judge(household);
    this.#read++;
    this.#findings.addAll(findings, line);
    if (household.cells[this.#idSlot] !== '') this.#takeKeyOf(household);
    if (assessments === null) this.#reject(household, findings);
    else this.#write(household, assessments);
    return next;
  }

  #reject(household: Household, findings: Judged['findings']): void {
    this.#rejected++;
    if (!this.#setup.writesRejects) return;
    const reasons = findings.filter((f) => severityOf(f.code) === 'error');
    this.#rejects.push({ household, reasons });
  }

  #write(household: Household, assessments: NonNullable<Judged['assessments']>): void {
    const { assessors, hashes, keyFields, survey, writesChanges } = this.#setup;
    const state = this.#states.numberOfCells(household.cells, this.#at);
    if (state === this.#ends.length) this.#remember(household, assessments);
    this.#counts.add(state, this.#states.values[TAP.size] as number);
    for (const [set, assessment] of assessments.entries()) {
      this.#undecided[set]?.addNames(assessment.class === 'undecided' ? assessment.verdict.undecidedFor : []);
      const result = this.#results[set];
      if (result === undefined) continue;
      const id = assessors[set]?.criteria.id ?? '';
      result.add(bytesOf(`${writtenCells(resultRow(household, assessment, id, hashes[set] ?? ''))}\r\n`));
    }
    if (writesChanges && isMoved(assessments)) {
      const key = keyFields.map((field) => household.cells[survey.slots.get(field) ?? -1] ?? '');
      this.#changes.add(bytesOf(`${writtenCells([...key, ...changeCells(assessments)])}\r\n`));
    }
    this.#states.clearValues();
  }

  /** Adds the cells of the row that was copied, in the order of the result. */
  #addCells(result: GrowingBytes): void {
    const { dst, o } = this.#cells;
    if (this.#plan.inOrder) {
      result.add(dst, this.#first, o);
      result.add(this.#trailer);
      return;
    }
    for (let slot = 0; slot < this.#slots; slot++) {
      if (slot > 0) result.addByte(COMMA);
      result.add(dst, this.#starts[slot] as number, this.#cellEnds[slot] as number);
    }
  }

  #addChange(end: Uint8Array): void {
    for (let part = 0; part < this.#keySlots.length; part++) {
      if (part > 0) this.#changes.addByte(COMMA);
      this.#changes.add(this.#cells.dst, this.#keyStarts[part] as number, this.#keyEnds[part] as number);
    }
    this.#changes.add(end);
  }

  #takeKey(bytes: Uint8Array): void {
    for (let part = 0; part < this.#keySlots.length; part++) {
      const slot = this.#keySlots[part] as number;
      this.#keyStarts[part] = this.#starts[slot] as number;
      this.#keyEnds[part] = this.#cellEnds[slot] as number;
    }
    this.#keys.add(bytes, this.#keyStarts, this.#keyEnds);
  }

  #takeKeyOf({ cells }: Household): void {
    const parts = this.#keySlots.map((slot) => bytesOf(writtenCell(cells[slot] ?? '')));
    let at = 0;
    for (const [part, { length }] of parts.entries()) {
      this.#keyStarts[part] = at;
      at += length;
      this.#keyEnds[part] = at;
    }
    this.#keys.add(Buffer.concat(parts), this.#keyStarts, this.#keyEnds);
  }

  /** The cells from a slot on that are the same in every row: blank, but for the unit given for the file. */
  #constantCells(from: number): string {
    const { unitSlot, unit } = this.#plan;
    const cells = Array.from({ length: this.#slots }, (_, slot) => (slot === unitSlot ? writtenCell(unit) : ''));
    return cells.slice(from).map((cell) => `,${cell}`).join('');
  }
}

function textIn(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder().decode(bytes.subarray(from, to));
}
