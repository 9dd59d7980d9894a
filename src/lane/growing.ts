/**
 * Bytes that are written one after the other. There are two buffers in turn: what was written before the last `clear`
 * stands until the next.
 */
export class GrowingBytes {
  #bytes: Uint8Array;
  #before: Uint8Array;
  #length = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
    this.#before = new Uint8Array(size);
  }

  /** Adds the bytes from `from` to `to`. */
  add(source: Uint8Array, from = 0, to = source.length): void {
    const wanted = this.#length + to - from;
    if (wanted > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(wanted, 2 * this.#bytes.length));
      wider.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = wider;
    }
    this.#bytes.set(to - from === source.length ? source : source.subarray(from, to), this.#length);
    this.#length += to - from;
  }

  addByte(byte: number): void {
    if (this.#length === this.#bytes.length) this.add(Uint8Array.of(byte));
    else this.#bytes[this.#length++] = byte;
  }

  /** What was written since `clear`. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    [this.#bytes, this.#before] = [this.#before, this.#bytes];
    this.#length = 0;
  }
}
