import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Criteria, indicatorsOf, type PovertyClass } from '../../src/criteria/criteria.ts';
import { loadCriteria } from '../../src/criteria/load.ts';
import type { Evidence } from '../../src/judge/evidence.ts';
import { explainCondition } from '../../src/judge/explain.ts';
import { CONTRADICTION, makeJudge, type Verdict } from '../../src/judge/judge.ts';
import type { Truth } from '../../src/judge/truth.ts';
import { column, csvOf, errorsIn, type Row, review, tempFile } from '../fixtures.ts';

/** A weighted index is a criteria file like any other: a score that sums fractions, and a rule that reads it. */
const FOLDER = new URL('../../fixtures/criteria/alkire-foster/', import.meta.url);
const pathOf = (name: string) => fileURLToPath(new URL(`${name}.yaml`, FOLDER));
const readIn = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

function indexNamed(name: string): Criteria {
  return loadCriteria(`${name}.yaml`, readIn(`${name}.yaml`), (id) => ({ name: id, text: readIn(id) }));
}

type Mark = 0 | 1 | null;

interface Person {
  readonly id: string;
  readonly deprived: readonly Mark[];
  readonly group?: string;
  readonly size?: number;
}

/** Share of poor people, their mean score, and the one times the other; fractions as text. */
interface Measures {
  readonly H: string;
  readonly A: string;
  readonly M0: string;
}

function oracle<Input, Expected>(name: string): { readonly input: Input; readonly expected: Expected } {
  return JSON.parse(readFileSync(new URL(`../../fixtures/oracles/${name}.json`, import.meta.url), 'utf8'));
}

const fourByFour = oracle<
  { readonly weights: readonly string[]; readonly rows: readonly Person[]; readonly cutoffs: readonly string[] },
  {
    readonly deprivation_counts: readonly number[];
    readonly by_cutoff: Readonly<Record<string, Measures & { readonly poor: readonly string[] }>>;
  }
>('alkire-foster-4x4');

const fivePersons = oracle<
  { readonly weights: readonly string[]; readonly cutoff: string; readonly rows: readonly Person[] },
  Measures & {
    readonly scores: readonly string[];
    readonly poor: readonly string[];
    readonly groups: Readonly<Record<string, Measures & { readonly population: number }>>;
  }
>('alkire-foster-five-persons');

interface NestedCase {
  readonly case: string;
  readonly weights?: readonly string[];
  readonly indicator_weights?: readonly string[];
  readonly cutoff?: string;
  readonly rows?: readonly Person[];
  readonly values?: readonly (number | string)[];
}

const nested = oracle<
  { readonly cases: readonly NestedCase[] },
  {
    readonly household_size: Measures & { readonly population: number };
    readonly nested_weights: Measures & { readonly scores: readonly string[]; readonly poor: readonly string[] };
    readonly all_or_nothing: Measures;
    readonly cutoff_zero: Measures;
    readonly cutoff_one: Measures;
    readonly missing_two_indicators: { readonly drop: Measures & { readonly n: number } };
    readonly missing_three_indicators: Readonly<Record<'as_not_deprived' | 'as_deprived', { readonly score: string }>>;
  }
>('alkire-foster-nested');

function nestedCase(name: string): NestedCase & { readonly rows: readonly Person[] } {
  const found = nested.input.cases.find((one) => one.case === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return { ...found, rows: found.rows ?? [] };
}

// exact arithmetic of the tests' own, so that nothing of the program's is trusted
interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

function rational(text: string | number): Rational {
  const [n = '0', d = '1'] = String(text).split('/');
  return { n: BigInt(n), d: BigInt(d) };
}

const ZERO = rational(0);
const plus = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d, d: a.d * b.n });
const reaches = (a: Rational, b: Rational): boolean => a.n * b.d >= b.n * a.d;
const total = (terms: readonly Rational[]): Rational => terms.reduce(plus, ZERO);

function shown({ n, d }: Rational): string {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  const shared = gcd(n, d);
  return d === shared ? `${n / shared}` : `${n / shared}/${d / shared}`;
}

/** A little more: below any difference that the weights of these tests can make. */
const justAbove = (text: string): string => shown(plus(rational(text), rational('1/100000')));

/** Weights as the flattened set states them, in the order of its indicators. */
function weightsOf(criteria: Criteria): readonly Rational[] {
  const { points, points_each } = criteria.scores.deprivation as Criteria['scores'][string];
  return indicatorsOf(criteria).map((i) => rational(points_each ?? points?.[i.id] ?? 0));
}

/** Lowest and highest score: what is missing as not deprived, and as deprived. */
function scoresOf(criteria: Criteria, marks: readonly Mark[]): { readonly lo: string; readonly hi: string } {
  const weights = weightsOf(criteria);
  const sum = (counts: (mark: Mark) => boolean) => shown(total(weights.filter((_, at) => counts(marks[at] ?? null))));
  return { lo: sum((mark) => mark === 1), hi: sum((mark) => mark !== 0) };
}

function withCutoff(criteria: Criteria, value: string): Criteria {
  const cutoff = criteria.params.cutoff as Criteria['params'][string];
  return { ...criteria, params: { ...criteria.params, cutoff: { ...cutoff, value } } };
}

function evidenceOf(marks: readonly Mark[]): Evidence {
  return { area: null, income: null, b1: null, b2: null, marks: marks.map((m) => (m === null ? null : m === 1)) };
}

function judged(criteria: Criteria, marks: readonly Mark[]): Verdict {
  const verdict = makeJudge(criteria, 'score').decide(evidenceOf(marks));
  if (verdict === CONTRADICTION) throw new Error('nothing is written twice here');
  return verdict;
}

function poorIn(criteria: Criteria, people: readonly Person[]): readonly string[] {
  return people.filter(({ deprived }) => judged(criteria, deprived).class === 'poor').map(({ id }) => id);
}

/** The measures that follow from the judge's classes and the set's weights, per person. */
function measured(criteria: Criteria, people: readonly Person[]): Measures {
  const poor = poorIn(criteria, people);
  const weighed = people.map(({ id, deprived, size = 1 }) => ({
    size: rational(size),
    score: poor.includes(id) ? rational(scoresOf(criteria, deprived).lo) : ZERO,
    isPoor: poor.includes(id),
  }));
  const population = total(weighed.map(({ size }) => size));
  const H = over(total(weighed.filter(({ isPoor }) => isPoor).map(({ size }) => size)), population);
  const M0 = over(total(weighed.map(({ size, score }) => times(size, score))), population);
  return { H: shown(H), A: shown(over(M0, H)), M0: shown(M0) };
}

const picked = ({ H, A, M0 }: Measures): Measures => ({ H, A, M0 });

/** Holds the table against the score: poor with the cut-off on it, non-poor with the cut-off just above. */
function expectScore(criteria: Criteria, { id, deprived }: Person, score: string): void {
  expect(scoresOf(criteria, deprived), id).toEqual({ lo: score, hi: score });
  expect(judged(withCutoff(criteria, score), deprived).class, id).toBe('poor');
  expect(judged(withCutoff(criteria, justAbove(score)), deprived).class, id).toBe('non_poor');
}

describe('four persons at four cut-offs', () => {
  const { rows, weights } = fourByFour.input;
  const files: Readonly<Record<string, string>> = {
    '1/4': 'four-quarter',
    '1/2': 'four-half',
    '3/4': 'four-three-quarters',
    '1': 'four-one',
  };

  it('have a file for each', () => {
    expect(Object.keys(files).sort()).toEqual([...fourByFour.input.cutoffs].sort());
  });

  it.each(fourByFour.input.cutoffs)('at %s the poor and the measures are the published ones', (cutoff) => {
    const set = indexNamed(files[cutoff] as string);
    const expected = fourByFour.expected.by_cutoff[cutoff];
    expect(String(set.params.cutoff?.value)).toBe(cutoff);
    expect(weightsOf(set).map(shown)).toEqual(weights);
    expect(poorIn(set, rows)).toEqual(expected?.poor);
    expect(measured(set, rows)).toEqual(expected && picked(expected));
  });

  it('count the deprivations, and score them exactly', () => {
    const set = indexNamed('four-half');
    expect(rows.map(({ deprived }) => judged(set, deprived).deprivations)).toEqual(
      fourByFour.expected.deprivation_counts,
    );
    for (const [at, person] of rows.entries()) {
      const count = rational(fourByFour.expected.deprivation_counts[at] as number);
      expectScore(set, person, shown(times(count, rational('1/4'))));
    }
  });

  it('lie near the boundary by the answers that alone would change the class', () => {
    const set = indexNamed('four-half');
    const near = Object.fromEntries(rows.map(({ id, deprived }) => [id, judged(set, deprived).nearBoundary]));
    // p2 is poor by two of four, p4 not poor by one: any other yes makes it poor
    expect(near).toEqual({ p1: [], p2: ['a_one', 'b_two'], p3: [], p4: ['a_one', 'b_one', 'b_two'] });
  });
});

describe('five persons', () => {
  const { input, expected } = fivePersons;
  const set = indexNamed('five-persons');

  it('are poor as published', () => {
    expect(set.params.cutoff?.value).toBe(input.cutoff);
    expect(weightsOf(set).map(shown)).toEqual(input.weights);
    expect(poorIn(set, input.rows)).toEqual(expected.poor);
    expect(measured(set, input.rows)).toEqual(picked(expected));
  });

  it('have the published scores', () => {
    for (const [at, person] of input.rows.entries()) expectScore(set, person, expected.scores[at] as string);
  });

  it.each(Object.entries(expected.groups))('of the %s give the published measures', (group, figures) => {
    const people = input.rows.filter((person) => person.group === group);
    expect(people).toHaveLength(figures.population);
    expect(measured(set, people)).toEqual(picked(figures));
  });
});

describe('nested weights', () => {
  const { rows, indicator_weights: weights, cutoff } = nestedCase('nested_weights');
  const expected = nested.expected.nested_weights;
  const set = indexNamed('nested');

  it('are the shares of the indicators in the shares of the dimensions', () => {
    expect(weightsOf(set).map(shown)).toEqual(weights);
    const dimensions = set.dimensions.map((d) => d.indicators.map((i) => set.scores.deprivation?.points?.[i.id] ?? 0));
    expect(dimensions.map((points) => shown(total(points.map(rational))))).toEqual(['1/3', '1/3', '1/3']);
  });

  it('make poor who is poor as published', () => {
    expect(set.params.cutoff?.value).toBe(cutoff);
    expect(poorIn(set, rows)).toEqual(expected.poor);
    expect(measured(set, rows)).toEqual(picked(expected));
  });

  it('give the published scores', () => {
    for (const [at, person] of rows.entries()) expectScore(set, person, expected.scores[at] as string);
  });

  it('reach the cut-off exactly where thirds meet twelfths and ninths', () => {
    const ids = indicatorsOf(set).map((i) => i.id);
    const lacking = (...names: readonly string[]) =>
      judged(
        set,
        ids.map((id) => (names.includes(id) ? 1 : 0)),
      );
    const [school, work] = [ids.slice(0, 4), ids.slice(6)];
    for (const exactly of [school, work, ['insurance', 'forgone_care'], ['insurance', 'years', 'literacy']]) {
      expect(lacking(...exactly)).toMatchObject({ class: 'poor', possible: ['poor'] });
      // every yes of an exact third is needed
      expect(lacking(...exactly).nearBoundary).toEqual(exactly.toSorted((a, b) => ids.indexOf(a) - ids.indexOf(b)));
    }
    // 1/6 + 1/9 = 5/18 is 1/18 short: another ninth, sixth or twelfth is enough
    expect(lacking('insurance', 'neet')).toMatchObject({
      class: 'non_poor',
      nearBoundary: ids.filter((id) => id !== 'insurance' && id !== 'neet'),
    });
    // 1/12 is 1/4 short: none of the others is
    expect(lacking('years').nearBoundary).toEqual([]);
  });

  it('ask only the unknowns that can still reach the cut-off', () => {
    const ids = indicatorsOf(set).map((i) => i.id);
    const open = (known: Readonly<Record<string, Mark>>) =>
      judged(
        set,
        ids.map((id) => (id in known ? (known[id] as Mark) : 0)),
      );
    // 1/4 known: a twelfth and a ninth decide, each alone
    const twelfths = { schooling_attendance: 1, years: 1, literacy: 1 } as const;
    expect(open({ ...twelfths, civil_status: null, neet: null })).toMatchObject({
      class: 'undecided',
      possible: ['poor', 'non_poor'],
      undecidedFor: ['civil_status', 'neet'],
      nearBoundary: [],
    });
    // 1/6 known: a twelfth more is not enough by itself, a twelfth and a ninth are
    expect(open({ insurance: 1, years: null })).toMatchObject({ class: 'non_poor', possible: ['non_poor'] });
    expect(open({ insurance: 1, years: null, neet: null }).undecidedFor).toEqual(['years', 'neet']);
    // a sixth settles it whatever the twelfth is
    expect(open({ insurance: 1, forgone_care: null, years: null }).undecidedFor).toEqual(['forgone_care']);
  });
});

describe('households of several persons', () => {
  const { rows, weights, cutoff } = nestedCase('household_size');
  const set = indexNamed('household-size');

  it('give the published measures per person', () => {
    expect(set.params.cutoff?.value).toBe(cutoff);
    expect(weightsOf(set).map(shown)).toEqual(weights);
    expect(measured(set, rows)).toEqual(picked(nested.expected.household_size));
  });
});

describe('the ends of the cut-off', () => {
  it.each([
    ['cutoff-zero', 'cutoff_zero'],
    ['cutoff-one', 'cutoff_one'],
  ] as const)('%s gives the published measures', (file, name) => {
    const { rows, weights, cutoff } = nestedCase(name);
    const set = indexNamed(file);
    expect(String(set.params.cutoff?.value)).toBe(cutoff);
    expect(weightsOf(set).map(shown)).toEqual(weights);
    expect(measured(set, rows)).toEqual(nested.expected[name]);
  });

  it('leave nothing to ask: at zero all are poor, at one every single yes is needed', () => {
    expect(judged(indexNamed('cutoff-zero'), [null, null])).toMatchObject({ class: 'poor', undecidedFor: [] });
    expect(judged(indexNamed('cutoff-one'), [0, null])).toMatchObject({ class: 'non_poor', undecidedFor: [] });
    expect(judged(indexNamed('cutoff-one'), [1, null]).undecidedFor).toEqual(['second']);
    expect(judged(indexNamed('cutoff-one'), [1, 1]).nearBoundary).toEqual(['first', 'second']);
  });
});

describe('seventeen indicators in four dimensions', () => {
  const set = indexNamed('all-or-nothing');
  const people: readonly Person[] = [
    { id: 'h1', deprived: Array.from({ length: 17 }, () => 1 as const), size: 4 },
    { id: 'h2', deprived: Array.from({ length: 17 }, () => 0 as const), size: 4 },
  ];

  it('add up to one', () => {
    expect([indicatorsOf(set).length, set.dimensions.length]).toEqual([17, 4]);
    expect(shown(total(weightsOf(set)))).toBe('1');
  });

  it.each(['1/100000', '1/28', '1/3', '27/28', '1'])('all or nothing is poor or not at %s', (cutoff) => {
    const { every_headcount: _, ...expected } = nested.expected.all_or_nothing as Measures & {
      every_headcount: string;
    };
    expect(measured(withCutoff(set, cutoff), people)).toEqual(expected);
  });
});

describe('missing answers', () => {
  it('leave the one of four undecided whose score may be on either side', () => {
    const { rows, weights, cutoff } = nestedCase('missing_two_indicators');
    const set = indexNamed('missing-two');
    expect(set.params.cutoff?.value).toBe(cutoff);
    expect(weightsOf(set).map(shown)).toEqual(weights);
    const verdicts = rows.map(({ deprived }) => judged(set, deprived));
    expect(verdicts.map((v) => v.class)).toEqual(['poor', 'poor', 'poor', 'undecided']);
    expect(verdicts[3]).toMatchObject({ possible: ['poor', 'non_poor'], undecidedFor: ['first'], nearBoundary: [] });
    expect(verdicts.map((v) => [v.deprivations, v.deprivationsMax])).toEqual([
      [2, 2],
      [1, 1],
      [1, 2],
      [0, 1],
    ]);
    // who has answered everything gives the figures published for leaving the others out
    const { n, ...expected } = nested.expected.missing_two_indicators.drop;
    const complete = rows.filter(({ deprived }) => !deprived.includes(null));
    expect(complete).toHaveLength(n);
    expect(measured(set, complete)).toEqual(expected);
  });

  describe('of three indicators', () => {
    const { rows, weights } = nestedCase('missing_three_indicators');
    const { as_not_deprived: least, as_deprived: most } = nested.expected.missing_three_indicators;
    const set = indexNamed('missing-three');
    const marks = (rows[0] as Person).deprived;

    it('make the score the published interval', () => {
      expect(weightsOf(set).map(shown)).toEqual(weights);
      expect(scoresOf(set, marks)).toEqual({ lo: least.score, hi: most.score });
      expect(judged(set, marks).class).toBe('undecided');
    });

    it.each([
      ['0', 'poor'],
      [least.score, 'poor'],
      [justAbove(least.score), 'undecided'],
      ['1/2', 'undecided'],
      [most.score, 'undecided'],
      [justAbove(most.score), 'non_poor'],
      ['1', 'non_poor'],
    ] as const)('and a cut-off of %s makes the class %s', (cutoff, expected) => {
      const verdict = judged(withCutoff(set, cutoff), marks);
      expect(verdict.class).toBe(expected);
      expect(verdict.possible).toEqual(expected === 'undecided' ? ['poor', 'non_poor'] : [expected]);
      expect(verdict.undecidedFor).toEqual(expected === 'undecided' ? ['third'] : []);
    });
  });
});

describe('any weights, any marks, any cut-off', () => {
  const base = indexNamed('nested');
  const all = indicatorsOf(base);

  interface Case {
    readonly weights: readonly string[];
    readonly marks: readonly Mark[];
    readonly cutoff: string;
  }

  /** The set with the first of its indicators alone, weighing and judging as said. */
  function setOf({ weights, cutoff }: Case): Criteria {
    const indicators = all.slice(0, weights.length);
    const score = base.scores.deprivation as Criteria['scores'][string];
    const points = Object.fromEntries(indicators.map((i, at) => [i.id, weights[at] as string]));
    const dimension = base.dimensions[0] as Criteria['dimensions'][number];
    const set = { ...base, dimensions: [{ ...dimension, indicators }], scores: { deprivation: { ...score, points } } };
    return withCutoff(set, cutoff);
  }

  /** What trying every filling says, in exact fractions. */
  function say({ weights, marks, cutoff }: Case): Verdict {
    const ids = all.slice(0, weights.length).map((i) => i.id);
    const least = rational(cutoff);
    const isPoor = (filled: readonly Mark[]) =>
      reaches(total(weights.filter((_, at) => filled[at] === 1).map(rational)), least);
    const put = (into: readonly Mark[], at: number, mark: Mark) => into.map((m, i) => (i === at ? mark : m));
    const fill = (open: readonly Mark[]): readonly (readonly Mark[])[] => {
      const at = open.indexOf(null);
      return at < 0 ? [open] : [...fill(put(open, at, 0)), ...fill(put(open, at, 1))];
    };
    const possibleOf = (open: readonly Mark[]) => {
      const found = new Set<PovertyClass>(fill(open).map((filled) => (isPoor(filled) ? 'poor' : 'non_poor')));
      return (['poor', 'non_poor'] as const).filter((c) => found.has(c));
    };
    const possible = possibleOf(marks);
    const [only] = possible;
    const decided = possible.length === 1 && only !== undefined ? only : null;
    const holds: Truth = decided === null ? null : decided === 'poor';
    return {
      class: decided ?? 'undecided',
      possible,
      averageLiving: null,
      deprivations: marks.filter((m) => m === 1).length,
      deprivationsMax: marks.filter((m) => m !== 0).length,
      belowLine: null,
      undecidedFor: ids.filter(
        (_, at) =>
          marks[at] === null && fill(put(marks, at, 0)).some((filled) => isPoor(filled) !== isPoor(put(filled, at, 1))),
      ),
      nearBoundary: ids.filter((_, at) => {
        const mark = marks[at];
        if (decided === null || mark === null) return false;
        return possibleOf(put(marks, at, mark === 1 ? 0 : 1)).some((c) => c !== decided);
      }),
      holds: [holds, true],
      marksOverruled: [],
    };
  }

  const someFraction = fc.tuple(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 36 })).map(([n, d]) => `${n}/${d}`);
  // few different weights, so that indicators share theirs; most of the cut-offs on a sum of some of them
  const someCase: fc.Arbitrary<Case> = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.array(someFraction, { minLength: 1, maxLength: 4 }))
    .chain(([size, pool]) =>
      fc.tuple(
        fc.array(fc.constantFrom(...pool), { minLength: size, maxLength: size }),
        fc.array(fc.constantFrom<Mark>(0, 1, null), { minLength: size, maxLength: size }),
        fc.array(fc.boolean(), { minLength: size, maxLength: size }),
        fc.option(someFraction, { freq: 3 }),
      ),
    )
    .map(([weights, marks, summed, other]) => ({
      weights,
      marks,
      cutoff: other ?? shown(total(weights.filter((_, at) => summed[at]).map(rational))),
    }));

  it('are judged as trying every way of filling the blanks judges them', () => {
    fc.assert(
      fc.property(someCase, (one) => {
        expect(judged(setOf(one), one.marks)).toEqual(say(one));
      }),
      { numRuns: 1500 },
    );
  });

  it('are explained as they are judged, however the sixths and sevenths add up', () => {
    const sixths = Array.from({ length: 6 }, () => '1/6');
    for (const [weights, cutoff, holds] of [
      [sixths, '1', true],
      [['1/10', '1/5'], '3/10', true],
      [['1/7', '1/7', '1/7'], '4/7', false],
    ] as const) {
      const criteria = setOf({ weights: [...weights], cutoff, marks: weights.map(() => 1 as const) });
      const judge = makeJudge(criteria, 'score');
      const evidence = { area: null, income: null, b1: null, b2: null, marks: weights.map(() => true) };
      const verdict = judge.decide(evidence);
      const [rule] = judge.table.rules;
      if (verdict === CONTRADICTION || rule?.when == null) throw new Error('no rule');
      expect(explainCondition(rule.when, evidence, verdict, judge.table).holds).toBe(holds);
      expect(verdict.holds[0]).toBe(holds);
    }
  });
});

describe('a survey of nothing but a weighted index', () => {
  const ids = indicatorsOf(indexNamed('nested')).map((i) => i.id);
  const rowOf = ({ id, deprived }: Person): Row => ({
    household_id: id,
    ...Object.fromEntries(ids.map((name, at) => [name, `${deprived[at] ?? ''}`])),
  });
  const { rows } = nestedCase('nested_weights');
  const survey = (people: readonly Person[]) => tempFile(csvOf(people.map(rowOf)), 'rows.csv');
  const index = pathOf('nested');

  it('is classified by its marks, known from the criteria alone', async () => {
    const open: Person = { id: 'h4', deprived: [1, 1, 1, null, 0, 0, 0, 0, null] };
    const ran = await review(['classify', survey([...rows, open]), '-c', index, '-o', '-']);
    expect(ran.exit, ran.stderr).toBe(0);
    expect(column(ran.stdout, 'class')).toEqual(['poor', 'non_poor', 'poor', 'undecided']);
    expect(column(ran.stdout, 'deprivations')).toEqual(['7', '1', '4', '3']);
    expect(column(ran.stdout, 'undecided_for')[3]).toMatch(/civil_status.*subsistence/);
    expect(new Set(column(ran.stdout, 'basis'))).toEqual(new Set(['score']));
    expect(ran.stderr).not.toMatch(/W203|W205/);
  });

  it('refuses a mark that is neither yes nor no', async () => {
    const values = nestedCase('bad_values').values?.filter((value) => typeof value === 'number') ?? [];
    const people = values.map((value, at) => ({
      ...rowOf({ id: `${at}`, deprived: [0, 0, 0, 0, 0, 0, 0, 0, 0] }),
      neet: `${value}`,
    }));
    const ran = await review(['classify', tempFile(csvOf(people)), '-c', index, '--format', 'json']);
    expect([ran.exit, errorsIn(ran)]).toEqual([65, values.map((_, at) => ['E307', at + 2])]);
  });

  it('is explained by the score and the cut-off', async () => {
    const ran = await review(['explain', survey(rows), '--household', 'h3', '-c', index, '--lang', 'en']);
    expect(ran.exit, ran.stderr).toBe(0);
    expect(ran.stdout).toContain('Deprivation score');
    expect(ran.stdout).toContain('poverty cut-off');
  });
});
