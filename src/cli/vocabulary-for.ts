import { type Criteria, indicatorsOf } from '../criteria/criteria.ts';
import { shippedText } from '../shipped.ts';
import type { ColumnsFile } from '../survey/columns-file.ts';
import { parseVocabulary, type Vocabulary } from '../survey/vocabulary.ts';

/** The vocabulary that ships, with the marks of the criteria in use and what a user's columns file adds. */
export function vocabularyFor(sets: readonly Criteria[], columns: ColumnsFile | null = null): Vocabulary {
  const marks = sets.flatMap((set) => indicatorsOf(set).map((i) => ({ id: i.id, headings: [i.title.vi, i.title.en] })));
  return parseVocabulary(shippedText('survey/vocabulary.yaml'), marks, columns);
}
