import { type Finding, finding } from '../finding.ts';
import type { ReadRow } from './row-reader.ts';
import type { Household, Survey } from './survey.ts';
import { placeOf, type Table } from './table.ts';

/**
 * Puts households together from rows of members: a row with a number begins a household, rows without one belong to the
 * household above, and a number that is repeated on every row stays one household. What is asked of the household stands
 * on the row of its head. Takes rows in order; gives a household when the next one begins.
 */
export function memberAssembler(survey: Survey, table: Table, at: number) {
  const slot = (id: string) => survey.slots.get(id) ?? -1;
  const id = slot('household_id');
  const units = ['village', 'commune_code', 'commune'].map(slot).filter((s) => s >= 0);
  const relation = survey.memberSlots.get('relation') ?? -1;
  const isHead = (row: ReadRow) => survey.vocabulary.isHead(row.member?.[relation] ?? '');
  const put = householdFrom(survey, table, at, isHead);
  let rows: ReadRow[] = [];

  const begins = (row: ReadRow): boolean => {
    const [first] = rows;
    if (first === undefined) return false;
    const number = row.cells[id] ?? '';
    // a second head begins a household of its own, which lacks its number
    if (number === '') return isHead(row) && rows.some(isHead);
    if (number !== (first.cells[id] ?? '')) return true;
    // one number in two places is two households; a place left blank is that of the row above
    return units.some((s) => row.cells[s] !== '' && first.cells[s] !== '' && row.cells[s] !== first.cells[s]);
  };

  return {
    add(row: ReadRow): Household | null {
      const finished = begins(row) ? put(rows) : null;
      if (finished !== null) rows = [];
      rows.push(row);
      return finished;
    },
    /** What is left when a section or the file ends. */
    end(): Household | null {
      const finished = rows.length === 0 ? null : put(rows);
      rows = [];
      return finished;
    },
  };
}

/** One household from its rows. */
function householdFrom(survey: Survey, table: Table, at: number, isHead: (row: ReadRow) => boolean) {
  const own = table.fields.flatMap((field, column) => {
    if (field === null || (table.layout.memberFields?.[column] ?? null) !== null) return [];
    return [{ field, slot: survey.slots.get(field.id) ?? -1, heading: table.headings[column] ?? '' }];
  });
  const size = table.fields.some((field) => field?.id === 'size') ? -1 : (survey.slots.get('size') ?? -1);
  const number = survey.slots.get('household_id') ?? -1;
  return (rows: readonly ReadRow[]): Household => {
    const first = rows[0] as ReadRow;
    const head = rows.find(isHead) ?? first;
    const cells = [...head.cells];
    const findings: Finding[] = rows.flatMap((row) => row.findings);
    if ((cells[number] ?? '') === '' && !rows.some(isHead)) {
      findings.push(finding('E328', { ...placeOf(table), row: first.record.line, field: 'household_id' }));
    }
    for (const { field, slot, heading } of own) {
      const said = rows.filter((row) => (row.cells[slot] ?? '') !== '');
      if (cells[slot] === '') cells[slot] = said[0]?.cells[slot] ?? '';
      for (const row of said.filter((other) => other.cells[slot] !== cells[slot])) {
        const place = { ...placeOf(table), row: row.record.line, column: heading, field: field.id };
        findings.push(finding('W323', place, { saw: row.cells[slot] ?? '', expected: [cells[slot] ?? ''] }));
      }
    }
    if (size >= 0) {
      cells[size] = String(rows.length);
      findings.push(finding('N327', placeOf(table)));
    }
    return {
      table: at,
      line: first.record.line,
      cells,
      record: head.record,
      records: rows.map((row) => row.record),
      members: rows.map((row) => ({ table: at, line: row.record.line, cells: row.member ?? [] })),
      findings,
    };
  };
}
