import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextStore } from '../../src/survey/text-store.ts';

it('gives back what it was given, whatever letters it has', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      const store = new TextStore();
      expect(texts.map((text) => store.add(text)).map((number) => store.get(number))).toEqual(texts);
    }),
  );
});

it('goes on from page to page, and keeps a text longer than a page', () => {
  const store = new TextStore();
  const texts = ['một', 'ê'.repeat(3_000_000), ...Array.from({ length: 100 }, (_, n) => `${n}ế`.repeat(20_000)), 'hai'];
  const numbers = texts.map((text) => store.add(text));
  expect(numbers.every((number, at) => store.get(number) === texts[at])).toBe(true);
});
