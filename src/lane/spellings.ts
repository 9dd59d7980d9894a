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
const SLOTS = 4096;

/** The spellings of one column met so far, found by their bytes. */
export class Spellings {
  readonly #slots = new Uint16Array(SLOTS);
  readonly #known: Spelling[] = [];

  /** The spelling that stands in the bytes from `from` to `to`; `hash` is `hashOf` of them. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): Spelling | null {
    for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const at = this.#slots[slot] as number;
      if (at === 0) return null;
      const spelling = this.#known[at - 1] as Spelling;
      if (isSame(spelling.spelt, bytes, from, to)) return spelling;
    }
  }

  /** Remembers a spelling, unless there are too many. */
  add(spelling: Spelling, hash: number): void {
    if (this.#known.length >= MOST) return;
    let slot = hash & (SLOTS - 1);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.#slots[slot] = this.#known.push(spelling);
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
