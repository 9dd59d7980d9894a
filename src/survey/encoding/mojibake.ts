import type { Encoding } from './encodings.ts';
import { latinBytes, latinText } from './latin.ts';
import { likeness, telling } from './likeness.ts';
import { meant, meantWord } from './shown.ts';
import { encode } from './text-decoder.ts';

/** Text whose letters are bytes of another encoding, shown as Latin letters: `Nguyá»…n`, `NguyÔn V¨n`, `Ñöùc`. */
export type Mojibake = 'utf-8-as-windows-1252' | 'tcvn3-as-unicode' | 'vni-as-unicode';

/** The encoding whose bytes are shown. */
export const SHOWN: Readonly<Record<Mojibake, Encoding>> = {
  'utf-8-as-windows-1252': 'utf-8',
  'tcvn3-as-unicode': 'tcvn3',
  'vni-as-unicode': 'vni',
};

/**
 * The text that was meant, in NFC. Null when it cannot be had without loss, that is when encoding it does not give the
 * same Latin letters again, or when it would be less Vietnamese than it is as it stands (a cell that was never spoilt).
 */
export function repairMojibake(text: string, kind: Mojibake): string | null {
  const encoding = SHOWN[kind];
  const repaired = meant(text, encoding);
  if (repaired === null || !isLossless(text, repaired, encoding)) return null;
  const words = telling(text);
  const gain = likeness(words, (word) => meantWord(word, encoding)) - likeness(words, (word) => word.normalize('NFC'));
  return gain < 0 ? null : repaired;
}

/** The same bytes again. UTF-8 is read so strictly that nothing is lost; VNI marks may stand in either case upon a letter. */
function isLossless(text: string, repaired: string, encoding: Encoding): boolean {
  if (encoding === 'utf-8') return true;
  const before = latinText(latinBytes(text) ?? new Uint8Array(0));
  const after = latinText(encode(repaired, encoding));
  return encoding === 'vni' ? before.toLowerCase() === after.toLowerCase() : before === after;
}
