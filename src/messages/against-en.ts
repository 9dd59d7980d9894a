import type { AgainstWords } from './against-vi.ts';
import { wordFor } from './domain-words.ts';
import type { FindingWords, Told } from './finding-words.ts';

/** The words of holding published figures against recomputed ones. */
export const againstEn: AgainstWords = {
  title: (file) => `Held against ${file}`,
  figures: (all, agree, differ) => `Figures read: ${all}. Agree: ${agree}. Differ from those recomputed: ${differ}.`,
  explained: (rounded, follow, other) =>
    `Rates explained: ${rounded} by rounding, ${follow} right for the count beside them, ${other} right for another number of households.`,
  notRecomputed: (n) => `With nothing to hold them against: ${n}.`,
  conventions: (checked, halfUp, halfEven, truncated) =>
    `Of the rates that could be checked (${checked}): ${halfUp} by rounding half up, ${halfEven} by rounding half to even, ${truncated} by cutting off.`,
  against: 'What the publication says against itself',
  noAgainst: 'The publication does not contradict itself.',
  differs: 'What differs from the recomputed figures',
  noDiffers: 'No figure differs from the recomputed one.',
  implied: 'Households implied by counts and rates',
  columns: {
    row: 'Row',
    unit: 'Unit',
    area: 'Area',
    figure: 'Figure',
    printed: 'Published',
    ours: 'Recomputed',
    difference: 'Difference',
    what: 'Remark',
    from: 'From',
    to: 'To',
    households: 'Households published',
  },
  whole: 'The whole',
  fields: {
    households: 'households',
    persons: 'persons',
    poor: 'poor households',
    near_poor: 'near-poor households',
    multidimensional: 'poor and near-poor households',
    non_poor: 'non-poor households',
    poor_persons: 'persons of poor households',
    near_poor_persons: 'persons of near-poor households',
    poor_rate: 'rate of the poor',
    near_poor_rate: 'rate of the near-poor',
    multidimensional_rate: 'multidimensional rate',
    non_poor_rate: 'rate of the non-poor',
  },
  outcomes: {
    agrees: 'agrees',
    differs: 'differs',
    rounded: 'rounded in another way',
    added: 'two rounded rates added',
    follows: 'right for the count beside it',
    other_households: 'right for other households',
    not_recomputed: 'not recomputed',
  },
};

const SLIPS = {
  '': '',
  transposed: ' Two digits seem to have changed places.',
  digit_wrong: ' One digit seems wrong.',
  digit_missing: ' A digit seems to be missing.',
  digit_added: ' A digit seems to be too many.',
  run_together: ' Two numbers seem to run together.',
};
const CONVENTIONS = {
  added: 'the two rounded rates were added',
  half_up: 'it was rounded to another number of decimals',
  half_even: 'a half was rounded to the even digit',
  truncated: 'it was cut off, not rounded',
};

function unitOf(f: Told): string {
  const [unit = '', area = ''] = f.items('unit');
  const name = unit === '' ? 'The whole' : unit;
  return area === '' ? name : `${name} (${area})`;
}

/** "105", "100 to 110", "100 or more". */
function between(f: Told, key: string): string {
  const [lo = '', hi] = f.items(key);
  if (hi === undefined) return lo;
  return hi === '' ? `${lo} or more` : `${lo} to ${hi}`;
}

export const againstFindingsEn = {
  W824: (f) => [
    wordFor(f.text('kind'), {
      run_together: `Two numbers run together: "${f.saw}" (perhaps ${f.expected}).`,
      percent_as_count: `A count belongs here, not a percent: "${f.saw}".`,
      not_number: `"${f.saw}" is no number.`,
    }),
    'Look at the original and mend the cell.',
  ],
  W825: (f) => [
    `${unitOf(f)}: ${wordFor(f.text('kind'), {
      classes: 'the classes do not make their sum',
      areas: 'urban and rural do not make the total',
      units: 'the units do not make the total',
    })}; printed ${f.saw}, by adding ${f.expected}.${wordFor(f.text('slip'), SLIPS)}`,
    'Look at the original: the total is wrong, or one of the parts.',
  ],
  W826: (f) => [
    `${unitOf(f)}: ${wordFor(f.text('kind'), {
      zero_count: `a rate of ${f.saw} beside a count of 0`,
      households: `${f.text('count')} of ${f.text('households')} households do not give ${f.saw} (${f.expected} is right)`,
      other_rates: `${f.saw} does not fit the other rates of the row (${between(f, 'households')} households; ${f.expected} is right)`,
      no_households: `no number of households gives all of the rates ${f.list('rates')}`,
      rates: `the rate of both classes, ${f.saw}, is not the sum of the two (${f.expected})`,
      above_whole: `that makes ${between(f, 'households')} households, more than the whole has (${between(f, 'whole')})`,
      areas: `its areas by their rates have ${between(f, 'households')} households, the whole has ${between(f, 'whole')}${f.count('suspects') === 0 ? '' : `; perhaps one of these was added from rounded rates: ${f.list('suspects')}`}`,
    })}.`,
    'Compute the rate from the counts.',
  ],
  W827: (f) => [
    `${unitOf(f)}: ${wordFor(f.text('kind'), {
      over_100: `a rate of ${f.saw} is over 100 %`,
      count_as_percent: `a count stands where a rate belongs: ${f.saw}`,
      more_than_households: `${f.saw} is more than all ${f.text('households')} households`,
      nothing_beside_count: `there are 0 households, and yet ${f.saw}`,
    })}.`,
    'Look at the original.',
  ],
  W828: (f) => [
    `${unitOf(f)} is printed twice with different figures: ${f.saw} here, ${f.expected} in row ${f.text('before')}.`,
    'Find out which is right; the first was used.',
  ],
  W829: (f) => [
    `${unitOf(f)}: published ${f.saw}, recomputed ${f.expected} (difference ${f.text('difference')}).${wordFor(f.text('slip'), SLIPS)}`,
    'Hold it against the files of the unit.',
  ],
  N830: (f) => [
    `${unitOf(f)}: the rate ${f.saw}${f.hasExpected ? ` instead of ${f.expected}` : ''}: ${wordFor(f.text('convention'), CONVENTIONS)}.`,
    '',
  ],
  N831: (f) => [
    `${unitOf(f)}: the rate ${f.saw} instead of ${f.expected} is right for another number of households: ${between(f, 'households')}.`,
    '',
  ],
  W832: (f) => [
    `${unitOf(f)} was not recomputed.`,
    'Check the code or name of the unit, or count that level too (--by).',
  ],
  N833: (f) => [`Only ${f.text('units')} units are published; the total has more: ${f.list('missing')}.`, ''],
  E834: (f) => [
    `No table of units and figures was found. Headings seen: ${f.list('headings')}.`,
    'Name the columns as: unit, households, poor, poor_rate.',
  ],
} satisfies Partial<FindingWords>;
