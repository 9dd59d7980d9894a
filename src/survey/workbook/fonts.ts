/** The text behind letters that mean something else in this font (.VnTime, VNI-Times); null when it is no such font. */
export type DecodeFont = (text: string, font: string) => string | null;

/** What the cells of one font go through; null when they are what they look like. */
export type FontDecoder = ((text: string) => string) | null;

/** Decoders by font, made once each: most fonts of a workbook need none, and its cells are many. */
export class Fonts {
  readonly #decodeFont: DecodeFont;
  readonly #decoders = new Map<string, FontDecoder>();
  readonly #decoded = new Map<string, number>();

  constructor(decodeFont: DecodeFont) {
    this.#decodeFont = decodeFont;
  }

  decoderOf(font: string | null): FontDecoder {
    if (font === null) return null;
    const known = this.#decoders.get(font);
    if (known !== undefined) return known;
    const decoder = this.#decodeFont('a', font) === null ? null : this.#counting(font);
    this.#decoders.set(font, decoder);
    return decoder;
  }

  /** How many texts were decoded so far, by font. */
  get decoded(): ReadonlyMap<string, number> {
    return this.#decoded;
  }

  #counting(font: string): FontDecoder {
    return (text) => {
      this.#decoded.set(font, (this.#decoded.get(font) ?? 0) + 1);
      return this.#decodeFont(text, font) ?? text;
    };
  }
}
