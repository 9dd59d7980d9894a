import { type BiffRecord, decodeRk, RECORD, RecordReader, readText, recordAt, recordsOf } from './biff.ts';
import { damaged } from './fault.ts';
import type { Fonts } from './fonts.ts';
import { joinRuns } from './rich-text.ts';
import { spellBoolean, spellNumber } from './spelling.ts';
import type { XlsGlobals } from './xls-globals.ts';
import { type CellStyle, PLAIN_STYLE } from './xlsx-styles.ts';

/** A text found in a cell: where, and what. */
interface Found {
  readonly column: number;
  readonly text: string;
}

const CELL_RECORDS: ReadonlySet<number> = new Set([
  RECORD.formula,
  RECORD.multipleRk,
  RECORD.richString,
  RECORD.labelShared,
  RECORD.number,
  RECORD.label,
  RECORD.booleanOrError,
  RECORD.rk,
]);

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Where the records of cells begin, by row. Some programs write them in the order in which they were filled in. */
export function cellsByRow(stream: Buffer, begin: number): readonly number[] {
  if (recordAt(stream, begin).id !== RECORD.begin) throw damaged('records');
  const places: number[] = [];
  let isSorted = true;
  let last = 0;
  for (const record of recordsOf(stream, begin)) {
    if (!CELL_RECORDS.has(record.id)) continue;
    const row = stream.readUInt16LE(record.from);
    if (row < last) isSorted = false;
    last = row;
    places.push(record.from - 4);
  }
  return isSorted ? places : places.sort((a, b) => stream.readUInt16LE(a + 4) - stream.readUInt16LE(b + 4));
}

/** Reads the cells of one record after another. */
export class XlsCells {
  readonly #stream: Buffer;
  readonly #globals: XlsGlobals;
  readonly #fonts: Fonts;

  constructor(stream: Buffer, globals: XlsGlobals, fonts: Fonts) {
    this.#stream = stream;
    this.#globals = globals;
    this.#fonts = fonts;
  }

  /** The cells of the record at this place: several where numbers stand side by side. */
  at(place: number): readonly Found[] {
    const record = recordAt(this.#stream, place);
    const { from } = record;
    const column = this.#stream.readUInt16LE(from + 2);
    if (record.id === RECORD.multipleRk) return this.#numbers(record, column);
    const style = this.#style(this.#stream.readUInt16LE(from + 4));
    return [{ column, text: this.#text(record, style) }];
  }

  #style(number: number): CellStyle {
    return this.#globals.styles[number] ?? PLAIN_STYLE;
  }

  #numbers({ from, to }: BiffRecord, column: number): readonly Found[] {
    const found: Found[] = [];
    for (let at = from + 4; at + 6 < to; at += 6) {
      const style = this.#style(this.#stream.readUInt16LE(at));
      found.push({ column: column + found.length, text: this.#number(this.#rk(at + 2), style) });
    }
    return found;
  }

  #text(record: BiffRecord, style: CellStyle): string {
    const { id, from } = record;
    switch (id) {
      case RECORD.labelShared:
        return this.#shared(this.#stream.readUInt32LE(from + 6), style);
      case RECORD.rk:
        return this.#number(this.#rk(from + 6), style);
      case RECORD.number:
        return this.#number(this.#stream.readDoubleLE(from + 6), style);
      case RECORD.booleanOrError:
        return truthOrError(this.#stream[from + 6] ?? 0, this.#stream[from + 7] === 1);
      case RECORD.formula:
        return this.#result(record, style);
      default:
        return this.#plain({ ...record, from: from + 6 }, style);
    }
  }

  /** The value that a formula had when the file was written. */
  #result(record: BiffRecord, style: CellStyle): string {
    const from = record.from + 6;
    if (this.#stream.readUInt16LE(from + 6) !== 0xffff) return this.#number(this.#stream.readDoubleLE(from), style);
    const kind = this.#stream[from];
    if (kind === 0) return this.#resultText(record, style);
    return kind === 3 ? '' : truthOrError(this.#stream[from + 2] ?? 0, kind === 2);
  }

  /** A text stands in a record of its own, at times behind that of a shared formula. */
  #resultText(formula: BiffRecord, style: CellStyle): string {
    let record = recordAt(this.#stream, formula.to);
    for (let i = 0; i < 8 && record.id !== RECORD.string && !CELL_RECORDS.has(record.id); i++) {
      record = recordAt(this.#stream, record.to);
    }
    return record.id === RECORD.string ? this.#plain(record, style) : '';
  }

  #plain(record: BiffRecord, { decoder }: CellStyle): string {
    const { text } = readText(new RecordReader(this.#stream, record));
    return decoder === null ? text : decoder(text);
  }

  #shared(index: number, { decoder }: CellStyle): string {
    const text = this.#globals.strings[index];
    if (text === undefined) throw damaged('records');
    if (typeof text !== 'string') return joinRuns(text, decoder, this.#fonts);
    return decoder === null ? text : decoder(text);
  }

  #rk(at: number): number {
    return decodeRk(this.#stream.readInt32LE(at));
  }

  #number(value: number, { format }: CellStyle): string {
    return spellNumber(String(value), format, this.#globals.system);
  }
}

function truthOrError(value: number, isError: boolean): string {
  return isError ? (ERRORS[value] ?? '#VALUE!') : spellBoolean(value !== 0);
}
