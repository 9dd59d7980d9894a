/**
 * Dates as forms hold them. The canonical spelling is `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` when that is all there is:
 * a birth year alone is legitimate. Read are these, `dd/mm/yyyy` (also with `.` or `-`), `mm/yyyy`, `yyyy`, and
 * `00/00/yyyy`. `null` means "not a date".
 */
export function parseDate(text: string, order: DateOrder = 'dmy'): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (iso !== null) return checked(iso[1], iso[2], iso[3]);
  const isoMonth = /^(\d{4})-(\d{2})$/.exec(text);
  if (isoMonth !== null) return checked(isoMonth[1], isoMonth[2], '00');
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (local !== null) return inOrder(local[1], local[2], local[3], order);
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (month !== null) return checked(month[2], month[1], '00');
  return /^\d{4}$/.test(text) ? checked(text, '00', '00') : null;
}

/** Which of day and month is written first. */
export type DateOrder = 'dmy' | 'mdy';

function inOrder(first = '', second = '', year = '', order: DateOrder): string | null {
  return order === 'dmy' ? checked(year, second, first) : checked(year, first, second);
}

/** Days since the end of 1899, as spreadsheets count them from March 1900 on; from 1927 on, for less may be a year. */
export function parseSerialDate(text: string): string | null {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return null;
  const days = Math.floor(Number(text.replace(',', '.')));
  if (days < 10_000 || days > 73_050) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first year of the hundred that two digits stand for, as in spreadsheets: 30 is 1930, 29 is 2029. */
const FIRST_SHORT_YEAR = 1930;

/** `5/3/72`: the year from its last two digits. */
export function parseShortYearDate(text: string, order: DateOrder = 'dmy'): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/.exec(text);
  if (match === null) return null;
  const year = 1900 + Number(match[3]);
  return inOrder(match[1], match[2], String(year < FIRST_SHORT_YEAR ? year + 100 : year), order);
}

/** How the two numbers before a year can be read: by the one order alone, by either, or not at all (null). */
export function orderOf(text: string): DateOrder | 'either' | null {
  if (!/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text)) return null;
  const [first = 0, second = 0] = text.split(/[/.-]/).map(Number);
  if (first > 12) return second > 12 ? null : 'dmy';
  return second > 12 ? 'mdy' : 'either';
}

/** True for a date in canonical spelling, whole or in part; a date cell may also hold what nobody could read. */
export function isKnownDate(text: string): boolean {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text);
}

/** True for a whole date that exists, spelt `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDate(text) === text;
}

function checked(year = '', month = '', day = ''): string | null {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  if (y < 1850 || y > 2150) return null;
  if (m === 0) return d === 0 ? year : null;
  if (m > 12 || d > daysIn(y, m)) return null;
  const yearMonth = `${year}-${String(m).padStart(2, '0')}`;
  return d === 0 ? yearMonth : `${yearMonth}-${String(d).padStart(2, '0')}`;
}

/** How many days a month has, 1 to 12. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
