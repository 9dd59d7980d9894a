/**
 * Dates as forms hold them. The canonical spelling is `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` when that is all there is:
 * a birth year alone is legitimate. Read are these, `dd/mm/yyyy` (also with `.` or `-`), `mm/yyyy`, `yyyy`, and
 * `00/00/yyyy`. `null` means "not a date".
 */
export function parseDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (iso !== null) return checked(iso[1], iso[2], iso[3]);
  const isoMonth = /^(\d{4})-(\d{2})$/.exec(text);
  if (isoMonth !== null) return checked(isoMonth[1], isoMonth[2], '00');
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (local !== null) return checked(local[3], local[2], local[1]);
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (month !== null) return checked(month[2], month[1], '00');
  return /^\d{4}$/.test(text) ? checked(text, '00', '00') : null;
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

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
