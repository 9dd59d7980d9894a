import { generateSurvey, type SurveyOptions, surveyHeadings } from '../../src/generate/survey.ts';
import { PUBLISHED } from './published.ts';

/** A row by heading; a heading that does not exist reads as a failure, not as undefined. */
export type Row = (heading: string) => string;

/** The cells of an invented survey of one commune, unless said otherwise. */
export function cellsOf(seed: number, year: number, more: Partial<SurveyOptions> = {}): readonly (readonly string[])[] {
  const usual = {
    households: 1200,
    communes: 1,
    provinceCode: '22',
    published: PUBLISHED,
    counts: null,
    members: false,
  };
  return [...generateSurvey({ seed, year, ...usual, ...more })].flatMap(({ households }) => households);
}

/** The rows of an invented survey, by heading. */
export function rowsOf(seed: number, year: number, more: Partial<SurveyOptions> = {}): readonly Row[] {
  const headings: readonly string[] = surveyHeadings(more.published ?? PUBLISHED);
  return cellsOf(seed, year, more).map((cells) => (heading) => {
    const cell = cells[headings.indexOf(heading)];
    if (cell === undefined) throw new Error(`no column ${heading}`);
    return cell;
  });
}

/** The share of rows whose cell under the heading satisfies the test. */
export function shareOf(rows: readonly Row[], heading: string, test: (cell: string) => boolean): number {
  return rows.filter((row) => test(row(heading))).length / rows.length;
}
