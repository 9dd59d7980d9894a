/** The six tones as combining marks: level, acute, grave, hook above, tilde, dot below. */
export const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;

/** The twelve vowels without tone. */
export const VOWELS = [...'aăâeêioôơuưy'];

/** The vowel with the tone, one letter in NFC. */
export function toned(vowel: string, tone: string): string {
  return (vowel + tone).normalize('NFC');
}

const small = [...VOWELS.flatMap((vowel) => TONES.map((tone) => toned(vowel, tone))), 'đ', ...'bcdghklmnpqrstvx'];

/** Every letter of the Vietnamese alphabet in both cases, NFC; `f j w z` are not of it. */
export const ALPHABET: readonly string[] = [...small, ...small.map((letter) => letter.toUpperCase())];

/** Vowels that bear one of the five marked tones, small letters. */
export const TONED: ReadonlySet<string> = new Set(
  VOWELS.flatMap((vowel) => TONES.slice(1).map((tone) => toned(vowel, tone))),
);
