import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { told } from '../../src/messages/finding-words.ts';
import { messagesIn } from '../../src/messages/messages.ts';
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

  it('is refused for every alias, which could blow it up, where it stands', () => {
    const { file: none, findings } = parseYaml('a: &x [1]\nb: *x\nc: [1, *x]', 'own.yaml');
    expect(none).toBeNull();
    expect(findings).toMatchObject([
      { code: 'E403', at: { file: 'own.yaml', row: 2, char: 4 }, data: { detail: 'ALIAS' } },
      { at: { row: 3, char: 8 }, data: { detail: 'ALIAS' } },
    ]);
  });

  it.each([
    ['a list as a key', '? [a, b]\n: 1', 'COLLECTION_AS_KEY'],
    ['lists within lists without end', '- '.repeat(400).concat('x'), 'TOO_DEEP'],
    ['so many that the parser gives up', '['.repeat(20_000), 'TOO_DEEP'],
    ['several documents', 'a: 1\n---\nb: 2', 'MULTIPLE_DOCS'],
    ['a key without a colon', 'a 1\nb: 2', 'MULTILINE_IMPLICIT_KEY'],
    ['a tag', 'a: !x 1', 'TAG_RESOLVE_FAILED'],
  ])('is refused once for %s, by a code that has words', (_, text, detail) => {
    const { findings } = parseYaml(text, 'own.yaml');
    expect(findings.map((f) => f.data?.detail)).toEqual([detail]);
    for (const lang of ['vi', 'en'] as const) {
      const unknown = told({ ...(findings[0] as Finding), data: { issue: 'yaml', detail: 'NO_SUCH_CODE' } });
      const { E403 } = messagesIn(lang).findings;
      expect(E403(told(findings[0] as Finding))).not.toEqual(E403(unknown));
    }
  });

  it('says nothing to the process that runs it', () => {
    const warned: unknown[] = [];
    const listen = (warning: unknown) => warned.push(warning);
    const { emitWarning } = process;
    process.emitWarning = listen as typeof process.emitWarning;
    parseYaml('? [a, b]\n: 1\n? {c: 1}\n: 2', 'own.yaml');
    process.emitWarning = emitWarning;
    expect(warned).toEqual([]);
  });
});
