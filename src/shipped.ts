import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The data that comes with the program, read where it lies: the built program and the sources share it. */
const SOURCES = new URL('../src/', import.meta.url);
const LIBRARY = new URL('criteria/library/', SOURCES);
/** The same data as the build read it, beside the built program; the sources have none. */
const COMPILED = new URL('./compiled/', import.meta.url);

/** Text of a shipped data file, by its path below `src/`. */
export function shippedText(path: string): string {
  return readFileSync(new URL(path, SOURCES), 'utf8');
}

/** Ids of the shipped criteria sets, in alphabetical order. */
export function shippedSetIds(): readonly string[] {
  return readdirSync(LIBRARY)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/** The YAML of a shipped set, or null. */
export function shippedSet(id: string): { readonly name: string; readonly text: string } | null {
  return shippedSetIds().includes(id) ? { name: `${id}.yaml`, text: shippedText(`criteria/library/${id}.yaml`) } : null;
}

/** A shipped data file as the build read it, with the fingerprint of the texts it was read from. */
export interface CompiledData {
  readonly fingerprint: string;
  readonly data: unknown;
}

/** What the build read from `texts`; null where it read other texts, and where nothing is built. */
export function compiledData(name: string, texts: readonly string[]): unknown {
  const url = new URL(`${name}.json`, COMPILED);
  if (!existsSync(url)) return null;
  const { fingerprint, data } = JSON.parse(readFileSync(url, 'utf8')) as CompiledData;
  return fingerprint === fingerprintOf(texts) ? data : null;
}

/** SHA-256 of texts and of where each ends. */
export function fingerprintOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:${text}`);
  return hash.digest('hex');
}

/** Version of the program. */
export function toolVersion(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', SOURCES), 'utf8')) as { version: string }).version;
}
