import { type Finding, finding } from '../finding.ts';
import type { Convention } from './conventions.ts';
import { recaseName } from './encoding/recase.ts';
import { CAUSES, type Field } from './fields.ts';
import { type Cell, readCell, unguard } from './normalize.ts';
import type { RawRecord } from './records.ts';
import type { Survey } from './survey.ts';
import { strangersOf } from './survey.ts';
import { placeOf, type Table } from './table.ts';

/** A row as it was read: what it says of a household, and of a member where a row is one. */
export interface ReadRow {
  readonly record: RawRecord;
  /** In the order of `Survey.fields`, then the kept columns. */
  readonly cells: string[];
  /** In the order of `MEMBER_COLUMNS`; null when a row is a household. */
  readonly member: string[] | null;
  readonly findings: Finding[];
}

/** What one column gives. */
interface ColumnUse {
  readonly heading: string;
  readonly convention: Convention;
  readonly sexOf: 'male' | 'female' | null;
  readonly household: Target | null;
  readonly member: Target | null;
  /** Where the cell of a column that is no field is kept; -1 for nowhere. */
  readonly keptAt: number;
}

interface Target {
  readonly field: Field;
  readonly slot: number;
}

const NAMES = new Set(['head_name', 'name', 'village', 'commune', 'district', 'province', 'ethnicity', 'reviewer']);

/** How a record of this table becomes a row of the survey. */
export function rowReader(survey: Survey, table: Table): (record: RawRecord) => ReadRow {
  const { format, layout, headings } = table;
  const place = placeOf(table);
  const columns = columnUses(survey, table);
  const named = headings.findLastIndex((heading) => heading !== '') + 1;
  const slots = survey.fields.length + survey.kept.length;
  const preset = presetCells(survey, table);
  const headSex = survey.slots.get('head_sex') ?? -1;
  const memberSex = survey.memberSlots.get('sex') ?? -1;
  const causeSlots = (CAUSES.codes ?? []).map((id) => [id, survey.slots.get(id) ?? -1] as const);

  return (record) => {
    const cells = new Array<string>(slots).fill('');
    for (const [slot, value] of preset) cells[slot] = value;
    const member = layout.memberFields === null ? null : new Array<string>(survey.memberSlots.size).fill('');
    const row: ReadRow = { record, cells, member, findings: [] };
    if (format === 'text' && !fits(record.cells, named, headings.length)) {
      const data = { seen: record.cells.length, wanted: headings.length };
      row.findings.push(finding('E301', { ...place, row: record.line }, { data }));
      return row;
    }
    for (let at = 0; at < columns.length; at++) {
      const use = columns[at] as ColumnUse;
      const raw = record.cells[at] ?? '';
      if (use.household === null && use.member === null) {
        if (use.heading === '' && raw.trim() !== '') row.findings.push(finding('N207', { ...place, row: record.line }));
        if (use.keptAt >= 0) cells[use.keptAt] = unguard(raw.normalize('NFC'));
        continue;
      }
      if (use.sexOf === null) take(use, raw, row);
      else takeOfSex(use, raw, row);
    }
    return row;
  };

  /** Reads a cell once and puts it wherever it belongs. */
  function take({ heading, convention, household, member }: ColumnUse, raw: string, row: ReadRow): void {
    const target = member ?? household;
    if (target === null) return;
    const { field } = target;
    const cell = recased(field, readCell(field, raw, survey.vocabulary, convention));
    if (field.id === CAUSES.id) spreadCauses(cell.value, cell.code === undefined, row.cells);
    else if (household !== null) row.cells[household.slot] = cell.value;
    if (member !== null && row.member !== null) row.member[member.slot] = cell.value;
    if (cell.code === undefined) return;
    const at = { ...place, row: row.record.line, column: heading, field: (household ?? target).field.id };
    row.findings.push(
      finding(cell.code, at, {
        saw: raw.trim(),
        ...(cell.expected && { expected: cell.expected }),
        ...(cell.code === 'W324' && { data: { order: convention.dates } }),
      }),
    );
  }

  /** Names in an encoding without capitals that bear tones get them back. */
  function recased(field: Field, cell: Cell): Cell {
    if (!table.lacksCapitals || !NAMES.has(field.id) || cell.value === '') return cell;
    const value = recaseName(cell.value);
    return value === null ? cell : { value, code: 'W113' };
  }

  /** A column for one sex: what stands in it is the year of birth, or a tick, of somebody of that sex. */
  function takeOfSex(use: ColumnUse, raw: string, row: ReadRow): void {
    if (raw.trim() === '') return;
    const { heading, sexOf, household, member } = use;
    const before = row.member === null ? row.cells[headSex] : row.member[memberSex];
    if ((before ?? '') !== '' && before !== sexOf) {
      const at = { ...place, row: row.record.line, column: heading, field: 'head_sex' };
      row.findings.push(finding('E322', at, { saw: raw.trim() }));
      return;
    }
    if (headSex >= 0) row.cells[headSex] = sexOf ?? '';
    if (row.member !== null) row.member[memberSex] = sexOf ?? '';
    const isTick = (household ?? member)?.field.id === 'head_sex' || member?.field.id === 'sex';
    if (!isTick) take(use, raw, row);
  }

  /** The causes named are; the others, once any is named, are not. */
  function spreadCauses(value: string, isRead: boolean, cells: string[]): void {
    if (value === '' || !isRead) return;
    const named = new Set(value.split(';'));
    for (const [id, slot] of causeSlots) if (slot >= 0) cells[slot] = named.has(id) ? '1' : '0';
  }
}

function columnUses(survey: Survey, table: Table): readonly ColumnUse[] {
  const strangers = strangersOf(table, survey.vocabulary);
  const { headings, fields, layout, conventions } = table;
  return headings.map((heading, at) => {
    const field = fields[at] ?? null;
    const memberField = layout.memberFields?.[at] ?? null;
    const name = strangers[at] ?? null;
    const kept = name === null ? -1 : survey.kept.indexOf(name);
    return {
      heading,
      convention: conventions[at] as Convention,
      sexOf: layout.sexOf[at] ?? null,
      household: field === null ? null : { field, slot: survey.slots.get(field.id) ?? -1 },
      member: memberField === null ? null : { field: memberField, slot: survey.memberSlots.get(memberField.id) ?? -1 },
      keptAt: kept < 0 ? -1 : survey.fields.length + kept,
    };
  });
}

/** What every household of the table has without a column for it. */
function presetCells(survey: Survey, { unit, constants }: Table): readonly (readonly [number, string])[] {
  const all = { ...constants, ...(unit === null ? {} : { commune_code: unit }) };
  return Object.entries(all).flatMap(([id, value]) => {
    const slot = survey.slots.get(id);
    return slot === undefined ? [] : [[slot, value] as const];
  });
}

/** Cells beyond the headings may stand there when they are blank: spreadsheets leave them behind. */
function fits(cells: readonly string[], named: number, width: number): boolean {
  return cells.length >= named && (cells.length <= width || cells.slice(width).every((cell) => cell.trim() === ''));
}
