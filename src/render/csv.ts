import { stringify } from 'csv-stringify/sync';
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
