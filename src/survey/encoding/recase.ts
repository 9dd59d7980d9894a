import { TONED } from './alphabet.ts';

/** First letters of words; those after a hyphen or an apostrophe too, as in `Y-Bhăm` and `H'Ren`. */
const INITIALS = /(?<![\p{L}\p{M}])\p{L}/gu;
const WORDS = /[\p{L}\p{M}]+/gu;

/**
 * A name whose case TCVN3 spoilt, since it has no capitals with tones: `nguyễn văn` becomes `Nguyễn Văn`, `NGUYễN THị`
 * becomes `NGUYỄN THỊ`, `Đỗ ánh` becomes `Đỗ Ánh`. Null when nothing was to be done. NFC in, NFC out.
 */
export function recaseName(name: string): string | null {
  const recased = recase(name);
  return recased === name ? null : recased;
}

function recase(name: string): string {
  if (!/\p{Lu}/u.test(name)) return name.replace(INITIALS, (letter) => letter.toUpperCase());
  return raised(name)
    .replace(WORDS, raised)
    .replace(INITIALS, (letter) => (TONED.has(letter) ? letter.toUpperCase() : letter));
}

/** All in capitals where a word was (two capitals, or one behind its first letter) and only letters with tones are small. */
export function raised(text: string): string {
  if (!/\p{L}\p{Lu}/u.test(text)) return text;
  const isSpoilt = [...text].every((char) => char === char.toUpperCase() || TONED.has(char));
  return isSpoilt ? text.toUpperCase() : text;
}
