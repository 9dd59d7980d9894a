import type { DatePart, NumberFormat } from './number-format.ts';

/** Whether day 1 of the workbook is 1 January 1900 or 2 January 1904. */
export type DateSystem = 1900 | 1904;

export function spellBoolean(value: boolean): string {
  return value ? 'true' : 'false';
}

/**
 * A number as text that no reader can take for another, whatever its language: whole numbers as plain digits, fractions
 * with a point and never with just three decimals (`1466.667` would also be read as 1,466,667), no exponent.
 * `raw` is the number as the file spells it. What a format turns into a code or a date comes as that.
 */
export function spellNumber(raw: string, format: NumberFormat, system: DateSystem): string {
  if (format.kind === 'date') return spellDate(Number(raw), format.shows, system) ?? plainNumber(raw);
  const plain = plainNumber(raw);
  return format.kind === 'code' && isDigits(plain) ? plain.padStart(format.digits, '0') : plain;
}

/** So many digits a spreadsheet keeps and shows; with them 0.1+0.2 is 0.3. */
const DIGITS_KEPT = 15;

function plainNumber(raw: string): string {
  if (isDigits(raw)) return raw;
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const plain = withoutExponent(String(Number(value.toPrecision(DIGITS_KEPT))));
  return /\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return text !== '';
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text === '-0' ? '0' : text;
  const [, minus = '', first = '', more = '', exponent = ''] = match;
  const shift = Number(exponent);
  const digits = first + more;
  if (shift < 0) return `${minus}0.${'0'.repeat(-shift - 1)}${digits}`;
  return minus + digits.padEnd(shift + 1, '0');
}

const SECONDS = 86_400;
const LAST_DAY = 2_958_465; // 31 December 9999

/**
 * A day number as `2025-10-05`, `2025-10` or `2025`, with the time behind it when it is not midnight; a time alone as
 * `08:30`. Null when it is no day of the workbook's calendar. Excel's 29 February 1900, which never was, stays visible.
 */
function spellDate(serial: number, shows: DatePart, system: DateSystem): string | null {
  if (!(serial >= 0 && serial < LAST_DAY + 1)) return null;
  const seconds = Math.round(serial * SECONDS);
  const day = Math.floor(seconds / SECONDS);
  const time = spellTime(seconds % SECONDS);
  if (shows === 'time' && day === 0) return time;
  const date = dayText(day, system);
  if (shows === 'year') return date.slice(0, 4);
  if (shows === 'month') return date.slice(0, 7);
  return time === '00:00' ? date : `${date} ${time}`;
}

function dayText(day: number, system: DateSystem): string {
  if (system === 1904) return isoDay(Date.UTC(1904, 0, 1) + day * SECONDS * 1000);
  if (day === 0) return '1900-01-00';
  if (day === 60) return '1900-02-29';
  return isoDay(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * SECONDS * 1000);
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function spellTime(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const short = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return seconds % 60 === 0 ? short : `${short}:${two(seconds % 60)}`;
}

/** An ISO date or time of the file (`2025-10-05T08:30:00`) spelt in the same way. */
export function spellIsoDate(iso: string, shows: DatePart = 'day'): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?)?/.exec(iso);
  if (match === null) return iso;
  const [, date = '', minutes = '00:00', seconds = '00'] = match;
  if (shows === 'year') return date.slice(0, 4);
  if (shows === 'month') return date.slice(0, 7);
  const time = seconds === '00' ? minutes : `${minutes}:${seconds}`;
  return time === '00:00' ? date : `${date} ${time}`;
}

/** A duration of the file (`PT08H30M00S`) as `08:30`. */
export function spellDuration(iso: string): string {
  const match = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(iso);
  if (match === null) return iso;
  const [hours = '', minutes = '', seconds = ''] = match.slice(1).map((part) => part.padStart(2, '0'));
  return seconds === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${seconds}`;
}
