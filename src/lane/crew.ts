import type { Block } from './blocks.ts';

/** Whoever works on blocks: this thread, or others. `Done` is what becomes of a block. */
export interface Crew<Done> {
  /** How many blocks may be given to it before the first comes back. */
  readonly hands: number;
  /** Works on a block of a table, whose memory is the crew's until it comes back. It stands until `hands` more were given. */
  work(table: number, block: Block): Promise<Worked<Done>>;
  end(): Promise<void>;
}

/** What became of a block, and its memory: another buffer when it was with another thread. */
export interface Worked<Done> {
  readonly done: Done;
  readonly bytes: Buffer;
}
