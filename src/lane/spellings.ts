/** One spelling of a column's cells and what it comes to. */
export interface Spelling {
  readonly spelt: Uint8Array;
  /** As it is written. */
  readonly written: Uint8Array;
  /** It is written as it is spelt. */
  readonly isCanonical: boolean;
  /** Number of the canonical value within its column; 0 is the blank. */
  readonly value: number;
}

/** Above this a column has no closed list of spellings. */
const MOST = 1024;
/** Slots at the start; doubled as they fill, for most columns have a few spellings and a province has many small files. */
const SLOTS = 64;

/** The spellings of one column met so far, found by their bytes. */
export class Spellings {
  #slots = new Uint16Array(SLOTS);
  readonly #known: Spelling[] = [];
  readonly #hashes: number[] = [];

  /** The spelling that stands in the bytes from `from` to `to`; `hash` is `hashOf` of them. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): Spelling | null {
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const at = slots[slot] as number;
      if (at === 0) return null;
      const spelling = this.#known[at - 1] as Spelling;
      if (isSame(spelling.spelt, bytes, from, to)) return spelling;
    }
  }

  /** Remembers a spelling, unless there are too many. */
  add(spelling: Spelling, hash: number): void {
    if (this.#known.length >= MOST) return;
    this.#hashes.push(hash);
    this.#place(hash, this.#known.push(spelling));
    // a quarter full at most: what is not there is soon known not to be
    if (this.#known.length * 4 > this.#slots.length) this.#grow();
  }

  #place(hash: number, number: number): void {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = number;
  }

  #grow(): void {
    this.#slots = new Uint16Array(this.#slots.length * 2);
    for (const [at, hash] of this.#hashes.entries()) this.#place(hash, at + 1);
  }
}

function isSame(spelt: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (spelt.length !== to - from) return false;
  for (let at = 0; at < spelt.length; at++) if (spelt[at] !== bytes[from + at]) return false;
  return true;
}

/** One step of the hash by which spellings are found. */
export function hashStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193) ^ (hash >>> 15);
}
