import { type Exact, exact, parseExact, toDecimal } from '../../text/exact.ts';
import { parseInteger, parseNumber } from '../../text/number.ts';

/** A number as a publication prints it. */
export interface Printed {
  readonly text: string;
  readonly value: Exact;
  /** Decimals printed. */
  readonly places: number;
}

/** Why a cell is no figure of its column, and what may have been meant. */
export interface Unreadable {
  readonly kind: 'run_together' | 'percent_as_count' | 'not_number';
  readonly text: string;
  /** The numbers that run together, as they are printed. */
  readonly parts: readonly string[];
}

/** Cells that say nothing: not reported, which is not zero. */
const NOTHING = /^(?:|[-–—.…x]+|kxđ|n\/a|na|null|#[a-z0-9/]+[!?]?)$/i;

/** A number of households or persons; null when nothing is printed. */
export function readCount(text: string): Printed | Unreadable | null {
  if (NOTHING.test(text)) return null;
  const number = parseNumber(text.replace(/\s*%$/, ''), 'groups');
  if (number === null || number.startsWith('-')) return unreadable(text, 'count');
  if (text.endsWith('%') || number.includes('.')) return { kind: 'percent_as_count', text, parts: [] };
  return { text, value: exact(BigInt(number)), places: 0 };
}

/** More decimals than this are a computer's, of a number that nobody rounded. */
const MOST_PLACES = 12;

/** A rate in percent; null when nothing is printed. A lone separator stands before decimals: `0.797` is under one percent. */
export function readRate(text: string): Printed | Unreadable | null {
  if (NOTHING.test(text)) return null;
  const bare = text.replace(/\s*%$/, '').trim();
  const number = parseNumber(bare, 'decimals');
  const value = number === null || number.startsWith('-') ? null : parseExact(number);
  if (value === null) return unreadable(text, 'rate');
  const decimals = /[.,](\d+)$/.exec(bare)?.[1]?.length ?? 0;
  // `1.234.567` has no decimals, whatever stands behind its last point
  const places = value.d === 1n && !/^\d+[.,]\d+$/.test(bare) ? 0 : decimals;
  if (places <= MOST_PLACES) return { text, value, places };
  return { text, value: parseExact(toDecimal(value, MOST_PLACES)) as Exact, places: MOST_PLACES };
}

/** The same rate when the column prints shares of 1. */
export function asPercent({ text, value, places }: Printed): Printed {
  return { text, value: exact(value.n * 100n, value.d), places: Math.max(0, places - 2) };
}

function unreadable(text: string, column: 'count' | 'rate'): Unreadable {
  const parts = ranTogether(text, column);
  return parts === null ? { kind: 'not_number', text, parts: [] } : { kind: 'run_together', text, parts };
}

const RATE = /^(?:\d{1,2}|100)[.,](\d{1,3})$/;

/**
 * The two numbers that a text holds without a blank between them: `12.8555,00` is 12.855 and 5,00, `4,471,53` is 4,47 and
 * 1,53. A count is followed by its rate; two rates have as many decimals. Null when there is no such place.
 */
export function ranTogether(text: string, column: 'count' | 'rate'): readonly string[] | null {
  const splits = Array.from(
    { length: text.length - 1 },
    (_, at) => [text.slice(0, at + 1), text.slice(at + 1)] as const,
  );
  const countAndRate = splits.filter(([left, right]) => isCount(left) && RATE.test(right));
  const rates = splits.filter(([left, right]) => {
    const decimals = RATE.exec(left)?.[1]?.length;
    return decimals !== undefined && decimals === RATE.exec(right)?.[1]?.length;
  });
  const [first] =
    column === 'count' ? [...countAndRate.filter(isTwoPlaces), ...countAndRate, ...rates] : [...rates, ...countAndRate];
  return first ?? null;
}

function isCount(text: string): boolean {
  return /^[1-9]/.test(text) && parseInteger(text) !== null;
}

function isTwoPlaces([, rate]: readonly [string, string]): boolean {
  return /[.,]\d\d$/.test(rate);
}

/** How one printed number may have become another: by a slip of the hand. */
export type Slip = 'transposed' | 'digit_wrong' | 'digit_missing' | 'digit_added' | 'run_together';

/** The slip that makes `meant` look like `text`; null when it takes more than one. */
export function slipOf(text: string, meant: bigint): Slip | null {
  const [seen, right] = [text.replace(/\D/g, ''), meant.toString()];
  if (seen.length === right.length) {
    const wrong = [...right].flatMap((digit, at) => (digit === seen[at] ? [] : [at]));
    const [a, b] = wrong as [number, number];
    if (wrong.length === 1) return right.length > 2 ? 'digit_wrong' : null;
    return wrong.length === 2 && seen[a] === right[b] && seen[b] === right[a] ? 'transposed' : null;
  }
  if (right.length < 3) return null;
  if (seen.length === right.length - 1) return lacksOne(seen, right) ? 'digit_missing' : null;
  if (seen.length === right.length + 1) return lacksOne(right, seen) ? 'digit_added' : null;
  return seen.startsWith(right) && seen.length <= right.length + 5 ? 'run_together' : null;
}

function lacksOne(short: string, long: string): boolean {
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}
