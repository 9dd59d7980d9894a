import { isLetterOrUnused, LATIN } from './latin.ts';
import { type SingleByte, singleByte } from './single-byte.ts';

/** Where windows-1258 differs from windows-1252. Tones are combining marks that follow their vowel. */
const OWN: readonly (readonly [number, string])[] = [
  [0xc3, 'Ă'],
  [0xcc, '\u0300'],
  [0xd0, 'Đ'],
  [0xd2, '\u0309'],
  [0xd5, 'Ơ'],
  [0xdd, 'Ư'],
  [0xde, '\u0303'],
  [0xe3, 'ă'],
  [0xec, '\u0301'],
  [0xf0, 'đ'],
  [0xf2, '\u0323'],
  [0xf5, 'ơ'],
  [0xfd, 'ư'],
  [0xfe, '₫'],
];

const UNUSED: readonly number[] = [0x8a, 0x8e, 0x9a, 0x9e];

/** The Windows code page of Vietnam: a full set of Western letters, so that foreign names pass too. */
export const WINDOWS_1258: SingleByte = singleByte(
  'windows-1258',
  new Map<number, string | null>([
    ...LATIN.flatMap((char, byte) => (isLetterOrUnused(char) && !/\p{Cc}/u.test(char) ? [[byte, char] as const] : [])),
    ...OWN,
    ...UNUSED.map((byte) => [byte, null] as const),
  ]),
);
