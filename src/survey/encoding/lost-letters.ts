import { isSyllable } from './syllable.ts';

/** A run of question marks with the letters it stands between; the run may begin a word but not end it. */
const HOLES = /(?<![\p{L}\p{M}\p{N}?])([\p{L}\p{M}]*)\?+(?=([\p{L}\p{M}]+))/gu;

/** Addresses of the web have question marks of their own. */
const ADDRESSES = /\S*(?::\/\/|www\.)\S*/g;

/**
 * True when letters were of a cell were replaced by question marks or U+FFFD for good: `Nguy?n`, `?ặng`. A question mark at a word's
 * end may be a real one, and so may one between two words run together (`không?Có`).
 */
export function hasLostLetters(text: string): boolean {
  if (text.includes('\ufffd')) return true;
  if (!text.includes('?')) return false;
  const holes = text.replace(ADDRESSES, ' ').matchAll(HOLES);
  return [...holes].some(([, before = '', after = '']) => !(isWord(before) && isWord(after)));
}

function isWord(part: string): boolean {
  return isSyllable(part.normalize('NFC').toLowerCase());
}
