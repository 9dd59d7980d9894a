import { stringify } from 'csv-stringify/sync';
import type { Report } from '../report/report.ts';
import { guard } from '../survey/normalize.ts';

/** Tells a spreadsheet that the file is UTF-8. */
export const BOM = '\ufeff';

/**
 * Rows as canonical CSV: comma, CRLF, quotes only where needed, cells guarded against being taken for a formula. These
 * are the bytes of a result file; a faster writer must give the same.
 */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(guard)),
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

/** The tables of a report as CSV for other programs: numbers plain, with a blank line between tables. */
export function render(report: Report): string {
  const tables = report.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  return tables
    .map(({ columns, rows }) =>
      csvRows([
        columns.map((c) => c.title),
        ...rows.map((row) =>
          row.map((cell) => (cell === null ? '' : typeof cell === 'object' ? cell.text : String(cell))),
        ),
      ]),
    )
    .join('\r\n');
}
