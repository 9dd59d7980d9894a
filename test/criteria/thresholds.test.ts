import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('../../src/', import.meta.url);
const LEGAL = [1_500_000, 2_000_000, 2_100_000, 2_600_000, 36_000_000, 46_000_000, 140, 175];

/** The generator imitates published counts and may know the lines; nothing else may. */
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.startsWith('generate/'));

/** The numbers in a program, those in comments and in quoted text (an example of a spelling) left out. */
function numbersIn(text: string): number[] {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'[^'\n]*'/g, '');
  return [...code.matchAll(/(?<![\w.])\d[\d_]*(?:\.\d+)?(?:e\d+)?(?!\w)/gi)].map(([n]) =>
    Number(n.replaceAll('_', '')),
  );
}

describe('the thresholds of the law', () => {
  it('are found however they are written', () => {
    expect(numbersIn("a = 1_500_000; b = 1.5e6; c < 140 // 175\n/* 36000000 */ x140 '175'")).toEqual([
      1500000, 1500000, 140,
    ]);
  });

  it.each(FILES)('do not stand in the program: %s', (name) => {
    const numbers = numbersIn(readFileSync(new URL(name, SOURCE), 'utf8'));
    expect(numbers.filter((n) => LEGAL.includes(n))).toEqual([]);
  });
});
