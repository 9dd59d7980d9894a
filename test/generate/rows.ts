import { generateCommune, SURVEY_HEADINGS } from '../../src/generate/commune.ts';
import { PUBLISHED } from './published.ts';

/** A row by heading; a heading that does not exist reads as a failure, not as undefined. */
export type Row = (heading: string) => string;

/** The rows of an invented commune of 1,200 households, by heading. */
export function rowsOf(seed: number, year: number, households = 1200): readonly Row[] {
  return [...generateCommune({ seed, households, year, published: PUBLISHED })].map((cells) => (heading) => {
    const cell = cells[SURVEY_HEADINGS.indexOf(heading)];
    if (cell === undefined) throw new Error(`no column ${heading}`);
    return cell;
  });
}

/** The share of rows whose cell under the heading satisfies the test. */
export function shareOf(rows: readonly Row[], heading: string, test: (cell: string) => boolean): number {
  return rows.filter((row) => test(row(heading))).length / rows.length;
}
