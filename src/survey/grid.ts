import { FindingsError, finding } from '../finding.ts';
import { type RawRecord, readRecords } from './records.ts';
import { headOf, type Said, type Sniffed, sniff } from './sniff.ts';
import type { Source } from './source.ts';
import { formatOf, type WorkbookFormat } from './workbook/format.ts';
import type { WorkbookNotes } from './workbook/workbook.ts';

/** Rows of cells with line numbers, wherever they come from: a delimited text, or one sheet of a workbook. */
export interface Grid {
  readonly source: Source;
  /** The sheet of a workbook; null for text. */
  readonly sheet: string | null;
  readonly isHidden: boolean;
  readonly format: 'text' | WorkbookFormat;
  /** How the text is spelt; null for a workbook. */
  readonly sniffed: Sniffed | null;
  /** What else is in the workbook; its counts grow as rows are read. Null for text. */
  readonly notes: WorkbookNotes | null;
  /** The texts were in an encoding without capitals that bear tones. */
  readonly lacksCapitals: boolean;
  /** All rows in order, in batches. `onBytes` takes the bytes of the whole file as they are read. */
  records(onBytes?: (chunk: Uint8Array) => void): AsyncGenerator<readonly RawRecord[]>;
}

/** What the user said of the text. */
export type GridOptions = Said;

/** Kinds of file that a workbook may turn out to be; anything else is text, as far as it goes. */
const WORKBOOKS: readonly string[] = ['xlsx', 'xls', 'ods', 'encrypted', 'xlsb', 'document', 'zip'];

/**
 * Opens a file as the grids it holds: one for a text, one per sheet for a workbook.
 *
 * @throws FindingsError for what is neither.
 */
export async function openGrids(source: Source, options: GridOptions): Promise<readonly Grid[]> {
  const { head, isWhole } = await headOf(source);
  const kind = formatOf(head);
  if (kind !== null && WORKBOOKS.includes(kind)) return sheetGrids(source);
  if (kind === 'mhtml' || kind === 'xml-2003')
    throw new FindingsError([finding('E109', { file: source.name }, { data: { kind } })]);
  const sniffed = sniff(head, source.name, options, isWhole);
  if ('code' in sniffed) throw new FindingsError([sniffed]);
  const records = (onBytes?: (chunk: Uint8Array) => void) => readRecords(source, sniffed, onBytes);
  const lacksCapitals = sniffed.encoding === 'tcvn3' || sniffed.mojibake === 'tcvn3-as-unicode';
  return [{ source, sheet: null, isHidden: false, format: 'text', sniffed, notes: null, lacksCapitals, records }];
}

async function sheetGrids(source: Source): Promise<readonly Grid[]> {
  // the readers of workbooks are many, and most files are none
  const [{ openWorkbook }, { decodeFont }] = await Promise.all([
    import('./workbook/workbook.ts'),
    import('./encoding/font.ts'),
  ]);
  const workbook = await openWorkbook(source, { decodeFont });
  const { format, notes } = workbook;
  return workbook.sheets.map(({ name, isHidden }) => ({
    source,
    sheet: name,
    isHidden,
    format,
    sniffed: null,
    notes,
    lacksCapitals: false,
    async *records(onBytes) {
      // the bytes that are hashed are those of the file, whichever of its sheets is read
      if (onBytes !== undefined) for await (const chunk of source.open()) onBytes(chunk);
      yield* workbook.rows(name);
    },
  }));
}
