/** So many bytes are taken from the system at once. */
const PAGE = 1 << 22;
/** A character of a JavaScript string takes at most so many bytes. */
const WIDEST = 3;

/** Keeps texts as UTF-8, apart from the memory of objects, and gives each back by its number: millions fit. */
export class TextStore {
  readonly #pages: Uint8Array[] = [];
  #free = 0;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  /** Keeps a text; the number gives it back. */
  add(text: string): number {
    const most = LENGTH + text.length * WIDEST;
    // a page of a long text is wider, but a number counts no further than a page
    if (this.#free >= PAGE || this.#free + most > (this.#pages.at(-1)?.length ?? 0)) {
      this.#pages.push(new Uint8Array(Math.max(PAGE, most)));
      this.#free = 0;
    }
    const page = this.#pages.at(-1) as Uint8Array;
    const { written } = this.#encoder.encodeInto(text, page.subarray(this.#free + LENGTH));
    new DataView(page.buffer).setUint32(this.#free, written);
    const number = (this.#pages.length - 1) * PAGE + this.#free;
    this.#free += LENGTH + written;
    return number;
  }

  get(number: number): string {
    const page = this.#pages[Math.floor(number / PAGE)] as Uint8Array;
    const from = number % PAGE;
    const length = new DataView(page.buffer).getUint32(from);
    return this.#decoder.decode(page.subarray(from + LENGTH, from + LENGTH + length));
  }
}

/** Each text stands behind its length. */
const LENGTH = 4;
