import { foldKey } from '../../text/fold.ts';
import { hash53 } from '../../text/hash53.ts';

/** A person as cells say it; what is blank is unknown. `birth` is a date in canonical spelling, whole or in part. */
export interface Person {
  readonly idNumber: string;
  readonly name: string;
  readonly birth: string;
  readonly sex: string;
}

/** Numbers of old identity cards (9 digits) are no citizens' numbers (12), whatever their digits. */
const OLD_CARDS = 1e12;

/** A personal number as a number; 0 for none, and for what is none: other lengths, letters, one digit over and over. */
export function idCode(text: string): number {
  if (!/^(?:\d{9}|\d{12})$/.test(text) || /^(\d)\1+$/.test(text)) return 0;
  return text.length === 9 ? OLD_CARDS + Number(text) : Number(text);
}

/** True for two numbers of one kind that differ: not one person, or a slip. */
export function idsDiffer(a: number, b: number): boolean {
  return a !== 0 && b !== 0 && a !== b && a >= OLD_CARDS === b >= OLD_CARDS;
}

/** A name as a number, its accents kept, the place of tone marks levelled; 0 for none. */
export function nameCode(text: string): number {
  const folded = foldKey(text);
  return folded === '' ? 0 : hash53([folded]);
}

/** `YYYYMMDD`, with 00 for a month or day not known; 0 for no date. */
export function birthCode(text: string): number {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (match === null) return 0;
  return Number(match[1]) * 10000 + Number(match[2] ?? 0) * 100 + Number(match[3] ?? 0);
}

const SEXES = ['', 'male', 'female'];

/** 1 male, 2 female, 0 not known. */
export function sexCode(text: string): number {
  return Math.max(0, SEXES.indexOf(text));
}

/** How two birth dates go together: one whole date, one as far as both are known, a slip apart, apart, or one not known. */
export type Births = 'same' | 'compatible' | 'near' | 'apart' | 'unknown';

export function birthsOf(a: number, b: number): Births {
  if (a === 0 || b === 0) return 'unknown';
  const [yearA, monthA, dayA] = partsOf(a);
  const [yearB, monthB, dayB] = partsOf(b);
  const isWhole = dayA !== 0 && dayB !== 0;
  if (a === b) return isWhole ? 'same' : 'compatible';
  if (!isWhole) {
    const months = monthA === 0 || monthB === 0 || monthA === monthB;
    if (yearA === yearB) return months ? 'compatible' : 'near';
    return Math.abs(yearA - yearB) === 1 && months ? 'near' : 'apart';
  }
  if (yearA === yearB) {
    const isSwapped = monthA === dayB && dayA === monthB;
    return monthA === monthB || dayA === dayB || isSwapped ? 'near' : 'apart';
  }
  const years = Math.abs(yearA - yearB);
  // one year off, or one digit of the decade
  return monthA === monthB && dayA === dayB && (years <= 2 || years === 10) ? 'near' : 'apart';
}

function partsOf(birth: number): readonly [year: number, month: number, day: number] {
  return [Math.floor(birth / 10000), Math.floor(birth / 100) % 100, birth % 100];
}

/** True for a date known to the day. */
export function isWholeDate(birth: number): boolean {
  return birth % 100 !== 0;
}
