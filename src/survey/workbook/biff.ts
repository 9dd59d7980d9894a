import { damaged } from './fault.ts';

/** The records of an .xls (BIFF8) that are read. */
export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continue: 0x003c,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  macros: 0x00d3,
  richString: 0x00d6,
  style: 0x00e0,
  sharedStrings: 0x00fc,
  labelShared: 0x00fd,
  supportingBook: 0x01ae,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;

/** One record: what it is, where its bytes lie, and where the next begins. */
export interface BiffRecord {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

/** The record that begins at this place. `E106` when it would end behind the stream. */
export function recordAt(stream: Buffer, at: number): BiffRecord {
  if (at + 4 > stream.length) throw damaged('cut');
  const from = at + 4;
  const to = from + stream.readUInt16LE(at + 2);
  if (to > stream.length) throw damaged('cut');
  return { id: stream.readUInt16LE(at), from, to };
}

/** The records of one substream, from its first to its end mark; those of charts inside it are left out. */
export function* recordsOf(stream: Buffer, begin: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = begin; ; ) {
    const record = recordAt(stream, at);
    if (record.id === RECORD.begin) depth++;
    if (depth <= 1) yield record;
    if (record.id === RECORD.end && --depth <= 0) return;
    at = record.to;
  }
}

/** Reads values that run on from a record into those that continue it. */
export class RecordReader {
  readonly #stream: Buffer;
  #at: number;
  #to: number;

  constructor(stream: Buffer, { from, to }: BiffRecord) {
    this.#stream = stream;
    this.#at = from;
    this.#to = to;
  }

  u8(): number {
    this.#into();
    return this.#stream[this.#at++] ?? 0;
  }

  u16(): number {
    return this.u8() + this.u8() * 0x100;
  }

  u32(): number {
    return this.u16() + this.u16() * 0x10000;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      this.#into();
      const step = Math.min(left, this.#to - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** So many characters; where a record ends within them, the next one begins by saying anew how wide they are. */
  characters(count: number, isWide: boolean): string {
    const parts: string[] = [];
    let wide = isWide;
    for (let left = count; left > 0; ) {
      if (this.#at >= this.#to) {
        this.#into();
        wide = (this.u8() & 1) === 1;
      }
      const room = Math.floor((this.#to - this.#at) / (wide ? 2 : 1));
      const taken = Math.min(left, room);
      if (taken === 0) throw damaged('records');
      const end = this.#at + taken * (wide ? 2 : 1);
      parts.push(this.#stream.toString(wide ? 'utf16le' : 'latin1', this.#at, end));
      this.#at = end;
      left -= taken;
    }
    return parts.join('');
  }

  /** Steps into the record that continues this one. */
  #into(): void {
    while (this.#at >= this.#to) {
      const next = recordAt(this.#stream, this.#to);
      if (next.id !== RECORD.continue) throw damaged('records');
      this.#at = next.from;
      this.#to = next.to;
    }
  }
}

/** A text and, where its letters change their font, from which character on which font (by number) holds. */
export interface BiffText {
  readonly text: string;
  readonly changes: readonly { readonly from: number; readonly font: number }[];
}

const NO_CHANGES: BiffText['changes'] = [];

/** Reads a text whose length stands before it in two bytes. */
export function readText(reader: RecordReader): BiffText {
  const count = reader.u16();
  const flags = reader.u8();
  const runs = (flags & 8) === 0 ? 0 : reader.u16();
  const extra = (flags & 4) === 0 ? 0 : reader.u32();
  const text = reader.characters(count, (flags & 1) === 1);
  const changes =
    runs === 0 ? NO_CHANGES : Array.from({ length: runs }, () => ({ from: reader.u16(), font: reader.u16() }));
  reader.skip(extra);
  return { text, changes };
}

/** Reads a text whose length stands before it in one byte. */
export function readShortText(reader: RecordReader): string {
  const count = reader.u8();
  return reader.characters(count, (reader.u8() & 1) === 1);
}

/** A number in the four bytes of an RK: a whole number or the upper half of a fraction, perhaps in hundredths. */
export function decodeRk(rk: number): number {
  const value = (rk & 2) === 0 ? upperHalf(rk & ~3) : rk >> 2;
  return (rk & 1) === 0 ? value : value / 100;
}

const HALVES = Buffer.alloc(8);

function upperHalf(bits: number): number {
  HALVES.writeInt32LE(bits, 4);
  return HALVES.readDoubleLE(0);
}
