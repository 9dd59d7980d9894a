import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameText } from '../../../src/summary/lane/same-bytes.ts';

const view = ({ buffer, byteOffset, length }: Buffer) => new DataView(buffer, byteOffset, length);
const character = fc.constantFrom('a', '0', ',', '\0', '\x7f', 'ế', '\u0080', '😀', '\n');

describe('two stretches of text', () => {
  it('are the same when their bytes are, of any length and wherever they begin', () => {
    const text = fc.string({ unit: character, maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(9), fc.nat(9), (one, other, before, otherBefore) => {
        const [a, b] = [Buffer.from('x'.repeat(before) + one), Buffer.from('y'.repeat(otherBefore) + other)];
        const length = Math.min(a.length - before, b.length - otherBefore);
        const isSame = a.subarray(before, before + length).equals(b.subarray(otherBefore, otherBefore + length));
        expect(isSameText(view(a), before, view(b), otherBefore, length)).toBe(isSame);
        expect(isSameText(view(a), before, view(Buffer.from(a)), before, a.length - before)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('differ when any one byte does', () => {
    for (let length = 1; length < 30; length++)
      for (let at = 0; at < length; at++) {
        const one = Buffer.alloc(length, 'a');
        const other = Buffer.from(one);
        other[at] = 'b'.charCodeAt(0);
        expect(isSameText(view(one), 0, view(other), 0, length)).toBe(false);
      }
  });
});
