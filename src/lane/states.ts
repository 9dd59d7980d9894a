/** Numbers the different states of households: what the judges can tell apart, packed into four integers. */
export class States {
  #size = 0;
  #slots = new Int32Array(1 << 12);
  #keys = new Int32Array(4 << 11);

  get size(): number {
    return this.#size;
  }

  /** The number of a state; that of a new one is the `size` before the call. */
  numberOf(a: number, b: number, c: number, d: number): number {
    const slots = this.#slots;
    const keys = this.#keys;
    const mask = slots.length - 1;
    for (let slot = hashOf(a, b, c, d) & mask; ; slot = (slot + 1) & mask) {
      const found = (slots[slot] as number) - 1;
      if (found < 0) return this.#add(slot, a, b, c, d);
      const at = found << 2;
      if (keys[at] === a && keys[at + 1] === b && keys[at + 2] === c && keys[at + 3] === d) return found;
    }
  }

  #add(slot: number, a: number, b: number, c: number, d: number): number {
    const number = this.#size++;
    this.#slots[slot] = number + 1;
    if (this.#keys.length < 4 * this.#size) this.#keys = wider(this.#keys);
    this.#keys.set([a, b, c, d], 4 * number);
    if (2 * this.#size > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    const keys = this.#keys as Int32Array;
    for (let number = 0; number < this.#size; number++) {
      const [a = 0, b = 0, c = 0, d = 0] = keys.subarray(4 * number, 4 * number + 4);
      let slot = hashOf(a, b, c, d) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

function wider(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

function hashOf(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15) ^ c, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13) ^ d, 0x165667b1);
  return (hash ^ (hash >>> 16)) >>> 0;
}
