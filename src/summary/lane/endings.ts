import type { Block } from '../../lane/blocks.ts';
import { LF } from '../../lane/bytes.ts';

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
/** Bytes of all of them, and of the longest. */
const ROOM = 1 << 20;
const LONGEST = 1 << 12;
/** So many bytes are looked at together; the shortest ending that is remembered has them. */
const LONG = 8;
/** The number of an ending that is not remembered. */
const PASSING = 0;
const ROOTS = 1 << 12;
const BRANCHES = 1 << 15;
/** Where words stand that differ between most endings: behind the first class, the others, the counts, the lists. */
const TELLING = [16, 28, 52] as const;

/**
 * The ends of rows: what `classify` writes after the cells of a survey is one of a few thousand texts in any result, so known
 * ones are found by their bytes and only a new one is taken apart. An ending has a number until the next is asked for.
 *
 * A few words lead to a text that is likely the one. Where a row departs from it, the word that stands there leads to another,
 * which is known to be the same up to there: so every byte is looked at once, eight at a time as doubles. Two doubles are equal
 * only when their bytes are, for what makes doubles odd (both zeros, what is no number) stands in no UTF-8: 0x80 after a zero,
 * 0x7f after a lead of four, 0xff.
 */
export class Endings {
  /** By number. */
  readonly outcomes = new Uint8Array(MOST);
  readonly averageLivings = new Uint8Array(MOST);
  /** After `at`: where the next row begins. */
  next = 0;
  readonly #read: (from: number, next: number) => Ending | null;
  /** By number: where its bytes stand, the line break among them. */
  readonly #starts = new Int32Array(MOST);
  readonly #lengths = new Int32Array(MOST);
  readonly #texts = new Uint8Array(ROOM);
  readonly #known = new DataView(this.#texts.buffer);
  readonly #roots = new Uint16Array(ROOTS);
  /** From a number and a place in its text, by the word that stands there instead, to another number. */
  readonly #branchFrom = new Int32Array(BRANCHES);
  readonly #branchWord = new Float64Array(BRANCHES);
  readonly #branchTo = new Uint16Array(BRANCHES);
  /** The number of the next one, and where its bytes will stand. */
  #free = PASSING + 1;
  #end = 0;
  #words: DataView = new DataView(new ArrayBuffer(0));
  #bytes: Buffer = Buffer.alloc(0);

  /**
   * `read`: takes the ending from `from` up to the row that begins at `next` apart; null where it must not be remembered,
   * for it is none, or ends elsewhere.
   */
  constructor(read: (from: number, next: number) => Ending | null) {
    this.#read = read;
  }

  /** The memory of the block reaches a hundred bytes beyond its rows. */
  enter({ bytes }: Block): void {
    this.#bytes = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** The number of the ending that begins at `from`, or NO_ENDING. */
  at(from: number): number {
    const root = this.#rootOf(from);
    let number = this.#roots[root] as number;
    if (number === 0) {
      const learned = this.#learn(from);
      if (learned > PASSING) this.#roots[root] = learned;
      return learned;
    }
    for (let same = 0; ; ) {
      const length = this.#lengths[number] as number;
      same = this.#sameUpTo(this.#starts[number] as number, from, same, length);
      if (same >= length) {
        this.next = from + length;
        return number;
      }
      const branch = this.#branchAt(number, same, from + same);
      if (this.#branchTo[branch] === 0) return this.#grow(branch, number, same, from);
      number = this.#branchTo[branch] as number;
      same += LONG;
    }
  }

  #rootOf(from: number): number {
    const words = this.#words;
    let hash = Math.imul(words.getInt32(from, true), 0x9e3779b1) ^ words.getInt32(from + TELLING[0], true);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ words.getInt32(from + TELLING[1], true);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ words.getInt32(from + TELLING[2], true);
    hash = Math.imul(hash, 0x9e3779b1);
    return (hash ^ (hash >>> 16)) & (ROOTS - 1);
  }

  /**
   * Where the known text of so many bytes and the row first differ, as the beginning of eight bytes; they are the same before
   * `same`. The length, or more, when they do not.
   */
  #sameUpTo(start: number, from: number, same: number, length: number): number {
    const known = this.#known;
    const words = this.#words;
    let at = same;
    for (; at + LONG <= length; at += LONG)
      if (known.getFloat64(start + at, true) !== words.getFloat64(from + at, true)) return at;
    if (at >= length) return at;
    const last = length - LONG;
    return known.getFloat64(start + last, true) === words.getFloat64(from + last, true) ? length : last;
  }

  /** The slot of the branch that leaves a text at a place for the word at `p`; one that leads nowhere is free. */
  #branchAt(number: number, place: number, p: number): number {
    const origin = (number << 12) | place;
    const words = this.#words;
    const word = words.getFloat64(p, true);
    let hash = Math.imul(words.getInt32(p, true) ^ origin, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ words.getInt32(p + 4, true), 0x85ebca6b);
    for (let slot = (hash ^ (hash >>> 16)) & (BRANCHES - 1); ; slot = (slot + 1) & (BRANCHES - 1)) {
      if (this.#branchTo[slot] === 0) return slot;
      if (this.#branchFrom[slot] === origin && this.#branchWord[slot] === word) return slot;
    }
  }

  /** Learns the ending that departs from a known text at a place. */
  #grow(branch: number, number: number, place: number, from: number): number {
    const learned = this.#learn(from);
    if (learned <= PASSING) return learned;
    this.#branchFrom[branch] = (number << 12) | place;
    this.#branchWord[branch] = this.#words.getFloat64(from + place, true);
    this.#branchTo[branch] = learned;
    return learned;
  }

  #learn(from: number): number {
    const next = this.#bytes.indexOf(LF, from) + 1;
    const ending = this.#read(from, next);
    if (ending === null) return NO_ENDING;
    this.next = next;
    const length = next - from;
    const isFull = this.#free === MOST || this.#end + length > ROOM;
    if (isFull) this.#forget();
    const number = isFull || length < LONG || length >= LONGEST ? PASSING : this.#remember(from, length);
    this.outcomes[number] = ending.outcome;
    this.averageLivings[number] = ending.averageLiving;
    return number;
  }

  #remember(from: number, length: number): number {
    const number = this.#free++;
    this.#starts[number] = this.#end;
    this.#lengths[number] = length;
    this.#texts.set(this.#bytes.subarray(from, from + length), this.#end);
    this.#end += length;
    return number;
  }

  #forget(): void {
    this.#roots.fill(0);
    this.#branchTo.fill(0);
    this.#free = PASSING + 1;
    this.#end = 0;
  }
}
