import { describe, expect, it } from 'vitest';
import { type CaseFile, checkCases, readCases } from '../../src/criteria/case-schema.ts';
import type { Finding } from '../../src/finding.ts';
import { rowOf, shipped } from './shipped.ts';

const GOOD = `criteria: vn-2022
basis: score
cases:
  - name: a household with everything
    basis: income
    household:
      area: rural
      income: 1500000
      size: 3
      information_devices: [tv, radio]
      zone: inner
      agricultural: 1
      residence: permanent
      marks: { water: 1, toilet: 0, telecom: }
      deprived: [employment]
      others: 0
      members:
        - { age: 40, insured: 0, work: own }
        - { age: 10, insured: true, studying: }
    expected: { class: poor, indicators: { water: 1, toilet: 0, telecom: unknown }, average_living: unknown }
  - name: a household with nothing
    household: {}
    expected: { class: undecided }
`;

function read(text: string): CaseFile {
  const { cases, findings } = readCases(text, 'own.yaml');
  expect(findings).toEqual([]);
  return cases as CaseFile;
}

/** The findings of the good file with one passage changed, and the line of what stands there now. */
function broken(before: string, after: string): { findings: readonly Finding[]; row: (passage: string) => number } {
  if (!GOOD.includes(before)) throw new Error(before);
  const text = GOOD.replace(before, after);
  const { cases, findings } = readCases(text, 'own.yaml');
  expect(cases).toBeNull();
  return { findings, row: (passage) => rowOf(text, passage) };
}

describe('a case file', () => {
  it('becomes households and what is expected of them', () => {
    const file = read(GOOD);
    expect(file).toMatchObject({ name: 'own.yaml', criteria: 'vn-2022' });
    expect(file.cases[0]).toEqual({
      name: 'a household with everything',
      basis: 'income',
      at: expect.objectContaining({ file: 'own.yaml', row: 4, path: 'cases.0' }),
      household: {
        fields: {
          area: 'rural',
          income: 1500000,
          size: 3,
          information_devices: ['tv', 'radio'],
          zone: 'inner',
          agricultural: true,
        },
        members: [
          { age: 40, insured: false, work: 'own' },
          { age: 10, insured: true, studying: null },
        ],
        marks: { water: true, toilet: false, telecom: null, employment: true },
        deprived: ['employment'],
        others: false,
        residence: 'permanent',
      },
      expected: { class: 'poor', indicators: { water: true, toilet: false, telecom: null }, average_living: null },
    });
  });

  it('leaves unknown what it does not name, and takes the basis of the file', () => {
    expect(read(GOOD).cases[1]).toMatchObject({
      basis: 'score',
      household: { fields: {}, members: [], marks: {}, others: null, residence: null },
      expected: { class: 'undecided' },
    });
  });

  it('is about income when it names no basis', () => {
    expect(read(GOOD.replace('basis: score\n', '')).cases[1]?.basis).toBe('income');
  });

  it.each([
    ['a key of the file', 'basis: score', 'bases: score', 'bases', ['basis']],
    [
      'a key of a case',
      '    expected: { class: undecided }',
      '    expectd: { class: poor }',
      'cases.1.expectd',
      ['expected'],
    ],
    ['a key of a household', 'income: 1500000', 'incom: 1500000', 'cases.0.household.incom', ['income']],
    ['a key of a member', 'work: own', 'wrok: own', 'cases.0.household.members.0.wrok', ['work']],
    [
      'a key of what is expected',
      '{ class: undecided }',
      '{ class: poor, clas: poor }',
      'cases.1.expected.clas',
      ['class'],
    ],
  ])('names %s that there is not, its line and the one that was meant', (_, before, after, path, meant) => {
    const { findings, row } = broken(before, after);
    const key = path.split('.').at(-1) ?? '';
    const found = findings.find((f) => f.data?.issue === 'unknown_key');
    expect(found).toMatchObject({ code: 'E403', at: { file: 'own.yaml', row: row(`${key}:`), path }, saw: key });
    expect(found?.expected?.[0]).toBe(meant[0]);
  });

  it.each([
    ['a class that there is not', '{ class: undecided }', '{ class: rich }', 'cases.1.expected.class', 'invalid_value'],
    ['another area', 'area: rural', 'area: town', 'cases.0.household.area', 'invalid_value'],
    [
      'a mark that is neither 1, 0 nor blank',
      'water: 1,',
      'water: 2,',
      'cases.0.household.marks.water',
      'invalid_value',
    ],
    ['a word for a mark', 'others: 0', 'others: yes', 'cases.0.household.others', 'invalid_value'],
    ['a device of no list', '[tv, radio]', '[tv, phone]', 'cases.0.household.information_devices.1', 'invalid_value'],
    ['an income with separators', '1500000', '"1.500.000"', 'cases.0.household.income', 'ungroup'],
    ['an income below zero', '1500000', '-1', 'cases.0.household.income', 'too_small'],
    ['half a member', 'size: 3', 'size: 2.5', 'cases.0.household.size', 'invalid_type'],
    ['half a year of age', 'age: 10', 'age: 10.5', 'cases.0.household.members.1.age', 'invalid_type'],
    ['a level of work of no list', 'work: own', 'work: paid', 'cases.0.household.members.0.work', 'invalid_value'],
    [
      'a class of no list among those possible',
      '{ class: undecided }',
      '{ possible: [undecided] }',
      'cases.1.expected.possible.0',
      'invalid_value',
    ],
    [
      'more members than the household has',
      'size: 3',
      'size: 1',
      'cases.0.household.members',
      'more_members_than_size',
    ],
    ['an indicator marked in two ways', '[employment]', '[toilet]', 'cases.0.household.deprived', 'marked_twice'],
    ['a case that expects nothing', '{ class: undecided }', '{}', 'cases.1.expected', 'nothing_expected'],
    ['another basis', 'basis: score', 'basis: points', 'basis', 'invalid_value'],
  ])('refuses %s', (_, before, after, path, issue) => {
    const { findings, row } = broken(before, after);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'E403', at: { file: 'own.yaml', path }, data: { issue } });
    const changed = after.startsWith('{') || after.startsWith('[') || /^[-"\d]/.test(after) ? null : row(after);
    if (changed !== null && issue !== 'more_members_than_size') expect(findings[0]?.at.row).toBe(changed);
  });

  it('lists what would have been allowed', () => {
    expect(broken('area: rural', 'area: town').findings[0]?.expected).toEqual(['urban', 'rural']);
    expect(broken('others: 0', 'others: 3').findings[0]?.expected).toEqual(['1', '0']);
  });

  it('is reported with all its mistakes at once', () => {
    const text = GOOD.replace('area: rural', 'area: town').replace('class: undecided', 'class: rich');
    expect(readCases(text, 'own.yaml').findings.map((f) => f.at.path)).toEqual([
      'cases.0.household.area',
      'cases.1.expected.class',
    ]);
  });

  it.each([
    ['empty', ''],
    ['not YAML', 'cases: [1'],
    ['without cases', 'criteria: vn-2022\ncases: []'],
    ['with a key twice', 'criteria: vn-2022\ncriteria: vn-2022'],
  ])('is refused when it is %s', (_, text) => {
    const { cases, findings } = readCases(text, 'own.yaml');
    expect(cases).toBeNull();
    expect(findings[0]).toMatchObject({ code: 'E403', at: { file: 'own.yaml' } });
  });
});

describe('the names in a case file', () => {
  const check = (text: string, set = 'vn-2022') => checkCases(read(text), shipped(set));

  it('are those of the set', () => {
    expect(check(GOOD)).toEqual([]);
  });

  it.each([
    ['a mark', 'water: 1,', 'watr: 1,', 'watr', 'cases.0.household.marks.watr', ['water']],
    ['a deprivation', '[employment]', '[employmnt]', 'employmnt', 'cases.0.household.deprived.0', ['employment']],
    [
      'an indicator expected',
      'toilet: 0, telecom: unknown',
      'tolet: 0',
      'tolet',
      'cases.0.expected.indicators.tolet',
      ['toilet'],
    ],
    [
      'a question',
      '{ class: undecided }',
      '{ undecided_for: [incme] }',
      'incme',
      'cases.1.expected.undecided_for.0',
      ['income'],
    ],
  ])('are told with the nearest one when %s is not', (_, before, after, saw, path, expected) => {
    const text = GOOD.replace(before, after);
    const findings = check(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'E403', at: { file: 'own.yaml', row: rowOf(text, saw), path }, saw });
    expect(findings[0]?.expected?.[0]).toBe(expected[0]);
    expect(findings[0]?.data).toEqual({ issue: 'unknown_indicator' });
  });

  it('include a basis that the set has rules for', () => {
    expect(check(GOOD.replace(', telecom: }', ' }').replace(', telecom: unknown', ''), 'vn-2027')).toMatchObject([
      { code: 'E403', at: { file: 'own.yaml' }, saw: 'score', data: { issue: 'no_basis', detail: 'vn-2027: score' } },
    ]);
  });
});
