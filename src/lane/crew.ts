import type { Block } from './blocks.ts';

/** Whoever works on blocks: this thread, or others. `Done` is what becomes of a block. */
export interface Crew<Done> {
  /** How many blocks may be given to it before the first comes back. */
  readonly hands: number;
  /** Works on a block of a table. What comes back stands until `hands` more were given. */
  work(table: number, block: Block): Promise<Done>;
  /** Memory for blocks that it can read. */
  memory(size: number): Buffer;
  end(): Promise<void>;
}
