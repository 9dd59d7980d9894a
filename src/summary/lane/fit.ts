import { isPlainTable } from '../../lane/fit.ts';
import type { Reviewed } from '../../results/reviewed.ts';
import { RESULT_FIELDS } from '../../survey/fields.ts';
import type { Table } from '../../survey/table.ts';

/** Wider tables are read row by row. */
const MOST_COLUMNS = 1 << 10;

/** Whether a review can be counted by its bytes at all; what the lane meets inside the files is seen there. */
export function isForCounting({ survey, keyFields, tellRows }: Reviewed): boolean {
  return (
    tellRows !== undefined &&
    survey.join === null &&
    !survey.vocabulary.isExtended &&
    survey.kept.length === 0 &&
    survey.tables.every((table) => isPlainTable(table) && isAsWritten(table)) &&
    keyFields.every((field) => survey.slots.has(field))
  );
}

/** The columns as `classify` writes them: those of the survey, among them a household's number, then its own. */
function isAsWritten({ headings, fields, layout, unit, sniffed }: Table): boolean {
  const own = headings.slice(firstResultColumn(headings));
  return (
    headings.length <= MOST_COLUMNS &&
    own.length === RESULT_FIELDS.length &&
    RESULT_FIELDS.every((field, at) => own[at] === field) &&
    fields.slice(firstResultColumn(headings)).every((field) => field === null) &&
    fields.some((field) => field?.id === 'household_id') &&
    layout.sexOf.every((sex) => sex === null) &&
    unit === null &&
    sniffed?.delimiter === ','
  );
}

/** Where the columns begin that `classify` added. */
export function firstResultColumn(headings: readonly string[]): number {
  return Math.max(0, headings.length - RESULT_FIELDS.length);
}
