const LEAST = 1024;
const FREE = -1;

/**
 * Whole numbers (hashes, citizens' numbers) with a small whole number each, twelve bytes an entry at half load; a Map of
 * a million of them takes ten times as much. Grows as it is filled.
 */
export class NumberTable {
  #keys = new Float64Array(LEAST);
  #values = new Int32Array(LEAST).fill(FREE);
  #size = 0;

  /** The value of a key, 0 or more; -1 when it has none. */
  get(key: number): number {
    return this.#values[this.#placeOf(key)] as number;
  }

  set(key: number, value: number): void {
    if (2 * this.#size >= this.#keys.length) this.#grow();
    const place = this.#placeOf(key);
    if (this.#values[place] === FREE) this.#size++;
    this.#keys[place] = key;
    this.#values[place] = value;
  }

  #placeOf(key: number): number {
    const mask = this.#keys.length - 1;
    let place = (Math.imul(key | 0, 2654435761) ^ Math.imul(Math.floor(key / 4294967296), 1597334677)) >>> 0;
    place = (place ^ (place >>> 15)) & mask;
    while (this.#values[place] !== FREE && this.#keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Float64Array(2 * keys.length);
    this.#values = new Int32Array(2 * keys.length).fill(FREE);
    for (let at = 0; at < keys.length; at++) {
      if (values[at] === FREE) continue;
      const place = this.#placeOf(keys[at] as number);
      this.#keys[place] = keys[at] as number;
      this.#values[place] = values[at] as number;
    }
  }
}
