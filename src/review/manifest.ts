import type { ReviewCounts } from './review.ts';
import type { Tally } from './tally.ts';

/** What stands beside a result file, so that anybody can tell what it was made of. No clock: same input, same bytes. */
export interface Manifest {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'review'; readonly version: string };
  readonly command: 'classify';
  readonly criteria: {
    readonly id: string;
    readonly hash: string;
    readonly status: string;
    readonly basis: string;
    /** What is not confirmed about the set, as text in both languages. */
    readonly cautions: readonly { readonly item: string | null; readonly vi: string; readonly en: string }[];
  };
  readonly inputs: readonly InputRecord[];
  readonly options: Readonly<Record<string, unknown>>;
  /** What the survey covers: all resident households, those reviewed, or only those on the lists. */
  readonly coverage: string;
  /** Of the result: preliminary, rechecked, approved; null when not said. */
  readonly status: string | null;
  readonly decision: string | null;
  readonly date: string | null;
  readonly counts: ReviewCounts;
  readonly classes: Readonly<Record<string, number>>;
  /** Indicator columns that were blank and filled with derived values. */
  readonly derived: readonly string[];
  /** Hashes of what they were derived by: another set that defines them alike has the same. */
  readonly definitions: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

export interface InputRecord {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** Null for a workbook, which has a sheet instead. */
  readonly delimiter: string | null;
  readonly sheet?: string;
  /** Heading as in the file to canonical field; null for those ignored. */
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[];
}

/** Households by class, over all areas. */
export function classCounts({ byArea }: Tally): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const area of Object.values(byArea)) {
    for (const [outcome, { households }] of Object.entries(area)) counts[outcome] = (counts[outcome] ?? 0) + households;
  }
  return counts;
}
