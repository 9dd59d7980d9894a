import { type Finding, type FindingLog, FindingsError, finding } from '../finding.ts';
import { tidy } from '../text/fold.ts';
import type { Field } from './fields.ts';
import { unguard } from './normalize.ts';
import { readRecords } from './records.ts';
import { type Delimiter, SNIFFED_BYTES, type Sniffed, sniff } from './sniff.ts';
import type { Source } from './source.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A file of households whose reading is settled: everything a block needs to be read the same way anywhere. */
export interface Table {
  readonly source: Source;
  readonly sniffed: Sniffed;
  readonly headerLine: number;
  readonly headings: readonly string[];
  /** The field of each column; null when the heading is not known. */
  readonly fields: readonly (Field | null)[];
  /** The unit (`commune_code`) given for a file that does not say its own. */
  readonly unit: string | null;
}

export interface TableOptions {
  readonly vocabulary: Vocabulary;
  readonly delimiter: Delimiter | null;
  readonly unit: string | null;
}

/**
 * Opens a file: sniffs it, reads its heading row and maps the headings to fields.
 *
 * @throws FindingsError for what cannot be read at all (`E102`, `E103`, `E104`, `E105`, `E201`); notes go to the log.
 */
export async function openTable(source: Source, options: TableOptions, log: FindingLog): Promise<Table> {
  const sniffed = sniff(await headOf(source), source.name, options.delimiter);
  if ('code' in sniffed) throw new FindingsError([sniffed]);
  const header = await headerOf(source, sniffed);
  if (header === null) throw new FindingsError([finding('E104', { file: source.name })]);
  const headings = header.cells.map((cell) => unguard(tidy(cell)));
  const isResult = headings.some((h) => h === 'criteria_hash');
  const fields = headings.map((h) =>
    isResult && options.vocabulary.isResult(h) ? null : options.vocabulary.fieldOf(h),
  );
  const doubles = doubleFields(source.name, header.line, headings, fields);
  if (doubles.length > 0) throw new FindingsError(doubles);
  noteHeadings(source.name, header.line, headings, fields, isResult, options.vocabulary, log);
  const hasUnit = fields.some((f) => f?.id === 'commune_code');
  return {
    source,
    sniffed,
    headerLine: header.line,
    headings,
    fields,
    unit: hasUnit ? null : options.unit,
  };
}

async function headOf(source: Source): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= SNIFFED_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, SNIFFED_BYTES);
}

async function headerOf(source: Source, sniffed: Sniffed) {
  for await (const batch of readRecords(source, sniffed)) {
    const header = batch.find((record) => !isBlank(record.cells));
    if (header !== undefined) return header;
  }
  return null;
}

/** True for a line with nothing in it, delimiters aside. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function doubleFields(
  file: string,
  row: number,
  headings: readonly string[],
  fields: readonly (Field | null)[],
): Finding[] {
  const seen = new Map<string, string[]>();
  for (const [at, field] of fields.entries()) {
    if (field !== null) seen.set(field.id, [...(seen.get(field.id) ?? []), headings[at] ?? '']);
  }
  return [...seen]
    .filter(([, columns]) => columns.length > 1)
    .map(([field, columns]) => finding('E201', { file, row, field, column: columns[0] ?? '' }, { data: { columns } }));
}

function noteHeadings(
  file: string,
  row: number,
  headings: readonly string[],
  fields: readonly (Field | null)[],
  isResult: boolean,
  vocabulary: Vocabulary,
  log: FindingLog,
): void {
  const strangers = headings.filter((h, at) => fields[at] === null && h !== '');
  const results = isResult ? strangers.filter((h) => vocabulary.isResult(h)) : [];
  const unknown = strangers.filter((h) => !results.includes(h));
  if (results.length > 0) log.add(finding('N206', { file, row }, { data: { columns: results } }));
  if (unknown.length > 0) log.add(finding('N204', { file, row }, { data: { columns: unknown } }));
}
