import { put, RowBuffer } from './book.ts';
import { damaged } from './fault.ts';
import type { Fonts } from './fonts.ts';
import { LIMITS } from './limits.ts';
import { joinRuns, RichText, unescapeOoxml } from './rich-text.ts';
import { type DateSystem, spellBoolean, spellIsoDate, spellNumber } from './spelling.ts';
import type { SharedStrings } from './xlsx-strings.ts';
import { type CellStyle, PLAIN_STYLE } from './xlsx-styles.ts';
import type { Attributes, XmlHandler } from './xml.ts';

/** What the sheets of a workbook share, and the count of formulas that were never computed. */
export interface SheetContext {
  readonly strings: SharedStrings | null;
  readonly styles: readonly CellStyle[];
  readonly fonts: Fonts;
  readonly system: DateSystem;
  uncachedFormulas: number;
}

/** Turns the XML of a sheet into rows. */
export class SheetHandler implements XmlHandler {
  wantsText = false;
  readonly rows: RowBuffer;
  readonly #context: SheetContext;
  readonly #inline = new RichText();
  #isInData = false;
  #line = 0;
  #cells: string[] = [];
  // the present cell
  #isInCell = false;
  #column = -1;
  #type: string | undefined;
  #style: string | undefined;
  #value = '';
  #hasValue = false;
  #hasFormula = false;
  #isInline = false;

  constructor(context: SheetContext, most: number) {
    this.#context = context;
    this.rows = new RowBuffer(most);
  }

  open(name: string, attributes: Attributes): void {
    if (!this.#isInData) {
      this.#isInData = name === 'sheetData';
    } else if (this.#isInline) {
      this.wantsText = this.#inline.open(name, () => attributes.get('val'));
    } else if (this.#isInCell) {
      this.#openInCell(name);
    } else if (name === 'c') {
      this.#openCell(attributes);
    } else if (name === 'row') {
      this.#openRow(attributes.get('r'));
    }
  }

  text(run: string): void {
    if (this.#isInline) this.#inline.add(run);
    else this.#value += run;
  }

  close(name: string): void {
    this.wantsText = false;
    if (!this.#isInData) return;
    if (name === 'c') this.#closeCell();
    else if (name === 'is') this.#isInline = false;
    else if (this.#isInline) this.#inline.close(name);
    else if (name === 'row') this.#closeRow();
    else if (name === 'sheetData') this.#isInData = false;
  }

  #openRow(number: string | undefined): void {
    const line = number === undefined ? this.#line + 1 : Number(number);
    if (!(Number.isInteger(line) && line > this.#line && line <= LIMITS.rows)) throw damaged('cells');
    this.#line = line;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: Attributes): void {
    const place = attributes.get('r');
    this.#column = place === undefined ? this.#column + 1 : columnOf(place);
    if (!(this.#column >= 0 && this.#column < LIMITS.columns)) throw damaged('cells');
    this.#isInCell = true;
    this.#type = attributes.get('t');
    this.#style = attributes.get('s');
    this.#value = '';
    this.#hasValue = false;
    this.#hasFormula = false;
  }

  #openInCell(name: string): void {
    if (name === 'v') {
      this.#hasValue = true;
      this.wantsText = true;
    } else if (name === 'f') {
      this.#hasFormula = true;
    } else if (name === 'is') {
      this.#isInline = true;
      this.#inline.clear();
    }
  }

  #closeCell(): void {
    this.#isInCell = false;
    put(this.#cells, this.#column, this.#cellText());
  }

  #cellText(): string {
    const style = this.#style === undefined ? PLAIN_STYLE : (this.#context.styles[Number(this.#style)] ?? PLAIN_STYLE);
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return value === '' ? '' : (this.#context.strings?.textOf(Number(value), style.decoder) ?? missingString());
      case 'inlineStr':
        return this.#hasValue && value !== '' ? value : this.#inlineText(style);
      case 'str':
        if (this.#hasFormula && !this.#hasValue) this.#context.uncachedFormulas++;
        return decoded(unescapeOoxml(value), style);
      case 'b':
        return value === '' ? '' : spellBoolean(value === '1' || value === 'true');
      case 'e':
        return value;
      case 'd':
        return spellIsoDate(value, style.format.kind === 'date' ? style.format.shows : 'day');
      default:
        if (value !== '') return spellNumber(value, style.format, this.#context.system);
        if (this.#hasFormula) this.#context.uncachedFormulas++;
        return '';
    }
  }

  #inlineText({ decoder }: CellStyle): string {
    return joinRuns(this.#inline.runs, decoder, this.#context.fonts);
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.rows.add({ line: this.#line, cells: this.#cells });
  }
}

function decoded(text: string, { decoder }: CellStyle): string {
  return decoder === null ? text : decoder(text);
}

function missingString(): never {
  throw damaged('part');
}

/** `C7` is column 2; -1 when there are no letters. */
function columnOf(place: string): number {
  let column = 0;
  for (let i = 0; i < place.length; i++) {
    const letter = place.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
