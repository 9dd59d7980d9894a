import { type Criteria, indicatorsOf } from '../criteria/criteria.ts';
import type { ColumnsFile } from '../survey/columns-file.ts';
import { makeVocabulary, type Vocabulary } from '../survey/vocabulary.ts';
import { shippedVocabulary } from './shipped-data.ts';

/** The vocabulary that ships, with the marks of the criteria in use and what a user's columns file adds. */
export async function vocabularyFor(
  sets: readonly Criteria[],
  columns: ColumnsFile | null = null,
): Promise<Vocabulary> {
  const marks = sets.flatMap((set) => indicatorsOf(set).map((i) => ({ id: i.id, headings: [i.title.vi, i.title.en] })));
  return makeVocabulary(await shippedVocabulary(), marks, columns);
}
