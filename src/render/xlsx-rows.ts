import type { CellValue, ColumnDef } from 'hucre';
import { writeXlsxStream, XLSX_MAX_ROWS_PER_SHEET } from 'hucre/xlsx';
import { legalText } from './xlsx-cells.ts';

/** How Excel takes the cells of a column: as text that keeps its zeros, as numbers, or as amounts with thousands parted. */
export type ColumnForm = 'text' | 'number' | 'amount';

/** How many rows a sheet holds below its headings. */
export const MOST_ROWS = XLSX_MAX_ROWS_PER_SHEET - 1;

const FORMATS: Readonly<Record<ColumnForm, string | undefined>> = { text: '@', number: undefined, amount: '#,##0' };
const NARROWEST: Readonly<Record<ColumnForm, number>> = { text: 16, number: 9, amount: 13 };
const WIDEST = 24;

/**
 * Rows as a workbook of one sheet, written as they come: memory does not grow with their number. The first row holds
 * the headings; they stay in sight. What is no number in a column of numbers stays text. It is for the caller to see
 * that there are at most `MOST_ROWS`.
 */
export async function workbookOfRows(
  rows: AsyncIterator<readonly string[]>,
  name: string,
  formOf: (heading: string) => ColumnForm,
): Promise<ReadableStream<Uint8Array>> {
  const { value: headings } = await rows.next();
  const forms: ColumnForm[] = (headings ?? []).map(formOf);
  const columns = (headings ?? []).map((header: string, at: number): ColumnDef => {
    const format = FORMATS[forms[at] ?? 'text'];
    const width = Math.min(WIDEST, Math.max(NARROWEST[forms[at] ?? 'text'], header.length + 2));
    return { header: legalText(header), width, ...(format === undefined ? {} : { numFmt: format }) };
  });
  return writeXlsxStream(valuesOf(rows, forms), { name, columns, freezePane: { rows: 1 } });
}

async function* valuesOf(
  rows: AsyncIterator<readonly string[]>,
  forms: readonly ColumnForm[],
): AsyncGenerator<CellValue[]> {
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    yield next.value.map((cell, at) => inColumn(cell, forms[at] ?? 'text'));
  }
}

function inColumn(cell: string, form: ColumnForm): CellValue {
  if (cell === '') return null;
  return form !== 'text' && isNumber(cell) ? Number(cell) : legalText(cell);
}

/** Excel holds fifteen digits: what it would not give back as it stands is no number to it. */
function isNumber(cell: string): boolean {
  return cell.length <= MOST_DIGITS && /^\d/.test(cell) && String(Number(cell)) === cell;
}

const MOST_DIGITS = 15;
