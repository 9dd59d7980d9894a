import { describe, expect, it } from 'vitest';
import { hash53 } from '../../src/text/hash53.ts';

describe('the hash of a list of texts', () => {
  it('is the same for the same texts, and a whole number a JavaScript number holds', () => {
    expect(hash53(['Thôn 1', '0001'])).toBe(hash53(['Thôn 1', '0001']));
    expect(Number.isSafeInteger(hash53(['Thôn 1', '0001']))).toBe(true);
  });

  it('tells apart where one text ends and the next begins', () => {
    expect(hash53(['ab', 'c'])).not.toBe(hash53(['a', 'bc']));
    expect(hash53(['', 'a'])).not.toBe(hash53(['a', '']));
  });

  it('is another for each of 100,000 numbers', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, n) => hash53([String(n)])));
    expect(hashes.size).toBe(100_000);
  });
});
