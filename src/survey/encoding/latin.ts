/** What windows-1252 holds from 0x80 to 0x9F; its five unused bytes stand for themselves, as browsers and Windows read them. */
const SIGNS_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The character of each byte in windows-1252: what a legacy byte looks like to a program that knows no Vietnamese.
 * A table of our own, because the decoder of Node 20 reads 0x80 to 0x9F as Latin-1.
 */
export const LATIN: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? (SIGNS_80[byte - 0x80] as string) : String.fromCharCode(byte),
);

// Latin-1 readers leave 0x80 to 0x9F as control characters, windows-1252 readers make signs of them: both lead back
const BYTES = new Map([
  ...Array.from({ length: 256 }, (_, byte) => [String.fromCharCode(byte), byte] as const),
  ...LATIN.map((char, byte) => [char, byte] as const),
]);

/** The bytes that a windows-1252 or Latin-1 reader showed as `text`; null when it shows a character that neither has. */
export function latinBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = BYTES.get(text.charAt(at));
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}

const UNITS = new TextDecoder('utf-16le');

/** The bytes as Latin-1 text, which `latinBytes` leads back. */
export function latinText(bytes: Uint8Array): string {
  return UNITS.decode(new Uint16Array(bytes));
}

/** True for what only windows-1252 itself can mean: a letter beyond ASCII, or a byte without a sign. */
export function isLetterOrUnused(char: string): boolean {
  return /[\p{L}\p{Cc}]/u.test(char) && char >= '\u0080';
}
