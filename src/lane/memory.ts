import type { BlockMemory } from './blocks.ts';

/** Memory for blocks that is used again: as many buffers as there are blocks under way. */
export class BlockPool implements BlockMemory {
  readonly #free: Buffer[] = [];
  readonly #make: (size: number) => Buffer;

  /** `make`: gives new memory of at least so many bytes. */
  constructor(make: (size: number) => Buffer) {
    this.#make = make;
  }

  take(size: number): Buffer {
    const fits = this.#free.findLastIndex((bytes) => bytes.length >= size);
    const [bytes] = fits < 0 ? [] : this.#free.splice(fits, 1);
    if (bytes !== undefined) return bytes;
    // the blocks of a file are alike: what is too small now will not be wanted again
    this.#free.length = 0;
    return this.#make(size + Math.min(size, SPARE));
  }

  give(bytes: Buffer): void {
    this.#free.push(bytes);
  }
}

/** Room for the part of a row that a block leaves to the next. */
const SPARE = 1 << 16;
