import { type Finding, severityOf } from '../finding.ts';
import type { Household, Survey } from '../survey/survey.ts';
import type { UnitRow } from '../survey/units-file.ts';
import type { ReviewCounts } from './review.ts';

/** How one list of a survey came out: what was in it, and whether it can be taken. */
export interface FileStatus {
  readonly file: string;
  readonly sheet: string | null;
  /** Codes, else names, of the units its households are in; empty when it does not say. */
  readonly units: readonly string[];
  /** Null for a file that could not be read. */
  readonly households: number | null;
  /** Rows of the file by what they are; `data` makes households. */
  readonly lines: Readonly<Record<string, number>>;
  readonly errors: number;
  readonly warnings: number;
  readonly accepted: boolean;
}

/** Notes the units of each table as its households are seen. */
export function unitNotes(survey: Survey) {
  const slots = ['commune_code', 'commune'].map((field) => survey.slots.get(field) ?? -1);
  const units = survey.tables.map(() => new Set<string>());
  return {
    see({ table, cells }: Household): void {
      const unit = slots.map((slot) => cells[slot] ?? '').find((text) => text !== '');
      if (unit !== undefined) units[table]?.add(unit);
    },
    of: (table: number): readonly string[] => [...(units[table] ?? [])].sort(),
  };
}

/** The board of a survey: a line for each list, and one for each file that could not be read. */
export function fileStatuses(
  survey: Survey,
  counts: ReviewCounts,
  unitsOf: (table: number) => readonly string[],
  findings: readonly Finding[],
  unread: readonly string[],
): readonly FileStatus[] {
  const tallies = tallyByFile(findings);
  const read = survey.tables.map((table, at): FileStatus => {
    const { errors, warnings } = tallies(table.source.name, table.sheet);
    return {
      file: table.source.name,
      sheet: table.sheet,
      units: unitsOf(at),
      households: counts.rows[at] ?? 0,
      lines: counts.lines[at] ?? {},
      errors,
      warnings,
      accepted: errors === 0,
    };
  });
  const others = unread.map((file): FileStatus => {
    const { errors, warnings } = tallies(file, null);
    return { file, sheet: null, units: [], households: null, lines: {}, errors, warnings, accepted: false };
  });
  return [...read, ...others];
}

/** Findings of a file and sheet; what is said of the file as a whole counts for each of its sheets. */
function tallyByFile(findings: readonly Finding[]) {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { code, at, count } of findings) {
    const severity = severityOf(code);
    if (at.file === undefined || severity === 'note') continue;
    const key = keyOf(at.file, at.sheet ?? null);
    const tally = counts.get(key) ?? { errors: 0, warnings: 0 };
    if (severity === 'error') tally.errors += count;
    else tally.warnings += count;
    counts.set(key, tally);
  }
  return (file: string, sheet: string | null) => {
    const keys = sheet === null ? [keyOf(file, null)] : [keyOf(file, null), keyOf(file, sheet)];
    const found = keys.map((key) => counts.get(key) ?? { errors: 0, warnings: 0 });
    return {
      errors: found.reduce((sum, tally) => sum + tally.errors, 0),
      warnings: found.reduce((sum, tally) => sum + tally.warnings, 0),
    };
  };
}

function keyOf(file: string, sheet: string | null): string {
  return JSON.stringify([file, sheet]);
}

/** Units of the list that no file came from. */
export function unitsMissing(expected: readonly UnitRow[], statuses: readonly FileStatus[]): readonly UnitRow[] {
  const came = new Set(statuses.flatMap((status) => status.units));
  const once = new Map(expected.map((unit) => [unit.code, unit]));
  return [...once.values()].filter(({ code, name }) => !came.has(code) && !came.has(name));
}
