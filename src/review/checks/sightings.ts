import { Numbers } from '../../text/numbers.ts';

/** Where a thing was seen. */
export interface Sighting {
  readonly table: number;
  readonly line: number;
  /** Which household of the survey, counted from 0. */
  readonly household: number;
  /** What else is to be known of it: a number of the caller's. */
  readonly note: number;
}

/** Lines of a file end far below. */
const LINES = 2 ** 32;
/** Share of the places of the table that may be taken before it grows. */
const FULLEST = 0.6;
const FREE = -1;

/**
 * Remembers things by a whole number of up to 53 bits and finds those seen more than once. A typed table of about 40 bytes
 * a sighting: a province's persons fit beside the rest of a run, and a JavaScript map ends at 16.7 million keys.
 */
export class Sightings {
  readonly #keys = new Numbers();
  readonly #places = new Numbers();
  readonly #households = new Numbers();
  readonly #notes = new Numbers();
  /** Of each key that came again: all its sightings, by number. */
  readonly #repeated = new Map<number, number[]>();
  #firsts = new Int32Array(1024).fill(FREE);
  #taken = 0;

  add(key: number, { table, line, household, note }: Sighting): void {
    const slot = this.#slotOf(key);
    const first = this.#firsts[slot] as number;
    const sighting = this.#keys.length;
    this.#keys.push(key);
    this.#places.push(table * LINES + line);
    this.#households.push(household);
    this.#notes.push(note);
    if (first === FREE) {
      this.#firsts[slot] = sighting;
      this.#taken++;
      if (this.#taken > FULLEST * this.#firsts.length) this.#grow();
      return;
    }
    const all = this.#repeated.get(key);
    if (all === undefined) this.#repeated.set(key, [first, sighting]);
    else all.push(sighting);
  }

  /** The sightings of each thing that was seen more than once, in the order in which they were made. */
  *repeated(): Generator<readonly Sighting[]> {
    for (const all of this.#repeated.values()) yield all.map((sighting) => this.#sighting(sighting));
  }

  #sighting(at: number): Sighting {
    const place = this.#places.at(at);
    return {
      table: Math.floor(place / LINES),
      line: place % LINES,
      household: this.#households.at(at),
      note: this.#notes.at(at),
    };
  }

  /** The place of the key in the table, or the free one where it belongs. */
  #slotOf(key: number): number {
    const mask = this.#firsts.length - 1;
    const mixed = Math.imul((key % LINES) ^ Math.floor(key / LINES), 2654435761);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const first = this.#firsts[slot] as number;
      if (first === FREE || this.#keys.at(first) === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const before = this.#firsts;
    this.#firsts = new Int32Array(2 * before.length).fill(FREE);
    for (const first of before) if (first !== FREE) this.#firsts[this.#slotOf(this.#keys.at(first))] = first;
  }
}
