import { loadCriteria } from '../criteria/load.ts';
import { parseLimits } from '../review/checks/limits.ts';
import { type CompiledData, fingerprintOf, shippedSet, shippedSetIds, shippedText } from '../shipped.ts';
import { readVocabularyFile } from '../survey/vocabulary-file.ts';
import { LIBRARY, LIMITS, libraryTexts, SETS, VOCABULARY } from './shipped-data.ts';

/**
 * What the build writes beside the program, by name: the shipped sets flattened and checked, the vocabulary, the limits
 * of the checks. `shipped-data.ts` reads them.
 *
 * @throws FindingsError when a shipped set has a mistake
 */
export function compiledFiles(): ReadonlyMap<string, CompiledData> {
  const [vocabulary, limits] = [VOCABULARY, LIMITS].map(shippedText) as [string, string];
  const library = fingerprintOf(libraryTexts());
  const sets = shippedSetIds().map((id): [string, CompiledData] => {
    const data = loadCriteria(`${id}.yaml`, shippedSet(id)?.text ?? '', shippedSet);
    return [`${SETS}${id}`, { fingerprint: library, data }];
  });
  return new Map([
    [LIBRARY, { fingerprint: library, data: shippedSetIds() }],
    ...sets,
    ['vocabulary', { fingerprint: fingerprintOf([vocabulary]), data: readVocabularyFile(vocabulary) }],
    ['limits', { fingerprint: fingerprintOf([limits]), data: parseLimits(limits) }],
  ]);
}
