import type { ReviewRun } from '../review/review.ts';
import type { Table } from '../survey/table.ts';
import { marksOf } from './marks.ts';
import { writtenCell } from './written.ts';

/** As many indicators as a state has bits for, and as many sets. */
const MOST_INDICATORS = 31;
const MOST_SETS = 16;
/** Wider tables are read row by row. */
const MOST_COLUMNS = 1 << 10;

/** Whether the lane can begin with a survey at all; what it meets inside the files is seen there. */
export function isForLane({ survey, assessors, keyFields, watch }: ReviewRun): boolean {
  const { ids } = marksOf(assessors);
  return (
    watch === undefined &&
    survey.join === null &&
    !assessors.some(({ derives }) => derives) &&
    !survey.vocabulary.isExtended &&
    ids.length <= MOST_INDICATORS &&
    ids.every((id) => writtenCell(id) === id) &&
    assessors.length <= MOST_SETS &&
    survey.tables.every((table) => table.headings.length <= MOST_COLUMNS && isPlainTable(table)) &&
    keyFields.every((field) => survey.slots.has(field))
  );
}

/** A UTF-8 text with one line of headings at its top, a household on each line, and nothing settled for its columns. */
export function isPlainTable({ sniffed, layout, implied, constants, conventions }: Table): boolean {
  if (sniffed === null || sniffed.encoding !== 'utf-8' || sniffed.mojibake !== null) return false;
  const top = sniffed.hasSepLine ? 2 : 1;
  const [first, last] = layout.headingLines;
  return (
    first === top &&
    last === top &&
    layout.numberingLine === null &&
    layout.memberFields === null &&
    implied.length === 0 &&
    Object.keys(constants).length === 0 &&
    conventions.every((one) => one.decimal === null && one.dates === 'dmy' && one.unit === 1 && one.blank === '')
  );
}
