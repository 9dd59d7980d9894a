import type { BlockMemory } from './blocks.ts';

/** Memory for blocks that is used again: as many buffers as there are blocks under way. */
export class BlockPool implements BlockMemory {
  readonly #free: Buffer[] = [];

  take(size: number): Buffer {
    const fits = this.#free.findLastIndex((bytes) => bytes.length >= (WRITTEN - 1) * size);
    const [bytes] = fits < 0 ? [] : this.#free.splice(fits, 1);
    if (bytes !== undefined) return bytes;
    // the blocks of a file are alike: what is too small now will not be wanted again
    this.#free.length = 0;
    // a buffer of its own: it may be given to another thread
    return Buffer.allocUnsafeSlow(WRITTEN * size + SPARE);
  }

  give(bytes: Buffer): void {
    this.#free.push(bytes);
  }
}

/** The rows of a block are written behind it, with what was decided: that is about as much again, seldom twice. */
const WRITTEN = 3;
const SPARE = 1 << 16;
