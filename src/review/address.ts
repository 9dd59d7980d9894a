import type { Address } from '../finding.ts';
import { type Household, type Survey, tableAt } from '../survey/survey.ts';
import { placeOf } from '../survey/table.ts';

/** Where a field of a household stands in its file; without a column when the file has none for it. */
export function addressOf(survey: Survey, { table, line }: Pick<Household, 'table' | 'line'>, field: string): Address {
  const source = tableAt(survey, table);
  const column = source?.headings[source.fields.findIndex((f) => f?.id === field)];
  return {
    ...(source === undefined ? {} : placeOf(source)),
    row: line,
    field,
    ...(column === undefined ? {} : { column }),
  };
}
