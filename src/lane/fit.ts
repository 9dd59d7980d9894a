import type { ReviewRun } from '../review/review.ts';
import { marksOf } from './marks.ts';
import { writtenCell } from './written.ts';

/** As many indicators as a state has bits for, and as many sets. */
const MOST_INDICATORS = 31;
const MOST_SETS = 16;
/** Wider tables are read row by row. */
const MOST_COLUMNS = 1 << 10;

/** Whether the lane can begin with a survey at all; what it meets inside the files is seen there. */
export function isForLane({ survey, assessors, keyFields }: ReviewRun): boolean {
  const { ids } = marksOf(assessors);
  return (
    ids.length <= MOST_INDICATORS &&
    ids.every((id) => writtenCell(id) === id) &&
    assessors.length <= MOST_SETS &&
    survey.tables.every((table) => table.headings.length <= MOST_COLUMNS) &&
    keyFields.every((field) => survey.slots.has(field))
  );
}
