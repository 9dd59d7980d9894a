import { put, RowBuffer } from './book.ts';
import { damaged, tooLarge } from './fault.ts';
import { LIMITS } from './limits.ts';
import { PLAIN_NUMBER } from './number-format.ts';
import type { OdsStyles } from './ods-styles.ts';
import { OdsText } from './ods-text.ts';
import { spellBoolean, spellDuration, spellIsoDate, spellNumber } from './spelling.ts';
import type { Attributes, XmlHandler } from './xml.ts';

/** A table of `content.xml`; those with a source are copies of other workbooks that formulas look into. */
export interface OdsTable {
  readonly name: string;
  readonly isHidden: boolean;
  isExternal: boolean;
}

/** Counts shared by all readings of one workbook. */
export interface OdsCounts {
  uncachedFormulas: number;
}

/** What is drawn or noted in a cell is not its text. */
const NOT_TEXT = new Set(['annotation', 'frame', 'g', 'custom-shape', 'rect', 'line', 'caption', 'control', 'table']);

/** The attributes of a cell that say its value. */
interface Valued {
  readonly type: string | undefined;
  readonly value: string | undefined;
  readonly style: string | undefined;
  readonly repeat: number;
  readonly hasFormula: boolean;
}

/** Reads `content.xml`: its styles, the list of its tables, and the rows of the one at `wanted` (-1 for none). */
export class ContentHandler implements XmlHandler {
  wantsText = false;
  readonly rows: RowBuffer;
  readonly tables: OdsTable[] = [];
  readonly #styles: OdsStyles;
  readonly #counts: OdsCounts;
  readonly #wanted: number;
  #isInBody = false;
  #isInTable = false;
  /** How deep inside something that is no text of the cell. */
  #aside = 0;
  #line = 0;
  #rowRepeat = 1;
  #rowStyle: string | undefined;
  #columnStyles: { readonly end: number; readonly style: string | undefined }[] = [];
  #cells: string[] = [];
  #column = 0;
  #cell: Valued | null = null;
  readonly #text: OdsText;

  constructor(styles: OdsStyles, counts: OdsCounts, wanted: number, most: number) {
    this.#styles = styles;
    this.#counts = counts;
    this.#wanted = wanted;
    this.#text = new OdsText(styles);
    this.rows = new RowBuffer(most);
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'body') this.#isInBody = true;
    if (!this.#isInBody) this.#styles.take(name, attributes);
    else if (this.#aside > 0) this.#aside++;
    else if (this.#cell !== null) this.#openInCell(name, attributes);
    else if (name === 'shapes') this.#aside = 1;
    else if (name === 'table') this.#openTable(attributes);
    else if (name === 'table-source') this.#markExternal();
    else if (this.#isInTable) this.#openInTable(name, attributes);
  }

  text(run: string): void {
    this.#text.add(run);
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside--;
    else if (this.#cell !== null) this.#closeInCell(name);
    else if (name === 'table-row' && this.#isInTable) this.#closeRow();
    else if (name === 'table') this.#isInTable = false;
    this.wantsText = this.#aside === 0 && this.#text.isOpen;
  }

  #openTable(attributes: Attributes): void {
    if (this.tables.length >= LIMITS.entries) throw tooLarge('entries');
    this.#isInTable = this.tables.length === this.#wanted;
    this.tables.push({
      name: attributes.get('name') ?? '',
      isHidden: this.#styles.isHiddenTable(attributes.get('style-name')),
      isExternal: false,
    });
    this.#line = 0;
    this.#rowRepeat = 1;
    this.#columnStyles = [];
  }

  #markExternal(): void {
    const table = this.tables.at(-1);
    if (table !== undefined) table.isExternal = true;
  }

  #openInTable(name: string, attributes: Attributes): void {
    if (name === 'table-column') this.#openColumn(attributes);
    if (name === 'table-row') this.#openRow(attributes);
    if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
  }

  #openColumn(attributes: Attributes): void {
    const begin = this.#columnStyles.at(-1)?.end ?? 0;
    const end = begin + repeated(attributes.get('number-columns-repeated'));
    if (begin < LIMITS.columns) this.#columnStyles.push({ end, style: attributes.get('default-cell-style-name') });
  }

  #openRow(attributes: Attributes): void {
    this.#line += this.#line === 0 ? 1 : this.#rowRepeat;
    this.#rowRepeat = repeated(attributes.get('number-rows-repeated'));
    this.#rowStyle = attributes.get('default-cell-style-name');
    this.#cells = [];
    this.#column = 0;
  }

  #openCell(attributes: Attributes): void {
    this.#cell = {
      type: attributes.get('value-type'),
      value: VALUES.map((name) => attributes.get(name)).find((value) => value !== undefined),
      style: attributes.get('style-name') ?? this.#rowStyle ?? this.#columnStyle(),
      repeat: repeated(attributes.get('number-columns-repeated')),
      hasFormula: attributes.get('formula') !== undefined,
    };
    this.#text.clear();
  }

  #columnStyle(): string | undefined {
    return this.#columnStyles.find(({ end }) => this.#column < end)?.style;
  }

  #openInCell(name: string, attributes: Attributes): void {
    if (NOT_TEXT.has(name)) this.#aside = 1;
    else this.#text.open(name, attributes);
    this.wantsText = this.#aside === 0 && this.#text.isOpen;
  }

  #closeInCell(name: string): void {
    if (name !== 'table-cell' && name !== 'covered-table-cell') {
      this.#text.close(name);
      return;
    }
    const cell = this.#cell as Valued;
    this.#cell = null;
    const text = this.#cellText(cell);
    if (text !== '') this.#place(text, cell.repeat);
    this.#column += cell.repeat;
  }

  #cellText({ type, value, style, hasFormula }: Valued): string {
    if (type === undefined && hasFormula) this.#counts.uncachedFormulas++;
    const { format, font } = style === undefined ? PLAIN : this.#styles.cellStyle(style);
    switch (type) {
      case 'float':
      case 'percentage':
      case 'currency':
        return spellNumber(value ?? '', format, 1900);
      case 'date':
        return spellIsoDate(value ?? '', format.kind === 'date' ? format.shows : 'day');
      case 'time':
        return spellDuration(value ?? '');
      case 'boolean':
        return spellBoolean(value === 'true');
      default:
        return this.#text.joined(font) || (value ?? '');
    }
  }

  #place(text: string, repeat: number): void {
    if (this.#column + repeat > LIMITS.columns) throw damaged('cells');
    for (let i = 0; i < repeat; i++) put(this.#cells, this.#column + i, text);
  }

  #closeRow(): void {
    const cells = this.#cells;
    if (cells.length === 0) return;
    if (this.#line + this.#rowRepeat - 1 > LIMITS.rows) throw damaged('cells');
    for (let i = 0; i < this.#rowRepeat && !this.rows.isFull; i++) this.rows.add({ line: this.#line + i, cells });
  }
}

const PLAIN = { format: PLAIN_NUMBER, font: null };
const VALUES = ['value', 'date-value', 'time-value', 'boolean-value', 'string-value'];

function repeated(text: string | undefined): number {
  const count = Number(text ?? 1);
  return count >= 1 && count <= LIMITS.rows ? Math.floor(count) : 1;
}
