/** The bytes that mean something to a scanner of delimited text. */
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const POINT = 0x2e;
export const SLASH = 0x2f;
export const ZERO = 0x30;
export const ONE = 0x31;
export const NINE = 0x39;

/** Ends the fast lane for a file: the reference must read it, from its beginning. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/** What a byte of a cell asks of whoever copies it. */
export const PLAIN = 0;
/** Ends the cell, or must be quoted when written. */
export const STOP = 1;
/** Begins a letter of which the next byte says whether it may be copied. */
export const LEAD = 2;
/** May change under normalisation or trimming: the reference reads the cell. */
const DOUBTFUL = 3;

/**
 * By byte: how a text that is to be written as it stands may be copied. Plain are ASCII but for the question mark, which may
 * stand for a lost letter, the letters U+00C0 to U+017F
 * and the bytes after a lead; Vietnamese needs no others but U+01A0, U+01A1, U+01AF, U+01B0 (`C6 A0` and so on) and U+1E80 to
 * U+1EFF (`E1 BA`, `E1 BB`). None of them changes under NFC, by itself or beside another; U+0192 (`C6 92`) is a sign of spoilt
 * letters.
 */
export function textClasses(delimiter: number): Uint8Array {
  const classes = new Uint8Array(256);
  classes.fill(DOUBTFUL, 0xc0);
  classes.fill(PLAIN, 0xc3, 0xc6);
  classes[0xc6] = LEAD;
  classes[0xe1] = LEAD;
  classes['?'.charCodeAt(0)] = DOUBTFUL;
  for (const byte of [delimiter, LF, CR, QUOTE, COMMA]) classes[byte] = STOP;
  return classes;
}

/** As for text; a plus may be the sign of an exponent that took the digits of an id. */
export function idClasses(delimiter: number): Uint8Array {
  const classes = textClasses(delimiter);
  classes['+'.charCodeAt(0)] = DOUBTFUL;
  return classes;
}

/** By byte: 1 where a cell ends. */
export function endClasses(delimiter: number): Uint8Array {
  const classes = new Uint8Array(256);
  for (const byte of [delimiter, LF, CR, QUOTE]) classes[byte] = 1;
  return classes;
}

/** Whether the letter after a lead may be copied as it stands: ơ, ư and their capitals, or one of U+1E80 to U+1EFF. */
export function isSafeAfterLead(lead: number, next: number): boolean {
  if (lead === 0xe1) return next === 0xba || next === 0xbb;
  return next === 0xa0 || next === 0xa1 || next === 0xaf || next === 0xb0;
}

/** By byte: 1 for blanks of one byte. */
export const BLANKS: Uint8Array = byteSet('\t\v\f ');

/** By byte: 1 where a cell that begins so is guarded, unguarded or trimmed. */
export const SPECIAL_FIRST: Uint8Array = byteSet("\t\v\f '=+-@");

/** By byte: 1 where a cell that begins so is guarded or unguarded. */
export const GUARDED_FIRST: Uint8Array = byteSet("'=+-@\t\r");

function byteSet(characters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}
