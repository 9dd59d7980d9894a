import { open } from 'node:fs/promises';
import type { Source } from '../survey/source.ts';
import type { ReadBytes } from './blocks.ts';

/** Opens a source to be read into memory of the caller's; `end` closes it. */
export async function openBytes(source: Source): Promise<{ readonly read: ReadBytes; end(): Promise<void> }> {
  return source.path === undefined ? fromChunks(source) : fromFile(source.path);
}

async function fromFile(path: string) {
  const file = await open(path, 'r');
  const read: ReadBytes = async (bytes, at, length) => (await file.read(bytes, at, length, null)).bytesRead;
  return { read, end: () => file.close() };
}

function fromChunks(source: Source) {
  const chunks = source.open()[Symbol.asyncIterator]();
  let left: Uint8Array = new Uint8Array(0);
  const read: ReadBytes = async (bytes, at, length) => {
    while (left.length === 0) {
      const { done, value } = await chunks.next();
      if (done === true) return 0;
      left = value;
    }
    const part = left.subarray(0, length);
    bytes.set(part, at);
    left = left.subarray(part.length);
    return part.length;
  };
  return {
    read,
    end: async () => {
      await chunks.return?.();
    },
  };
}
