import { ALPHABET } from './alphabet.ts';
import { type Encoding, UndecodableError, UnencodableError } from './encodings.ts';
import { isLetterOrUnused, LATIN } from './latin.ts';

/** An encoding in which each byte is a letter, a sign, or marks upon the letter before it. */
export interface SingleByte {
  /** Letters and marks of the bytes, not yet NFC. Throws `UndecodableError`, its offset counted from `start`. */
  decode(bytes: Uint8Array, start: number): string;
  /** Throws `UnencodableError`. */
  encode(text: string): Uint8Array;
}

/** What bytes mean: by byte, one or two UTF-16 units. Null says that the byte means nothing. */
export type Meanings = ReadonlyMap<number, string | null>;

const UNUSED = 0xffff;

/**
 * The encoding that is windows-1252 but for `meanings`. Signs such as quotes, dashes and `²` stay what they are, as in
 * files made by Windows programs; a Latin letter that the encoding does not list means nothing in it.
 */
export function singleByte(encoding: Encoding, meanings: Meanings): SingleByte {
  const table = LATIN.map((char, byte) => {
    const meaning = meanings.get(byte);
    if (meaning !== undefined) return meaning;
    return isLetterOrUnused(char) ? null : char;
  });
  // most runs read one encoding and write none
  let spellings: ReadonlyMap<string, readonly number[]> | null = null;
  const first = Uint16Array.from(table, (text) => text?.charCodeAt(0) ?? UNUSED);
  const second = Uint16Array.from(table, (text) => (text !== null && text.length > 1 ? text.charCodeAt(1) : 0));
  const units = new TextDecoder('utf-16le');

  function decode(bytes: Uint8Array, start: number): string {
    // measured: filling units and handing them over whole is eight times as fast as joining a string per byte
    const out = new Uint16Array(bytes.length * 2);
    let length = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      const unit = first[byte] as number;
      if (unit === UNUSED) throw new UndecodableError(encoding, start + at);
      out[length++] = unit;
      const more = second[byte] as number;
      if (more !== 0) out[length++] = more;
    }
    return units.decode(out.subarray(0, length));
  }

  function encode(text: string): Uint8Array {
    const bytes: number[] = [];
    spellings ??= spell(table);
    for (const letter of text.normalize('NFC')) {
      const spelling = spellings.get(letter);
      if (spelling === undefined) throw new UnencodableError(encoding, letter);
      for (const byte of spelling) bytes.push(byte);
    }
    return Uint8Array.from(bytes);
  }

  return { decode, encode };
}

/** How each character is written: in one byte where there is one, else a letter and the marks upon it. */
function spell(table: readonly (string | null)[]): ReadonlyMap<string, readonly number[]> {
  const letters = table.flatMap((text, byte) => (text !== null && !isMark(text) ? [{ text, byte }] : []));
  const marks = table.flatMap((text, byte) => (text !== null && isMark(text) ? [{ text, byte }] : []));
  const spellings = new Map<string, readonly number[]>(letters.map(({ text, byte }) => [text, [byte]]));
  for (const { text, byte } of marks) spellings.set(text, [byte]);
  const alphabet = new Set(ALPHABET);
  for (const base of letters) {
    // marks that have two bytes stand first on capitals, then on small letters
    const ordered = isCapital(base.text) ? marks : marks.toReversed();
    for (const mark of ordered) {
      const letter = (base.text + mark.text).normalize('NFC');
      if (alphabet.has(letter) && !spellings.has(letter)) spellings.set(letter, [base.byte, mark.byte]);
    }
  }
  return spellings;
}

function isMark(text: string): boolean {
  return /^\p{M}+$/u.test(text);
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
