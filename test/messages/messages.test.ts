import { describe, expect, it } from 'vitest';
import { FINDING_CODES, finding } from '../../src/finding.ts';
import { told } from '../../src/messages/finding-words.ts';
import { messagesIn } from '../../src/messages/messages.ts';

const vi = messagesIn('vi');
const en = messagesIn('en');

/** Every text of a dictionary with its path; functions are called with marked arguments. */
function textsOf(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function')
    return [[path, String(node(...Array.from({ length: node.length }, (_, at) => `<${at}>`)))]];
  if (typeof node !== 'object' || node === null || path === '.findings') return [];
  return Object.entries(node).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

describe('the dictionaries', () => {
  it('have the same entries', () => {
    const optional = (path: string) => path.startsWith('.help.titles');
    const paths = (words: unknown) =>
      textsOf(words, '')
        .map(([path]) => path)
        .filter((path) => !optional(path));
    expect(paths(en)).toEqual(paths(vi));
  });

  it('are NFC throughout', () => {
    for (const words of [vi, en]) for (const [, text] of textsOf(words, '')) expect(text).toBe(text.normalize('NFC'));
  });

  it('use the same arguments in both languages', () => {
    const english = new Map(textsOf(en, ''));
    const marks = (text: string) => [...text.matchAll(/<\d>/g)].map((m) => m[0]).sort();
    for (const [path, text] of textsOf(vi, '')) {
      if (path.startsWith('.help.titles')) continue;
      expect([path, marks(english.get(path) ?? '')]).toEqual([path, marks(text)]);
    }
  });

  it.each(FINDING_CODES)('have words for %s in both languages, with what was seen masked', (code) => {
    const found = finding(
      code,
      {},
      { saw: '012345678901', expected: ['a', 'b'], data: { issue: 'hole', kind: 'xlsx', vi: 'lời', en: 'words' } },
    );
    for (const words of [vi, en]) {
      const [message] = words.findings[code](told(found));
      expect(message.length).toBeGreaterThan(3);
      expect(message).not.toContain('012345678901');
      expect(message).not.toContain('undefined');
    }
  });
});

describe('English', () => {
  it('counts one thing as one', () => {
    const { summary, coverage, author, cautionsUsed, check } = en;
    const texts = [
      ...[summary.near('1'), summary.others('1'), summary.ratesOf('1'), summary.sizeUnknown('1')],
      ...[coverage.households('1', '0'), author.casesOf('a', 'b', 1, 0), author.valid('a', 'b', 1, 1, 1)],
      ...[cautionsUsed('a', 1, 'x'), check.boardSum('1', '1', '1'), coverage.mostlyBlank('x', '1')],
    ];
    for (const text of texts)
      expect(text).not.toMatch(/\b1 (?:\w+ )?(?:households|indicators|cases|lines|things|units|lists|rows)\b/);
  });
});
