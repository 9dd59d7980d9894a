/** The five Vietnamese tone marks, as combining characters: grave, acute, hook above, tilde, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A run of vowels with their marks, decomposed: what bears one tone. */
const VOWELS = /(?:[aeiouy][\u0300-\u036f]*)+/g;
// written as two alternatives: a joiner inside a character class reads as part of one glyph
const SPACES = /\s|\u00a0|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

/** The tone of each run of vowels moved to its end, so that `hoà` and `hòa` are one. The result is a key, not text to show. */
function levelTones(text: string): string {
  return text.normalize('NFD').replace(VOWELS, (run) => run.replace(TONES, '') + (run.match(TONES) ?? []).join(''));
}

/**
 * The key under which headings and code texts are compared: without regard to case, spaces, line breaks,
 * underscores, Unicode form and the place of the tone mark. Accents themselves count.
 */
export function foldKey(text: string): string {
  const bare = text.replace(SPACES, '').replaceAll('_', '').toLowerCase();
  // plain letters bear no marks
  if (isAscii(bare)) return bare;
  return levelTones(bare.replace(/[\u00f0\u0256]/g, 'đ'));
}

/** A cell as it enters the program: NFC, without the blanks around it. */
export function tidy(cell: string): string {
  const trimmed = cell.replace(/^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g, '');
  return isAscii(trimmed) ? trimmed : trimmed.normalize('NFC');
}

/** True for text of plain letters, which has one form only. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false;
  return true;
}
