import { wordFor } from './domain-words.ts';
import type { FindingWords, Told } from './finding-words.ts';

/** The words of what is found when results are read again and added up. */
export const resultsEn = {
  E801: (f) => [`"${f.saw}" is no class.`, `Write one of: ${f.expected}; or run review classify again.`],
  E802: (f) => [
    `This row was classified by the criteria "${f.saw}", others by "${f.expected}".`,
    'Keep one file per set of criteria, or run review classify again.',
  ],
  W803: (f) => [
    `The file has ${f.text('rows')} households; ${f.text('written')} were written: rows were added or taken away.`,
    'Check the file, or run review classify again.',
  ],
  W804: (f) => [
    f.text('kind') === 'damaged'
      ? 'The manifest beside it is damaged: date, status and coverage of the result are not known.'
      : 'There is no manifest beside it: date, status and coverage of the result are not known.',
    'Keep the .manifest.json beside the result; or give --year, --coverage.',
  ],
  W805: (f) => [
    f.text('kind') === 'changed'
      ? `The criteria "${f.saw}" have changed since this result was written: their names and weights are not used.`
      : `The criteria "${f.saw}" of the result are not at hand: names and weights of indicators are not known.`,
    'Name the criteria file that was used with -c.',
  ],
  E806: (f) => [
    `One review is meant, but these are ${f.count('reviews')}: ${f.list('reviews')}.`,
    'Name each review by itself; parts of one have the same criteria, date and status.',
  ],
  W811: (f) => [
    `${unitOf(f)}: ${f.text('households')} households were reviewed but there are only ${f.text('residents')} residents.`,
    'Mend the total in the file of residents; rates above 100 % are left blank.',
  ],
  W812: (f) => [
    `${unitOf(f)}: the residents are 0 and yet ${f.text('households')} households were reviewed; rates are left blank.`,
    'Write the total of the unit, or leave it blank when it is not known.',
  ],
  W813: (f) => [
    f.text('level') === 'total'
      ? 'The number of all resident households is not known; the rates of the total are left blank.'
      : `Resident households are not known of: ${f
          .items('units')
          .map((unit) => wordFor(unit, AREAS))
          .slice(0, MOST_NAMED)
          .join(', ')}${f.count('units') > MOST_NAMED ? `, … (${f.count('units')} units)` : ''}; rates are left blank.`,
    'Add these rows to the --population file.',
  ],
  W814: (f) => [
    `The unit "${f.saw}" is in the file of residents and no household of it in the results: not reported, which is not 0.`,
    'Add the result of this unit; if it truly has no household, say so.',
  ],
  E815: (f) => [
    `"${f.saw}" stands twice in the file of residents (before in row ${f.text('before')}).`,
    'Keep one row for each unit and area.',
  ],
  E816: (f) => [`The file of residents holds several years: ${f.expected}.`, 'Name the year with --year.'],
  E818: (f) => [
    `"${f.saw}" is no date.`,
    'Write the day (31/12/2024 or 2024-12-31) or the year alone; leave blank for any year.',
  ],
  W817: (f) => [
    `The result is said to hold all residents, but ${f.text('rejected')} rows were set aside when it was made: rates divide by too few.`,
    'Mend those rows and classify again, or use --population.',
  ],
} satisfies Partial<FindingWords>;

/** The unit a finding is about. */
function unitOf(f: Told): string {
  return f.text('level') === 'total' ? 'Total' : wordFor(f.text('unit'), AREAS);
}

const AREAS = { urban: 'Urban', rural: 'Rural' };

/** Units named in one finding. */
const MOST_NAMED = 5;
