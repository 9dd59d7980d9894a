import { foldKey } from '../text/fold.ts';
import { once } from '../text/once.ts';
import type { ColumnsFile } from './columns-file.ts';
import { CAUSES, type Field, HOUSEHOLD_FIELDS, MEMBER_COLUMNS, RESULT_FIELDS } from './fields.ts';

/** The spellings that lead to canonical fields, codes and classes; see `vocabulary.yaml`. */
export interface Vocabulary {
  readonly fields: readonly Field[];
  /** True when a columns file adds to it: it is not the one that ships. */
  readonly isExtended: boolean;
  fieldOf(heading: string): Field | null;
  /** The field of a column in a list with a row a member. */
  memberFieldOf(heading: string): Field | null;
  /** True for a heading that `classify` itself writes. */
  isResult(heading: string): boolean;
  /** True for a heading that the columns file says to pass over. */
  isIgnored(heading: string): boolean;
  classOf(text: string): string | null;
  codeOf(field: Field, text: string): string | null;
  /** `1`, `0`, or null for anything else. */
  yesNo(text: string): '1' | '0' | null;
  /** True for the heading of a column that only numbers the rows. */
  isRowNumber(heading: string): boolean;
  /** True for the heading of a count or rate, as summary tables have them. */
  isCountHeading(text: string): boolean;
  /** Texts such as `--` or `#REF!`, which say that nothing was answered. */
  isNonValue(text: string): boolean;
  /** What a blank of the field means; `''` is unknown, as everywhere unless the columns file says otherwise. */
  blankOf(field: Field): string;
  /** How many đồng the heading says one unit of its amounts is. */
  moneyUnit(heading: string): number;
  /** True for the relation that a head has to itself. */
  isHead(relation: string): boolean;
  /** True for the first three digits of a citizen's number that stand for a province. */
  isPersonIdProvince(digits: string): boolean;
  /** Words by which rows that are no households begin. */
  readonly rowWords: Readonly<Record<RowWord, readonly string[]>>;
}

export type RowWord = 'total' | 'signature' | 'village' | 'commune' | 'class_list';

/** The shipped file as data; see `vocabulary.yaml`. */
export interface VocabularyFile {
  readonly headings: Spellings;
  readonly member_headings: Spellings;
  readonly codes: Readonly<Record<string, Spellings>>;
  readonly classes: Spellings;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly row_numbers: readonly string[];
  readonly non_values: readonly string[];
  readonly count_headings: readonly string[];
  readonly rows: Readonly<Record<RowWord, readonly string[]>>;
  readonly head_relations: readonly string[];
  readonly money_units: Spellings;
  readonly person_id_provinces: readonly string[];
}

/** A code, a field or a factor, and the texts that lead to it. */
type Spellings = Readonly<Record<string, readonly string[]>>;

/** A mark that a criteria set counts beyond those every survey knows, with the headings it goes by. */
export interface ExtraMark {
  readonly id: string;
  readonly headings: readonly string[];
}

/** The vocabulary of the shipped file, with the indicators of the criteria in use and a user's columns file added. */
export function makeVocabulary(
  shipped: VocabularyFile,
  extraMarks: readonly ExtraMark[] = [],
  columns: ColumnsFile | null = null,
): Vocabulary {
  const file = extended(shipped, columns);
  const known = new Set(HOUSEHOLD_FIELDS.map((f) => f.id));
  const added: Field[] = extraMarks.filter((mark) => !known.has(mark.id)).map(({ id }) => ({ id, kind: 'mark' }));
  const fields = [...HOUSEHOLD_FIELDS, ...added];
  const byHeading = headingsOf([...fields, CAUSES], file.headings);
  for (const { id, headings } of extraMarks) {
    const field = fields.find((f) => f.id === id);
    for (const heading of headings) {
      const key = foldKey(heading);
      if (field !== undefined && !byHeading.has(key)) byHeading.set(key, field);
    }
  }
  const byMemberHeading = once(() => headingsOf(MEMBER_COLUMNS, file.member_headings));
  // what a user says of a heading comes before what the program knows
  for (const [id, headings] of Object.entries(columns?.headings ?? {})) {
    const field = [...fields, CAUSES].find((f) => f.id === id);
    for (const heading of field === undefined ? [] : headings) byHeading.set(foldKey(heading), field as Field);
  }
  const coded = new Map([...fields, CAUSES, ...MEMBER_COLUMNS].map((f) => [f.id, f.codes ?? []]));
  const codes = new Map<string, ReadonlyMap<string, string>>();
  const codesOf = (id: string): ReadonlyMap<string, string> => {
    const found = codes.get(id) ?? lookup(coded.get(id) ?? [], coded.has(id) ? (file.codes[id] ?? {}) : {});
    codes.set(id, found);
    return found;
  };
  const classes = lookup(['poor', 'near_poor', 'non_poor'], file.classes);
  const setOf = (texts: readonly string[]) => new Set(texts.map(foldKey));
  const [yes, no, nonValues, rowNumbers] = [file.yes, file.no, file.non_values, file.row_numbers].map(setOf) as [
    Set<string>,
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  const counts = once(() => setOf(file.count_headings));
  const [results, ignored] = [setOf(RESULT_FIELDS), setOf(columns?.ignore ?? [])];
  const heads = once(() => setOf(file.head_relations));
  const provinces = new Set(file.person_id_provinces);
  const units = Object.entries(file.money_units).flatMap(([factor, texts]) =>
    texts.map((text) => [foldKey(text), Number(factor)] as const),
  );
  const fold = remembering(foldKey);
  return {
    fields,
    isExtended: columns !== null,
    fieldOf: (heading) => headingIn(byHeading, heading),
    memberFieldOf: (heading) => headingIn(byMemberHeading(), heading),
    isResult: (heading) => results.has(foldKey(heading)),
    isIgnored: (heading) => ignored.has(foldKey(heading)),
    classOf: (text) => classes.get(fold(text)) ?? null,
    codeOf: (field, text) => codesOf(field.id).get(fold(text)) ?? null,
    yesNo(text) {
      const key = fold(text);
      return yes.has(key) ? '1' : no.has(key) ? '0' : null;
    },
    isRowNumber: (heading) => rowNumbers.has(foldKey(heading)),
    isCountHeading: (text) => counts().has(foldKey(text)),
    isNonValue: (text) => nonValues.has(foldKey(text)),
    blankOf: ({ id }) => columns?.blank[id]?.means ?? '',
    moneyUnit: (heading) => moneyUnit(foldKey(heading), units),
    isHead: (relation) => heads().has(fold(relation)),
    isPersonIdProvince: (digits) => provinces.has(digits),
    rowWords: file.rows,
  };
}

/** The shipped file with a user's codes, classes and words beside its own. */
function extended(file: VocabularyFile, columns: ColumnsFile | null): VocabularyFile {
  if (columns === null) return file;
  const codes = Object.fromEntries(
    [...new Set([...Object.keys(file.codes), ...Object.keys(columns.codes)])].map((field) => [
      field,
      merged(file.codes[field] ?? {}, columns.codes[field] ?? {}),
    ]),
  );
  return {
    ...file,
    codes,
    member_headings: merged(file.member_headings, columns.member_headings),
    classes: merged(file.classes, columns.classes),
    yes: [...file.yes, ...columns.yes],
    no: [...file.no, ...columns.no],
    non_values: [...file.non_values, ...columns.non_values],
  };
}

/** The spellings of a user come last, so that they win where both name one. */
function merged(own: Spellings, more: Spellings): Record<string, string[]> {
  const keys = [...new Set([...Object.keys(own), ...Object.keys(more)])];
  return Object.fromEntries(keys.map((key) => [key, [...(own[key] ?? []), ...(more[key] ?? [])]]));
}

function headingsOf(fields: readonly Field[], headings: Spellings): Map<string, Field> {
  return new Map(
    fields.flatMap((field) =>
      [field.id, ...(headings[field.id] ?? [])].map((heading) => [foldKey(heading), field] as const),
    ),
  );
}

/** What stands in parentheses (a unit, a remark), a number in front and signs at the end say nothing of the field. */
const DECORATION = /\([^()]*\)|^\s*\d{1,2}\s*[.)]\s+|[*:.]+\s*$/g;

function headingIn(known: ReadonlyMap<string, Field>, heading: string): Field | null {
  const exact = known.get(foldKey(heading));
  if (exact !== undefined) return exact;
  const bare = heading.replace(DECORATION, '').trim();
  return bare === heading || bare === '' ? null : (known.get(foldKey(bare)) ?? null);
}

/** The unit named in a heading, in đồng; the longest name decides, for `1.000 đồng` ends in `đồng`. */
function moneyUnit(heading: string, units: readonly (readonly [string, number])[]): number {
  const named = units.filter(([text]) => heading.includes(text)).sort(([a], [b]) => b.length - a.length);
  return named[0]?.[1] ?? 1;
}

function lookup(canonical: readonly string[], synonyms: Spellings) {
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
