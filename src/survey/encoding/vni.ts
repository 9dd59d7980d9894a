import { LATIN } from './latin.ts';
import { type SingleByte, singleByte } from './single-byte.ts';

/** Latin letters that VNI uses as marks upon the letter before: plain tones, circumflex and breve alone and with tones. */
const MARKS: Readonly<Record<string, string>> = {
  ...{ ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' },
  ...{ â: '\u0302', á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' },
  ...{ ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' },
};

/** Latin letters that stand for one Vietnamese letter; `ơ` and `ư` take marks too. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ô: 'ơ', ö: 'ư', ñ: 'đ', î: 'ỵ' },
  ...{ í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị' },
};

function meaning(latin: string): string | undefined {
  const small = latin.toLowerCase();
  const letter = LETTERS[small];
  if (letter === undefined) return MARKS[small];
  return small === latin ? letter : letter.toUpperCase();
}

/**
 * VNI for Windows: a plain letter, then a Latin letter that says which marks it bears, capitals with capital marks
 * (`Ñöùc`, `ÑÖÙC`). Marks are read in either case. As the fonts draw it, a mark falls upon whatever stands before it.
 */
export const VNI: SingleByte = singleByte(
  'vni',
  new Map(
    LATIN.flatMap((latin, byte) => {
      const text = meaning(latin);
      return text === undefined ? [] : [[byte, text] as const];
    }),
  ),
);
