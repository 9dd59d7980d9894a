import { TONES, toned, VOWELS } from './alphabet.ts';

const ONSETS = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '));

/** What may follow each nucleus; `_` is nothing. A rhyme is spelt as it stands after its onset, `qu` and `gi` being onsets. */
const RHYMES: Readonly<Record<string, string>> = {
  a: '_ c ch i m n ng nh o p t u y',
  ă: 'c m n ng p t',
  â: 'c m n ng p t u y',
  e: '_ c m n ng o p t',
  ê: '_ ch m n ng nh p t u',
  i: '_ a c ch m n nh p t u',
  iê: 'c m n ng p t u',
  yê: 'm n ng t u',
  o: '_ c i m n ng p t',
  oa: '_ c ch i m n ng nh o p t y',
  oă: 'c m n ng t',
  oe: '_ m n o t',
  oo: 'c ng',
  ô: '_ c i m n ng p t',
  ơ: '_ i m n p t',
  u: '_ a c i m n ng p t',
  uâ: 'n ng t y',
  uê: '_ ch n nh',
  uô: 'c i m n ng t',
  uơ: '_',
  uy: '_ a ch n nh p t u',
  uyê: 'n t',
  ư: '_ a c i m n ng t u',
  ươ: 'c i m n ng p t u',
  y: '_ ch nh t',
};

/** Stops: before them only the acute and the dot below are spoken. */
const STOP = /(?:c|ch|p|t)$/;
const STOP_TONES: readonly string[] = ['\u0301', '\u0323'];

/** Every rhyme with every tone it can bear, the mark in each place it is written. */
const TONED_RHYMES: ReadonlySet<string> = new Set(
  Object.entries(RHYMES).flatMap(([nucleus, endings]) =>
    endings.split(' ').flatMap((ending) => withTones(nucleus + (ending === '_' ? '' : ending))),
  ),
);

function withTones(rhyme: string): string[] {
  const tones = STOP.test(rhyme) ? STOP_TONES : TONES;
  return bearers(rhyme).flatMap((at) =>
    tones.map((tone) => rhyme.slice(0, at) + toned(rhyme.charAt(at), tone) + rhyme.slice(at + 1)),
  );
}

/** Places of the letters that may bear the tone: one, or two where old and new spelling differ (`hòa`, `hoà`). */
function bearers(rhyme: string): readonly number[] {
  const vowels = [...rhyme].findLastIndex((letter) => VOWELS.includes(letter)) + 1;
  const marked = [...rhyme].findLastIndex((letter) => 'ăâêôơư'.includes(letter));
  if (marked >= 0) return [marked];
  if (vowels === 1) return [0];
  if (vowels === 3 || vowels < rhyme.length) return [1];
  return /^(?:oa|oe|uy)$/.test(rhyme) ? [0, 1] : [0];
}

/** True when `word`, small letters in NFC, is spelt as a Vietnamese syllable is. It need not be a word that exists. */
export function isSyllable(word: string): boolean {
  for (let length = Math.min(3, word.length - 1); length >= 0; length--) {
    if (ONSETS.has(word.slice(0, length)) && TONED_RHYMES.has(word.slice(length))) return true;
  }
  return false;
}
