import type { RawRecord } from '../records.ts';
import { tooLarge } from './fault.ts';
import type { WorkbookFormat } from './format.ts';
import { LIMITS } from './limits.ts';
import { type XmlHandler, XmlScanner } from './xml.ts';

export interface SheetInfo {
  readonly name: string;
  readonly isHidden: boolean;
}

/** What a person should know of a workbook besides its cells. The counts grow while rows are read. */
export interface WorkbookNotes {
  readonly hasMacros: boolean;
  /** Other workbooks that its formulas look into. */
  readonly externalLinks: number;
  /** Formulas that the program which wrote the file never computed; they are read as blank. */
  readonly uncachedFormulas: number;
  /** Texts that were decoded from the letters of an old Vietnamese font, by the name of the font. */
  readonly decodedTexts: ReadonlyMap<string, number>;
}

/** One format's reading of a workbook, not yet knowing the name of the file. */
export interface Book {
  readonly format: WorkbookFormat;
  readonly sheets: readonly SheetInfo[];
  readonly notes: WorkbookNotes;
  /** The rows of the sheet at this place of the list that hold anything, `most` at the most. */
  rows(sheet: number, most: number): AsyncGenerator<readonly RawRecord[]>;
}

/** Puts a text into a row, with blanks before it where there are none yet. A blank needs no place. */
export function put(cells: string[], column: number, text: string): void {
  if (text === '') return;
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/** At most so many rows come together. */
const BATCH = 1024;

/** Rows as a reader finds them, held until there are enough for a batch. */
export class RowBuffer {
  #rows: RawRecord[] = [];
  #left: number;
  #cells = 0;
  #wide = 0;

  constructor(most: number) {
    this.#left = most;
  }

  /** True when as many rows were taken as were asked for. */
  get isFull(): boolean {
    return this.#left <= 0;
  }

  /** Takes a row. `E108` when the sheet spans more cells than any list of households. */
  add(row: RawRecord): void {
    const { length } = row.cells;
    this.#cells += length;
    if (length > LIMITS.wide) this.#wide++;
    if (this.#cells > LIMITS.cells || this.#wide > LIMITS.wideRows) throw tooLarge('cells');
    if (this.#left-- > 0) this.#rows.push(row);
  }

  /** The rows held, in batches; what makes no whole batch stays until nothing more will come. */
  *take(isLast: boolean): Generator<readonly RawRecord[]> {
    if (this.#rows.length < BATCH && !isLast) return;
    const rows = this.#rows;
    this.#rows = [];
    for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
  }
}

/** Reads a part that holds rows, in batches, until it ends or as many were read as the handler was to take. */
export async function* readRows(
  pieces: AsyncIterable<Buffer>,
  handler: XmlHandler & { readonly rows: RowBuffer },
): AsyncGenerator<readonly RawRecord[]> {
  const { rows } = handler;
  const scanner = new XmlScanner(handler);
  for await (const piece of pieces) {
    scanner.write(piece);
    yield* rows.take(rows.isFull);
    if (rows.isFull) return;
  }
  scanner.end();
  yield* rows.take(true);
}
