import type { RowsSink } from '../lane/run.ts';
import { told } from '../messages/finding-words.ts';
import type { Messages } from '../messages/messages.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { SHORT_HASH } from '../review/hash.ts';
import { resultHeadings, resultRow } from '../review/result.ts';
import type { ChangeSink, RejectSink, ResultSink } from '../review/review.ts';
import { changeCells } from '../review/side-by-side.ts';
import type { Survey } from '../survey/survey.ts';

/** Where rows go as text: a staged file, or stdout. */
export interface TextTarget {
  write(text: string): void;
  /** Writes bytes after all text so far; resolves when their memory may be used again. */
  writeBytes(bytes: Uint8Array): Promise<void>;
  flush(force?: boolean): Promise<void>;
  restart(): Promise<void>;
}

const ROWS_AT_ONCE = 1024;

/** Writes result rows as the canonical CSV of the contract. */
export function resultSink(target: TextTarget, survey: Survey, id: string, hash: string): ResultSink & RowsSink {
  const rows = rowBuffer(target, resultHeadings(survey));
  const short = hash.slice(0, SHORT_HASH);
  return { ...rows, write: (household, assessment) => rows.add(resultRow(household, assessment, id, short)) };
}

/**
 * Writes the rows that were set aside: why, where they stand, and all their cells as they were; those that stand beyond the
 * headings together in the last column.
 */
export function rejectSink(target: TextTarget, survey: Survey, words: Messages): RejectSink {
  const columns = survey.tables.map(({ headings }) => headings.map(numbered));
  const all = [...new Set(columns.flat())];
  const places = columns.map((names) => names.map((name) => all.indexOf(name)));
  const rows = rowBuffer(target, ['code', 'reason', 'file', 'row', ...all.map(headingIn), 'beyond']);
  return {
    ...rows,
    write(household, reasons) {
      const place = places[household.table] ?? [];
      const cells = new Array<string>(all.length).fill('');
      const codes = [...new Set(reasons.map((f) => f.code))].join(';');
      const why = reasons.map((f) => words.findings[f.code](told(f))[0]).join(' ');
      const file = survey.tables[household.table]?.source.name ?? '';
      // a household of several rows is set aside with all of them
      for (const { line, cells: original } of household.records) {
        for (const [at, to] of place.entries()) cells[to] = original[at] ?? '';
        const beyond = original.slice(place.length);
        rows.add([codes, why, file, String(line), ...cells, beyond.join(';')]);
      }
    },
  };
}

/** Writes the households that the sets of a run class differently: their key, the class under each set, and why. */
export function changeSink(
  target: TextTarget,
  survey: Survey,
  keyFields: readonly string[],
  ids: readonly string[],
): ChangeSink & RowsSink {
  const rows = rowBuffer(target, [
    ...keyFields,
    ...ids.map((id) => `class_${id}`),
    ...ids.slice(1).map((id) => `reason_${id}`),
  ]);
  const slots = keyFields.map((field) => survey.slots.get(field) ?? -1);
  return {
    ...rows,
    write({ cells }, assessments) {
      rows.add([...slots.map((slot) => cells[slot] ?? ''), ...changeCells(assessments)]);
    },
  };
}

/** Columns of several files are one when they have one heading; a heading that comes twice in a file is two columns. */
function numbered(heading: string, at: number, headings: readonly string[]): string {
  return `${headings.slice(0, at).filter((h) => h === heading).length}:${heading}`;
}

function headingIn(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Collects rows and renders them a thousand at a time; the heading comes first, after a BOM. */
function rowBuffer(target: TextTarget, headings: readonly string[]) {
  let rows: (readonly string[])[] = [headings];
  let begun = false;
  const render = () => {
    if (rows.length === 0) return;
    target.write((begun ? '' : BOM) + csvRows(rows));
    begun = true;
    rows = [];
  };
  return {
    add(row: readonly string[]): void {
      rows.push(row);
      if (rows.length >= ROWS_AT_ONCE) render();
    },
    async writeRows(bytes: Uint8Array): Promise<void> {
      render();
      await target.writeBytes(bytes);
    },
    async flush(): Promise<void> {
      render();
      await target.flush();
    },
    async restart(): Promise<void> {
      rows = [headings];
      begun = false;
      await target.restart();
    },
  };
}
