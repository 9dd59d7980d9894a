import type { BlockKeys } from './done.ts';
import { KeyHash } from './key-hash.ts';

/** Collects the keys of the households of a block as hashes, and the stretches of rows that belong to one unit. */
export class KeyTaker {
  readonly #parts: number;
  readonly #hash = new KeyHash();
  #hashes = new Int32Array(1 << 12);
  #keys = 0;
  #runs: number[] = [];
  /** The parts before the last as they stood in the row before: most rows of a village follow each other. */
  #before = new Uint8Array(256);
  #beforeEnds: Int32Array;
  #hasBefore = false;
  readonly #prefix = { low: 0, high: 0 };

  /** `parts`: how many fields make the key; the first of several is the unit. */
  constructor(parts: number) {
    this.#parts = parts;
    this.#beforeEnds = new Int32Array(parts);
  }

  /** Adds a key: each part the bytes from `starts` to `ends`. */
  add(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): void {
    const last = this.#parts - 1;
    if (!this.#isAsBefore(bytes, starts, ends)) this.#begin(bytes, starts, ends);
    this.addInUnit(bytes, starts[last] as number, ends[last] as number);
  }

  /** Adds a key whose parts before the last are those of the key before; the last are the bytes from `from` to `to`. */
  addInUnit(bytes: Uint8Array, from: number, to: number): void {
    const hash = this.#hash;
    hash.low = this.#prefix.low;
    hash.high = this.#prefix.high;
    hash.add(bytes, from, to);
    const at = 2 * this.#keys++;
    if (at + 2 > this.#hashes.length) this.#hashes = wider(this.#hashes);
    this.#hashes[at] = hash.low;
    this.#hashes[at + 1] = hash.high;
    const run = this.#runs.length - 1;
    this.#runs[run] = (this.#runs[run] as number) + 1;
  }

  /** What was collected; the next block begins anew. */
  take(): BlockKeys {
    const keys = { hashes: this.#hashes.slice(0, 2 * this.#keys), runs: Int32Array.from(this.#runs) };
    this.#keys = 0;
    this.#runs = [];
    this.#hasBefore = false;
    return keys;
  }

  #isAsBefore(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): boolean {
    if (!this.#hasBefore) return false;
    const before = this.#before;
    let at = 0;
    for (let part = 0; part < this.#parts - 1; part++) {
      const from = starts[part] as number;
      const to = ends[part] as number;
      if ((this.#beforeEnds[part] as number) !== at + to - from) return false;
      for (let next = from; next < to; next++) if (before[at++] !== bytes[next]) return false;
    }
    return true;
  }

  /** Takes the parts before the last anew; another unit begins another run. */
  #begin(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): void {
    const hash = this.#hash;
    hash.reset();
    let at = 0;
    for (let part = 0; part < this.#parts - 1; part++) {
      const from = starts[part] as number;
      const to = ends[part] as number;
      hash.add(bytes, from, to);
      if (part === 0) this.#enter(hash.low, hash.high);
      if (at + to - from > this.#before.length)
        this.#before = Uint8Array.from({ ...this.#before, length: 2 * (at + to - from) });
      for (let next = from; next < to; next++) this.#before[at++] = bytes[next] as number;
      this.#beforeEnds[part] = at;
    }
    if (this.#parts === 1) this.#enter(0, 0);
    this.#prefix.low = hash.low;
    this.#prefix.high = hash.high;
    this.#hasBefore = true;
  }

  #enter(low: number, high: number): void {
    const runs = this.#runs;
    const last = runs.length - 3;
    if (last < 0 || runs[last] !== low || runs[last + 1] !== high) runs.push(low, high, 0);
  }
}

function wider(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}
