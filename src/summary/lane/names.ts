import { hashStep, Spellings } from '../../lane/spellings.ts';

/** Above this a column has no few texts. */
const MOST = 1 << 9;

/** The texts of a column in which few occur, made once for each and found by their bytes. */
export class Names {
  readonly #spellings = new Spellings();
  readonly #texts: string[] = [];

  /** The text from `from` to `to`, as it stands. */
  at(bytes: Buffer, from: number, to: number): string {
    let hash = 0;
    for (let at = from; at < to; at++) hash = hashStep(hash, bytes[at] as number);
    const known = this.#spellings.find(bytes, from, to, hash);
    if (known !== null) return this.#texts[known.value] as string;
    const text = bytes.toString('utf8', from, to);
    if (this.#texts.length === MOST) return text;
    const spelt = Uint8Array.from(bytes.subarray(from, to));
    this.#spellings.add({ spelt, written: spelt, isCanonical: true, value: this.#texts.length }, hash);
    this.#texts.push(text);
    return text;
  }
}
