import { finding, severityOf } from '../finding.ts';
import { resultRow } from '../review/result.ts';
import { type Judged, rowJudge } from '../review/review.ts';
import { changeCells, isMoved } from '../review/side-by-side.ts';
import { householdReader } from '../survey/households.ts';
import { isBlank } from '../survey/records.ts';
import { rowSorter } from '../survey/row-kinds.ts';
import type { Household, Survey } from '../survey/survey.ts';
import type { Table } from '../survey/table.ts';
import { BlockFindings } from './block-findings.ts';
import type { Block } from './blocks.ts';
import { COMMA, NINE, NotUnderstood, SPACE, ZERO } from './bytes.ts';
import type { BlockDone, Reject, State } from './done.ts';
import { GrowingBytes } from './growing.ts';
import { KeyTaker } from './key-taker.ts';
import { ListWriter, listed } from './lists.ts';
import { type Marks, marksOf } from './marks.ts';
import type { Output } from './output.ts';
import { LONGEST_RECORD, splitRecord } from './records.ts';
import { BY_REFERENCE, RowCopier } from './row-copier.ts';
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

/** A row that is no household has at most so many cells, or no number. */
const MOST_OF_OTHERS = 4;
/** The last byte of a blank that is not ASCII. */
const NBSP_END = 0xa0;

/** States are forgotten between two blocks when there are more. */
const MOST_STATES = 1 << 16;

/**
 * Reviews blocks of rows of one table: rows of known spelling by their bytes, any other as the reference reads and
 * judges it. What is written after the cells of a row is what the reference wrote for the first household of its
 * state, so the two cannot disagree.
 */
export class BlockReviewer {
  readonly #setup: LaneSetup;
  readonly #at: number;
  readonly #plan: TablePlan;
  readonly #row: RowCopier;
  readonly #marks: Marks;
  readonly #states: StateReader;
  readonly #lists: readonly ListWriter[];
  readonly #undecided: readonly UndecidedCounts[];
  readonly #ends: StateEnds[];
  readonly #readRow: ReturnType<typeof householdReader>;
  readonly #sort: ReturnType<typeof rowSorter>;
  readonly #judge: (household: Household) => Judged;
  readonly #counts = new StateCounts();
  readonly #findings = new BlockFindings();
  readonly #keys: KeyTaker;
  readonly #keySlots: readonly number[];
  readonly #keyStarts: Int32Array;
  readonly #keyEnds: Int32Array;
  readonly #idSlot: number;
  /** Results by set; those of the first are written behind the rows of the block instead. */
  readonly #others: readonly GrowingBytes[];
  readonly #changes = new GrowingBytes(1 << 10);
  #newStates: State[] = [];
  #rejects: Reject[] = [];
  /** The state of the row copied last. */
  #state = 0;
  /** Where the block ends. */
  #to = 0;
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
    this.#marks = marks;
    this.#lists = assessors.map((assessor) => new ListWriter(assessor, marks));
    this.#undecided = assessors.map((assessor) => new UndecidedCounts(assessor, marks));
    this.#states = states;
    this.#ends = ends;
    this.#readRow = householdReader(survey, table, at);
    this.#sort = rowSorter(table.layout, survey.vocabulary);
    this.#judge = rowJudge(survey, assessors);
    this.#keySlots = keyFields.map((field) => survey.slots.get(field) ?? -1);
    this.#keys = new KeyTaker(keyFields.length);
    this.#keyStarts = new Int32Array(keyFields.length);
    this.#keyEnds = new Int32Array(keyFields.length);
    this.#idSlot = survey.slots.get('household_id') ?? -1;
    this.#row = new RowCopier(survey, plan, states, this.#keySlots);
    this.#others = setup.writesResults ? assessors.map((_, set) => new GrowingBytes(set === 0 ? 0 : 1 << 12)) : [];
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
      const next = this.#copyRow(p);
      p = next === BY_REFERENCE ? this.#byReference(p) : next;
    }
    return this.#done(firstNew);
  }

  #begin(block: Block): void {
    this.#row.enter(block);
    this.#to = block.to;
    for (const other of this.#others) other.clear();
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
      results: this.#others.map((other, set) => (set === 0 ? this.#row.output.view() : other.view())),
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
  #copyRow(from: number): number {
    const row = this.#row;
    const { output } = row;
    const states = this.#states;
    const begin = output.o;
    const next = row.copy(from);
    const isUnderstood = next !== BY_REFERENCE && this.#isHousehold();
    const ends = isUnderstood ? this.#endsOf(states.number(this.#at), from) : OWN;
    if (ends.isOwn) {
      output.o = begin;
      return BY_REFERENCE;
    }
    if (next - from > LONGEST_RECORD) throw new NotUnderstood();
    this.#takeKey();
    if (ends.notes.length > 0) this.#findings.addAll(ends.notes, this.#line);
    this.#counts.add(this.#state, states.values[TAP.size] as number);
    if (ends.changes.length > 0 && this.#setup.writesChanges) this.#addChange(ends.changes);
    this.#addResults(begin, ends.results);
    this.#line++;
    this.#read++;
    return next;
  }

  /** A row that numbers a household and says more than any total, section or signature does; else the reference sorts it. */
  #isHousehold(): boolean {
    const { starts, ends, filled, output } = this.#row;
    if (filled <= MOST_OF_OTHERS) return false;
    const from = starts[this.#idSlot] as number;
    const to = ends[this.#idSlot] as number;
    let digits = 0;
    for (let at = from; at < to; at++) {
      const byte = output.bytes[at] as number;
      if (byte === SPACE || byte === NBSP_END) return false;
      if (byte >= ZERO && byte <= NINE) digits++;
    }
    // nor is it the row that numbers the columns
    return digits > 0 && (to - from > 2 || (this.#states.values[TAP.area] as number) > 0);
  }

  #endsOf(state: number, from: number): StateEnds {
    if (state === this.#ends.length) this.#learn(from);
    this.#state = state;
    return this.#ends[state] as StateEnds;
  }

  /** Ends the row whose cells were written from `begin` on, and gives it to the results of all sets. */
  #addResults(begin: number, results: readonly ResultEnd[]): void {
    const { output } = this.#row;
    const { deprived, unknown } = this.#states;
    const end = output.o;
    for (let set = 0; set < results.length; set++) {
      const result = results[set] as ResultEnd;
      const { counted } = result;
      if (counted !== null) this.#undecided[set]?.add(counted.others, listed(counted, deprived, unknown));
      if (!this.#setup.writesResults) continue;
      const other = this.#others[set];
      if (set > 0) other?.add(output.bytes, begin, end);
      this.#addEnd(set, result, set === 0 ? output : (other as GrowingBytes));
    }
    if (!this.#setup.writesResults) output.o = begin;
  }

  #addEnd(set: number, { before, undecided, between, near, after, whole }: ResultEnd, to: Output | GrowingBytes): void {
    const { deprived, unknown } = this.#states;
    const open = listed(undecided, deprived, unknown);
    const close = listed(near, deprived, unknown);
    if (open === 0 && close === 0) {
      to.add(whole);
      return;
    }
    const lists = this.#lists[set] as ListWriter;
    to.add(before);
    if (open !== 0) to.add(lists.textOf(open, undecided.others.length > 0));
    to.add(between);
    if (close !== 0) to.add(lists.textOf(close, near.others.length > 0));
    to.add(after);
  }

  /** Finds out what households of a state come to, from the first of them. */
  #learn(from: number): void {
    const { cells } = splitRecord(this.#row.output.bytes, from, this.#to, this.#plan.delimiter);
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
    const { cells, next, breaks } = splitRecord(this.#row.output.bytes, from, this.#to, this.#plan.delimiter);
    const line = this.#line;
    this.#line += 1 + breaks;
    if (isBlank(cells)) {
      this.#findings.add(finding('N205', {}, { data: { line } }), line);
      return next;
    }
    // totals, sections and the like say something of other rows: the reference reads the file
    if (this.#sort({ line: Number.MAX_SAFE_INTEGER, cells }).kind !== 'data') throw new NotUnderstood();
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
    const { assessors, hashes, keyFields, survey, writesChanges, writesResults } = this.#setup;
    const state = this.#states.numberOfCells(household.cells, this.#at);
    if (state === this.#ends.length) this.#remember(household, assessments);
    this.#counts.add(state, this.#states.values[TAP.size] as number);
    for (const [set, assessment] of assessments.entries()) {
      this.#undecided[set]?.addNames(assessment.class === 'undecided' ? assessment.verdict.undecidedFor : []);
      if (!writesResults) continue;
      const id = assessors[set]?.criteria.id ?? '';
      const row = bytesOf(`${writtenCells(resultRow(household, assessment, id, hashes[set] ?? ''))}\r\n`);
      if (set === 0) this.#row.output.reserve(row.length + this.#to);
      (set === 0 ? this.#row.output : this.#others[set])?.add(row);
    }
    if (writesChanges && isMoved(assessments)) {
      const key = keyFields.map((field) => household.cells[survey.slots.get(field) ?? -1] ?? '');
      this.#changes.add(bytesOf(`${writtenCells([...key, ...changeCells(assessments)])}\r\n`));
    }
    this.#states.clearValues();
  }

  #addChange(end: Uint8Array): void {
    for (let part = 0; part < this.#keySlots.length; part++) {
      if (part > 0) this.#changes.addByte(COMMA);
      this.#changes.add(this.#row.output.bytes, this.#keyStarts[part] as number, this.#keyEnds[part] as number);
    }
    this.#changes.add(end);
  }

  #takeKey(): void {
    for (let part = 0; part < this.#keySlots.length; part++) {
      const slot = this.#keySlots[part] as number;
      this.#keyStarts[part] = this.#row.starts[slot] as number;
      this.#keyEnds[part] = this.#row.ends[slot] as number;
    }
    this.#keys.add(this.#row.output.bytes, this.#keyStarts, this.#keyEnds);
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
}
