import type { Criteria } from '../criteria/criteria.ts';
import type { Limits } from '../review/checks/limits.ts';
import { compiledData, shippedSet, shippedSetIds, shippedText } from '../shipped.ts';
import type { VocabularyFile } from '../survey/vocabulary.ts';

/**
 * The data that comes with the program, as the build read it (`compiled-files.ts`): to read YAML and hold it against its
 * schema takes longer than a small survey does. Texts that were changed since are read anew; only then their readers
 * are loaded.
 */

export const VOCABULARY = 'survey/vocabulary.yaml';
export const LIMITS = 'review/checks/limits.yaml';
/** The ids of the sets; what was read of each is named for it, so that a run reads no more than it asks for. */
export const LIBRARY = 'library';
export const SETS = 'set-';

export async function shippedVocabulary(): Promise<VocabularyFile> {
  const text = shippedText(VOCABULARY);
  const built = compiledData('vocabulary', [text]) as VocabularyFile | null;
  return built ?? (await import('../survey/vocabulary-file.ts')).readVocabularyFile(text);
}

export async function shippedLimits(): Promise<Limits> {
  const text = shippedText(LIMITS);
  const built = compiledData('limits', [text]) as Limits | null;
  return built ?? (await import('../review/checks/limits.ts')).parseLimits(text);
}

/** Gives each of the shipped sets by its id. */
export async function shippedSets(): Promise<(id: string) => Criteria> {
  const texts = libraryTexts();
  const isBuilt = compiledData(LIBRARY, texts) !== null;
  const load = isBuilt ? null : (await import('../criteria/load.ts')).loadCriteria;
  const read = (id: string) =>
    load === null ? compiledData(SETS + id, texts) : load(`${id}.yaml`, shippedSet(id)?.text ?? '', shippedSet);
  const loaded = new Map<string, Criteria>();
  return (id) => {
    const known = loaded.get(id) ?? (read(id) as Criteria);
    loaded.set(id, known);
    return known;
  };
}

/** Names and texts of the whole library: sets extend each other, so that a change of one may change another. */
export function libraryTexts(): readonly string[] {
  return shippedSetIds().flatMap((id) => [id, shippedSet(id)?.text ?? '']);
}
