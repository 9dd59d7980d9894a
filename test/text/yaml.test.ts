import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/text/yaml.ts';

const TEXT = `# a comment
id: vn-2022
lines:
  poverty:
    by_area: { rural: 1, urban: 2 }
rules:
  - first
  - test: all
    of:
      - last
`;

describe('a YAML file', () => {
  const { file } = parseYaml(TEXT, 'own.yaml');

  it('is read as data', () => {
    expect(file?.value).toEqual({
      id: 'vn-2022',
      lines: { poverty: { by_area: { rural: 1, urban: 2 } } },
      rules: ['first', { test: 'all', of: ['last'] }],
    });
  });

  it.each([
    [['id'], 2],
    [['lines', 'poverty'], 4],
    [['lines', 'poverty', 'by_area', 'urban'], 5],
    [['rules', 0], 7],
    [['rules', 1, 'of'], 9],
    [['rules', 1, 'of', 0], 10],
  ])('knows the line of %j', (path, line) => {
    expect(file?.locate(path).row).toBe(line);
  });

  it.each([
    [['lines', 'poverty', 'amount'], 4],
    [['rules', 7], 6],
    [['title', 'vi'], 2],
  ])('gives the line of the nearest parent for %j, which is not there', (path, line) => {
    expect(file?.locate(path).row).toBe(line);
  });

  it('takes yes, no and dates for what they are written as', () => {
    expect(parseYaml('a: no\nb: 2022-01-01\nc: 0700', 'x').file?.value).toEqual({ a: 'no', b: '2022-01-01', c: 700 });
  });

  it.each([
    ['a key twice', 'a: 1\nb: 2\na: 3', 3],
    ['an open quote', 'a: 1\nb: "x', 2],
    ['tabs as indent', 'a:\n\tb: 1', 2],
  ])('is refused for %s, with its line', (_, text, row) => {
    const { file: none, findings } = parseYaml(text, 'own.yaml');
    expect(none).toBeNull();
    expect(findings[0]).toMatchObject({ code: 'E403', at: { file: 'own.yaml', row }, data: { issue: 'yaml' } });
  });

  it('is refused for an alias, which could blow it up', () => {
    const { file: none, findings } = parseYaml('a: &x [1]\nb: *x', 'own.yaml');
    expect(none).toBeNull();
    expect(findings).toMatchObject([{ code: 'E403', at: { file: 'own.yaml' } }]);
  });
});
