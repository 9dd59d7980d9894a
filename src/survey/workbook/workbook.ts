import type { RawRecord } from '../records.ts';
import type { Source } from '../source.ts';
import type { Book, SheetInfo, WorkbookNotes } from './book.ts';
import { addressed, tooLarge, WorkbookFault } from './fault.ts';
import { type DecodeFont, Fonts } from './fonts.ts';
import { formatOf, type WorkbookFormat } from './format.ts';
import { LIMITS } from './limits.ts';
import { openOds } from './ods.ts';
import { openXls } from './xls.ts';
import { openXlsx } from './xlsx.ts';
import { openZip } from './zip.ts';

export type { SheetInfo, WorkbookNotes } from './book.ts';
export type { DecodeFont } from './fonts.ts';

/** A workbook opened for reading. All of its cells come as text; see `docs/workbooks.md` for the spelling. */
export interface Workbook {
  readonly format: WorkbookFormat;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetInfo[];
  readonly notes: WorkbookNotes;
  /**
   * The rows of a sheet that hold anything, in order and in batches of about 1,024. `line` is the row's number in the
   * sheet (1 = first): blank rows are passed over but keep their numbers. Blank cells at the end of a row are dropped.
   */
  rows(sheet: string, options?: { readonly maxRows?: number }): AsyncGenerator<readonly RawRecord[]>;
  /** Lets go of the file's bytes. */
  close(): void;
}

export interface WorkbookOptions {
  /** Decodes texts in old Vietnamese fonts; without it they come as they stand. */
  readonly decodeFont?: DecodeFont;
}

/**
 * Opens an .xlsx, .xls or .ods, told by its content and not by its name. What cannot be read ends, here or in `rows`,
 * with a `FindingsError`: `E103` no workbook, `E106` damaged or cut, `E107` encrypted, `E108` too large or hostile,
 * `E109` a web page or XML saved as a workbook.
 */
export async function openWorkbook(source: Source, options: WorkbookOptions = {}): Promise<Workbook> {
  let book: Book | null;
  try {
    book = await openBook(await allBytes(source), new Fonts(options.decodeFont ?? (() => null)));
  } catch (error) {
    throw addressed(error, source.name);
  }
  const { format, sheets, notes } = book;
  return {
    format,
    sheets,
    notes,
    rows(sheet, { maxRows = Number.POSITIVE_INFINITY } = {}) {
      const at = sheets.findIndex(({ name }) => name === sheet);
      if (book === null || at < 0) throw new Error(`no open sheet ${sheet}`);
      return addressedRows(book.rows(at, maxRows), source.name, sheet);
    },
    close() {
      book = null;
    },
  };
}

async function* addressedRows(
  rows: AsyncGenerator<readonly RawRecord[]>,
  file: string,
  sheet: string,
): AsyncGenerator<readonly RawRecord[]> {
  try {
    yield* rows;
  } catch (error) {
    throw addressed(error, file, sheet);
  }
}

async function openBook(bytes: Buffer, fonts: Fonts): Promise<Book> {
  const format = formatOf(bytes);
  switch (format) {
    case 'xlsx':
    case 'zip':
      return openXlsx(openZip(bytes), fonts);
    case 'ods':
      return openOds(openZip(bytes), fonts);
    case 'xls':
      return openXls(bytes, fonts);
    case 'encrypted':
      throw new WorkbookFault('E107', 'xlsx');
    case 'html':
    case 'mhtml':
    case 'xml-2003':
      throw new WorkbookFault('E109', format);
    default:
      throw new WorkbookFault('E103', format ?? 'text');
  }
}

/** The whole file in memory: a zip is read from its end. */
async function allBytes(source: Source): Promise<Buffer> {
  if ((source.bytes ?? 0) > LIMITS.fileBytes) throw tooLarge('file');
  let bytes: Buffer = Buffer.allocUnsafeSlow(source.bytes ?? FIRST_GUESS);
  let length = 0;
  for await (const piece of source.open()) {
    // what is already in one piece is not copied
    if (piece.length === source.bytes) return Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    if (length + piece.length > LIMITS.fileBytes) throw tooLarge('file');
    if (length + piece.length > bytes.length)
      bytes = Buffer.concat([bytes.subarray(0, length)], length * 2 + piece.length);
    bytes.set(piece, length);
    length += piece.length;
  }
  return bytes.subarray(0, length);
}

/** Bytes made ready for a file whose size is not known. */
const FIRST_GUESS = 1 << 20;
