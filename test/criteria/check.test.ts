import { describe, expect, it } from 'vitest';
import { changed, findingsOf, load, rowOf, textOf } from './shipped.ts';

/** What is found in a shipped text with one passage changed, and the line of the new passage. */
function check(id: string, before: string, after: string) {
  const text = changed(id, before, after);
  return { findings: findingsOf(() => load(text)), row: rowOf(text, after.split('\n').at(-1) as string) };
}

describe('a name that a set does not define', () => {
  it('is found in the line of a ladder', () => {
    const { findings, row } = check('vn-2022', 'value: { line: poverty }', 'value: { line: povert }');
    expect(findings).toEqual([
      {
        code: 'E403',
        count: 1,
        at: { file: 'own.yaml', row, char: expect.any(Number), path: 'classes.income.line.value.line' },
        saw: 'povert',
        expected: ['poverty'],
        data: { issue: 'unknown_line' },
      },
    ]);
  });

  it('is found in a rule, among its parts', () => {
    const before = '- { test: at_least, field: deprivations, value: { param: cutoff } }';
    const { findings, row } = check('vn-2022', before, before.replace('cutoff', 'cut_off'));
    expect(findings).toMatchObject([
      {
        at: { file: 'own.yaml', row, path: 'classes.income.rules.poor.when.of.1.value.param' },
        saw: 'cut_off',
        expected: ['cutoff'],
        data: { issue: 'unknown_param' },
      },
    ]);
  });

  it('is found in the condition of an indicator', () => {
    const before = 'field: floor_area_per_person';
    const { findings, row } = check('vn-2022', before, 'field: floor_area_per_head');
    expect(findings).toMatchObject([
      {
        code: 'E403',
        at: { file: 'own.yaml', row, path: 'dimensions.housing.indicators.housing_area.deprived.field' },
        saw: 'floor_area_per_head',
        expected: ['floor_area_per_person'],
        data: { issue: 'unknown_field' },
      },
    ]);
  });

  it('is found in a condition on members', () => {
    const { findings, row } = check('vn-2022', 'field: insured, value: false', 'field: insurd, value: false');
    expect(findings).toMatchObject([
      {
        at: { row, path: 'dimensions.health.indicators.health_insurance.deprived.where.of.1.field' },
        saw: 'insurd',
        expected: ['insured'],
        data: { issue: 'unknown_field' },
      },
    ]);
  });

  it('is found where a rule names an indicator', () => {
    const { findings, row } = check('hcmc-2021', 'indicator: dependents', 'indicator: dependants');
    expect(findings).toMatchObject([
      {
        at: { file: 'own.yaml', row, path: 'classes.income.rules.poor.when.of.1.of.1.indicator' },
        saw: 'dependants',
        expected: ['dependents'],
        data: { issue: 'unknown_indicator' },
      },
    ]);
  });

  it('is found where a score gives points', () => {
    const { findings, row } = check('vn-2022', 'points_each: 10', 'points: { water: 10, toilets: 10 }');
    expect(findings).toMatchObject([
      {
        at: { file: 'own.yaml', row, path: 'scores.b2.points.toilets' },
        saw: 'toilets',
        expected: ['toilet'],
        data: { issue: 'unknown_indicator' },
      },
    ]);
  });

  it('is found in the average living standard', () => {
    const { findings } = check('vn-2022', 'value: { line: average_living_top }', 'value: { line: average_living }');
    expect(findings).toMatchObject([
      {
        at: { path: 'average_living.when.of.1.value.line' },
        saw: 'average_living',
        expected: ['average_living_top'],
      },
    ]);
  });

  it('is found each time it stands', () => {
    const { findings } = check('vn-2022', '  poverty:\n', '  poverty_line:\n');
    expect(findings.map((f) => f.saw)).toEqual(Array.from({ length: 5 }, () => 'poverty'));
    expect(findings.every((f) => f.expected?.[0] === 'poverty_line')).toBe(true);
  });

  it('is found when a province removes an indicator that a rule still names', () => {
    const text = `${textOf('quang-ninh-2023').replace('extends: vn-2022', 'extends: hcmc-2021')}
params:
  near_poor_deprivations: &near
    title: { vi: x, en: x }
    value: 2
    source: { document: resolution_13_2023, checked_on: "2026-11-23" }
    confidence: high
dimensions:
  income: { indicators: { dependents: null } }
`.replace('&near', '');
    const own = text.replace(
      'lines:\n',
      'lines:\n  near_poverty:\n    title: { vi: x, en: x }\n    unit: vnd_per_person\n    period: year\n    amount: 46000000\n    source: { document: resolution_13_2023, checked_on: "2026-11-23" }\n    confidence: high\n',
    );
    expect(findingsOf(() => load(own))).toMatchObject([
      { at: { file: 'hcmc-2021.yaml' }, saw: 'dependents', data: { issue: 'unknown_indicator' } },
    ]);
  });

  it('stands in the file that states it', () => {
    const ladder = `
classes:
  income:
    line: { test: at_most, field: incom, value: { line: poverty } }
    rules: {}
`;
    const text = textOf('quang-ninh-2023') + ladder;
    expect(findingsOf(() => load(text))).toMatchObject([
      { at: { file: 'own.yaml', row: rowOf(text, 'field: incom,'), path: 'classes.income.line.field' }, saw: 'incom' },
    ]);
  });
});

describe('a condition that asks what it cannot see', () => {
  it.each([
    ['a field of the household in a rule', 'field: deprivations, value: { param: cutoff }', 'field: size, value: 3'],
    ['the age of a member in a rule', 'field: deprivations, value: { param: cutoff }', 'field: age, value: 3'],
    ['a field of a member of the household', 'field: floor_area_per_person, value: 8', 'field: age, value: 8'],
    ['a field of the household of a member', 'field: insured, value: false', 'field: wall, value: durable'],
    ['the number of deprivations in an indicator', 'field: floor_area_per_person,', 'field: deprivations,'],
  ])('is refused: %s', (_, before, after) => {
    expect(check('vn-2022', before, after).findings).toMatchObject([
      { code: 'E403', data: { issue: 'unknown_field' } },
    ]);
  });

  it.each([
    ['members', '{ test: some_member, where: { test: equals, field: insured, value: false } }'],
    ['whether income equals a word', '{ test: equals, field: income, value: "0" }'],
    ['whether the area is one there is not', '{ test: equals, field: area, value: country }'],
    ['whether the area is below a number', '{ test: below, field: area, value: 1 }'],
    ['whether the area holds a word', '{ test: includes_any, field: area, values: [rural] }'],
  ])('is refused in a rule that asks %s', (_, condition) => {
    const text = changed(
      'hcmc-2021',
      '- { test: at_least, field: deprivations, value: { param: cutoff } }',
      `- ${condition}`,
    );
    expect(findingsOf(() => load(text))).toMatchObject([
      { code: 'E403', at: { file: 'own.yaml', row: rowOf(text, condition) } },
    ]);
  });
});

describe('a set without rules', () => {
  it('is refused', () => {
    const text = textOf('vn-2022');
    const classes = text.slice(text.indexOf('\nclasses:'), text.indexOf('\n# Recognition'));
    expect(findingsOf(() => load(text.replace(classes, '')))).toMatchObject([
      { code: 'E403', at: { file: 'own.yaml', path: 'classes' }, data: { issue: 'no_rules' } },
    ]);
  });
});
