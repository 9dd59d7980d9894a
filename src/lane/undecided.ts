import { indicatorsOf } from '../criteria/criteria.ts';
import type { Assessor } from '../review/assess.ts';
import type { Marks } from './marks.ts';

/** Counts, for one set, which unknowns could still change the classes of the households of a block. */
export class UndecidedCounts {
  readonly #ids: readonly string[];
  readonly #bits: Int32Array;
  #counts = new Map<string, number>();

  constructor({ criteria }: Assessor, marks: Marks) {
    this.#ids = indicatorsOf(criteria).map((i) => i.id);
    this.#bits = Int32Array.from(this.#ids, (id) => 1 << marks.ids.indexOf(id));
  }

  /** Adds what is listed of an undecided household. */
  add(others: readonly string[], listed: number): void {
    this.addNames(others);
    for (let at = 0; at < this.#ids.length; at++) {
      if (((this.#bits[at] as number) & listed) !== 0) this.#addName(this.#ids[at] as string);
    }
  }

  addNames(unknowns: readonly string[]): void {
    for (const what of unknowns) this.#addName(what);
  }

  #addName(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** By unknown, in the order in which they were met; the next block begins anew. */
  take(): readonly (readonly [string, number])[] {
    const counts = [...this.#counts];
    this.#counts = new Map();
    return counts;
  }
}
