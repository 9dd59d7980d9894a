import { parse } from 'yaml';
import { z } from 'zod';
import type { VocabularyFile } from './vocabulary.ts';

const words = z.array(z.string());
const spellings = z.record(z.string(), words);
const vocabularySchema = z.strictObject({
  headings: spellings,
  member_headings: spellings,
  codes: z.record(z.string(), spellings),
  classes: spellings,
  yes: words,
  no: words,
  row_numbers: words,
  non_values: words,
  count_headings: words,
  rows: z.strictObject({ total: words, signature: words, village: words, commune: words, class_list: words }),
  head_relations: words,
  money_units: spellings,
  person_id_provinces: words,
});

/** Reads the vocabulary that ships with the program. */
export function readVocabularyFile(yaml: string): VocabularyFile {
  return vocabularySchema.parse(parse(yaml));
}
