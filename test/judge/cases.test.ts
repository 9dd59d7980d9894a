import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Case, type CaseFile, checkCases, readCases } from '../../src/criteria/case-schema.ts';
import type { Criteria } from '../../src/criteria/criteria.ts';
import { isComparison, nodes, type Predicate } from '../../src/criteria/predicate.ts';
import { type CaseResult, runCase, runCases } from '../../src/judge/cases.ts';
import { makeJudge } from '../../src/judge/judge.ts';
import { compile } from '../../src/judge/table.ts';
import { shippedSetIds } from '../../src/shipped.ts';
import { changed, load, SHIPPED, shipped } from '../criteria/shipped.ts';

const FOLDER = new URL('../../fixtures/cases/', import.meta.url);

function casesOf(id: string): CaseFile {
  return read(readFileSync(new URL(`${id}.yaml`, FOLDER), 'utf8'), `${id}.yaml`);
}

function read(text: string, name = 'own.yaml'): CaseFile {
  const { cases, findings } = readCases(text, name);
  if (cases === null) throw new Error(JSON.stringify(findings));
  return cases;
}

const failuresOf = (results: readonly CaseResult[]) => results.filter((result) => !result.passed);

it('there is a case file for every shipped set, and for nothing else', () => {
  const files = readdirSync(FOLDER).sort();
  expect(files).toEqual(shippedSetIds().map((id) => `${id}.yaml`));
});

describe.each(SHIPPED)('the cases of %s', (id) => {
  const file = casesOf(id);
  const criteria = shipped(id);

  it('are about the set, name nothing it does not have, and have names of their own', () => {
    expect(file.criteria).toBe(id);
    expect(checkCases(file, criteria)).toEqual([]);
    expect(new Set(file.cases.map((one) => one.name)).size).toBe(file.cases.length);
  });

  it('all pass', () => {
    expect(failuresOf(runCases(file, criteria))).toEqual([]);
  });

  it.each(basesOf(criteria))('have every class that the rules by %s can give', (basis) => {
    const classes = new Set(criteria.classes[basis]?.rules.map((rule) => rule.class));
    const expected = file.cases.filter((one) => one.basis === basis).map((one) => one.expected.class);
    expect([...classes].filter((wanted) => !expected.includes(wanted))).toEqual([]);
    expect(expected).toContain('undecided');
  });

  it.each(edgesOf(criteria))(
    'have a household at or just below $what and one just above',
    ({ basis, area, amount, per }) => {
      const field = basis === 'income' ? 'income' : 'b1';
      const values = file.cases
        .filter((one) => one.basis === basis && isDecided(one))
        .filter(({ household: { fields } }) => area === null || fields.area === area)
        .flatMap(({ household: { fields } }) => (typeof fields[field] === 'number' ? [fields[field]] : []));
      const atOrBelow = Math.floor(amount / per);
      expect(values).toContain(atOrBelow);
      expect(values).toContain(atOrBelow + 1);
    },
  );

  it('have both answers of every indicator whose condition asks the household', () => {
    const told = file.cases.flatMap(({ expected }) => Object.entries(expected.indicators ?? {}));
    const stated = criteria.dimensions.flatMap((d) => d.indicators).filter((i) => i.deprived !== null);
    const missing = stated.filter(
      (i) => ![true, false].every((truth) => told.some(([of, said]) => of === i.id && said === truth)),
    );
    expect(missing.map((i) => i.id)).toEqual([]);
  });

  it('notice when any amount of the class rules is one đồng or point lower or higher', () => {
    for (const [line, { amount, by_area: byArea, unit }] of Object.entries(criteria.lines)) {
      if (!isRead(criteria, line)) continue;
      // đồng a year move by what a đồng a month comes to
      const step = criteria.lines[line]?.period === 'year' ? 12 : 1;
      for (const by of [-step, step]) {
        const moved = amount === null ? null : amount + by * (unit === 'points' && line === 'b2' ? 10 : 1);
        const movedByArea =
          byArea === null
            ? [null]
            : [
                { ...byArea, rural: byArea.rural + by },
                { ...byArea, urban: byArea.urban + by },
              ];
        for (const areas of movedByArea) {
          const lines = {
            ...criteria.lines,
            [line]: { ...(criteria.lines[line] as Criteria['lines'][string]), amount: moved, by_area: areas },
          };
          expect(failuresOf(runCases(file, { ...criteria, lines })), `${line} ${by}`).not.toEqual([]);
        }
      }
    }
  });

  it('notice when any other number of the rules is one lower or higher', () => {
    for (const [name, param] of Object.entries(criteria.params)) {
      if (!isRead(criteria, name)) continue;
      for (const by of [-1, 1]) {
        const params = { ...criteria.params, [name]: { ...param, value: Number(param.value) + by } };
        expect(failuresOf(runCases(file, { ...criteria, params })), `${name} ${by}`).not.toEqual([]);
      }
    }
  });
});

describe.each(SHIPPED)('the cases of %s notice when', (id) => {
  const file = casesOf(id);
  const criteria = shipped(id);
  const conditions = criteria.dimensions.flatMap((d) =>
    d.indicators.flatMap((i) => (i.deprived === null ? [] : [{ id: i.id, deprived: i.deprived }])),
  );

  it.each(conditions)(
    'an edge of $id is moved by one, or the edge itself is taken out or in',
    ({ id: of, deprived }) => {
      const survivors = mutantsOf(deprived).filter(({ condition }) => {
        const dimensions = criteria.dimensions.map((d) => ({
          ...d,
          indicators: d.indicators.map((i) => (i.id === of ? { ...i, deprived: condition } : i)),
        }));
        return failuresOf(runCases(file, { ...criteria, dimensions })).length === 0;
      });
      expect(survivors.map((mutant) => mutant.what).filter((what) => !ASKED_MORE_BY_THE_NEXT.includes(what))).toEqual(
        [],
      );
    },
  );
});

/** A band of school ages that reaches into the next one asks less than that one, so that nothing changes. */
const ASKED_MORE_BY_THE_NEXT = ['age at_most 6', 'age below 7', 'age at_most 12', 'age below 13'];

interface Mutant {
  readonly condition: Predicate;
  readonly what: string;
}

const OTHER_EDGE = { below: 'at_most', at_most: 'below', above: 'at_least', at_least: 'above' } as const;

/** A condition with one edge of it changed, in every way. */
function mutantsOf(p: Predicate): readonly Mutant[] {
  const own = (condition: Predicate, what: string): Mutant => ({ condition, what });
  const inside = (part: Predicate, rebuilt: (condition: Predicate) => Predicate) =>
    mutantsOf(part).map(({ condition, what }) => own(rebuilt(condition), what));
  switch (p.test) {
    case 'all':
    case 'any':
      return p.of.flatMap((part, at) => inside(part, (changed) => ({ ...p, of: p.of.with(at, changed) })));
    case 'count':
      return [
        ...p.of.flatMap((part, at) => inside(part, (changed) => ({ ...p, of: p.of.with(at, changed) }))),
        ...[-1, 1].map((by) => own({ ...p, at_least: p.at_least + by }, `count ${p.at_least + by}`)),
      ];
    case 'not':
      return inside(p.of, (changed) => ({ ...p, of: changed }));
    case 'some_member':
    case 'every_member':
    case 'count_members':
      return inside(p.where, (changed) => ({ ...p, where: changed }));
    case 'share_members': {
      const comparison = p.comparison === 'above' ? 'at_least' : 'above';
      return [
        ...inside(p.where, (changed) => ({ ...p, where: changed })),
        own({ ...p, comparison }, `share ${comparison}`),
        ...[-10, 10].map((by) => own({ ...p, percent: p.percent + by }, `share ${p.percent + by} %`)),
      ];
    }
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least': {
      const test = OTHER_EDGE[p.test];
      const { value } = p;
      return [
        own({ ...p, test }, `${p.field} ${test} ${JSON.stringify(value)}`),
        ...(typeof value === 'number'
          ? [-1, 1].map((by) => own({ ...p, value: value + by }, `${p.field} ${p.test} ${value + by}`))
          : []),
      ];
    }
    case 'equals':
    case 'one_of':
    case 'includes_any':
    case 'deprived':
      return [];
  }
}

describe('a case', () => {
  const criteria = shipped('vn-2022');

  /** Runs one case of vn-2022, given by its household and expectation in YAML. */
  function run(household: string, expected: string, basis = 'income'): CaseResult {
    const text = `criteria: vn-2022\ncases:\n  - name: it\n    basis: ${basis}\n    household: ${household}\n    expected: ${expected}\n`;
    const [one] = read(text).cases;
    return runCase(one as Case, makeJudge(criteria, one?.basis ?? 'income'));
  }

  const ON_THE_LINE = '{ area: rural, income: 1500000, deprived: [employment, water, toilet], others: 0 }';

  it('passes when everything is as expected', () => {
    expect(run(ON_THE_LINE, '{ class: poor, deprivations: 3 }')).toEqual({ name: 'it', passed: true, differences: [] });
  });

  it('tells every difference with what was expected and what came out', () => {
    const expected =
      '{ class: near_poor, possible: [near_poor, poor], indicators: { water: 0, telecom: unknown }, average_living: 1, ' +
      'deprivations: 2, deprivations_max: 4, undecided_for: [water], near_boundary: [income] }';
    const { passed, differences } = run(ON_THE_LINE, expected);
    expect(passed).toBe(false);
    expect(differences).toEqual([
      { what: 'class', expected: 'near_poor', got: 'poor' },
      { what: 'possible', expected: 'near_poor, poor', got: 'poor' },
      { what: 'indicators.water', expected: '0', got: '1' },
      { what: 'indicators.telecom', expected: 'unknown', got: '0' },
      { what: 'average_living', expected: '1', got: '0' },
      { what: 'deprivations', expected: '2', got: '3' },
      { what: 'deprivations_max', expected: '4', got: '3' },
      { what: 'undecided_for', expected: 'water', got: '' },
      { what: 'near_boundary', expected: 'income', got: 'employment, income, toilet, water' },
    ]);
  });

  it('compares lists whatever their order', () => {
    expect(run(ON_THE_LINE, '{ near_boundary: [toilet, income, water, employment] }').passed).toBe(true);
  });

  it('expects nothing of what it does not name', () => {
    expect(run(ON_THE_LINE, '{ deprivations: 3 }').passed).toBe(true);
  });

  it('with an indicator that the set does not have never passes', () => {
    expect(run('{ marks: { watr: 1 } }', '{ class: undecided }').differences).toEqual([
      { what: 'marks.watr', expected: '1', got: 'not_in_set' },
    ]);
    expect(run('{ others: 0 }', '{ indicators: { watr: unknown } }').differences).toEqual([
      { what: 'indicators.watr', expected: 'unknown', got: 'not_in_set' },
    ]);
  });

  it.each([
    ['30 points with no deprivation', '{ area: rural, b1: 100, b2: 30, others: 0 }'],
    ['25 points', '{ area: rural, b1: 100, b2: 25 }'],
  ])('whose B2 the marks cannot give never passes: %s', (_, household) => {
    expect(run(household, '{ class: poor }', 'score').differences).toEqual([
      { what: 'b2', expected: 'consistent', got: 'contradiction' },
    ]);
  });

  it('with a blanket mark that its own answers contradict never passes', () => {
    const household = '{ area: rural, income: 1, others: 0, water_source: other_unclean }';
    expect(run(household, '{ class: near_poor }').differences).toEqual([
      { what: 'others.water', expected: '0', got: '1' },
    ]);
    expect(run('{ area: rural, income: 1, others: 0, water_source: tap }', '{ class: near_poor }').passed).toBe(true);
  });

  it('takes a mark that is given before what the answers say', () => {
    const household = '{ water_source: other_unclean, marks: { water: 0, toilet: }, toilet_type: none }';
    expect(run(household, '{ indicators: { water: 0, toilet: unknown } }').passed).toBe(true);
  });

  it('tells a mark that is not given from the answers', () => {
    const household = '{ area: rural, income: 1, size: 4, floor_area: 31.9, water_source: tap, toilet_type: none }';
    const expected = '{ indicators: { housing_area: 1, water: 0, toilet: 1, telecom: unknown }, deprivations: 2 }';
    expect(run(household, expected).passed).toBe(true);
    expect(run(household.replace('}', ', others: }'), expected).passed).toBe(true);
  });

  it('is out of scope when its residence is not of the population', () => {
    const text = (residence: string) =>
      `criteria: quang-ninh-2023\ncases:\n  - name: it\n    household: { area: rural, income: 1, others: 1, residence: ${residence} }\n    expected: { class: out_of_scope }\n`;
    const results = (residence: string) => runCases(read(text(residence)), shipped('quang-ninh-2023'));
    expect(failuresOf(results('temporary'))).toEqual([]);
    expect(failuresOf(results('permanent'))[0]?.differences).toEqual([
      { what: 'class', expected: 'out_of_scope', got: 'poor' },
    ]);
    expect(failuresOf(results(''))).toHaveLength(1);
  });

  it('is judged by the basis it names, else by that of its file', () => {
    const one = (name: string, basis: string) =>
      `  - name: ${name}\n${basis}    household: { area: rural, income: 1, b1: 200, others: 1 }\n    expected: { class: poor }\n`;
    const file = read(
      `criteria: vn-2022\nbasis: score\ncases:\n${one('file', '')}${one('own', '    basis: income\n')}`,
    );
    expect(runCases(file, criteria).map((result) => result.passed)).toEqual([false, true]);
  });
});

it('a set whose line was mistyped fails the cases on its line', () => {
  const mistyped = load(changed('vn-2022', 'rural: 1500000', 'rural: 1490000'));
  expect(failuresOf(runCases(casesOf('vn-2022'), mistyped))[0]).toEqual({
    name: 'a rural household exactly on the line with three deprivations is poor',
    passed: false,
    differences: [
      { what: 'class', expected: 'poor', got: 'non_poor' },
      { what: 'average_living', expected: '0', got: '1' },
    ],
  });
});

function basesOf({ classes }: Criteria) {
  return (['income', 'score'] as const).filter((basis) => classes[basis] !== null);
}

function isDecided({ expected }: Case): boolean {
  return expected.class !== undefined && expected.class !== 'undecided' && expected.class !== 'out_of_scope';
}

/** Every cut point of the rules and of the average living standard, in each area that has its own. */
function edgesOf(criteria: Criteria) {
  return basesOf(criteria).flatMap((basis) => {
    const table = compile(criteria, basis);
    const scale = basis === 'income' ? table.income : table.b1;
    const found = scale.cuts.flatMap(({ amount, per }) =>
      table.areas
        .filter((area) => area === null || ownsCut(criteria, area, amount))
        .map((area) => ({ basis, area, amount, per, what: `${amount} (${basis}${area === null ? '' : `, ${area}`})` })),
    );
    return found;
  });
}

function ownsCut({ lines }: Criteria, area: 'rural' | 'urban', amount: number): boolean {
  return Object.values(lines).some((line) => line.by_area?.[area] === amount);
}

/** Whether a line or a parameter is read by a rule, the average living standard or an indicator. */
function isRead(criteria: Criteria, name: string): boolean {
  const conditions = [
    ...[criteria.classes.income, criteria.classes.score].flatMap((ladder) => ladder?.rules.map((r) => r.when) ?? []),
    criteria.average_living?.when ?? null,
    ...criteria.dimensions.flatMap((d) => d.indicators.map((i) => i.deprived)),
  ];
  return conditions.some(
    (p) => p !== null && [...nodes(p)].some((n) => isComparison(n) && JSON.stringify(n.value).includes(`"${name}"`)),
  );
}
