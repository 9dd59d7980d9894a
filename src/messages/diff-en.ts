import type { diffFindingsVi, diffVi } from './diff-vi.ts';
import { CLASS_WORDS, wordFor } from './domain-words.ts';
import type { FindingWords } from './finding-words.ts';

/** The words of what is found when two years are compared. */
export const diffFindingsEn: Pick<FindingWords, keyof typeof diffFindingsVi> = {
  W850: (f) => [
    `Household "${f.saw}" has the number of one of the year before (row ${f.text('before')}), and another head altogether: no pair.`,
    'If they are one household, write a line into the file of --links; else the number has passed to a stranger.',
  ],
  N852: (f) => [
    `Households that name a number of the year before which nobody had: ${f.text('households')}.`,
    'The year before may list the poor and near-poor alone; if not, look at the numbers again.',
  ],
  W853: (f) => [
    `Household "${f.saw}" names "${f.text('before')}" of the year before, as another does: taken as split off from it.`,
    'Write split_from as the event of the part that was split off, or mend the number.',
  ],
  W854: (f) => [
    `The row says "${f.text('event')}" and is yet ${wordFor(f.text('class'), CLASS_WORDS.en)}: counted as gone.`,
    'Take the event away if the household is there; else take the household off the list.',
  ],
  W855: (f) => [
    `Households of the movement tables without a size: ${f.text('households')}. The line of persons is blank.`,
    'Fill in the size of these households in both years.',
  ],
  N856: (f) =>
    f.text('kind') === 'none'
      ? [
          `Relapses cannot be told from new households: all ${f.text('households')} are counted as new, relapsed is not known.`,
          'Name results of earlier years by --history, or have a column previously_poor.',
        ]
      : [
          `Households that do not say whether they were poor before: ${f.text('households')}, counted as new.`,
          'Fill in previously_poor, or name results of earlier years by --history.',
        ],
  N857: (f) => [
    `Pairs of the links file that wait to be confirmed: ${f.text('households')}. They count as no pair.`,
    'Write confirmed into the note of those that are right.',
  ],
  W858: (f) => [
    `Unit "${f.saw}" is no more in the year after, and ${f.text('households')} of its households stand in other units: it looks renumbered or merged, not moved away.`,
    'Name a crosswalk of units by --crosswalk.',
  ],
  N859: (f) => [
    `The results were made by two sets (${f.text('before')}, ${f.text('after')}): no movement tables.`,
    'Add --rules ID to classify both years by one set.',
  ],
  W860: (f) => [
    `The result named first is of ${f.text('before')}, the second of ${f.text('after')}.`,
    'Name the earlier year first.',
  ],
  W861: (f) => [
    `Households that cannot be told apart by what both years have of the key: ${f.text('households')}. They are not paired by it.`,
    'Give both years the columns of villages or communes, or name a file of --links.',
  ],
  W887: (f) => [
    `Household "${f.saw}" has the key of one in the ledger, and another head altogether: not taken for it.`,
    'If they are one household, mend the name in the ledger; else mend the key of the line.',
  ],
  N888: () => [
    'There are no movement tables, so the ledger plays no part.',
    'Name results of two years made under one set, or leave --ledger out.',
  ],
};

/** The words of comparing two years, and of the movement tables. */
export const diffEn: typeof diffVi = {
  title: (before, after) => `Movement ${before} – ${after}`,
  correction: (before, after) => `Correction: ${before} – ${after}`,
  correctionNote: 'Two results of one round: what differs is a correction, and nobody has escaped or fallen back.',
  draft: (n) => `DRAFT: ${n} unresolved or undecided. Not yet an official table.`,
  under: (rules) => `Both years classified by ${rules}.`,
  nothing: 'Nothing has changed.',
  year: (year) => (year === null ? 'year not known' : `${year}`),
  status: { preliminary: 'preliminary', rechecked: 're-checked', approved: 'approved' },
  tables: { poor: 'Movement of the poor', near_poor: 'Movement of the near-poor' },
  byUnit: {
    poor: 'Movement of the poor by unit (households)',
    near_poor: 'Movement of the near-poor by unit (households)',
  },
  heads: {
    line: 'Line',
    households: 'Households',
    persons: 'Persons',
    unit: 'Unit',
    before: 'Year before',
    count: 'Households',
  },
  columns: {
    poor: {
      start: 'Opening',
      to_other: 'Escaped, near-poor now',
      to_non_poor: 'Escaped, above both lines',
      other_out: 'Other decrease',
      unresolved_out: 'Gone, not known why',
      to_undecided: 'Undecided now',
      from_other: 'Near-poor before',
      relapsed: 'Relapsed',
      new: 'New',
      other_in: 'Other increase',
      from_undecided: 'Undecided before',
      end: 'Closing',
    },
    near_poor: {
      start: 'Opening',
      to_other: 'Poor now',
      to_non_poor: 'Escaped, above both lines',
      other_out: 'Other decrease',
      unresolved_out: 'Gone, not known why',
      to_undecided: 'Undecided now',
      from_other: 'Poor before',
      relapsed: 'Relapsed',
      new: 'New',
      other_in: 'Other increase',
      from_undecided: 'Undecided before',
      end: 'Closing',
    },
  },
  short: {
    start: 'Opening',
    to_poor: 'To poor',
    to_near_poor: 'To near-poor',
    to_non_poor: 'Above',
    other_out: 'Other out',
    unresolved_out: 'Not known',
    to_undecided: 'To undec.',
    from_poor: 'From poor',
    from_near_poor: 'From near-poor',
    relapsed: 'Relapsed',
    new: 'New',
    other_in: 'Other in',
    from_undecided: 'From undec.',
    end: 'Closing',
  },
  newAndRelapsed: 'New and relapsed (not told apart)',
  newAndRelapsedNear: 'New and relapsed (not told apart)',
  notKnown: 'not known',
  transitions: 'Transitions (households)',
  absent: 'Not listed',
  total: 'Total',
  unnamed: '(no unit written)',
  grossExits: (n) => `Escaped poverty (near-poor now + above both lines, without other decrease): ${n}.`,
  allOut: (n) => `All that left the list of the poor, other decrease and those not known included: ${n}.`,
  nearExits: (n) => `Escaped near-poverty (above the line): ${n}.`,
  net: (poor, near) => `Net change: poor ${poor}, near-poor ${near}.`,
  entries: (poor, near) => `All that came onto the lists: poor ${poor}, near-poor ${near}.`,
  internal: (communes, villages) =>
    `Moved within: ${communes} between communes (other decrease of the one, other increase of the other), ${villages} between villages of a commune (not in the tables).`,
  flips: (n, from, to) =>
    `Opening households where the area turned from ${from} to ${to}: ${n}; openings are grouped by this year's area.`,
  byArea: (n) => `Changed class because of the area, not of themselves: ${n}.`,
  byMembers: (n) => `Persons present in both years counted by their members' numbers: ${n} households.`,
  bySize: (n) => `Persons present in both years taken as the smaller of the two sizes: ${n} households.`,
  outOfScope: (before, after) => `Out of scope, counted as not listed: ${before} before, ${after} after.`,
  unresolved: 'Gone from the lists, not known why',
  undecided: 'Undecided in one of the years',
  withoutSize: 'Without a size',
  moved: 'Households that changed, and why',
  changes: 'Households corrected',
  elsewhere: 'Moved within, of the same class',
  movedNone: 'None.',
  movedMore: (n) => `… ${n} more. All of them by --only all, or in an .xlsx file; choose by --only escaped.`,
  stayed: 'the same',
  ledger: {
    title: 'Of these, by the ledger of monthly recognitions',
    upTo: (file, day) => (day === null ? `Ledger ${file}, every line.` : `Ledger ${file}, lines up to ${day}.`),
    entries: (poor, near) => `Came onto the lists within the year: poor ${poor}, near-poor ${near}.`,
    exits: (poor, near) => `Left the lists within the year: poor ${poor}, near-poor ${near}.`,
    inAndOut: (n) => `In and out within the period, which the difference of two annual lists does not see: ${n}.`,
    decided: (lines) => `by the ledger: ${lines}`,
    notWithRules: '--ledger does not go with --rules: its decisions are about the lists as they were made',
  },
  badOnly: (name) => `--only ${name}: no such movement`,
  choicesAre: (list) => `Choose from: ${list}`,
  help: {
    about: 'Compare two years: who moved and why, in movement tables that always close',
    before: 'result of the year before',
    after: 'result of the year after',
    links: 'file of linked households (review link)',
    crosswalk: 'file of old units and new ones',
    ledger: 'ledger of monthly recognitions between the two (review ledger)',
    history: 'results of earlier years, to tell relapses from new households; may be repeated',
    rules: 'classify both years by this set',
    quota:
      'what villages were told to let go of, to point at those that lost exactly that: 30%, or a file with unit_code, village, households',
    by: 'levels of the tables by unit: province, commune, village, area',
    only: 'only households with this movement: escaped, new, relapsed, to_near_poor, other_out …, or all',
    coverageBefore: 'what the result of the year before covers',
    coverageAfter: 'what the result of the year after covers',
    membersBefore: 'members of the year before',
    membersAfter: 'members of the year after',
    exitCode: 'end with code 1 when a household has changed',
  },
};
