import { createReadStream } from 'node:fs';

/** Bytes that can be read more than once: a file, or what came through a pipe. */
export interface Source {
  /** The name a person gave, for findings and manifests. */
  readonly name: string;
  /** Null when not known. */
  readonly bytes: number | null;
  /** Where the file lies, for whoever reads it in another way; only for what is one. */
  readonly path?: string;
  open(): AsyncIterable<Uint8Array>;
}

const CHUNK = 1 << 20;

export function fileSource(path: string, bytes: number): Source {
  return { name: path, path, bytes, open: () => createReadStream(path, { highWaterMark: CHUNK }) };
}

export function memorySource(name: string, content: Uint8Array): Source {
  return {
    name,
    bytes: content.length,
    async *open() {
      yield content;
    },
  };
}
