import type { Block } from '../../lane/blocks.ts';
import { LF } from '../../lane/bytes.ts';
import { isSameText } from './same-bytes.ts';

/** What the columns that `classify` added say of a row, as far as it is counted. */
export interface Ending {
  /** Place in `OUTCOMES`. */
  readonly outcome: number;
  /** As `Counted` has it. */
  readonly averageLiving: number;
}

/** What `at` gives instead of a number: the reference must read the row. */
export const NO_ENDING = -1;

/** Endings remembered; more than any result shows but one made of chance. */
const MOST = 1 << 13;
const SLOTS = 1 << 15;
/** Bytes of all of them. */
const ROOM = 1 << 20;
const WORD = 4;
/** The number of an ending that is too long to be remembered. */
const PASSING = 0;

/**
 * The ends of rows: what `classify` writes after the cells of a survey is one of a few thousand texts in any result, so known
 * ones are found by their bytes, eight at a time, and only a new one is taken apart. An ending has a number until the next is
 * asked for.
 */
export class Endings {
  /** By number. */
  readonly outcomes = new Uint8Array(MOST);
  readonly averageLivings = new Uint8Array(MOST);
  /** After `at`: where the next row begins. */
  next = 0;
  readonly #read: (from: number, next: number) => Ending | null;
  readonly #slots = new Uint16Array(SLOTS);
  /** By number: the hash, and where its bytes stand, the line break among them. */
  readonly #hashes = new Int32Array(MOST);
  readonly #starts = new Int32Array(MOST);
  readonly #lengths = new Int32Array(MOST);
  readonly #texts = new Uint8Array(ROOM);
  readonly #textWords = new DataView(this.#texts.buffer);
  /** The number of the next one, and where its bytes will stand. */
  #free = PASSING + 1;
  #end = 0;
  #words: DataView = new DataView(new ArrayBuffer(0));
  #bytes: Uint8Array = new Uint8Array(0);

  /**
   * `read`: takes the ending from `from` up to the row that begins at `next` apart; null where it must not be remembered,
   * for it is none, or ends elsewhere.
   */
  constructor(read: (from: number, next: number) => Ending | null) {
    this.#read = read;
  }

  /** The memory of the block reaches two words beyond its rows. */
  enter({ bytes }: Block): void {
    this.#bytes = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** The number of the ending that begins at `from`, or NO_ENDING. */
  at(from: number): number {
    const bytes = this.#bytes;
    const words = this.#words;
    // two hashes, each of every other word: neither waits for the other
    let even = 0;
    let odd = 0;
    let at = from;
    for (;;) {
      const first = words.getInt32(at, true);
      if (hasLineFeed(first)) break;
      at += WORD;
      even = Math.imul(even ^ first, 0x9e3779b1);
      even ^= even >>> 15;
      const second = words.getInt32(at, true);
      if (hasLineFeed(second)) break;
      at += WORD;
      odd = Math.imul(odd ^ second, 0x85ebca6b);
      odd ^= odd >>> 13;
    }
    for (; bytes[at] !== LF; at++) even = Math.imul(even ^ (bytes[at] as number), 0x01000193);
    this.next = at + 1;
    const hash = even ^ Math.imul(odd, 0xc2b2ae35);
    return this.#find(from, at + 1 - from, hash ^ (hash >>> 16));
  }

  #find(from: number, length: number, hash: number): number {
    for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const number = this.#slots[slot] as number;
      if (number === 0) return this.#learn(from, length, hash, slot);
      if (this.#hashes[number] !== hash || this.#lengths[number] !== length) continue;
      if (isSameText(this.#textWords, this.#starts[number] as number, this.#words, from, length)) return number;
    }
  }

  #learn(from: number, length: number, hash: number, slot: number): number {
    const ending = this.#read(from, from + length);
    if (ending === null) return NO_ENDING;
    const isFull = this.#free === MOST || this.#end + length > ROOM;
    if (isFull) this.#forget();
    const number = isFull ? PASSING : this.#remember(from, length, hash, slot);
    this.outcomes[number] = ending.outcome;
    this.averageLivings[number] = ending.averageLiving;
    return number;
  }

  #remember(from: number, length: number, hash: number, slot: number): number {
    const number = this.#free++;
    this.#slots[slot] = number;
    this.#hashes[number] = hash;
    this.#starts[number] = this.#end;
    this.#lengths[number] = length;
    this.#texts.set(this.#bytes.subarray(from, from + length), this.#end);
    this.#end += length;
    return number;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#free = PASSING + 1;
    this.#end = 0;
  }
}

/** Whether one of the four bytes is a line feed: a byte that became zero lends from its neighbour. */
function hasLineFeed(word: number): boolean {
  const bytes = word ^ 0x0a0a0a0a;
  return ((bytes - 0x01010101) & ~bytes & 0x80808080) !== 0;
}
