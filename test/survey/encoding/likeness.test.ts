import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, telling } from '../../../src/survey/encoding/likeness.ts';

describe('the words that tell encodings apart', () => {
  it('are the different ones that hold more than ASCII', () => {
    expect(telling('STT;Hộ,Thôn 1\nHộ "Đông"|nghÌo')).toEqual(['Hộ', 'Thôn', 'Đông', 'nghÌo']);
  });

  it('are not too long for a word, and not too many', () => {
    expect(telling(`${'é'.repeat(1000)} ${'a'.repeat(1000)} Hộ`)).toEqual(['Hộ']);
    const many = Array.from({ length: 5000 }, (_, at) => String.fromCodePoint(0x4e00 + at));
    expect(telling(many.join(' '))).toEqual(many.slice(0, 500));
  });
});

describe('the words found from their first letter beyond ASCII', () => {
  /** The same, told plainly. */
  const plainly = (text: string) => [
    ...new Set(
      [...text.matchAll(/[A-Za-z\u0080-\uffff]+/g)].map(([word]) => word).filter((w) => /[\u0080-\uffff]/.test(w)),
    ),
  ];

  it('are all runs of letters that hold one', () => {
    const part = fc.constantFrom('a', 'Z', '@', '[', '`', '{', '0', ' ', ',', 'ộ', '\u007f', '\u0080', '\uffff', 'é');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 38 }), (parts) => {
        expect(telling(parts.join(''))).toEqual(plainly(parts.join('')));
      }),
    );
  });
});

describe('likeness to Vietnamese', () => {
  const of = (...words: readonly string[]) => likeness(words, (word) => word);

  it('is 1 for syllables, 0 for what only has the letters, -1 for foreign letters and what cannot be read', () => {
    expect(of('Hộ', 'nghèo', 'ĐÔNG', '“Đông”')).toBe(1);
    expect(of('Blưng', 'hỘ', 'hộNghèo', '–')).toBe(0);
    expect(of('Größe', 'V¨n')).toBe(-1);
    expect(likeness(['Hộ'], () => null)).toBe(-1);
    expect(of('Hộ', 'Größe')).toBe(0);
    expect(of()).toBe(0);
  });
});
