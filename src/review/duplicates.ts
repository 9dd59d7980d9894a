import { type Finding, type FindingLog, finding } from '../finding.ts';
import { type Survey, tableAt } from '../survey/survey.ts';
import { placeOf } from '../survey/table.ts';
import type { DuplicateKey, Row } from './keys.ts';

/** The error of one row whose household stands in other rows too; it names all of them. */
export function duplicateFinding(survey: Survey, duplicate: DuplicateKey, row: Row): Finding {
  const { key, rows, identical, classes } = duplicate;
  const table = tableAt(survey, row.table);
  const column = table?.headings[table.fields.findIndex((f) => f?.id === 'household_id')];
  const at = { ...fileOf(survey, row), row: row.line, field: 'household_id' };
  const kind = identical ? 'identical' : classes.length > 1 ? 'two_classes' : 'different';
  const data = { kind, rows: rows.map((r) => rowName(survey, r)), classes };
  return finding('E303', column === undefined ? at : { ...at, column }, { saw: key, data });
}

/** Tells of every copy that was dropped, and which row was kept for it. */
export function reportDropped(survey: Survey, duplicates: readonly DuplicateKey[], log: FindingLog): void {
  for (const { key, rows } of duplicates.filter((d) => d.identical)) {
    const [kept, ...dropped] = rows;
    if (kept === undefined) continue;
    for (const row of dropped) {
      const at = { ...fileOf(survey, row), row: row.line };
      log.add(finding('N316', at, { saw: key, data: { kept: rowName(survey, kept) } }));
    }
  }
}

function fileOf(survey: Survey, { table }: Row): { readonly file: string; readonly sheet?: string } {
  const source = tableAt(survey, table);
  return source === undefined ? { file: '' } : placeOf(source);
}

/** The line, with its file when there are several. */
export function rowName(survey: Survey, row: Row): string {
  const { file, sheet } = fileOf(survey, row);
  const where = sheet === undefined ? file : `${file} (${sheet})`;
  return survey.tables.length + survey.memberTables.length > 1 ? `${where}:${row.line}` : String(row.line);
}
