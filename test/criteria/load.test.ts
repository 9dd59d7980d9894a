import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../src/criteria/criteria.ts';
import { type CriteriaSource, checkCriteria } from '../../src/criteria/load.ts';
import { changed, findingsOf, load, rowOf, textOf } from './shipped.ts';

/** The first finding of a shipped text with one passage changed. */
function firstFinding(id: string, before: string, after: string) {
  const text = changed(id, before, after);
  const [first] = findingsOf(() => load(text));
  return { first, row: (passage: string) => rowOf(text, passage) };
}

describe('a criteria file that extends another', () => {
  it('is refused when its parent is not known', () => {
    const { first, row } = firstFinding('quang-ninh-2023', 'extends: vn-2022', 'extends: vn-2021');
    expect(first).toMatchObject({
      code: 'E403',
      at: { file: 'own.yaml', row: row('extends:'), path: 'extends' },
      saw: 'vn-2021',
      data: { issue: 'no_parent' },
    });
  });

  it('is refused when it has the id of what it extends: a copy that was not renamed', () => {
    const { first, row } = firstFinding('vn-2022', 'family: vn', 'family: vn\nextends: vn-2022');
    expect(first).toMatchObject({
      code: 'E403',
      at: { file: 'own.yaml', row: row('extends:'), path: 'extends' },
      saw: 'vn-2022',
      data: { issue: 'id_of_parent' },
    });
  });

  it('is refused when it extends itself and there is no other', () => {
    const text = changed('vn-2022', 'family: vn', 'family: vn\nextends: vn-2022');
    expect(findingsOf(() => load(text, () => null))).toMatchObject([{ saw: 'vn-2022', data: { issue: 'circle' } }]);
    const itself = () => ({ name: 'own.yaml', text });
    expect(findingsOf(() => load(text, itself))).toMatchObject([{ saw: 'vn-2022', data: { issue: 'circle' } }]);
  });

  it('tells its own mistakes too when what it extends is not there, but not what it would inherit', () => {
    const text = changed('quang-ninh-2023', 'extends: vn-2022', 'extends: vn-2021').replace(
      'document: resolution_13_2023',
      'document: resolution_13_203',
    );
    const { findings } = checkCriteria('own.yaml', text, () => null, ['vn-2022', 'hcmc-2021']);
    expect(findings.map((f) => [f.saw, f.data?.issue, f.expected?.[0]])).toEqual([
      ['vn-2021', 'no_parent', 'vn-2022'],
      ['resolution_13_203', 'unknown_document', 'resolution_13_2023'],
    ]);
  });

  it('is refused when its parent extends it', () => {
    const parent = changed('vn-2022', 'family: vn', 'family: vn\nextends: quang-ninh-2023');
    const source: CriteriaSource = (id) => (id === 'vn-2022' ? { name: 'parent.yaml', text: parent } : null);
    expect(findingsOf(() => load(textOf('quang-ninh-2023'), source))).toMatchObject([
      { code: 'E403', at: { file: 'parent.yaml', path: 'extends' }, saw: 'quang-ninh-2023', data: { issue: 'circle' } },
    ]);
  });

  it('is refused when paths lead back to it', () => {
    const text = changed('vn-2022', 'family: vn', 'family: vn\nextends: ./own.yaml');
    let asked = 0;
    const source: CriteriaSource = () => {
      if (++asked > 3) throw new Error('asked for the same file again and again');
      return { name: 'own.yaml', text };
    };
    expect(findingsOf(() => load(text, source))).toMatchObject([
      { code: 'E403', at: { file: 'own.yaml', path: 'extends' }, saw: './own.yaml', data: { issue: 'circle' } },
    ]);
  });

  it('may name its parent by a path', () => {
    const text = changed('quang-ninh-2023', 'extends: vn-2022', 'extends: ../nation.yaml');
    const asked: [string, string | null][] = [];
    const source: CriteriaSource = (path, from) => {
      asked.push([path, from]);
      return { name: 'nation.yaml', text: textOf('vn-2022') };
    };
    expect(indicatorsOf(load(text, source))).toHaveLength(12);
    expect(asked).toEqual([['../nation.yaml', 'own.yaml']]);
  });

  it('reports mistakes of its parent with the address of the parent', () => {
    const text = changed('vn-2022', 'status: in_force', 'status: current');
    const source: CriteriaSource = () => ({ name: 'parent.yaml', text });
    const findings = findingsOf(() => load(textOf('quang-ninh-2023'), source));
    expect(findings).toMatchObject([
      { code: 'E403', at: { file: 'parent.yaml', row: rowOf(text, 'status:'), path: 'status' } },
    ]);
  });
});

describe('a criteria file with a mistake', () => {
  it('names an unknown key, its place and the key that was meant', () => {
    const { first, row } = firstFinding('vn-2022', 'by_area: { rural: 1500000', 'by_are: { rural: 1500000');
    expect(first).toMatchObject({
      code: 'E403',
      at: { file: 'own.yaml', row: row('by_are:'), path: 'lines.poverty.by_are' },
      saw: 'by_are',
      expected: ['by_area'],
      data: { issue: 'unknown_key' },
    });
  });

  it('names an unknown key inside a condition', () => {
    const { first, row } = firstFinding('vn-2022', 'field: floor_area_per_person', 'feild: floor_area_per_person');
    expect(first?.at).toMatchObject({ file: 'own.yaml', row: row('feild:') });
    expect(first?.at.path).toMatch(/^dimensions\.housing\.indicators\.housing_area\.deprived/);
  });

  it('names the test that was meant when one is unknown', () => {
    const { first, row } = firstFinding('vn-2022', 'test: share_members', 'test: share_of_members');
    expect(first).toMatchObject({
      code: 'E403',
      at: {
        file: 'own.yaml',
        row: row('test: share_of_members'),
        path: 'dimensions.employment.indicators.dependents.deprived.test',
      },
    });
    expect(first?.expected).toContain('share_members');
  });

  it('lists the words allowed when one is not', () => {
    const { first, row } = firstFinding('vn-2022', 'status: in_force', 'status: current');
    expect(first).toMatchObject({
      code: 'E403',
      at: { file: 'own.yaml', row: row('status:'), path: 'status' },
      expected: ['in_force', 'ended', 'provisional', 'unverified'],
    });
  });

  it.each([
    ['a day that does not exist', 'from: "2022-01-01"', 'from: "2022-02-30"', 'in_force.from'],
    ['another order of day and month', 'to: "2026-12-31"', 'to: "31/12/2026"', 'in_force.to'],
    ['a month alone', 'date: "2021-01-27"', 'date: "2021-01"', 'documents.decree_07_2021.date'],
    ['a wrong opening day', 'date: "2021-09-01"', 'date: "2021-09-31"', 'review_from.date'],
  ])('refuses %s as a date', (_, before, after, path) => {
    const { first, row } = firstFinding('vn-2022', before, after);
    expect(first).toMatchObject({
      code: 'E403',
      at: { file: 'own.yaml', row: row(after), path },
      data: { issue: 'date' },
    });
  });

  it.each([
    ['a line', 'lines.poverty'],
    ['a parameter', 'params.cutoff'],
    ['an indicator', 'dimensions.housing.indicators.housing_area'],
    ['a score', 'scores.b2'],
    ['a rule', 'classes.income.rules.poor'],
    ['the average living standard', 'average_living'],
    ['the dates', 'in_force'],
    ['the opening review', 'review_from'],
    ['the population', 'population'],
  ])('does not let %s be of low confidence without a caution', (_, path) => {
    const { text, row } = lowered(path);
    expect(findingsOf(() => load(text))).toMatchObject([
      { code: 'E403', at: { file: 'own.yaml', row, path: `${path}.caution` }, data: { issue: 'caution' } },
    ]);
  });

  it.each([
    ['neither an amount nor amounts by area', 'by_area: { rural: 1500000, urban: 2000000 }', 'note: { vi: x, en: x }'],
    ['an amount and amounts by area', 'by_area: { rural: 1500000, ', 'amount: 1\n    by_area: { rural: 1500000, '],
  ])('does not let a line have %s', (_, before, after) => {
    const { first } = firstFinding('vn-2022', before, after);
    expect(first).toMatchObject({ at: { path: 'lines.poverty' }, data: { issue: 'amount_or_by_area' } });
  });

  it('wants the period of money, and none of points', () => {
    const money = firstFinding('vn-2022', '    period: month\n', '').first;
    expect(money).toMatchObject({ at: { path: 'lines.poverty.period' }, data: { issue: 'period' } });
    const points = firstFinding('vn-2022', 'unit: points', 'unit: points\n    period: month').first;
    expect(points).toMatchObject({ at: { path: 'lines.b1.period' }, data: { issue: 'period' } });
  });

  it.each([
    ['divided by zero', '"8/0"'],
    ['below zero', '-8'],
    ['with more decimals than are kept', '8.12345678912'],
  ])('does not let a condition compare with a number %s', (_, value) => {
    const before = 'field: floor_area_per_person, value: 8';
    const text = changed('vn-2022', before, before.replace('8', value));
    const [first] = findingsOf(() => load(text));
    expect(first).toMatchObject({ code: 'E403', at: { file: 'own.yaml', row: rowOf(text, before.slice(0, -1)) } });
  });

  it('does not let points be divided by zero', () => {
    const findings = findingsOf(() => load(changed('vn-2022', 'points_each: 10', 'points_each: "10/0"')));
    expect(findings).toMatchObject([{ code: 'E403', at: { file: 'own.yaml', path: 'scores.b2.points_each' } }]);
  });

  it('is reported with all its mistakes at once', () => {
    const text = changed('vn-2022', 'status: in_force', 'status: current').replace('family: vn', 'familie: vn');
    const paths = findingsOf(() => load(text)).map((f) => f.at.path);
    expect(paths.sort()).toEqual(['familie', 'family', 'status']);
  });

  it.each([
    ['empty', ''],
    ['a list', '- id: vn-2022'],
    ['a word', 'vn-2022'],
  ])('is refused when it is %s', (_, text) => {
    expect(findingsOf(() => load(text))).toMatchObject([{ code: 'E403', at: { file: 'own.yaml', row: 1 } }]);
  });
});

/** vn-2022 with one item made uncertain and its caution, if it has one, left out; and the line of the item. */
function lowered(path: string): { text: string; row: number } {
  const lines = textOf('vn-2022').split('\n');
  let from = 0;
  for (const [depth, key] of path.split('.').entries()) {
    from = lines.findIndex((line, at) => at >= from && line.startsWith(`${'  '.repeat(depth)}${key}:`));
  }
  const confidence = lines.findIndex((line, at) => at > from && /^\s*confidence:/.test(line));
  lines[confidence] = (lines[confidence] as string).replace(/: \w+/, ': low');
  const depth = (lines[confidence] as string).search(/\S/);
  if (lines[confidence + 1]?.trimStart().startsWith('caution:')) {
    let end = confidence + 2;
    while ((lines[end] ?? '').search(/\S/) > depth) end++;
    lines.splice(confidence + 1, end - confidence - 1);
  }
  return { text: lines.join('\n'), row: from + 1 };
}
