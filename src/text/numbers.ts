/** A growing list of numbers, eight bytes each. */
export class Numbers {
  #all = new Float64Array(256);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#all.length) {
      const wider = new Float64Array(2 * this.#length);
      wider.set(this.#all);
      this.#all = wider;
    }
    this.#all[this.#length++] = value;
  }

  at(position: number): number {
    return this.#all[position] as number;
  }

  get length(): number {
    return this.#length;
  }

  /** What is in it now; a later `push` may leave this behind. */
  get view(): Float64Array {
    return this.#all.subarray(0, this.#length);
  }
}
