import { ALPHABET } from './alphabet.ts';
import { isSyllable } from './syllable.ts';

/** How many different words decide: more change nothing but the time. */
const MOST_WORDS = 500;
/** What is longer is no word, and would cost the time of many. */
const LONGEST_WORD = 40;

/** Words are kept apart by ASCII signs and blanks alone: what a high byte means is not known yet. */
const BEYOND_ASCII = /[\u0080-\uffff][A-Za-z\u0080-\uffff]*/g;

/** The different words of a text that hold anything but ASCII, at most 500: only these tell encodings apart. */
export function telling(text: string): readonly string[] {
  const words = new Set<string>();
  for (const { 0: rest, index } of text.matchAll(BEYOND_ASCII)) {
    // a word begins before its first letter beyond ASCII
    let from = index;
    while (isLatin(text.charCodeAt(from - 1))) from--;
    const to = index + rest.length;
    if (to - from <= LONGEST_WORD) words.add(text.slice(from, to));
    if (words.size === MOST_WORDS) break;
  }
  return [...words];
}

/** A to Z, a to z; not NaN, which stands before the first letter. */
function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/**
 * How Vietnamese the words are when each is read by `read`: 1 when all are legal syllables, 0 when they are as often
 * foreign or unreadable as legal, down to -1. `read` gives NFC, or null for what it cannot read. 0 without words.
 */
export function likeness(words: readonly string[], read: (word: string) => string | null): number {
  if (words.length === 0) return 0;
  return words.reduce((sum, word) => sum + marksFor(read(word)), 0) / words.length;
}

/** Signs that stand beside words in honest files: typographic quotes, dashes, `²`, `°`, `₫` and the like. */
const SIGNS = /[\u0020-\u0040\u00a0°±²³·«»₫€\u2010-\u203a\u200b\ufeff]+/;
const LETTERS = new Set(ALPHABET);

function marksFor(text: string | null): 1 | 0 | -1 {
  if (text === null) return -1;
  const parts = text.split(SIGNS).filter((part) => part !== '');
  if (parts.some((part) => [...part].some((char) => !isVietnamese(char)))) return -1;
  return parts.length > 0 && parts.every(isWord) ? 1 : 0;
}

/** Letters of the alphabet, and the four that foreign and minority names add. */
function isVietnamese(char: string): boolean {
  return LETTERS.has(char) || /[fjwz]/i.test(char);
}

/** A syllable in one of the three ways people write it: small, with a capital first, in capitals. */
function isWord(word: string): boolean {
  return isSyllable(word.toLowerCase()) && /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u.test(word);
}
