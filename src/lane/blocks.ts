import { isUtf8 } from 'node:buffer';
import { LF, NotUnderstood, QUOTE } from './bytes.ts';
import { LONGEST_RECORD } from './records.ts';

/** Whole records of a file: the bytes from `from` to `to`; the last of them is a line feed. */
export interface Block {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

/** Gives memory for a block of at least so many bytes, and takes it back when the block is done with. */
export interface BlockMemory {
  take(size: number): Buffer;
  give(bytes: Buffer): void;
}

/** Reads the next bytes of a file to `at` and after, at most `length`; gives how many, 0 at the end. */
export type ReadBytes = (bytes: Buffer, at: number, length: number) => Promise<number>;

/** How many bytes of a file are looked at together. */
export const BLOCK_BYTES = 1 << 20;

/** What a block leaves to the next is put before the bytes that are read into it. */
const CARRIED = LONGEST_RECORD;

/**
 * Cuts the bytes of a file where records end: after the last line feed that stands outside quotes. What is left is
 * carried to the next block, which is read while this one is looked at. A file that ends without a line feed gets one.
 *
 * @throws NotUnderstood for what is not UTF-8, for a quote that is never closed, and for records too long to be true
 */
export async function* cutBlocks(
  read: ReadBytes,
  memory: BlockMemory,
  blockBytes: number = BLOCK_BYTES,
): AsyncGenerator<Block> {
  const begin = () => {
    const bytes = memory.take(CARRIED + blockBytes);
    const length = read(bytes, CARRIED, blockBytes);
    // it may fail while the block before is worked on; who waits for it in the end is told
    length.catch(() => {});
    return { bytes, length };
  };
  let next = begin();
  let carried = 0;
  try {
    for (;;) {
      const { bytes } = next;
      const length = await next.length;
      const from = CARRIED - carried;
      const end = CARRIED + length;
      if (length === 0) {
        if (carried > 0) yield lastBlock(bytes, from, end);
        return;
      }
      next = begin();
      const to = lastRecordEnd(bytes, from, end);
      carried = end - to;
      if (carried > CARRIED) throw new NotUnderstood();
      bytes.copy(next.bytes, CARRIED - carried, to, end);
      if (to > from) yield checked(bytes, from, to);
      else memory.give(bytes);
    }
  } finally {
    // whoever stops early must not close a file that is being read
    await next.length.catch(() => 0);
  }
}

function lastBlock(bytes: Buffer, from: number, end: number): Block {
  bytes[end] = LF;
  if (isInsideQuotes(bytes, from, end)) throw new NotUnderstood();
  return checked(bytes, from, end + 1);
}

function checked(bytes: Buffer, from: number, to: number): Block {
  if (!isUtf8(bytes.subarray(from, to))) throw new NotUnderstood();
  return { bytes, from, to };
}

/** Where the last whole record ends; a block begins outside quotes, and a quote inside them is doubled. */
function lastRecordEnd(bytes: Buffer, from: number, end: number): number {
  let inside = isInsideQuotes(bytes, from, end);
  for (let at = end - 1; at >= from; at--) {
    const byte = bytes[at];
    if (byte === QUOTE) inside = !inside;
    else if (byte === LF && !inside) return at + 1;
  }
  return from;
}

function isInsideQuotes(bytes: Buffer, from: number, end: number): boolean {
  let quotes = 0;
  // behind the block stand the rows of others, and memory that was never touched
  const first = bytes.subarray(from, end).indexOf(QUOTE);
  if (first < 0) return false;
  for (let at = from + first; at < end; at++) if (bytes[at] === QUOTE) quotes++;
  return quotes % 2 === 1;
}
