import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTaker } from '../../src/lane/key-taker.ts';
import { PairSet } from '../../src/lane/pair-set.ts';
import { SeenKeys } from '../../src/lane/seen-keys.ts';

/** Keys as a block gives them: each a unit, a village and a number. */
function taken(keys: readonly (readonly [string, string, string])[]) {
  const taker = new KeyTaker(3);
  for (const parts of keys) {
    const bytes = Buffer.from(parts.join(''));
    const lengths = parts.map((part) => Buffer.byteLength(part));
    const ends = Int32Array.from(lengths, (_, at) => lengths.slice(0, at + 1).reduce((a, b) => a + b));
    taker.add(
      bytes,
      Int32Array.from(ends, (end, at) => end - (lengths[at] ?? 0)),
      ends,
    );
  }
  return taker.take();
}

const part = fc.constantFrom('', 'a', 'b', 'ab', 'ba', 'Thôn 1', '0000001', '0000002');
const key = fc.tuple(part, part, part);

describe('keys', () => {
  it('are seen twice exactly when one comes twice, however blocks cut them and units alternate', () => {
    fc.assert(
      fc.property(fc.array(fc.array(key, { maxLength: 8 }), { maxLength: 8 }), (blocks) => {
        const all = blocks.flat().map((parts) => parts.join('\u0000'));
        const seen = new SeenKeys(true);
        const areNew = blocks.every((keys) => seen.addAll(taken(keys)));
        expect(areNew).toBe(new Set(all).size === all.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('come twice though many units stand between', () => {
    const seen = new SeenKeys(true);
    for (let unit = 0; unit < 300; unit++) {
      const rows = Array.from({ length: 700 }, (_, at) => [`${unit}`, 'Thôn', `${at}`] as const);
      expect(seen.addAll(taken(rows))).toBe(true);
    }
    expect(seen.addAll(taken([['7', 'Thôn', '700']]))).toBe(true);
    expect(seen.addAll(taken([['250', 'Thôn', '699']]))).toBe(false);
  });

  it('without units are one table', () => {
    const seen = new SeenKeys(false);
    const rows = Array.from({ length: 5000 }, (_, at) => ['', '', `${at}`] as const);
    expect(seen.addAll(taken(rows))).toBe(true);
    expect(seen.addAll(taken([['', '', '4999']]))).toBe(false);
  });
});

describe('a set of pairs', () => {
  it('agrees with a set of texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -40, max: 40 })), { maxLength: 2000 }),
        (pairs) => {
          const set = new PairSet(0);
          const known = new Set<string>();
          for (const [low, high] of pairs) {
            expect(set.add(low, high)).toBe(!known.has(`${low},${high}`));
            known.add(`${low},${high}`);
          }
        },
      ),
    );
  });

  it('is empty after it was cleared', () => {
    const set = new PairSet(0);
    set.add(0, 0);
    set.add(1, 2);
    set.clear();
    expect([set.add(0, 0), set.add(1, 2), set.add(1, 2)]).toEqual([true, true, false]);
  });
});
