import { tooLarge } from './fault.ts';
import type { FontDecoder, Fonts } from './fonts.ts';
import { LIMITS } from './limits.ts';
import { type DatePart, type NumberFormat, PLAIN_NUMBER } from './number-format.ts';
import type { Attributes } from './xml.ts';

/** What of an ODS cell's style touches its meaning. */
export interface OdsCellStyle {
  readonly format: NumberFormat;
  /** The name of its font; null when it names none. */
  readonly font: string | null;
}

interface Style {
  readonly parent: string | null;
  readonly dataStyle: string | null;
  font: string | null;
}

/** The parts of a number or date format that its style lists, one by one. */
interface DataStyle {
  digits: number;
  isFraction: boolean;
  readonly parts: Set<string>;
}

/** Collects the styles of `styles.xml` and `content.xml` as their tags pass. */
export class OdsStyles {
  readonly #fonts: Fonts;
  readonly #faces = new Map<string, string>();
  readonly #styles = new Map<string, Style>();
  readonly #data = new Map<string, DataStyle>();
  readonly #hiddenTables = new Set<string>();
  readonly #found = new Map<string, OdsCellStyle>();
  #style: Style | null = null;
  #name = '';
  #dataStyle: DataStyle | null = null;

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  /** Takes an opening tag that stands before the body. */
  take(name: string, attributes: Attributes): void {
    if (this.#styles.size + this.#faces.size + this.#data.size > LIMITS.styles) throw tooLarge('styles');
    switch (name) {
      case 'font-face':
        this.#faces.set(attributes.get('name') ?? '', unquoted(attributes.get('font-family') ?? ''));
        break;
      case 'style':
        this.#openStyle(attributes);
        break;
      case 'text-properties':
        if (this.#style !== null) this.#style.font = this.#fontOf(attributes);
        break;
      case 'table-properties':
        if (attributes.get('display') === 'false') this.#hiddenTables.add(this.#name);
        break;
      case 'number-style':
      case 'date-style':
        this.#dataStyle = { digits: 0, isFraction: false, parts: new Set() };
        this.#data.set(attributes.get('name') ?? '', this.#dataStyle);
        break;
      case 'number':
        this.#takeDigits(attributes);
        break;
      case 'year':
      case 'month':
      case 'day':
        this.#dataStyle?.parts.add(name);
        break;
    }
  }

  isHiddenTable(style: string | undefined): boolean {
    return style !== undefined && this.#hiddenTables.has(style);
  }

  /** The font that a stretch of text names; null when it has that of its cell. */
  spanFont(style: string | undefined): string | null {
    return style === undefined ? null : this.#inherited(style, 'font');
  }

  decoderOf(font: string | null): FontDecoder {
    return this.#fonts.decoderOf(font);
  }

  cellStyle(name: string): OdsCellStyle {
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const style = { format: this.#formatOf(this.#inherited(name, 'dataStyle')), font: this.#inherited(name, 'font') };
    this.#found.set(name, style);
    return style;
  }

  #openStyle(attributes: Attributes): void {
    this.#name = attributes.get('name') ?? '';
    this.#style = {
      parent: attributes.get('parent-style-name') ?? null,
      dataStyle: attributes.get('data-style-name') ?? null,
      font: null,
    };
    this.#styles.set(this.#name, this.#style);
  }

  #fontOf(attributes: Attributes): string | null {
    const family = attributes.get('font-family');
    if (family !== undefined) return unquoted(family);
    const face = attributes.get('font-name');
    return face === undefined ? null : (this.#faces.get(face) ?? face);
  }

  #takeDigits(attributes: Attributes): void {
    const style = this.#dataStyle;
    if (style === null) return;
    style.digits = Number(attributes.get('min-integer-digits') ?? 0);
    style.isFraction = Number(attributes.get('decimal-places') ?? 0) > 0 || attributes.get('grouping') === 'true';
  }

  /** What the style says itself, or else the nearest style it is derived from. */
  #inherited(name: string, key: 'font' | 'dataStyle'): string | null {
    let style = this.#styles.get(name);
    for (let depth = 0; style !== undefined && depth < 20; depth++) {
      if (style[key] !== null) return style[key];
      style = style.parent === null ? undefined : this.#styles.get(style.parent);
    }
    return null;
  }

  #formatOf(name: string | null): NumberFormat {
    const style = name === null ? undefined : this.#data.get(name);
    if (style === undefined) return PLAIN_NUMBER;
    if (style.parts.size > 0) return { kind: 'date', shows: shownOf(style.parts) };
    const isCode = style.digits > 1 && style.digits <= MOST_DIGITS && !style.isFraction;
    return isCode ? { kind: 'code', digits: style.digits } : PLAIN_NUMBER;
  }
}

const MOST_DIGITS = 30;

function shownOf(parts: ReadonlySet<string>): DatePart {
  if (parts.has('day') || !parts.has('year')) return 'day';
  return parts.has('month') ? 'month' : 'year';
}

function unquoted(family: string): string {
  return family.replace(/^['"]|['"]$/g, '');
}
