import { type Address, type Finding, finding } from '../finding.ts';
import { nearest } from '../text/nearest.ts';
import { parseNumber } from '../text/number.ts';
import type { Path } from '../text/yaml.ts';

/** What we read of an issue of zod; its kinds share no closer public type. */
export interface Issue {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  /** What each branch of a union said. */
  readonly errors?: readonly (readonly { readonly expected?: string; readonly message: string }[])[];
}

/** A file that was held against a schema. */
export interface Shaped {
  readonly value: unknown;
  locate(path: Path): Address;
  /** The keys there may be at a path. */
  keysAt(path: Path): readonly string[];
  /** Names that rules of our own go by: their messages are kinds of issue. */
  readonly named: readonly string[];
}

/** An issue as findings (`E403`): what was seen, what was expected, and the nearest of what is allowed. */
export function shapeFindings(issue: Issue, file: Shaped): Finding[] {
  if (issue.keys !== undefined && issue.code === 'unrecognized_keys') {
    const known = file.keysAt(issue.path);
    return issue.keys.map((key) => {
      const more = { saw: key, expected: nearest(key, known), data: { issue: 'unknown_key' } };
      return finding('E403', file.locate([...issue.path, key]), more);
    });
  }
  const value = valueAt(file.value, issue.path);
  const { kind, expected = [], ...data } = described(issue, value, file.named);
  const saw = textOf(value) ?? String(issue.path.at(-1) ?? '');
  return [finding('E403', file.locate(issue.path), { saw, expected, data: { issue: kind, ...data } })];
}

interface Described {
  readonly kind: string;
  readonly expected?: readonly string[];
  /** The nearest of what is allowed. */
  readonly near?: string;
  /** Bounds of a number. */
  readonly least?: string;
  readonly most?: string;
}

function described(issue: Issue, value: unknown, named: readonly string[]): Described {
  if (issue.code === 'custom' && issue.message !== 'fraction') return { kind: issue.message };
  const allowed = (issue.values ?? issue.options ?? []).flatMap((v) => (v === null ? [] : [String(v)]));
  if (value === undefined) return { kind: 'missing', expected: allowed };
  if (value === null && !allowed.includes('null')) return { kind: 'no_value', expected: allowed };
  const digits = typeof value === 'string' ? plainDigits(value) : null;
  const branches = (issue.errors ?? []).flat();
  const isFraction = issue.message === 'fraction' || branches.some((branch) => branch.message === 'fraction');
  const wantsNumber = issue.expected === 'number' || issue.expected === 'int';
  if (digits !== null && (isFraction || wantsNumber)) {
    return { kind: digits === value ? 'unquote' : 'ungroup', expected: [digits] };
  }
  if (isFraction) return { kind: 'fraction' };
  if (named.includes(issue.message)) return { kind: issue.message };
  const wantsText = issue.expected === 'string' || branches.some((branch) => branch.expected === 'string');
  if (wantsText && (typeof value === 'number' || typeof value === 'boolean')) {
    return { kind: 'quote', expected: [`"${value}"`] };
  }
  if (issue.code === 'invalid_key') return { kind: 'name' };
  if (issue.code === 'invalid_value' || allowed.length > 0) {
    const [near] = nearest(String(value), allowed);
    return { kind: 'invalid_value', expected: allowed, ...(near !== undefined && { near }) };
  }
  if (issue.origin === 'number' || issue.origin === 'int') {
    return {
      kind: issue.code,
      ...(issue.minimum !== undefined && { least: String(issue.minimum) }),
      ...(issue.maximum !== undefined && { most: String(issue.maximum) }),
    };
  }
  return { kind: issue.code, expected: issue.expected === undefined ? [] : [issue.expected] };
}

/** A whole number written in quotes or in groups, as digits alone. */
function plainDigits(text: string): string | null {
  const digits = parseNumber(text.replaceAll('_', ' '));
  return digits !== null && /^\d+$/.test(digits) ? digits : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, step) =>
      typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[String(step)] : undefined,
    value,
  );
}
