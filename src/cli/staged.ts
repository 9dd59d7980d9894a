import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Finding, FindingsError, finding } from '../finding.ts';

/** Temporary files that still stand; whoever ends the process removes them. */
const staged = new Set<string>();

/** Removes what an interrupted run left behind. */
export function removeStaged(): void {
  for (const path of staged) rmSync(path, { force: true });
  staged.clear();
}

const BUFFERED = 1 << 20;

/**
 * A file that is written whole or not at all: under a temporary name beside its place, then renamed. It can hold
 * personal data, so only its owner may read it.
 */
export class StagedFile {
  readonly path: string;
  readonly #temporary: string;
  readonly #handle: FileHandle;
  #pending: string[] = [];
  #size = 0;

  private constructor(path: string, temporary: string, handle: FileHandle) {
    this.path = path;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  /** @throws FindingsError `E602` */
  static async create(path: string): Promise<StagedFile> {
    const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
    try {
      const handle = await open(temporary, 'ax', 0o600);
      staged.add(temporary);
      return new StagedFile(path, temporary, handle);
    } catch (error) {
      throw cannotWrite(path, error);
    }
  }

  write(text: string): void {
    this.#pending.push(text);
    this.#size += text.length;
  }

  async flush(force = false): Promise<void> {
    if (this.#size < BUFFERED && !force) return;
    const text = this.#pending.join('');
    this.#pending = [];
    this.#size = 0;
    if (text === '') return;
    try {
      await this.#handle.appendFile(text);
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  /** Writes bytes after all text so far; their memory may be used again when it resolves. */
  async writeBytes(bytes: Uint8Array): Promise<void> {
    await this.flush(true);
    try {
      for (let at = 0; at < bytes.length; ) at += (await this.#handle.write(bytes, at)).bytesWritten;
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  /** Forgets what was written. */
  async restart(): Promise<void> {
    this.#pending = [];
    this.#size = 0;
    await this.#handle.truncate(0);
  }

  /** Everything that was written is on disk. */
  async settle(): Promise<void> {
    await this.flush(true);
    try {
      await this.#handle.sync();
      await this.#handle.close();
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  /** Takes its name. Only after `settle`. */
  async commit(): Promise<void> {
    try {
      await rename(this.#temporary, this.path);
      staged.delete(this.#temporary);
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  async discard(): Promise<void> {
    await this.#handle.close().catch(() => {});
    rmSync(this.#temporary, { force: true });
    staged.delete(this.#temporary);
  }
}

function cannotWrite(path: string, error: unknown): FindingsError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new FindingsError([finding('E602', { file: path }, { data: { reason } })]);
}

/** What keeps paths from being written: `E602` for a folder in the way, `E601` for files, unless they may be overwritten. */
export async function obstacles(paths: readonly string[], force: boolean): Promise<Finding[]> {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  return paths.flatMap((path, at) => {
    const there = found[at];
    if (there?.isDirectory()) return [finding('E602', { file: path }, { data: { reason: 'EISDIR' } })];
    return there === null || force ? [] : [finding('E601', { file: path })];
  });
}
