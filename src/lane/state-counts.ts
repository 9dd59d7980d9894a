import { UNKNOWN } from './cells.ts';
import type { StateCount } from './done.ts';

/** Counts the households of a block by state. */
export class StateCounts {
  #households = new Int32Array(1 << 10);
  #persons = new Float64Array(1 << 10);
  #unknown = new Int32Array(1 << 10);
  #met: number[] = [];

  /** `persons`: the size of the household, or UNKNOWN. */
  add(state: number, persons: number): void {
    if (state >= this.#households.length) this.#widen(state);
    if (this.#households[state] === 0) this.#met.push(state);
    (this.#households[state] as number)++;
    if (persons === UNKNOWN) (this.#unknown[state] as number)++;
    else this.#persons[state] = (this.#persons[state] as number) + persons;
  }

  /** What was counted, in the order in which the states were met; the next block begins anew. */
  take(): readonly StateCount[] {
    const counts = this.#met.map((state) => ({
      state,
      households: this.#households[state] as number,
      persons: this.#persons[state] as number,
      sizeUnknown: this.#unknown[state] as number,
    }));
    for (const state of this.#met) {
      this.#households[state] = 0;
      this.#persons[state] = 0;
      this.#unknown[state] = 0;
    }
    this.#met = [];
    return counts;
  }

  #widen(state: number): void {
    const size = 2 * Math.max(state + 1, this.#households.length);
    const [households, persons, unknown] = [new Int32Array(size), new Float64Array(size), new Int32Array(size)];
    households.set(this.#households);
    persons.set(this.#persons);
    unknown.set(this.#unknown);
    this.#households = households;
    this.#persons = persons;
    this.#unknown = unknown;
  }
}
