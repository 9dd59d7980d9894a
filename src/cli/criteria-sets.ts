import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Catalogue, type Chosen, chooseCriteria } from '../criteria/choose.ts';
import type { Criteria } from '../criteria/criteria.ts';
import { type Finding, FindingsError, finding } from '../finding.ts';
import { shippedSet, shippedSetIds } from '../shipped.ts';
import { UsageError } from './exit.ts';
import { pipedBytes } from './inputs.ts';
import type { Settings } from './settings.ts';
import { shippedSets } from './shipped-data.ts';

export interface CriteriaOptions {
  readonly criteria?: readonly string[];
  readonly allowUnverified?: boolean;
  readonly outsideCoverage?: boolean;
}

/** All sets that ship with the program. */
export async function catalogue(): Promise<readonly Criteria[]> {
  return (await shippedCatalogue()).all();
}

async function shippedCatalogue(): Promise<Catalogue> {
  const ids = shippedSetIds();
  const load = await shippedSets();
  return { ids, get: (id) => (ids.includes(id) ? load(id) : null), all: () => ids.map(load) };
}

/** The sets the user asked for; see `chooseCriteria`. A name that looks like a path is a file of the user's own. */
export async function setsFor(options: CriteriaOptions, date: string | null, { words }: Settings): Promise<Chosen> {
  const names = options.criteria ?? [];
  const shipped = await shippedCatalogue();
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
  const own = names.some(isPath) ? (await import('./own-set.ts')).ownSet : null;
  return chooseCriteria(choice, shipped, (name) =>
    isPath(name) ? (own?.(name, readText(name), sourceOfSets) ?? null) : null,
  );
}

/** The day for which a set is used outside its coverage, by what was found when it was chosen; null when it is not. */
export function outsideOn({ id }: Criteria, findings: readonly Finding[]): string | null {
  const found = findings.find((f) => f.code === 'W409' && f.saw === id);
  return found === undefined ? null : String(found.data?.date);
}

/** True for a name that is a file of the user's own. */
export function isPath(name: string): boolean {
  return /[\\/]|\.ya?ml$/i.test(name);
}

/** The text of a YAML file. `E101` when it cannot be read, `E102` when it is not UTF-8. */
export function readText(path: string): string {
  return textOf(path, () => readFileSync(path));
}

/** The YAML that is piped in. */
export async function pipedText(settings: Settings): Promise<string> {
  const bytes = await pipedBytes(settings);
  return textOf('-', () => bytes);
}

function textOf(path: string, read: () => Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(read());
  } catch (error) {
    if (error instanceof TypeError)
      throw new FindingsError([finding('E102', { file: path }, { data: { kind: 'yaml' } })]);
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
