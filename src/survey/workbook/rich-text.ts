import { tooLarge } from './fault.ts';
import type { FontDecoder, Fonts } from './fonts.ts';
import { LIMITS } from './limits.ts';

/** A stretch of text in a font of its own; null where it has the font of its cell. */
export interface Run {
  readonly text: string;
  readonly font: string | null;
}

/** The runs of a text as one, each decoded by its own font or else by that of the cell. */
export function joinRuns(runs: readonly Run[], cell: FontDecoder, fonts: Fonts): string {
  return runs
    .map(({ text, font }) => {
      const decoder = font === null ? cell : fonts.decoderOf(font);
      return decoder === null ? text : decoder(text);
    })
    .join('');
}

/** Characters that XML cannot hold are written `_x000D_` in a workbook, and a real `_x000D_` as `_x005F_x000D_`. */
export function unescapeOoxml(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Collects the text of one `si` or `is` element as its tags pass: plain, or in runs. Phonetic hints are left out. */
export class RichText {
  #runs: Run[] = [];
  #font: string | null = null;
  #text = '';
  #isPhonetic = false;
  #hasFonts = false;
  #length = 0;

  /** True when a run names a font of its own. */
  get hasFonts(): boolean {
    return this.#hasFonts;
  }

  clear(): void {
    this.#runs = [];
    this.#font = null;
    this.#text = '';
    this.#isPhonetic = false;
    this.#hasFonts = false;
    this.#length = 0;
  }

  /** Takes an opening tag; true when text of it is wanted. */
  open(name: string, fontName: () => string | undefined): boolean {
    if (name === 'rPh') this.#isPhonetic = true;
    if (name === 'rFont') {
      this.#font = fontName() ?? null;
      this.#hasFonts = true;
    }
    return name === 't' && !this.#isPhonetic;
  }

  add(text: string): void {
    this.#length += text.length;
    if (this.#length > LIMITS.tokenBytes) throw tooLarge('token');
    this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPhonetic = false;
    if (name === 'r') this.#endRun();
  }

  /** The whole text, as if it had one font. */
  get plain(): string {
    return this.#runs.length === 0 ? unescapeOoxml(this.#text) : this.runs.map((run) => run.text).join('');
  }

  get runs(): readonly Run[] {
    this.#endRun();
    return this.#runs;
  }

  #endRun(): void {
    if (this.#text !== '') this.#runs.push({ text: unescapeOoxml(this.#text), font: this.#font });
    this.#text = '';
    this.#font = null;
  }
}
