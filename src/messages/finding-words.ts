import type { Finding, FindingCode } from '../finding.ts';
import { maskText } from '../text/mask.ts';

/** What was found, and one thing to do about it (empty when there is nothing sensible to say). */
export type Words = readonly [message: string, hint: string];

/** The words of every finding in one language. */
export type FindingWords = Readonly<Record<FindingCode, (f: Told) => Words>>;

/** A finding as the words need it: personal numbers masked, lists joined, nothing undefined. */
export interface Told {
  readonly saw: string;
  readonly expected: string;
  readonly hasExpected: boolean;
  text(key: string): string;
  list(key: string): string;
  /** The items of a list, for words of their own. */
  items(key: string): readonly string[];
  count(key: string): number;
}

const LONGEST_SAW = 60;
const MOST_LISTED = 12;

export function told({ saw = '', expected = [], data = {} }: Finding): Told {
  const shown = maskText(saw);
  return {
    saw: shown.length > LONGEST_SAW ? `${shown.slice(0, LONGEST_SAW)}…` : shown,
    expected: maskText(joined(expected)),
    hasExpected: expected.length > 0,
    text: (key) => maskText(String(data[key] ?? '')),
    list(key) {
      const value = data[key];
      return maskText(Array.isArray(value) ? joined(value as readonly string[]) : String(value ?? ''));
    },
    items(key) {
      const value = data[key];
      return Array.isArray(value) ? (value as readonly string[]).map(maskText) : [];
    },
    count: (key) => {
      const value = data[key];
      return Array.isArray(value) ? value.length : Number(value ?? 0);
    },
  };
}

function joined(items: readonly string[]): string {
  const shown = items.slice(0, MOST_LISTED).join(', ');
  return items.length > MOST_LISTED ? `${shown}, … (+${items.length - MOST_LISTED})` : shown;
}
