import type { Encoding } from './encodings.ts';
import { latinBytes } from './latin.ts';
import { raised } from './recase.ts';
import { decode } from './text-decoder.ts';

/** What Latin letters mean that show the bytes of a text in this encoding, in NFC; null when they show none. */
export function meant(shown: string, encoding: Encoding): string | null {
  const bytes = latinBytes(shown);
  return bytes === null ? null : decode(bytes, encoding);
}

/** One word read so for judging it: capitals that TCVN3 lacks are no fault of it. */
export function meantWord(shown: string, encoding: Encoding): string | null {
  const word = meant(shown, encoding);
  return encoding === 'tcvn3' && word !== null ? raised(word) : word;
}
