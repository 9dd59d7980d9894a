import type { Block } from '../../lane/blocks.ts';
import { LF } from '../../lane/bytes.ts';

/** What the columns that `classify` added say of a row, as far as it is counted. */
export interface Ending {
  /** Place in `OUTCOMES`. */
  readonly outcome: number;
  /** As `Counted` has it. */
  readonly averageLiving: number;
}

/** An ending with its bytes, the line break among them. */
interface Known extends Ending {
  readonly text: DataView;
}

/** Endings remembered; more than any result shows but one made of chance. */
const MOST = 1 << 13;
const SLOTS = 1 << 15;
const WORD = 4;

/**
 * The ends of rows: what `classify` writes after the cells of a survey is one of a few thousand texts in any result, so known
 * ones are found by their bytes, four at a time, and only a new one is taken apart.
 */
export class Endings {
  /** After `at`: where the next row begins. */
  next = 0;
  readonly #read: (from: number, next: number) => Ending | null;
  readonly #slots = new Uint16Array(SLOTS);
  #known: Known[] = [];
  #words: DataView = new DataView(new ArrayBuffer(0));
  #bytes: Uint8Array = new Uint8Array(0);

  /**
   * `read`: takes the ending from `from` up to the row that begins at `next` apart; null where it must not be remembered,
   * for it is none, or ends elsewhere.
   */
  constructor(read: (from: number, next: number) => Ending | null) {
    this.#read = read;
  }

  /** The memory of the block reaches a word beyond its rows. */
  enter({ bytes }: Block): void {
    this.#bytes = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** The ending that begins at `from`; null for one that the reference must read. */
  at(from: number): Ending | null {
    const bytes = this.#bytes;
    const words = this.#words;
    let hash = 0;
    let at = from;
    for (let word = words.getInt32(at, true); !hasLineFeed(word); word = words.getInt32(at, true)) {
      hash = Math.imul(hash ^ word, 0x9e3779b1);
      hash ^= hash >>> 15;
      at += WORD;
    }
    for (; bytes[at] !== LF; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    this.next = at + 1;
    return this.#find(from, at + 1 - from, (hash ^ (hash >>> 16)) & (SLOTS - 1));
  }

  #find(from: number, length: number, hash: number): Ending | null {
    for (let slot = hash; ; slot = (slot + 1) & (SLOTS - 1)) {
      const number = this.#slots[slot] as number;
      if (number === 0) return this.#learn(from, length, slot);
      const known = this.#known[number - 1] as Known;
      if (this.#isSame(known.text, from, length)) return known;
    }
  }

  #isSame(text: DataView, from: number, length: number): boolean {
    if (text.byteLength !== length) return false;
    let at = 0;
    for (; at + WORD <= length; at += WORD)
      if (text.getInt32(at, true) !== this.#words.getInt32(from + at, true)) return false;
    for (; at < length; at++) if (text.getUint8(at) !== this.#bytes[from + at]) return false;
    return true;
  }

  #learn(from: number, length: number, slot: number): Ending | null {
    const ending = this.#read(from, from + length);
    if (ending === null) return null;
    if (this.#known.length < MOST) {
      const text = new DataView(Uint8Array.from(this.#bytes.subarray(from, from + length)).buffer);
      this.#slots[slot] = this.#known.push({ ...ending, text });
    } else {
      this.#slots.fill(0);
      this.#known = [];
    }
    return ending;
  }
}

/** Whether one of the four bytes is a line feed: a byte that became zero lends from its neighbour. */
function hasLineFeed(word: number): boolean {
  const bytes = word ^ 0x0a0a0a0a;
  return ((bytes - 0x01010101) & ~bytes & 0x80808080) !== 0;
}
