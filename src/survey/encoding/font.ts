import { meant } from './shown.ts';

/** Fonts of the TCVN3 family, such as `.VnTime` or `.VnArial NarrowH`; converters sometimes drop the point. */
const TCVN3_FONT = /^(?:\.[Vv][Nn]|Vn(?=[A-Z]))/;
/** A trailing H, before words such as `Bold`: the font shows small letters as capitals. */
const CAPITALS = /[a-z0-9]H(?:\s|$)/;
const VNI_FONT = /^vni[-\s]/i;

/**
 * The text that a cell in this font shows, in NFC; null when the font is no legacy font. Text with letters that the
 * font cannot show was Unicode all along and comes back as it is.
 */
export function decodeFont(text: string, font: string): string | null {
  const name = font.trim();
  if (VNI_FONT.test(name)) return meant(text, 'vni') ?? text.normalize('NFC');
  if (!TCVN3_FONT.test(name)) return null;
  const shown = meant(text, 'tcvn3');
  if (shown === null) return text.normalize('NFC');
  return CAPITALS.test(name) ? shown.toUpperCase() : shown;
}
