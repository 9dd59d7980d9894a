import { counted } from './counted.ts';
import { wordFor } from './domain-words.ts';
import type { FindingWords } from './finding-words.ts';
import type { IndexWords } from './index-vi.ts';

/** What becomes of a household that did not answer everything. */
const POLICIES = {
  drop: 'left out',
  reweight: 'their known answers carry the whole weight',
  not_deprived: 'every blank taken as not deprived',
  deprived: 'every blank taken as deprived',
  no_answer: 'left out: no answer that counts is known',
};

/** The words of the index of Alkire and Foster. */
export const indexEn: IndexWords = {
  title: (criteria) => `Multidimensional poverty index (${criteria})`,
  identified: (k, strict) =>
    `Poor in the index: whose deprivations weigh ${strict ? 'more than' : 'at least'} ${k} of the whole.`,
  identifiedCount: (n, of, strict) =>
    `Poor in the index: deprived in ${strict ? 'more than' : 'at least'} ${n} of ${of} indicators.`,
  elsewhere:
    'The classes of the criteria ask for more than this (income, for one): H is not the rate of poor households on the lists.',
  counted: {
    households: (rows, population) =>
      `${counted(rows, 'household')} counted, each as one${population === rows ? '' : `; by their weights ${population}`}.`,
    persons: (rows, population) => `${counted(rows, 'household')} counted, each by its persons: ${population}.`,
  },
  policies: POLICIES,
  blanks: (n, policy) => `Not everything was answered by ${counted(n, 'household')}: ${policy}.`,
  leftOut: { noSize: (n) => `Left out without size: ${n}.`, noWeight: (n) => `Left out without weight: ${n}.` },
  measure: 'Measure',
  value: 'Value',
  measures: {
    H: 'H: share of the poor (%)',
    A: 'A: depth, the mean score of the poor (%)',
    M0: 'M0 = H × A',
  },
  indicators: 'By indicator',
  columns: {
    indicator: 'Indicator',
    weight: 'Weight %',
    uncensored: 'Deprived %',
    censored: 'Deprived and poor %',
    contribution: 'Part of M0 %',
  },
  groups: (field) => `By ${field.charAt(0).toLowerCase()}${field.slice(1)}`,
  groupColumns: { group: 'Group', share: 'Population %', contribution: 'Part of M0 %' },
  unknown: 'not known',
  total: 'Total',
};

export const indexFindingsEn = {
  E820: (f) => [
    `No household is left to count in the index: of ${counted(f.text('read'), 'household')}, ${f.text('missing')} left out for blank answers, ${f.text('noSize')} without size, ${f.text('noWeight')} without weight.`,
    'Say how blanks are to be treated with --missing, or fill them in.',
  ],
  E821: (f) => [
    wordFor(f.text('issue'), {
      none: 'The rule for the poor has no cut-off of a score, so that nobody can be told poor by an index.',
      several: `The rule for the poor has several cut-offs: ${f.saw}.`,
      no_share: `"${f.saw}" is no cut-off.`,
    }),
    'Give one with --cutoff: a share of the whole weight from 0 to 1, such as 1/3 or 0.25.',
  ],
  W822: () => ['Households that say no such number are left out of the index.', 'Fill it in.'],
  N823: (f) => [`Households did not answer everything: ${wordFor(f.text('policy'), POLICIES)}.`, ''],
} satisfies Partial<FindingWords>;
