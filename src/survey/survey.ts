import { type Finding, type FindingLog, finding, severityOf } from '../finding.ts';
import type { Field } from './fields.ts';
import { type Cell, readCell, unguard } from './normalize.ts';
import { type RawRecord, readRecords } from './records.ts';
import { isBlank, type Table } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Many files as one survey: the columns of all of them, in the order in which they first appear. */
export interface Survey {
  readonly tables: readonly Table[];
  readonly fields: readonly Field[];
  /** Position of each field in a household's cells. */
  readonly slots: ReadonlyMap<string, number>;
  /** Headings that are no fields, kept on request; their cells follow those of the fields. */
  readonly kept: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** One household row, its cells canonical and in the order of `Survey.fields`, then the kept ones. */
export interface Household {
  readonly table: number;
  /** The line of the file on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly record: RawRecord;
  /** What was found in reading it; an error means that the row cannot be used. */
  readonly findings: readonly Finding[];
}

export function makeSurvey(tables: readonly Table[], vocabulary: Vocabulary, keepColumns: boolean): Survey {
  const fields = new Map<string, Field>();
  const kept = new Set<string>();
  for (const table of tables) {
    for (const field of table.fields) if (field !== null) fields.set(field.id, field);
    if (keepColumns) for (const name of strangersOf(table, vocabulary)) if (name !== null) kept.add(name);
    if (table.unit !== null) fields.set('commune_code', { id: 'commune_code', kind: 'id' });
  }
  return {
    tables,
    fields: [...fields.values()],
    slots: new Map([...fields.keys()].map((id, slot) => [id, slot])),
    kept: [...kept],
    vocabulary,
  };
}

/** By column: the name under which a column that is no field is kept; a heading that comes again gets its number. */
function strangersOf({ headings, fields }: Table, vocabulary: Vocabulary): readonly (string | null)[] {
  const seen = new Map<string, number>();
  return headings.map((heading, at) => {
    if (fields[at] !== null || heading === '' || vocabulary.isResult(heading)) return null;
    const count = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, count);
    return count === 1 ? heading : `${heading} (${count})`;
  });
}

export interface ReadOptions {
  readonly onBytes?: (table: number, chunk: Uint8Array) => void;
}

/** The households of one file, in batches and in file order. Blank lines are passed over and counted in the log. */
export async function* readHouseholds(
  survey: Survey,
  at: number,
  log: FindingLog,
  options: ReadOptions = {},
): AsyncGenerator<readonly Household[]> {
  const table = survey.tables[at] as Table;
  const read = rowReader(survey, table, at);
  const onBytes = (chunk: Uint8Array) => options.onBytes?.(at, chunk);
  let hasBlanks = false;
  for await (const batch of readRecords(table.source, table.sniffed, onBytes)) {
    const households: Household[] = [];
    for (const record of batch) {
      if (record.line <= table.headerLine) continue;
      if (isBlank(record.cells)) {
        // what stands before the first of them is told before it
        if (!hasBlanks && households.length > 0) yield households.splice(0);
        hasBlanks = true;
        log.tally(finding('N205', { file: table.source.name }, { data: { line: record.line } }));
        continue;
      }
      households.push(read(record));
    }
    yield households;
  }
}

/** By column of a table: its place among the cells of a household; -1 when it is not read. */
export function columnSlots(survey: Survey, table: Table): readonly number[] {
  const strangers = strangersOf(table, survey.vocabulary);
  return table.headings.map((_, column) => {
    const field = table.fields[column] ?? null;
    return field === null ? keptSlot(survey, strangers[column] ?? null) : (survey.slots.get(field.id) ?? -1);
  });
}

/** How a record of this table becomes a household of the survey. */
export function rowReader(survey: Survey, table: Table, at: number): (record: RawRecord) => Household {
  const file = table.source.name;
  const slotOf = columnSlots(survey, table);
  const columns = table.headings.map((heading, column) => {
    return { heading, field: table.fields[column] ?? null, slot: slotOf[column] ?? -1 };
  });
  const width = columns.length;
  const named = table.headings.findLastIndex((heading) => heading !== '') + 1;
  const slots = survey.fields.length + survey.kept.length;
  const unitSlot = table.unit === null ? -1 : (survey.slots.get('commune_code') ?? -1);
  return (record) => {
    const cells = new Array<string>(slots).fill('');
    const findings: Finding[] = [];
    if (unitSlot >= 0) cells[unitSlot] = table.unit ?? '';
    if (!fits(record.cells, named, width)) {
      const data = { seen: record.cells.length, wanted: width };
      findings.push(finding('E301', { file, row: record.line }, { data }));
      return { table: at, line: record.line, cells, record, findings };
    }
    for (let column = 0; column < width; column++) {
      const { heading, field, slot } = columns[column] as (typeof columns)[number];
      const raw = record.cells[column] ?? '';
      if (heading === '' && raw.trim() !== '') findings.push(finding('N207', { file, row: record.line }));
      if (slot < 0) continue;
      if (field === null) {
        cells[slot] = unguard(raw.normalize('NFC'));
        continue;
      }
      const cell: Cell = readCell(field, raw, survey.vocabulary);
      cells[slot] = cell.value;
      if (cell.code !== undefined) {
        const place = { file, row: record.line, column: heading, field: field.id };
        findings.push(
          finding(cell.code, place, { saw: raw.trim(), ...(cell.expected && { expected: cell.expected }) }),
        );
      }
    }
    return { table: at, line: record.line, cells, record, findings };
  };
}

function keptSlot(survey: Survey, name: string | null): number {
  const at = name === null ? -1 : survey.kept.indexOf(name);
  return at < 0 ? -1 : survey.fields.length + at;
}

/** Cells beyond the headings may stand there when they are blank: spreadsheets leave them behind. */
function fits(cells: readonly string[], named: number, width: number): boolean {
  return cells.length >= named && (cells.length <= width || isBlank(cells.slice(width)));
}

/** True when what was found in reading the row keeps it from being used. */
export function isUnusable(household: Household): boolean {
  return household.findings.some((f) => severityOf(f.code) === 'error');
}
