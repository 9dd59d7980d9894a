import { readdirSync, readFileSync } from 'node:fs';
import type { Criteria } from '../../src/criteria/criteria.ts';
import { type CriteriaSource, loadCriteria } from '../../src/criteria/load.ts';
import { type Finding, FindingsError } from '../../src/finding.ts';

const LIBRARY = new URL('../../src/criteria/library/', import.meta.url);

/** Ids of all sets in the library, in the order of the alphabet. */
export const SHIPPED: readonly string[] = readdirSync(LIBRARY)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length))
  .sort();

export function textOf(id: string): string {
  return readFileSync(new URL(`${id}.yaml`, LIBRARY), 'utf8');
}

const fromLibrary: CriteriaSource = (id) => (SHIPPED.includes(id) ? { name: `${id}.yaml`, text: textOf(id) } : null);

export function shipped(id: string): Criteria {
  return loadCriteria(`${id}.yaml`, textOf(id), fromLibrary);
}

/** A shipped text with one passage changed; the passage must be there. */
export function changed(id: string, before: string, after: string): string {
  const text = textOf(id);
  if (!text.includes(before)) throw new Error(`${id} does not hold ${JSON.stringify(before)}`);
  return text.replace(before, after);
}

/** Loads an own text called `own.yaml`, its ancestors taken from the library. */
export function load(text: string, source: CriteriaSource = fromLibrary): Criteria {
  return loadCriteria('own.yaml', text, source);
}

/** The findings that keep something from working; none when it works. Any other error is thrown on. */
export function findingsOf(attempt: () => unknown): readonly Finding[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (error instanceof FindingsError) return error.findings;
    throw error;
  }
}

/** Line (1 = first) of the first passage in a text. */
export function rowOf(text: string, passage: string): number {
  const at = text.indexOf(passage);
  if (at < 0) throw new Error(`no ${JSON.stringify(passage)} in the text`);
  return text.slice(0, at).split('\n').length;
}
