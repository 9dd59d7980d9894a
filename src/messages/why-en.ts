import type { Messages } from './vi.ts';

/** The words of reasons: why a household has another class than the year before. */
export const whyEn: Messages['why'] = {
  years: { before: 'last year', after: 'this year' },
  units: { month: 'đồng per person per month', year: 'đồng per person per year' },
  names: { income: 'income', b1: 'B1 score', b2: 'B2 score', size: 'household size' },
  changed: (name, from, to, isUp, unit) =>
    `${name} ${isUp ? 'up' : 'down'} from ${from} to ${to}${unit === '' ? '' : ` ${unit}`}`,
  nowKnown: (name, to, unit) => `${name} now ${to}${unit === '' ? '' : ` ${unit}`} (not known last year)`,
  nowUnknown: (name) => `${name} not known now`,
  value: (name, value, unit) => `${name} ${value}${unit === '' ? '' : ` ${unit}`}`,
  sides: {
    above: (line) => `above the line of ${line}`,
    at_least: (line) => `not below ${line}`,
    at_most: (line) => `not above the line of ${line}`,
    below: (line) => `below ${line}`,
  },
  inArea: (amount, area) => `${amount} (${area})`,
  resolved: (names) => `no longer deprived: ${names}`,
  arisen: (names) => `newly deprived: ${names}`,
  answered: (names) => `known now: ${names}`,
  unanswered: (names) => `not known now: ${names}`,
  left: (n) => (n === '0' ? 'no deprivation left' : `${n} left`),
  reached: (n) => `${n} deprived now`,
  deprived: (n) => (n === '0' ? 'no deprivations' : n === '1' ? '1 deprivation' : `${n} deprivations`),
  area: (from, to) => `area from ${from} to ${to}`,
  unit: (from, to) => `place from ${from} to ${to}`,
  lines: (from, to) => `line from ${from} to ${to}`,
  rules: (from, to) => `criteria from ${from} to ${to}`,
  otherIndicators: (from, to) => `${to} counts other indicators than ${from}`,
  otherRules: (from, to) => `${to} has other class rules than ${from}`,
  otherBasis: (from, to) => `classified ${to}, last year ${from}`,
  unchanged: 'no answer changed',
  decided: (year, computed, said) =>
    `${year} by decision${said === '' ? '' : ` ("${said}")`}; the answers give: ${computed}`,
  recorded: (year, computed, said) =>
    `so recorded ${year}${said === '' ? '' : ` ("${said}")`}; the answers give: ${computed}`,
  notOnFile: (year) => `no answers of ${year} on file`,
  notOnFileInBoth: 'no answers of either year on file',
  noCriteria: 'the criteria that were used are not at hand to compute again',
  undecided: (year, open) => `answers missing ${year}: ${open}`,
  outOfScope: (year) => `not of the population of the criteria ${year}`,
  leftList: {
    died: 'nobody of the household is alive',
    moved_out: 'moved away',
    merged_into: 'merged into another household',
    dissolved: 'household dissolved',
    unknown: 'not in the list this year, nobody says why',
  },
  entered: {
    moved_in: 'moved in',
    split_from: 'split off',
    unknown: 'not in the list last year',
  },
};
