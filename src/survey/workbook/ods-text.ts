import { tooLarge } from './fault.ts';
import { LIMITS } from './limits.ts';
import type { OdsStyles } from './ods-styles.ts';
import type { Run } from './rich-text.ts';
import type { Attributes } from './xml.ts';

/** Collects the text of one ODS cell: paragraphs as lines, stretches with the font of their own. */
export class OdsText {
  readonly #styles: OdsStyles;
  #runs: Run[] = [];
  #fonts: (string | null)[] = [];
  #paragraphs = 0;
  #isInParagraph = false;
  #length = 0;

  constructor(styles: OdsStyles) {
    this.#styles = styles;
  }

  /** True inside a paragraph: text that comes belongs to the cell. */
  get isOpen(): boolean {
    return this.#isInParagraph;
  }

  clear(): void {
    this.#runs = [];
    this.#fonts = [];
    this.#paragraphs = 0;
    this.#isInParagraph = false;
    this.#length = 0;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'p') {
      if (this.#paragraphs++ > 0) this.#push('\n');
      this.#isInParagraph = true;
    }
    if (name === 'span') this.#fonts.push(this.#styles.spanFont(attributes.get('style-name')));
    if (name === 's') this.#push(' '.repeat(Math.min(Number(attributes.get('c') ?? 1) || 1, MOST_SPACES)));
    if (name === 'tab') this.#push('\t');
    if (name === 'line-break') this.#push('\n');
  }

  close(name: string): void {
    if (name === 'p') this.#isInParagraph = false;
    if (name === 'span') this.#fonts.pop();
  }

  /** Blanks in a row are one, as in any such document; more of them are written as tags. */
  add(text: string): void {
    this.#push(/[\t\n\r]| {2}/.test(text) ? text.replace(/[ \t\r\n]+/g, ' ') : text);
  }

  /** All of it, decoded where a font asks for it. */
  joined(cellFont: string | null): string {
    return this.#runs
      .map(({ text, font }) => {
        const decoder = this.#styles.decoderOf(font ?? cellFont);
        return decoder === null ? text : decoder(text);
      })
      .join('');
  }

  #push(text: string): void {
    this.#length += text.length;
    if (this.#length > LIMITS.tokenBytes) throw tooLarge('token');
    const font = this.#fonts.at(-1) ?? null;
    const last = this.#runs.at(-1);
    if (last !== undefined && last.font === font) this.#runs[this.#runs.length - 1] = { text: last.text + text, font };
    else this.#runs.push({ text, font });
  }
}

const MOST_SPACES = 32_767;
