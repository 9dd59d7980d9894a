/** From so many slots on, memory counts more than a few steps of looking. */
const LARGE = 1 << 22;

/** A set of pairs of 32-bit numbers in a typed array: open addressing, doubled when it is full enough. */
export class PairSet {
  #pairs: Int32Array;
  #size = 0;
  #hasZero = false;

  /** `expected`: how many pairs it has room for from the beginning. */
  constructor(expected: number) {
    let slots = 1 << 10;
    while (mostIn(slots) <= expected) slots *= 2;
    this.#pairs = new Int32Array(2 * slots);
  }

  /** Adds a pair; false when it was there. */
  add(low: number, high: number): boolean {
    if (low === 0 && high === 0) {
      const isNew = !this.#hasZero;
      this.#hasZero = true;
      return isNew;
    }
    if (this.#size >= mostIn(this.#pairs.length / 2)) this.#grow();
    const isNew = put(this.#pairs, low, high);
    if (isNew) this.#size++;
    return isNew;
  }

  clear(): void {
    if (this.#size > 0) this.#pairs.fill(0);
    this.#size = 0;
    this.#hasZero = false;
  }

  #grow(): void {
    const before = this.#pairs;
    this.#pairs = new Int32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      const low = before[at] as number;
      const high = before[at + 1] as number;
      if (low !== 0 || high !== 0) put(this.#pairs, low, high);
    }
  }
}

function mostIn(slots: number): number {
  return slots < LARGE ? slots * 0.6 : slots * 0.875;
}

function put(pairs: Int32Array, low: number, high: number): boolean {
  const mask = pairs.length - 1;
  for (let at = slotOf(low, high, mask); ; at = (at + 2) & mask) {
    if (pairs[at] === low && pairs[at + 1] === high) return false;
    if (pairs[at] !== 0 || pairs[at + 1] !== 0) continue;
    pairs[at] = low;
    pairs[at + 1] = high;
    return true;
  }
}

function slotOf(low: number, high: number, mask: number): number {
  let hash = Math.imul(low ^ (high >>> 15), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16) ^ high, 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) << 1) & mask;
}
