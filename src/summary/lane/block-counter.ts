import type { Block } from '../../lane/blocks.ts';
import { COMMA, NINE, NotUnderstood, ZERO } from '../../lane/bytes.ts';
import { KeyTaker } from '../../lane/key-taker.ts';
import { LONGEST_RECORD, splitRecord } from '../../lane/records.ts';
import { decidedReader } from '../../results/result-cells.ts';
import { OUTCOMES } from '../../review/tally.ts';
import { householdReader } from '../../survey/households.ts';
import { isBlank } from '../../survey/records.ts';
import { isOrdinary, rowSorter } from '../../survey/row-kinds.ts';
import { isUnusable } from '../../survey/survey.ts';
import type { Table } from '../../survey/table.ts';
import { type Counted, count, NO, UNKNOWN, YES } from '../count.ts';
import { PLACE_FIELDS, type Place } from '../places.ts';
import { CAUSE_IDS, GROUPS, LISTED } from '../plan.ts';
import { countedReader, type Leaf, LeafRegister, placeReader } from '../summarize.ts';
import type { BlockCounted } from './done.ts';
import { type Ending, Endings, NO_ENDING } from './endings.ts';
import { firstResultColumn } from './fit.ts';
import { StretchTaker } from './key-order.ts';
import { Names } from './names.ts';
import { BY_REFERENCE, RowCells } from './row-cells.ts';
import { planRows, truthPlaces } from './row-plan.ts';
import type { CountSetup } from './setup.ts';

/** A number of two digits: with it a row is told from totals and the like by its other cells alone. */
const ANY_NUMBER = '00';

/** Gives the counters of the blocks of each table. */
export function blockCounters(setup: CountSetup): readonly BlockCounter[] {
  return setup.survey.tables.map((_, at) => new BlockCounter(setup, at));
}

/**
 * Counts blocks of rows of one result: rows of known spelling by their bytes, any other as the reference reads and counts it.
 * A row that would stop the reference ends the lane.
 */
export class BlockCounter {
  readonly #setup: CountSetup;
  readonly #table: Table;
  readonly #cells: RowCells;
  readonly #endings: Endings;
  readonly #ethnicities = new Names();
  readonly #hashed: KeyTaker;
  readonly #stretches = new StretchTaker();
  /** One of the two. */
  readonly #keys: KeyTaker | StretchTaker;
  readonly #keySlots: readonly number[];
  readonly #keyStarts: Int32Array;
  readonly #keyEnds: Int32Array;
  /** All parts of a key but the last say where a household lives. */
  readonly #isKeyedByPlace: boolean;
  readonly #idSlot: number;
  readonly #ethnicitySlot: number;
  /** The place of the truth whether a household farms. */
  readonly #farms: number;
  /** The household of the row read last; its truths are those of the cells. */
  readonly #counted: Counted;
  readonly #decided: ReturnType<typeof decidedReader>;
  readonly #sort: ReturnType<typeof rowSorter>;
  readonly #readRow: ReturnType<typeof householdReader>;
  readonly #readCounted: ReturnType<typeof countedReader>;
  readonly #placeOf: ReturnType<typeof placeReader>;
  #block: Block = { bytes: Buffer.alloc(0), from: 0, to: 0 };
  #leaves: LeafRegister;
  /** That of the row before; null when the place must be looked up. */
  #leaf: Leaf | null = null;

  constructor(setup: CountSetup, at: number) {
    const { survey, keyFields, plan } = setup;
    const table = survey.tables[at] as Table;
    const slot = (field: string) => survey.slots.get(field) ?? -1;
    const truths = truthPlaces(plan);
    this.#setup = setup;
    this.#table = table;
    this.#cells = new RowCells(survey, planRows(survey, at, keyFields, plan), truths.length);
    this.#endings = new Endings((from, next) => this.#endingIn(from, next));
    this.#hashed = new KeyTaker(keyFields.length);
    this.#keys = setup.keysBy === 'order' ? this.#stretches : this.#hashed;
    this.#keySlots = keyFields.map(slot);
    this.#keyStarts = new Int32Array(keyFields.length);
    this.#keyEnds = new Int32Array(keyFields.length);
    this.#isKeyedByPlace = keyFields.slice(0, -1).every((field) => Object.values(PLACE_FIELDS).includes(field));
    this.#idSlot = slot('household_id');
    this.#ethnicitySlot = slot('ethnicity');
    this.#farms = truths.indexOf('agricultural');
    this.#counted = countedOf(this.#cells.truths, plan.marks.length);
    this.#decided = decidedReader(table);
    this.#sort = rowSorter(table.layout, survey.vocabulary);
    this.#readRow = householdReader(survey, table, at);
    this.#readCounted = countedReader(survey, plan, null);
    this.#placeOf = placeReader(survey, setup.byVillage);
    this.#leaves = new LeafRegister(plan);
  }

  /** @throws NotUnderstood when the review must be read by the reference, from its beginning */
  count(block: Block): BlockCounted {
    this.#block = block;
    this.#cells.enter(block);
    this.#endings.enter(block);
    this.#leaves = new LeafRegister(this.#setup.plan);
    this.#leaf = null;
    let rows = 0;
    for (let p = block.from; p < block.to; ) {
      const next = this.#byBytes(p);
      if (next !== BY_REFERENCE) {
        rows++;
        p = next;
        continue;
      }
      const read = this.#byReference(p);
      if (read.isHousehold) rows++;
      p = read.next;
    }
    return { rows, leaves: this.#leaves.all, keys: this.#hashed.take(), stretches: this.#stretches.take() };
  }

  /** Counts the row that begins at `from`, when every cell of it is understood; gives where the next begins. */
  #byBytes(from: number): number {
    const cells = this.#cells;
    const p = cells.read(from);
    const isNumbered = p !== BY_REFERENCE && this.#endsInDigit(this.#idSlot);
    const ending = isNumbered ? this.#endings.at(p) : NO_ENDING;
    if (ending === NO_ENDING) {
      // what was noted of this row is of no whole row
      this.#leaf = null;
      return BY_REFERENCE;
    }
    const { next, outcomes, averageLivings } = this.#endings;
    if (next - from > LONGEST_RECORD) throw new NotUnderstood();
    const before = cells.isSamePlace ? this.#leaf : null;
    const leaf = before ?? this.#leaves.at(this.#place());
    this.#leaf = leaf;
    const counted = this.#counted;
    const outcome = outcomes[ending] as number;
    counted.outcome = outcome;
    counted.averageLiving = averageLivings[ending] as number;
    counted.persons = cells.size;
    counted.agricultural = cells.truths[this.#farms] as number;
    if (outcome < LISTED.length) counted.ethnicity = this.#ethnicity();
    count(leaf.counts, counted, this.#setup.plan);
    this.#takeKey(before !== null && this.#isKeyedByPlace);
    return next;
  }

  /** Such a row is ordinary by its number and its ending: no total, section or signature. */
  #endsInDigit(slot: number): boolean {
    const end = this.#cells.ends[slot] as number;
    if (end === this.#cells.starts[slot]) return false;
    const last = this.#block.bytes[end - 1] as number;
    return last >= ZERO && last <= NINE;
  }

  #place(): Place {
    const { survey, byVillage } = this.#setup;
    const text = (part: keyof Place) => this.#cells.textOf(survey.slots.get(PLACE_FIELDS[part]) ?? -1);
    return {
      provinceCode: text('provinceCode'),
      province: text('province'),
      communeCode: text('communeCode'),
      commune: text('commune'),
      village: byVillage ? text('village') : '',
      area: text('area'),
    };
  }

  #ethnicity(): string {
    const slot = this.#ethnicitySlot;
    if (slot < 0) return '';
    return this.#ethnicities.at(
      this.#block.bytes,
      this.#cells.starts[slot] as number,
      this.#cells.ends[slot] as number,
    );
  }

  /** Takes apart what `classify` added to a row; null for what the reference must see with the row. */
  #endingIn(from: number, next: number): Ending | null {
    const split = splitRecord(this.#block.bytes, from, next, COMMA);
    const first = firstResultColumn(this.#table.headings);
    if (split.next !== next || split.cells.length !== this.#table.headings.length - first) return null;
    const cells = [...Array<string>(first).fill(''), ...split.cells];
    const said = this.#decided(cells, 0);
    const idColumn = this.#table.fields.findIndex((field) => field?.id === 'household_id');
    const isSaid = !('code' in said) && said.criteria.hash === this.#setup.criteria.hash;
    if (!isSaid || !isOrdinary(cells.with(idColumn, ANY_NUMBER), idColumn)) return null;
    const { averageLiving } = said;
    return {
      outcome: OUTCOMES.indexOf(said.class),
      averageLiving: averageLiving === null ? UNKNOWN : averageLiving ? YES : NO,
    };
  }

  /** Reads and counts the record that begins at `from` as the reference does. */
  #byReference(from: number): { readonly isHousehold: boolean; readonly next: number } {
    const { criteria, plan } = this.#setup;
    const { cells, next } = splitRecord(this.#block.bytes, from, this.#block.to, COMMA);
    if (isBlank(cells)) return { isHousehold: false, next };
    // totals, sections and the like say something of other rows: the reference reads the file
    if (this.#sort({ line: Number.MAX_SAFE_INTEGER, cells }).kind !== 'data') throw new NotUnderstood();
    const household = this.#readRow({ line: 0, cells });
    const said = this.#decided(cells, 0);
    if ('code' in said || said.criteria.hash !== criteria.hash || isUnusable(household)) throw new NotUnderstood();
    const leaf = this.#leaves.at(this.#placeOf(household.cells));
    count(leaf.counts, this.#readCounted({ ...household, key: '', ...said }), plan);
    const parts = this.#keySlots.map((slot) => Buffer.from(household.cells[slot] ?? ''));
    let at = 0;
    for (const [part, { length }] of parts.entries()) {
      this.#keyStarts[part] = at;
      at += length;
      this.#keyEnds[part] = at;
    }
    this.#keys.add(Buffer.concat(parts), this.#keyStarts, this.#keyEnds);
    return { isHousehold: true, next };
  }

  /** `isInUnit`: the parts before the last are those of the key before. */
  #takeKey(isInUnit: boolean): void {
    const { starts, ends } = this.#cells;
    if (isInUnit) {
      const slot = this.#keySlots[this.#keySlots.length - 1] as number;
      this.#keys.addInUnit(this.#block.bytes, starts[slot] as number, ends[slot] as number);
      return;
    }
    for (let part = 0; part < this.#keySlots.length; part++) {
      const slot = this.#keySlots[part] as number;
      this.#keyStarts[part] = starts[slot] as number;
      this.#keyEnds[part] = ends[slot] as number;
    }
    this.#keys.add(this.#block.bytes, this.#keyStarts, this.#keyEnds);
  }
}

/** A household whose truths stand one after the other in `truths`, as `truthPlaces` has them. */
function countedOf(truths: Uint8Array, marks: number): Counted {
  const causes = marks + GROUPS.length;
  return {
    outcome: 0,
    persons: -1,
    averageLiving: UNKNOWN,
    agricultural: UNKNOWN,
    marks: truths.subarray(0, marks),
    groups: truths.subarray(marks, causes),
    causes: truths.subarray(causes, causes + CAUSE_IDS.length),
    children: null,
    ethnicity: '',
  };
}
