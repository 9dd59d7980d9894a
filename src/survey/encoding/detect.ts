import type { Encoding } from './encodings.ts';
import { latinText } from './latin.ts';
import { likeness, telling } from './likeness.ts';
import { type Mojibake, SHOWN } from './mojibake.ts';
import { meantWord } from './shown.ts';
import { isSound, type Utf } from './utf.ts';

/** How many bytes of a file decide. */
export const DETECTED_BYTES = 1 << 18;

/** The encoding a file is in. */
export interface EncodingFound {
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  /** What the letters are when the text, though valid Unicode, shows the bytes of another encoding as Latin letters. */
  readonly mojibake: Mojibake | null;
  /** False when only ASCII was seen and there is more to come: later bytes may show another encoding. */
  readonly sure: boolean;
}

/** No encoding is clearly ahead: candidates with their likeness to Vietnamese (-1 to 1), best first; none for binary data. */
export interface EncodingDoubt {
  readonly candidates: readonly { readonly encoding: Encoding; readonly score: number }[];
}

/** The reading taken must be mostly Vietnamese, and that far ahead of the next. */
const LEAST = 0.5;
const MARGIN = 0.25;
/** So many words, too, must speak for it that do not speak for the next: fewer are chance. */
const FEWEST_WORDS = 3;

const BOMS: readonly (readonly [Utf, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Looks at the first bytes of a file, at most `DETECTED_BYTES`; `isWhole` says that there are no more. */
export function detectEncoding(head: Uint8Array, isWhole: boolean): EncodingFound | EncodingDoubt {
  const bom = BOMS.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0];
  if (bom !== undefined) return unicode(head, bom, true, true);
  const wide = wideOf(head);
  if (wide !== null && isSound(head, wide, isWhole)) return unicode(head, wide, false, true);
  if (head.includes(0)) return { candidates: [] };
  const isAscii = head.every((byte) => byte < 0x80);
  if (isAscii || isSound(head, 'utf-8', isWhole)) return unicode(head, 'utf-8', false, isWhole || !isAscii);
  return legacy(head);
}

/** How many bytes tell UTF-16 without a mark. */
const WIDE_BYTES = 1 << 12;

/** UTF-16 without a mark: every second byte of its ASCII characters is 0, always on the same side. */
function wideOf(head: Uint8Array): Utf | null {
  const first = head.subarray(0, WIDE_BYTES);
  const even = first.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const odd = first.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  const many = first.length / 2 / 5;
  if (odd > many && even * 10 < odd) return 'utf-16le';
  return even > many && odd * 10 < even ? 'utf-16be' : null;
}

function unicode(head: Uint8Array, encoding: Utf, hasBom: boolean, sure: boolean): EncodingFound {
  const text = new TextDecoder(encoding).decode(head, { stream: true }).normalize('NFC');
  return { encoding, hasBom, mojibake: mojibakeOf(telling(text)), sure };
}

function mojibakeOf(words: readonly string[]): Mojibake | null {
  const asIs = likeness(words, (word) => word);
  // no reading can be far enough ahead of a text that is Vietnamese as it stands
  if (1 - asIs < MARGIN) return null;
  const kinds = Object.keys(SHOWN) as Mojibake[];
  const best = ranked(kinds, (kind) => likeness(words, (word) => meantWord(word, SHOWN[kind])))[0];
  return best !== undefined && isEnough(words, best.score, asIs) ? best.of : null;
}

const READINGS: readonly Encoding[] = ['windows-1258', 'tcvn3', 'vni', 'utf-8'];

/** UTF-8 is among the readings: a file of thousands of words is not taken for another encoding because one is broken. */
function legacy(head: Uint8Array): EncodingFound | EncodingDoubt {
  const words = telling(latinText(head));
  const readings = ranked(READINGS, (encoding) => likeness(words, (word) => meantWord(word, encoding)));
  const [best, next] = readings;
  if (best !== undefined && isEnough(words, best.score, next?.score ?? -1)) {
    return { encoding: best.of, hasBom: false, mojibake: null, sure: true };
  }
  return { candidates: readings.map(({ of, score }) => ({ encoding: of, score })) };
}

function isEnough(words: readonly string[], best: number, next: number): boolean {
  return best >= LEAST && best - next >= MARGIN && (best - next) * words.length >= FEWEST_WORDS;
}

/** The things with their scores, best first. */
function ranked<T>(
  things: readonly T[],
  score: (of: T) => number,
): readonly { readonly of: T; readonly score: number }[] {
  return things.map((of) => ({ of, score: score(of) })).toSorted((a, b) => b.score - a.score);
}
