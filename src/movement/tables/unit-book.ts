import { COLUMNS, type Column, LISTS, type ListClass } from './columns.ts';
import type { Posting } from './postings.ts';

/** The movement tables of one unit: households and persons of both lists. */
export class UnitBook {
  readonly #numbers = new Float64Array(2 * PER_MEASURE);
  /** By list: lines to whose persons nobody knows what to add. */
  readonly #unknown: Record<ListClass, number> = { poor: 0, near_poor: 0 };

  post({ list, column, households, persons }: Posting): void {
    const at = placeOf(list, column);
    this.#numbers[at] = (this.#numbers[at] as number) + households;
    if (persons === null) this.#unknown[list]++;
    else this.#numbers[at + PER_MEASURE] = (this.#numbers[at + PER_MEASURE] as number) + persons;
  }

  add(other: UnitBook): void {
    other.#numbers.forEach((n, at) => {
      this.#numbers[at] = (this.#numbers[at] as number) + n;
    });
    for (const list of LISTS) this.#unknown[list] += other.#unknown[list];
  }

  households(list: ListClass): Readonly<Record<Column, number>> {
    return this.#line(list, 0);
  }

  /** Null when the persons of a household that belongs into the table are not known. */
  persons(list: ListClass): Readonly<Record<Column, number>> | null {
    return this.#unknown[list] > 0 ? null : this.#line(list, PER_MEASURE);
  }

  #line(list: ListClass, from: number): Readonly<Record<Column, number>> {
    const cells = COLUMNS.map((column) => [column, this.#numbers[from + placeOf(list, column)] as number]);
    return Object.fromEntries(cells) as Record<Column, number>;
  }
}

const PER_MEASURE = LISTS.length * COLUMNS.length;

function placeOf(list: ListClass, column: Column): number {
  return (list === 'poor' ? 0 : COLUMNS.length) + COLUMN_PLACES[column];
}

const COLUMN_PLACES = Object.fromEntries(COLUMNS.map((column, at) => [column, at])) as Record<Column, number>;
