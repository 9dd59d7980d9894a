import type { FindingWords } from './finding-words.ts';
import type { linkFindingsVi } from './link-vi.ts';

/** The words of what is found when the households of two years are linked. */
export const linkFindingsEn: Pick<FindingWords, keyof typeof linkFindingsVi> = {
  E840: (f) => [
    `"${f.saw}" is no event of a household.`,
    `Write one of: ${f.expected}; leave it blank for a household that goes on.`,
  ],
  E841: (f) => [
    `"${f.saw}" is no tier of a link.`,
    `Write one of: ${f.expected}; a line of your own has by_hand or a blank.`,
  ],
  E842: (f) => [`The score "${f.saw}" is no whole number from 0 to 100.`, 'Mend the score, or leave it blank.'],
  E843: (f) => [
    f.hasExpected
      ? `The event ${f.expected} does not go with ${f.saw === '' ? 'a blank key in this column' : `the key "${f.saw}" in this column`}.`
      : 'The line has neither a key before nor a key after.',
    'A household that is gone has a key before only, a new one a key after only, one that goes on has both.',
  ],
  E844: (f) => [
    `Row ${f.text('before')} already says something else of the household "${f.saw}".`,
    'Keep one line; a part that split off has split_from, a household that joined another merged_into.',
  ],
  W845: (f) => [
    f.text('kind') === 'before'
      ? `There is no household "${f.saw}" in the year before: the line is not used.`
      : `There is no household "${f.saw}" in the year after: the line is not used.`,
    'Mend the key (its parts are joined by /), or drop the line. Excel may have taken zeros at the beginning.',
  ],
  N846: (f) => [
    `${f.text('numbers')} citizens' numbers stand in several households of one year: they are no evidence for a link.`,
    'Run review check to see them.',
  ],
  W847: (f) => [
    `The unit "${f.saw}" was divided into ${f.expected}: of ${f.text('households')} households it is not known where they are now.`,
    'Add a column village to the --crosswalk file: which village went to which unit.',
  ],
  E848: (f) => [
    f.text('kind') === 'date' ? `"${f.saw}" is no date.` : 'The line lacks the code of the old or of the new unit.',
    f.text('kind') === 'date' ? 'Write YYYY-MM-DD or dd/mm/yyyy.' : 'Write both codes, or drop the line.',
  ],
  W849: (f) => [
    `${f.count('units')} units of the year before are neither in the year after nor in the --crosswalk file: ${f.list('units')}.`,
    'Add their new units to the --crosswalk file; without it, households there are linked by persons only.',
  ],
};
