import { readdirSync, readFileSync } from 'node:fs';

/** The data that comes with the program, read where it lies: the built program and the sources share it. */
const SOURCES = new URL('../src/', import.meta.url);
const LIBRARY = new URL('criteria/library/', SOURCES);

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

/** Version of the program. */
export function toolVersion(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', SOURCES), 'utf8')) as { version: string }).version;
}
