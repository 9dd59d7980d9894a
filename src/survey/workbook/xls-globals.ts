import { type BiffRecord, type BiffText, RECORD, RecordReader, readShortText, readText, recordsOf } from './biff.ts';
import { tooLarge, WorkbookFault } from './fault.ts';
import type { Fonts } from './fonts.ts';
import { LIMITS } from './limits.ts';
import { builtInFormat, type NumberFormat, readNumberFormat } from './number-format.ts';
import type { Run } from './rich-text.ts';
import type { DateSystem } from './spelling.ts';
import type { CellStyle } from './xlsx-styles.ts';

/** What stands before the sheets of an .xls and holds for all of them. */
export interface XlsGlobals {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly begin: number }[];
  readonly styles: readonly CellStyle[];
  /** The texts that cells name by number: plain, or in runs. */
  readonly strings: readonly (string | readonly Run[])[];
  readonly system: DateSystem;
  readonly hasMacros: boolean;
  readonly externalLinks: number;
}

/** Excel 97 and later write this version; older files hold no Unicode. */
const BIFF8 = 0x0600;
/** What a workbook calls itself in its list of workbooks, and what it calls add-ins. */
const ITSELF = 0x0401;
const ADD_IN = 0x3a01;

/** Reads the globals. `E107` when the file has a password, `E103` when it is of a time before Excel 97. */
export function readGlobals(stream: Buffer, fonts: Fonts): XlsGlobals {
  const reader = new GlobalsReader(stream);
  for (const record of recordsOf(stream, 0)) reader.take(record);
  return reader.result(fonts);
}

class GlobalsReader {
  readonly #stream: Buffer;
  readonly #sheets: XlsGlobals['sheets'][number][] = [];
  readonly #fontNames: string[] = [];
  readonly #formats = new Map<number, NumberFormat>();
  readonly #styles: { readonly font: number; readonly format: number }[] = [];
  #strings: readonly (string | BiffText)[] = [];
  #system: DateSystem = 1900;
  #hasMacros = false;
  #externalLinks = 0;

  constructor(stream: Buffer) {
    this.#stream = stream;
  }

  take(record: BiffRecord): void {
    const reader = new RecordReader(this.#stream, record);
    const collected = this.#styles.length + this.#fontNames.length + this.#formats.size + this.#sheets.length;
    if (collected > LIMITS.styles) throw tooLarge('styles');
    switch (record.id) {
      case RECORD.begin:
        if (reader.u16() !== BIFF8) throw new WorkbookFault('E103', 'xls-95');
        break;
      case RECORD.filePass:
        throw new WorkbookFault('E107', 'xls');
      case RECORD.dateMode:
        this.#system = reader.u16() === 1 ? 1904 : 1900;
        break;
      case RECORD.font:
        reader.skip(14);
        this.#fontNames.push(readShortText(reader));
        break;
      case RECORD.format:
        this.#formats.set(reader.u16(), readNumberFormat(readText(reader).text));
        break;
      case RECORD.style:
        this.#styles.push({ font: reader.u16(), format: reader.u16() });
        break;
      case RECORD.boundSheet:
        this.#takeSheet(reader);
        break;
      case RECORD.sharedStrings:
        this.#strings = readStrings(reader);
        break;
      case RECORD.supportingBook:
        this.#takeBook(record, reader);
        break;
      case RECORD.macros:
        this.#hasMacros = true;
        break;
    }
  }

  result(fonts: Fonts): XlsGlobals {
    return {
      sheets: this.#sheets,
      styles: this.#styles.map(({ font, format }) => ({
        format: this.#formats.get(format) ?? builtInFormat(format),
        decoder: fonts.decoderOf(this.#fontName(font)),
      })),
      strings: this.#strings.map((text) => (typeof text === 'string' ? text : this.#runsOf(text))),
      system: this.#system,
      hasMacros: this.#hasMacros,
      externalLinks: this.#externalLinks,
    };
  }

  #runsOf({ text, changes }: BiffText): readonly Run[] {
    const edges = [{ from: 0, font: -1 }, ...changes];
    return edges
      .map(({ from, font }, at) => ({ text: text.slice(from, edges[at + 1]?.from), font: this.#fontName(font) }))
      .filter((run) => run.text !== '');
  }

  /** Fonts are numbered 0, 1, 2, 3, 5, …: there is no fourth. */
  #fontName(number: number): string | null {
    return this.#fontNames[number > 4 ? number - 1 : number] ?? null;
  }

  #takeSheet(reader: RecordReader): void {
    const begin = reader.u32();
    const state = reader.u8() & 3;
    const isWorksheet = reader.u8() === 0;
    if (isWorksheet) this.#sheets.push({ name: readShortText(reader), isHidden: state !== 0, begin });
  }

  #takeBook({ from, to }: BiffRecord, reader: RecordReader): void {
    if (to - from < 4) return;
    reader.skip(2);
    const kind = reader.u16();
    if (kind !== ITSELF && kind !== ADD_IN) this.#externalLinks++;
  }
}

function readStrings(reader: RecordReader): (string | BiffText)[] {
  reader.skip(4);
  const count = reader.u32();
  if (count > LIMITS.xlsStrings) throw tooLarge('strings');
  const strings: (string | BiffText)[] = [];
  for (let i = 0; i < count; i++) {
    const text = readText(reader);
    strings.push(text.changes.length === 0 ? text.text : text);
  }
  return strings;
}
