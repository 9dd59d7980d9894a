import { parse } from 'yaml';
import { z } from 'zod';
import { foldKey } from '../text/fold.ts';
import { type Field, HOUSEHOLD_FIELDS, RESULT_FIELDS } from './fields.ts';

/** The spellings that lead to canonical fields, codes and classes; see `vocabulary.yaml`. */
export interface Vocabulary {
  readonly fields: readonly Field[];
  fieldOf(heading: string): Field | null;
  /** True for a heading that `classify` itself writes. */
  isResult(heading: string): boolean;
  classOf(text: string): string | null;
  codeOf(field: Field, text: string): string | null;
  /** `1`, `0`, or null for anything else. */
  yesNo(text: string): '1' | '0' | null;
  /** True for the heading of a column that only numbers the rows. */
  isRowNumber(heading: string): boolean;
  /** Texts such as `--` or `#REF!`, which say that nothing was answered. */
  isNonValue(text: string): boolean;
}

const words = z.array(z.string());
const vocabularySchema = z.strictObject({
  headings: z.record(z.string(), words),
  codes: z.record(z.string(), z.record(z.string(), words)),
  classes: z.record(z.string(), words),
  yes: words,
  no: words,
  row_numbers: words,
  non_values: words,
});

/** A mark that a criteria set counts beyond those every survey knows, with the headings it goes by. */
export interface ExtraMark {
  readonly id: string;
  readonly headings: readonly string[];
}

/** Reads the vocabulary that ships with the program, and adds the indicators of the criteria in use. */
export function parseVocabulary(yaml: string, extraMarks: readonly ExtraMark[] = []): Vocabulary {
  const file = vocabularySchema.parse(parse(yaml));
  const known = new Set(HOUSEHOLD_FIELDS.map((f) => f.id));
  const added: Field[] = extraMarks.filter((mark) => !known.has(mark.id)).map(({ id }) => ({ id, kind: 'mark' }));
  const fields = [...HOUSEHOLD_FIELDS, ...added];
  const byHeading = new Map<string, Field>();
  for (const field of fields) {
    for (const heading of [field.id, ...(file.headings[field.id] ?? [])]) byHeading.set(foldKey(heading), field);
  }
  for (const { id, headings } of extraMarks) {
    const field = fields.find((f) => f.id === id);
    for (const heading of headings) {
      const key = foldKey(heading);
      if (field !== undefined && !byHeading.has(key)) byHeading.set(key, field);
    }
  }
  const codes = new Map(fields.map((f) => [f.id, lookup(f.codes ?? [], file.codes[f.id] ?? {})]));
  const classes = lookup(['poor', 'near_poor', 'non_poor'], file.classes);
  const yes = new Set(file.yes.map(foldKey));
  const no = new Set(file.no.map(foldKey));
  const nonValues = new Set(file.non_values.map(foldKey));
  const rowNumbers = new Set(file.row_numbers.map(foldKey));
  const results = new Set(RESULT_FIELDS.map(foldKey));
  const fold = remembering(foldKey);
  return {
    fields,
    fieldOf: (heading) => byHeading.get(foldKey(heading)) ?? null,
    isResult: (heading) => results.has(foldKey(heading)),
    classOf: (text) => classes.get(fold(text)) ?? null,
    codeOf: (field, text) => codes.get(field.id)?.get(fold(text)) ?? null,
    yesNo(text) {
      const key = fold(text);
      return yes.has(key) ? '1' : no.has(key) ? '0' : null;
    },
    isRowNumber: (heading) => rowNumbers.has(foldKey(heading)),
    isNonValue: (text) => nonValues.has(foldKey(text)),
  };
}

function lookup(canonical: readonly string[], synonyms: Readonly<Record<string, readonly string[]>>) {
  const spelt = canonical.flatMap((code) =>
    [code, ...(synonyms[code] ?? [])].map((text) => [foldKey(text), code] as const),
  );
  return new Map(spelt);
}

/** Cells of answers repeat themselves: folding each spelling once takes a quarter off the time of a run. */
function remembering(fold: (text: string) => string): (text: string) => string {
  const folded = new Map<string, string>();
  return (text) => {
    const known = folded.get(text);
    if (known !== undefined) return known;
    const key = fold(text);
    if (folded.size < MOST_REMEMBERED) folded.set(text, key);
    return key;
  };
}

const MOST_REMEMBERED = 4096;
