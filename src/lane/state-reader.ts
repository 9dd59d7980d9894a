import type { Assessor } from '../review/assess.ts';
import type { Field } from '../survey/fields.ts';
import type { Survey } from '../survey/survey.ts';
import { NotUnderstood } from './bytes.ts';
import { stateValue, UNKNOWN } from './cells.ts';
import { type Marks, packed } from './marks.ts';
import { Places } from './places.ts';
import { States } from './states.ts';
import { asksProvince, TAP, TAP_OF, TAPS } from './table-plan.ts';
import { writtenCell } from './written.ts';

/** How many different groups of tables, provinces, positions and totals of B2 fit into a state. */
const MOST_GROUPS = 1 << 12;
const MOST_PROVINCES = 1 << 12;
const MOST_POSITIONS = 1 << 11;
const MOST_TOTALS = 1 << 10;

/** Turns what the cells of a row say into the number of its state. */
export class StateReader {
  /** What the cells of a row say, by tap; whoever reads them sets them. */
  readonly values = new Float64Array(TAPS);
  /** Bits of the indicators that are deprived, and of those that are unknown. */
  deprived = 0;
  unknown = 0;

  #states = new States();
  readonly #income: Places;
  readonly #b1: Places;
  readonly #totals = new Map<number, number>();
  readonly #provinces = new Map<string, number>([['', 0]]);
  readonly #groups: readonly number[];
  readonly #tapped: readonly { readonly slot: number; readonly field: Field; readonly tap: number }[];
  readonly #marks: Marks;
  readonly #markSlots: readonly number[];
  readonly #provinceSlot: number;

  constructor(survey: Survey, assessors: readonly Assessor[], marks: Marks) {
    const tables = assessors.map((a) => a.judge.table);
    this.#income = new Places('income', tables);
    this.#b1 = new Places('b1', tables);
    this.#groups = groupsOf(survey, assessors);
    this.#tapped = survey.fields.flatMap((field, slot) => {
      const tap = TAP_OF[field.id];
      return tap === undefined ? [] : [{ slot, field, tap }];
    });
    this.#marks = marks;
    this.#markSlots = marks.ids.map((id) => survey.slots.get(id) ?? -1);
    this.#provinceSlot = asksProvince(assessors) ? (survey.slots.get('province_code') ?? -1) : -1;
  }

  get size(): number {
    return this.#states.size;
  }

  forget(): void {
    this.#states = new States();
  }

  /** What a table says that has no column for it: nothing. */
  clearValues(): void {
    this.values.fill(0);
    for (const tap of [TAP.income, TAP.b1, TAP.b2, TAP.size]) this.values[tap] = UNKNOWN;
  }

  /** The number by which a province is known here; `written` as it stands in the result. */
  provinceOf(written: string): number {
    return numberIn(this.#provinces, written, MOST_PROVINCES);
  }

  /** The state of a row of this table; the `size` before the call when it is new. */
  number(table: number): number {
    const { values } = this;
    const who =
      (values[TAP.area] as number) |
      ((values[TAP.residence] as number) << 2) |
      ((values[TAP.recorded] as number) << 4) |
      ((values[TAP.decided] as number) << 6) |
      ((this.#groups[table] as number) << 8) |
      ((values[TAP.province] as number) << 20);
    const total = values[TAP.b2] as number;
    const where =
      this.#position(this.#income, values[TAP.income] as number) |
      (this.#position(this.#b1, values[TAP.b1] as number) << 11) |
      ((total === UNKNOWN ? 0 : numberIn(this.#totals, total, MOST_TOTALS - 1) + 1) << 22);
    return this.#states.numberOf(packed(this.deprived, this.#marks), packed(this.unknown, this.#marks), who, where);
  }

  /** The state of a row from its canonical cells. */
  numberOfCells(cells: readonly string[], table: number): number {
    this.clearValues();
    for (const { slot, field, tap } of this.#tapped) {
      this.values[tap] = stateValue(field.kind, field.codes, cells[slot] ?? '');
    }
    this.values[TAP.province] =
      this.#provinceSlot < 0 ? 0 : this.provinceOf(writtenCell(cells[this.#provinceSlot] ?? ''));
    this.deprived = 0;
    this.unknown = 0;
    for (const [bit, slot] of this.#markSlots.entries()) {
      if (cells[slot] === '1') this.deprived |= 1 << bit;
      else if (cells[slot] !== '0') this.unknown |= 1 << bit;
    }
    return this.number(table);
  }

  #position(places: Places, value: number): number {
    if (value === UNKNOWN) return 0;
    const position = Number.isInteger(value) ? places.atWhole(value) : places.at(value);
    if (position >= MOST_POSITIONS) throw new NotUnderstood();
    return position;
  }
}

/** Tables whose rows are alike when their cells are: taken as recorded by the same sets, and told of in one place. */
function groupsOf(survey: Survey, assessors: readonly Assessor[]): readonly number[] {
  const tellsOfResidence = assessors.some(({ criteria }) => criteria.population.residence.length < 2);
  const groups = new Map<string, number>();
  return survey.tables.map((_, table) => {
    const key = [...assessors.map((a) => a.recorded(table)), tellsOfResidence ? table : ''].join();
    return numberIn(groups, key, MOST_GROUPS);
  });
}

/** The number of a key among those seen, from 0 on. */
function numberIn<K>(numbers: Map<K, number>, key: K, most: number): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  if (numbers.size >= most) throw new NotUnderstood();
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
