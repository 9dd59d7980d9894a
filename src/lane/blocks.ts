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

/** How many bytes of a file are looked at together. */
export const BLOCK_BYTES = 1 << 20;

/**
 * Cuts a stream of bytes where records end: after the last line feed that stands outside quotes. What is left is
 * carried to the next block. A file that ends without a line feed gets one.
 *
 * @throws NotUnderstood for what is not UTF-8, for a quote that is never closed, and for records too long to be true
 */
export async function* cutBlocks(
  chunks: AsyncIterable<Uint8Array>,
  memory: BlockMemory,
  blockBytes: number = BLOCK_BYTES,
): AsyncGenerator<Block> {
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += blockBytes) {
      const part = chunk.subarray(at, at + blockBytes);
      const bytes = memory.take(carried.length + part.length + 1);
      bytes.set(carried);
      bytes.set(part, carried.length);
      const end = carried.length + part.length;
      const to = lastRecordEnd(bytes, end);
      carried = Buffer.from(bytes.subarray(to, end));
      if (carried.length > 2 * LONGEST_RECORD) throw new NotUnderstood();
      if (to > 0) yield checked(bytes, to);
      else memory.give(bytes);
    }
  }
  if (carried.length === 0) return;
  const bytes = memory.take(carried.length + 1);
  bytes.set(carried);
  bytes[carried.length] = LF;
  if (isInsideQuotes(bytes, carried.length)) throw new NotUnderstood();
  yield checked(bytes, carried.length + 1);
}

function checked(bytes: Buffer, to: number): Block {
  if (!isUtf8(bytes.subarray(0, to))) throw new NotUnderstood();
  return { bytes, from: 0, to };
}

/** Where the last whole record ends; a block begins outside quotes, and a quote inside them is doubled. */
function lastRecordEnd(bytes: Buffer, end: number): number {
  let inside = isInsideQuotes(bytes, end);
  for (let at = end - 1; at >= 0; at--) {
    const byte = bytes[at];
    if (byte === QUOTE) inside = !inside;
    else if (byte === LF && !inside) return at + 1;
  }
  return 0;
}

function isInsideQuotes(bytes: Buffer, end: number): boolean {
  let quotes = 0;
  let at = bytes.indexOf(QUOTE);
  if (at < 0 || at >= end) return false;
  for (; at < end; at++) if (bytes[at] === QUOTE) quotes++;
  return quotes % 2 === 1;
}
