import { KeyHash } from '../../lane/key-hash.ts';

/**
 * Rows that follow each other, of one unit (all parts of the key but the last), in which the last part grows from row to row: so
 * no two have the same. Parts are texts of bytes; a longer one is greater, of two as long the one with the greater byte where
 * they first differ.
 */
export interface KeyStretch {
  /** The unit, as a hash of 64 bits in two halves: two units may have one hash, one unit never has two. */
  readonly unit: string;
  readonly first: string;
  readonly last: string;
}

/** Takes the keys of the rows of a block as stretches; as `KeyTaker` is asked, but what is kept does not grow with the rows. */
export class StretchTaker {
  readonly #hash = new KeyHash();
  #stretches: KeyStretch[] = [];
  #isOpen = false;
  #unit = '';
  #first = '';
  /** Where the last part of the row before stands. */
  #bytes: Buffer = Buffer.alloc(0);
  #from = 0;
  #to = 0;

  /** Adds a key: each part the bytes from `starts` to `ends`. */
  add(bytes: Buffer, starts: Int32Array, ends: Int32Array): void {
    this.#end();
    const hash = this.#hash;
    hash.reset();
    const last = starts.length - 1;
    for (let part = 0; part < last; part++) hash.add(bytes, starts[part] as number, ends[part] as number);
    this.#begin(`${hash.low},${hash.high}`, bytes, starts[last] as number, ends[last] as number);
  }

  /** Adds a key whose parts before the last are those of the key before; the last are the bytes from `from` to `to`. */
  addInUnit(bytes: Buffer, from: number, to: number): void {
    if (isAfter(bytes, from, to, this.#bytes, this.#from, this.#to)) this.#keep(bytes, from, to);
    else {
      this.#end();
      this.#begin(this.#unit, bytes, from, to);
    }
  }

  /** What was taken; the next block begins anew. */
  take(): readonly KeyStretch[] {
    this.#end();
    const stretches = this.#stretches;
    this.#stretches = [];
    return stretches;
  }

  #begin(unit: string, bytes: Buffer, from: number, to: number): void {
    this.#isOpen = true;
    this.#unit = unit;
    this.#first = bytes.toString('latin1', from, to);
    this.#keep(bytes, from, to);
  }

  #keep(bytes: Buffer, from: number, to: number): void {
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
  }

  #end(): void {
    if (!this.#isOpen) return;
    const last = this.#bytes.toString('latin1', this.#from, this.#to);
    this.#stretches.push({ unit: this.#unit, first: this.#first, last });
    this.#isOpen = false;
  }
}

function isAfter(bytes: Buffer, from: number, to: number, before: Buffer, start: number, end: number): boolean {
  const longer = to - from - (end - start);
  if (longer !== 0) return longer > 0;
  for (let at = 0; at < to - from; at++) {
    const step = (bytes[from + at] as number) - (before[start + at] as number);
    if (step !== 0) return step > 0;
  }
  return false;
}

/** Tells whether the keys of all blocks grow within their units, so that none comes twice. */
export class KeyOrder {
  /** By unit: its last key. */
  readonly #last = new Map<string, string>();

  /** Adds the next block; false when a unit has a key that is not after those before it. */
  addAll(stretches: readonly KeyStretch[]): boolean {
    for (const { unit, first, last } of stretches) {
      const before = this.#last.get(unit);
      if (before !== undefined && !(first.length > before.length || (first.length === before.length && first > before)))
        return false;
      this.#last.set(unit, last);
    }
    return true;
  }
}
