import { readFile } from 'node:fs/promises';
import type { Survey } from '../survey/survey.ts';

/**
 * Per table: the indicators whose marks an earlier run derived, with the hash of what it derived them by, as the manifest
 * beside a result says. Nothing for files that are no results, and for results without their manifest.
 */
export async function earlierMarks({ tables }: Survey): Promise<readonly ReadonlyMap<string, string>[]> {
  return Promise.all(
    tables.map(async ({ headings, source }) =>
      headings.includes('criteria_hash') ? derivedIn(await textOf(`${source.name}.manifest.json`)) : new Map(),
    ),
  );
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

/** A manifest that is damaged says nothing. */
function derivedIn(text: string): ReadonlyMap<string, string> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return new Map();
  }
  const definitions = fieldOf(manifest, 'definitions');
  const derived = fieldOf(manifest, 'derived');
  if (!Array.isArray(derived)) return new Map();
  return new Map(
    derived.filter((id) => typeof id === 'string').map((id) => [id, String(fieldOf(definitions, id) ?? '')]),
  );
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
