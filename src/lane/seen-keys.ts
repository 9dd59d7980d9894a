import type { BlockKeys } from './done.ts';
import { PairSet } from './pair-set.ts';

/** Keys per piece of the list of all. */
const PIECE = 1 << 16;

/**
 * Tells whether the key of a household was seen before, by hashes of 64 bits. As long as the rows of a unit stand
 * together only its own keys are looked at; all are written down (8 bytes each), and when a unit comes again they are
 * put into one table.
 */
export class SeenKeys {
  readonly #hasUnits: boolean;
  readonly #units = new PairSet(0);
  readonly #ofUnit = new PairSet(0);
  #all: PairSet | null = null;
  #unit: readonly [low: number, high: number] | null = null;
  #written: Int32Array[] = [];
  #count = 0;

  /** `hasUnits`: a key says to which unit it belongs. */
  constructor(hasUnits: boolean) {
    this.#hasUnits = hasUnits;
  }

  /** Adds the keys of the next block; false when one of them may have been seen before. */
  addAll({ hashes, runs }: BlockKeys): boolean {
    let at = 0;
    for (let run = 0; run < runs.length; run += 3) {
      if (!this.#enter(runs[run] as number, runs[run + 1] as number)) return false;
      const from = at;
      const to = from + 2 * (runs[run + 2] as number);
      const keys = this.#all ?? this.#ofUnit;
      for (; at < to; at += 2) if (!keys.add(hashes[at] as number, hashes[at + 1] as number)) return false;
      if (this.#all === null && this.#hasUnits) this.#write(hashes.subarray(from, to));
    }
    return true;
  }

  /** Rows of a unit follow; false when two keys written before may be one. */
  #enter(low: number, high: number): boolean {
    if (this.#all !== null || (this.#unit !== null && this.#unit[0] === low && this.#unit[1] === high)) return true;
    this.#unit = [low, high];
    if (!this.#units.add(low, high)) return this.#joinAll();
    this.#ofUnit.clear();
    return true;
  }

  #write(hashes: Int32Array): void {
    for (let at = 0; at < hashes.length; ) {
      const free = 2 * (this.#count % PIECE);
      if (free === 0) this.#written.push(new Int32Array(2 * PIECE));
      const part = hashes.subarray(at, at + 2 * PIECE - free);
      this.#written.at(-1)?.set(part, free);
      this.#count += part.length / 2;
      at += part.length;
    }
  }

  #joinAll(): boolean {
    const all = new PairSet(this.#count);
    for (let key = 0; key < this.#count; key++) {
      const piece = this.#written[Math.floor(key / PIECE)] as Int32Array;
      const at = 2 * (key % PIECE);
      if (!all.add(piece[at] as number, piece[at + 1] as number)) return false;
    }
    this.#all = all;
    this.#written = [];
    return true;
  }
}
