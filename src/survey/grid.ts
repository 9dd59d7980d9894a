import { FindingsError } from '../finding.ts';
import { type RawRecord, readRecords } from './records.ts';
import { type Said, SNIFFED_BYTES, type Sniffed, sniff } from './sniff.ts';
import type { Source } from './source.ts';

/** Rows of cells with line numbers, wherever they come from: a delimited text, or one sheet of a workbook. */
export interface Grid {
  readonly source: Source;
  /** The sheet of a workbook; null for text. */
  readonly sheet: string | null;
  readonly format: GridFormat;
  /** How the text is spelt; null for a workbook. */
  readonly sniffed: Sniffed | null;
  /** All rows in order, in batches. `onBytes` takes the bytes of the whole file as they are read. */
  records(onBytes?: (chunk: Uint8Array) => void): AsyncGenerator<readonly RawRecord[]>;
}

export type GridFormat = 'text' | 'xlsx' | 'xls' | 'ods';

/** What the user said of the text. */
export type GridOptions = Said;

/**
 * Opens a file as the grids it holds: one for a text, one per sheet for a workbook.
 *
 * @throws FindingsError for what is neither.
 */
export async function openGrids(source: Source, options: GridOptions): Promise<readonly Grid[]> {
  const { head, isWhole } = await headOf(source);
  const sniffed = sniff(head, source.name, options, isWhole);
  if ('code' in sniffed) throw new FindingsError([sniffed]);
  return [
    {
      source,
      sheet: null,
      format: 'text',
      sniffed,
      records: (onBytes) => readRecords(source, sniffed, onBytes),
    },
  ];
}

/** The first bytes of a file, enough to tell what it is. */
async function headOf(source: Source): Promise<{ readonly head: Uint8Array; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > SNIFFED_BYTES) break;
  }
  return { head: Buffer.concat(chunks).subarray(0, SNIFFED_BYTES), isWhole: bytes <= SNIFFED_BYTES };
}
