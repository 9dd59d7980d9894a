import type { Path } from '../text/yaml.ts';
import type { Predicate } from './predicate.ts';

/** The name of what stands in: nobody else's. */
export const NO_NAME = 'stand_in_for_a_mistake';

/** A condition that stands in for one that cannot be read, wherever it stands. */
export const NOWHERE: Predicate = { test: 'deprived', indicator: NO_NAME };

const WORDS = { vi: '?', en: '?' };
const DAY = '1900-01-01';
const LAST_DAY = '9999-12-31';
const SOURCE = { document: NO_NAME, checked_on: DAY };

/** By key, wherever it stands in a criteria file: something of the right kind that says nothing. */
const BY_KEY: Readonly<Record<string, unknown>> = {
  id: 'stand-in',
  family: 'stand-in',
  title: WORDS,
  text: WORDS,
  name: WORDS,
  caution: WORDS,
  note: WORDS,
  article: WORDS,
  vi: '?',
  en: '?',
  status: 'provisional',
  from: DAY,
  to: LAST_DAY,
  known_to: LAST_DAY,
  date: DAY,
  checked_on: DAY,
  as_of: DAY,
  source: SOURCE,
  document: NO_NAME,
  confidence: 'high',
  unit: 'vnd_per_person',
  period: 'month',
  amount: 1,
  rural: 1,
  urban: 1,
  by_area: { rural: 1, urban: 1 },
  value: 0,
  class: 'non_poor',
  residence: ['permanent'],
  province_codes: ['00'],
  documents: {},
  lines: {},
  params: {},
  scores: {},
  dimensions: {},
  indicators: {},
  rules: {},
  given: 'b1',
  points_each: 1,
  points: {},
  at_least: 1,
  percent: 50,
  comparison: 'above',
  field: NO_NAME,
  indicator: NO_NAME,
  param: NO_NAME,
  line: NO_NAME,
  values: [NO_NAME],
  of: [NOWHERE],
  where: NOWHERE,
  when: NOWHERE,
  deprived: NOWHERE,
};

/** By the list that an item stands in. */
const BY_LIST: Readonly<Record<string, unknown>> = {
  of: NOWHERE,
  values: NO_NAME,
  residence: 'permanent',
  province_codes: '00',
  cautions: WORDS,
};

/** What can stand at a path; undefined: nothing is known, and the key can only go. */
export function standInFor(path: Path): unknown {
  const last = path.at(-1);
  if (typeof last === 'number') return BY_LIST[String(path.at(-2))];
  if (path.length === 1) return topStandIn(String(last));
  // the line of a ladder is a condition, any other the name of one
  if (last === 'line' && path.length === 3 && path[0] === 'classes') return NOWHERE;
  return BY_KEY[String(last)];
}

/** What stands in for a whole part that a file must have; undefined: it may be left out. */
export function topStandIn(part: string): unknown {
  return TOP[part];
}

const TOP: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(['id', 'family', 'title', 'status', 'documents', 'lines'].map((key) => [key, BY_KEY[key]])),
  in_force: { from: DAY, source: SOURCE, confidence: 'high' },
  territory: { name: WORDS },
  population: { title: WORDS, residence: ['permanent'], source: SOURCE, confidence: 'high' },
};
