import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Catalogue, type Chosen, chooseCriteria } from '../criteria/choose.ts';
import type { Criteria } from '../criteria/criteria.ts';
import { loadCriteria } from '../criteria/load.ts';
import { FindingsError, finding } from '../finding.ts';
import { shippedSet, shippedSetIds } from '../shipped.ts';
import { UsageError } from './exit.ts';
import type { Settings } from './settings.ts';

export interface CriteriaOptions {
  readonly criteria?: readonly string[];
  readonly allowUnverified?: boolean;
  readonly outsideCoverage?: boolean;
}

/** All sets that ship with the program. */
export function catalogue(): readonly Criteria[] {
  return shippedCatalogue().all();
}

/** The shipped sets, each read once and not before it is asked for: reading all of them takes most of a second. */
function shippedCatalogue(): Catalogue {
  const ids = shippedSetIds();
  const loaded = new Map<string, Criteria>();
  const load = (id: string): Criteria => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    const set = shippedSet(id);
    if (set === null) throw new Error(`no shipped set ${id}`);
    const criteria = loadCriteria(set.name, set.text, sourceOfSets);
    loaded.set(id, criteria);
    return criteria;
  };
  return { ids, get: (id) => (ids.includes(id) ? load(id) : null), all: () => ids.map(load) };
}

/** The sets the user asked for; see `chooseCriteria`. A name that looks like a path is a file of the user's own. */
export function setsFor(options: CriteriaOptions, date: string | null, { words }: Settings): Chosen {
  const names = options.criteria ?? [];
  const shipped = shippedCatalogue();
  const isFamily = (name: string) => !shipped.ids.includes(name) && shipped.all().some((set) => set.family === name);
  const familyWithoutDate = date === null ? names.find((name) => !isPath(name) && isFamily(name)) : undefined;
  if (date === null && (names.length === 0 || familyWithoutDate !== undefined)) {
    const list = shipped.ids.join(', ');
    throw new UsageError(words.usage.noCriteria(familyWithoutDate ?? null), words.usage.criteriaAre(list));
  }
  const choice = {
    names,
    date,
    allowUnverified: options.allowUnverified === true,
    outsideCoverage: options.outsideCoverage === true,
  };
  return chooseCriteria(choice, shipped, (name) => (isPath(name) ? loadFile(name) : null));
}

/** True for a name that is a file of the user's own. */
export function isPath(name: string): boolean {
  return /[\\/]|\.ya?ml$/i.test(name);
}

function loadFile(path: string): Criteria {
  return loadCriteria(path, readText(path), sourceOfSets);
}

/** The text of a criteria file. `E101` when it cannot be read. */
export function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw new FindingsError([finding('E102', { file: path })]);
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new FindingsError([finding('E101', { file: path }, { data: { reason } })]);
  }
}

/** A set to extend: a file beside the one that names it, or a shipped set. */
export function sourceOfSets(id: string, from: string | null): { name: string; text: string } | null {
  if (!isPath(id)) return shippedSet(id);
  const path = resolve(from === null ? '.' : dirname(from), id);
  return { name: path, text: readText(path) };
}
