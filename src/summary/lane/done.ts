import type { BlockKeys } from '../../lane/done.ts';
import type { Leaf } from '../summarize.ts';
import type { KeyStretch } from './key-order.ts';

/** What a block of a result counts. Plain data: it travels between threads. */
export interface BlockCounted {
  readonly rows: number;
  /** In the order in which they first stand in the block. */
  readonly leaves: readonly Leaf[];
  /** None where the order of the keys is looked at. */
  readonly keys: BlockKeys;
  /** None where the keys themselves are. */
  readonly stretches: readonly KeyStretch[];
}
