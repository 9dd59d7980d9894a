import { tooLarge } from './fault.ts';
import type { FontDecoder, Fonts } from './fonts.ts';
import { LIMITS } from './limits.ts';
import { builtInFormat, type NumberFormat, PLAIN_NUMBER, readNumberFormat } from './number-format.ts';
import { type Attributes, readTags } from './xml.ts';

/** What of a cell's style touches its meaning. */
export interface CellStyle {
  readonly format: NumberFormat;
  readonly decoder: FontDecoder;
}

export const PLAIN_STYLE: CellStyle = { format: PLAIN_NUMBER, decoder: null };

/** Reads `styles.xml` into the styles that cells name by number. */
export function readStyles(bytes: Buffer, fonts: Fonts): readonly CellStyle[] {
  const reader = new StylesReader(fonts);
  let section = '';
  readTags(bytes, (name, attributes) => {
    if (SECTIONS.has(name)) section = name;
    else reader.take(section, name, attributes);
  });
  return reader.styles;
}

const SECTIONS = new Set(['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs']);

class StylesReader {
  readonly styles: CellStyle[] = [];
  readonly #fonts: Fonts;
  readonly #formats = new Map<number, NumberFormat>();
  readonly #decoders: FontDecoder[] = [];

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  take(section: string, name: string, attributes: Attributes): void {
    if (section === 'numFmts' && name === 'numFmt') {
      const format = readNumberFormat(attributes.get('formatCode') ?? '');
      this.#formats.set(Number(attributes.get('numFmtId')), format);
    }
    if (section === 'fonts' && name === 'font') this.#decoders.push(null);
    if (section === 'fonts' && name === 'name') {
      this.#decoders[this.#decoders.length - 1] = this.#fonts.decoderOf(attributes.get('val') ?? null);
    }
    if (section === 'cellXfs' && name === 'xf') this.#addStyle(attributes);
    if (this.styles.length + this.#decoders.length + this.#formats.size > LIMITS.styles) throw tooLarge('styles');
  }

  #addStyle(attributes: Attributes): void {
    const id = Number(attributes.get('numFmtId') ?? 0);
    const font = Number(attributes.get('fontId') ?? 0);
    this.styles.push({
      format: this.#formats.get(id) ?? builtInFormat(id),
      decoder: this.#decoders[font] ?? null,
    });
  }
}
