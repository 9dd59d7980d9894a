/** What of a date a format shows: a cell that shows a year alone says no more than that. */
export type DatePart = 'year' | 'month' | 'day' | 'time';

/** What a cell's number format makes of its number, as far as the meaning is touched. */
export type NumberFormat =
  | { readonly kind: 'number' }
  /** A code: whole numbers have at least so many digits. */
  | { readonly kind: 'code'; readonly digits: number }
  | { readonly kind: 'date'; readonly shows: DatePart };

export const PLAIN_NUMBER: NumberFormat = { kind: 'number' };

/** Reads a format as Excel writes it: `General`, `00000`, `dd/mm/yyyy;@`, `[$-42A]mmm-yy`. */
export function readNumberFormat(format: string): NumberFormat {
  const shown = firstSection(format).toLowerCase();
  if (shown === 'general' || shown === '@') return PLAIN_NUMBER;
  if (/[ymdhs]/.test(shown)) return { kind: 'date', shows: shownOf(shown) };
  const digits = shown.replace(/[ \-/]/g, '');
  return /^00+$/.test(digits) ? { kind: 'code', digits: digits.length } : PLAIN_NUMBER;
}

/**
 * The section for positive numbers, without what is only printed: quoted and escaped characters, colours, languages,
 * conditions, fill and padding. Elapsed hours, minutes and seconds stay.
 */
function firstSection(format: string): string {
  const bare = format.replace(/"[^"]*"|\\.|[_*]./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return (bare.split(';')[0] ?? '').replace(/[[\]]/g, '').trim();
}

function shownOf(shown: string): DatePart {
  const hasTime = /[hs]/.test(shown);
  const hasYear = shown.includes('y');
  const hasDay = shown.includes('d');
  if (hasTime && !hasYear && !hasDay) return 'time';
  if (!hasYear || hasDay || hasTime) return 'day';
  return shown.includes('m') ? 'month' : 'year';
}

/** The formats that a workbook names by number alone. */
const BUILT_IN: Readonly<Record<number, DatePart>> = {
  14: 'day',
  15: 'day',
  16: 'day',
  17: 'month',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'day',
  45: 'time',
  46: 'time',
  47: 'time',
};

/** The format with this number, where the workbook does not spell it out. 27–36 and 50–58 are dates in East Asia. */
export function builtInFormat(id: number): NumberFormat {
  const isEastAsian = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  const shows = BUILT_IN[id] ?? (isEastAsian ? 'day' : undefined);
  return shows === undefined ? PLAIN_NUMBER : { kind: 'date', shows };
}
