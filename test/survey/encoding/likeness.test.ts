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
