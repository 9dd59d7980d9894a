import type { Block } from './blocks.ts';

/** Room for the cells of a row that grow when they are rewritten, and for what follows the cells. */
const SLACK = 1 << 14;

/**
 * The memory of a block: the bytes of its rows stand before `to`, what is written after. Copying within one memory is
 * several times faster than a loop over bytes, or from one memory to another.
 */
export class Output {
  bytes: Buffer = Buffer.alloc(0);
  /** Where the next byte is written. */
  o = 0;
  #begin = 0;

  /** Writes behind the rows of a block from now on. */
  enter({ bytes, to }: Block): void {
    this.bytes = bytes;
    this.#begin = to;
    this.o = to;
  }

  /** Makes room for so many bytes and some more. */
  reserve(more: number): void {
    const wanted = this.o + more + SLACK;
    if (wanted <= this.bytes.length) return;
    const wider = Buffer.allocUnsafeSlow(Math.max(wanted, 2 * this.bytes.length));
    wider.set(this.bytes.subarray(0, this.o));
    this.bytes = wider;
  }

  /** Adds what stands in the memory itself, from `from` to `to`. */
  copy(from: number, to: number): void {
    this.bytes.copyWithin(this.o, from, to);
    this.o += to - from;
  }

  add(text: Uint8Array): void {
    this.bytes.set(text, this.o);
    this.o += text.length;
  }

  /** Adds the first bytes of a short text. */
  addPart(text: Uint8Array, length: number): void {
    const { bytes } = this;
    for (let at = 0; at < length; at++) bytes[this.o++] = text[at] as number;
  }

  addByte(byte: number): void {
    this.bytes[this.o++] = byte;
  }

  /** What was written since the block was entered. */
  view(): Uint8Array {
    return this.bytes.subarray(this.#begin, this.o);
  }
}
