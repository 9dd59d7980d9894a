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
  const built = compiledData('criteria', libraryTexts()) as Readonly<Record<string, Criteria>> | null;
  if (built !== null) return (id) => built[id] as Criteria;
  const { loadCriteria } = await import('../criteria/load.ts');
  const loaded = new Map<string, Criteria>();
  return (id) => {
    const known = loaded.get(id) ?? loadCriteria(`${id}.yaml`, shippedSet(id)?.text ?? '', shippedSet);
    loaded.set(id, known);
    return known;
  };
}

/** Names and texts of the whole library: sets extend each other, so that a change of one may change another. */
export function libraryTexts(): readonly string[] {
  return shippedSetIds().flatMap((id) => [id, shippedSet(id)?.text ?? '']);
}
