import { type Finding, type FindingLog, finding } from '../finding.ts';
import { memberAssembler } from './member-rows.ts';
import type { RawRecord } from './records.ts';
import { type RowKind, rowSorter, type Section } from './row-kinds.ts';
import { type ReadRow, rowReader } from './row-reader.ts';
import type { Household, Survey } from './survey.ts';
import { placeOf, type Table } from './table.ts';

export interface ReadOptions {
  readonly onBytes?: (table: number, chunk: Uint8Array) => void;
  /** Told of every row of the file, households and others. */
  readonly onRow?: (table: number, kind: RowKind['kind']) => void;
}

/** The households of one table, in batches and in file order. Rows that are none are passed over and counted in the log. */
export async function* readHouseholds(
  survey: Survey,
  at: number,
  log: FindingLog,
  options: ReadOptions = {},
): AsyncGenerator<readonly Household[]> {
  const table = survey.tables[at] as Table;
  const read = rowReader(survey, table);
  const sort = rowSorter(table.layout, survey.vocabulary);
  const fill = sectionFiller(survey);
  const assembler = table.layout.memberFields === null ? null : memberAssembler(survey, table, at);
  const counts = { rows: 0, households: 0 };
  let hasBlanks = false;
  for await (const batch of table.records((chunk) => options.onBytes?.(at, chunk))) {
    const households: Household[] = [];
    const take = (household: Household | null) => {
      if (household !== null) households.push(finished(household, survey));
    };
    for (const record of batch) {
      const row = sort(record);
      options.onRow?.(at, row.kind);
      if (row.kind !== 'data') {
        // what stands before the first blank line is told before it
        if (assembler === null && row.kind === 'blank' && !hasBlanks && households.length > 0)
          yield households.splice(0);
        hasBlanks ||= row.kind === 'blank';
        if ('section' in row && row.section !== undefined) {
          take(assembler?.end() ?? null);
          fill.enter(row.section);
        }
        notePassedOver(row, record, table, log);
        continue;
      }
      const readRow = read(record);
      fill.apply(readRow, table, log);
      if (assembler === null) take(householdOf(readRow, at));
      else {
        counts.rows++;
        take(assembler.add(readRow));
      }
    }
    counts.households += households.length;
    yield households;
  }
  const last = assembler?.end() ?? null;
  if (last !== null) {
    counts.households++;
    yield [finished(last, survey)];
  }
  if (assembler !== null) log.tally(finding('N215', placeOf(table), { data: counts }));
}

/** How a record of a table without member rows becomes a household. */
export function householdReader(survey: Survey, table: Table, at: number): (record: RawRecord) => Household {
  const read = rowReader(survey, table);
  return (record) => householdOf(read(record), at);
}

/** The household with the members of other files, and held against its size. */
function finished(household: Household, survey: Survey): Household {
  const joined = survey.join?.attach(household) ?? household;
  if (joined.members.length === 0) return joined;
  const found = againstSize(joined, survey);
  return found === null ? joined : { ...joined, findings: [...joined.findings, found] };
}

/** `E336`: more members than persons. `N337`: fewer, so that what the others would answer is unknown. */
function againstSize({ table, line, cells, members }: Household, survey: Survey): Finding | null {
  const size = cells[survey.slots.get('size') ?? -1] ?? '';
  if (!/^\d+$/.test(size) || Number(size) === members.length) return null;
  const source = survey.tables[table] as Table;
  const column = source.headings[source.fields.findIndex((field) => field?.id === 'size')];
  const at = { ...placeOf(source), row: line, field: 'size', ...(column === undefined ? {} : { column }) };
  const data = { members: members.length, size: Number(size) };
  return finding(members.length > Number(size) ? 'E336' : 'N337', at, { data });
}

function householdOf({ record, cells, findings }: ReadRow, table: number): Household {
  return { table, line: record.line, cells, record, records: [record], members: [], findings };
}

function notePassedOver(row: RowKind, { line }: RawRecord, table: Table, log: FindingLog): void {
  const { headingLines } = table.layout;
  if (row.kind === 'data' || (line >= headingLines[0] && line <= headingLines[1])) return;
  if (row.kind === 'blank') {
    if (line > headingLines[1]) log.tally(finding('N205', placeOf(table), { data: { line } }));
    return;
  }
  log.tally(finding('N208', { ...placeOf(table), row: line }, { data: { kind: row.kind } }));
}

/** What section rows say, put where the households below them leave it blank. */
function sectionFiller(survey: Survey) {
  const current = new Map<Section['field'], Section>();
  return {
    enter(section: Section): void {
      // a village belongs to the unit or area above it
      if (section.field === 'commune' || section.field === 'area') current.delete('village');
      current.set(section.field, section);
    },
    apply({ cells }: ReadRow, table: Table, log: FindingLog): void {
      for (const [field, { value, text }] of current) {
        const slot = survey.slots.get(field);
        if (slot === undefined || cells[slot] !== '') continue;
        cells[slot] = value;
        log.tally(finding('N216', { ...placeOf(table), field }, { saw: text }));
      }
    },
  };
}
