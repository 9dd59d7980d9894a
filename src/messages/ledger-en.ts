import { counted } from './counted.ts';
import { CLASS_WORDS, wordFor } from './domain-words.ts';
import type { FindingWords } from './finding-words.ts';
import type { ledgerVi } from './ledger-vi.ts';

/** The words of the monthly ledger. */
export const ledgerEn: typeof ledgerVi = {
  title: (day) => `The lists on ${day}`,
  titleAll: 'The lists by all lines of the ledger',
  titleClosed: (day) => `The ledger closed on ${day}`,
  opened: (file, day, criteria) => `Opening list: ${file} (${day}, ${criteria}).`,
  noList: 'No opening list (--list): only what goes in and out by the ledger is known.',
  dayUnknown: 'day not known',
  lists: { poor: 'Poor', near_poor: 'Near-poor' },
  columns: {
    list: 'List',
    opening: 'Opening',
    in: 'In',
    out: 'Out',
    current: 'Current',
    reviewIn: 'In by review',
    reviewOut: 'Out by review',
    closing: 'Closing',
    month: 'Month',
    unit: 'Unit',
    household: 'Household',
    persons: (title) => `${title} (persons)`,
    kind: 'Column',
    date: 'Date',
    reason: 'Reason',
    endClass: "At the year's end",
    state: 'Against the ledger',
  },
  monthly: 'In and out by month and unit',
  noEntries: 'The ledger has no line of these days.',
  byKind: 'In and out by the columns of the movement table',
  kinds: {
    from_poor: 'came from the poor list',
    from_near_poor: 'came from the near-poor list',
    relapsed: 'relapsed',
    new: 'new',
    other_in: 'other entries',
    to_poor: 'to the poor list',
    to_near_poor: 'to the near-poor list',
    to_non_poor: 'above both lines',
    other_out: 'other exits',
    unresolved_out: 'out, reason not given',
  },
  both: 'In and out within the period',
  bothWhy: 'Each household below is one entry and one exit; the difference of two annual lists sees neither.',
  states: {
    reflected: 'agrees',
    changed: 'changed by the review',
    missing: 'no result',
    still_listed: 'still on a list',
  },
  absent: 'no row',
  closedHouseholds: "What became of the ledger's households at the year's end",
  later: (n) => `${counted(n, 'line')} after that day left open for the next ledger.`,
  added: (file, row) => `Wrote row ${row} of ${file}`,
  wouldAdd: (file, row) => `Would write row ${row} of ${file} (--dry-run: nothing written)`,
  usage: {
    needsDirection: '--in or --out is needed, or both for a transfer',
    needsDate: '--date is needed: the day of the decision, YYYY-MM-DD',
    keyParts: (fields) => `--household must be the whole key: ${fields}, joined by "/"`,
    reasonFor: (list) => `Reasons that fit: ${list}`,
    endDay: 'the result of the year’s end does not say its day: add --date',
  },
  help: {
    ledger: 'The monthly ledger between two annual lists',
    add: 'Write one entry or exit into the ledger',
    show: 'The current list = annual list ± ledger; in and out by month and unit',
    close: "Hold the ledger against the year's end result, and close it",
    file: 'the ledger, a .csv file',
    list: 'the result (list) the ledger starts from; repeatable',
    end: "the year's end result; repeatable",
    day: 'the day of the decision, YYYY-MM-DD',
    until: 'up to and including this day (default: every line)',
    endDay: "the day of the year's end result, where the files do not say",
    household: 'key of the household, its parts joined by /',
    in: 'takes the household onto this list',
    out: 'takes the household off this list; together with --in a transfer',
    decision: 'number of the decision',
    reason:
      'why (in: new, relapsed, moved_in, split_from, transfer, other; out: to_non_poor, moved_out, merged_into, died, dissolved, transfer, other)',
    size: 'persons',
    headName: 'name of the head',
    note: 'note',
    closedFile: 'write the closed ledger here instead of into the ledger itself',
  },
};

const listOf = (name: string) => wordFor(name, CLASS_WORDS.en);

export const ledgerFindingsEn = {
  E870: (f) => [`"${f.saw}" is not a whole day.`, 'Write the day of the decision: YYYY-MM-DD or day/month/year.'],
  E871: (f) => [`"${f.saw}" is neither of the lists (${f.expected}).`, 'Write "poor" or "near_poor".'],
  E872: (f) => [`"${f.saw}" is neither in nor out (${f.expected}).`, 'Write "in" or "out".'],
  E873: () => ['The row names no household.', "Write the household's whole key as the list has it."],
  E874: (f) => [`The reason "${f.saw}" cannot stand here.`, `Use: ${f.expected}; put anything else into the note.`],
  E875: (f) => [
    `Household "${f.saw}" goes off the ${listOf(f.text('class'))} list on ${f.text('date')}, and ${f.text('now') === '' ? 'is on no list' : `is on the ${listOf(f.text('now'))} list`}.`,
    "Check the household's key, the list, and its earlier rows.",
  ],
  E876: (f) => [
    `Household "${f.saw}" comes onto the ${listOf(f.text('class'))} list on ${f.text('date')} while on the ${listOf(f.text('now'))} list.`,
    'Write a row off the old list on the same day first, or remove the row that repeats.',
  ],
  W877: (f) => [
    `${f.text('date')} is before the row above (${f.text('above')}); taken by its day.`,
    'Put the rows in the order of their days.',
  ],
  E878: (f) => [
    `${f.text('date')} is before the day of the opening list (${f.text('opened')}).`,
    'The list has that decision already, or the day is wrong.',
  ],
  E879: (f) => [
    `Household "${f.saw}" changes lists on ${f.text('date')}, but its row ${f.text('direction') === 'in' ? 'out' : 'in'} of that day is missing.`,
    'A transfer is two rows of one day: off one list, onto the other.',
  ],
  E880: (f) => [
    `The ledger is closed up to ${f.text('until')}: nothing is added on ${f.saw}.`,
    'Write into the ledger of the next period.',
  ],
  W881: (f) => [
    `Household "${f.saw}" came onto the ${listOf(f.text('class'))} list on ${f.text('date')} and has no result at the year's end.`,
    'Review it, or write a row out with its reason.',
  ],
  W882: (f) => [
    `Household "${f.saw}" went off the list on ${f.text('date')} (${wordFor(f.text('reason'), GONE)}) and is ${listOf(f.text('end'))} at the year's end.`,
    'Find out whether it still lives there; wrong payments often begin like this.',
  ],
} satisfies Partial<FindingWords>;

const GONE = { moved_out: 'moved away', merged_into: 'merged', died: 'died', dissolved: 'dissolved' };
