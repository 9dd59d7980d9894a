import type { FindingWords } from './finding-words.ts';
import type { linkFindingsVi, linkVi } from './link-vi.ts';

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

/** The words of the command link. */
export const linkEn: typeof linkVi = {
  title: 'Households of two years',
  what: 'What',
  households: 'Households',
  before: 'Households before',
  after: 'Households after',
  pairs: 'The same household',
  tiers: {
    by_hand: 'by hand, or the household says so',
    person_id: "a person's citizen's number in common",
    head: 'the same head (name, birth, sex, unit)',
    probable: 'confirmed by a person',
    none: 'no evidence',
  },
  internalMoves: 'of these, now in another unit',
  events: {
    split_from: 'Split off from another',
    merged_into: 'Joined another',
    died: 'Everybody died',
    dissolved: 'Dissolved',
    moved_out: 'Moved away',
    moved_in: 'Moved in',
  },
  toConfirm: 'Pairs that wait for a person',
  openBefore: 'Households before of which nothing is settled',
  openAfter: 'Households after of which nothing is settled',
  confirm: 'To be looked at',
  confirmHow:
    'In the links file, write confirmed into the note of a pair that is one household, rejected where it is not; then run again with --links.',
  lookAgain: 'Linked, worth a second look',
  columns: { before: 'Key before', after: 'Key after', event: 'Event', score: 'Score', why: 'Why' },
  reasons: {
    previous_id: 'the household names its number of last year',
    event_told: 'the survey says so',
    new_head: 'new head',
    few_persons: 'few persons in common, and neither head',
    name_and_birth_differ: 'one number, yet another name and birth',
    persons_by_name: 'persons in common by name and birth, none by number',
    birth_in_part: 'in one year the birth is known by year or month only',
    birth_near: 'birth dates a slip apart',
    birth_unknown: 'no birth date in one of the years',
    numbers_differ: "the heads' numbers differ",
    village_differs: 'another village',
    size_differs: 'another number of persons',
    other_unit: 'in another unit',
    same_key: 'the same key',
    tie: 'several fit equally well',
    alike: 'like too many others to be listed',
    divided_unit: 'its old unit was divided; where it is now is not known',
  },
  written: (lines, file) => `${lines} lines written to ${file}`,
  wouldWrite: (lines, file) => `${lines} lines would be written to ${file} (--dry-run: nothing written)`,
  notWritten: 'No links file is written. Add -o links.csv to write one.',
  help: {
    link: 'match the households of two years; name the pairs a person must confirm',
    beforeFile: 'results of the year before (file, folder, pattern)',
    afterFile: 'results of the year after',
    output: 'links file .csv (before_key, after_key, event, tier, score, note); - is stdout',
    links: 'links file edited by hand: whatever is settled in it stands',
    crosswalk: 'old and new units (old_code, new_code, valid_from, village)',
    membersBefore: 'files of members of the year before',
    membersAfter: 'files of members of the year after',
  },
};
