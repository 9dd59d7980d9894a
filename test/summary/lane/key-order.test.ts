import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyOrder, StretchTaker } from '../../../src/summary/lane/key-order.ts';

type Key = readonly [unit: string, id: string];

/** Whether keys, cut into blocks, are found to be in order; the way in which a key is added is as the counter chooses it. */
function areInOrder(blocks: readonly (readonly Key[])[], isUnitTold = true): boolean {
  const taker = new StretchTaker();
  const order = new KeyOrder();
  return blocks.every((keys) => {
    let before: string | null = null;
    for (const [unit, id] of keys) {
      const bytes = Buffer.from(unit + id);
      const end = Buffer.byteLength(unit);
      if (isUnitTold && unit === before) taker.addInUnit(bytes, end, bytes.length);
      else taker.add(bytes, Int32Array.of(0, end), Int32Array.of(end, bytes.length));
      before = unit;
    }
    return order.addAll(taker.take());
  });
}

const unit = fc.constantFrom('A', 'B', 'AB', '');
const id = fc.oneof(fc.nat(40).map(String), fc.constantFrom('H-1', 'H-2', 'Hộ 1', 'Hộ 2', '', '07', '007'));
const blocks = fc.array(fc.array(fc.tuple(unit, id), { maxLength: 6 }), { maxLength: 6 });

describe('keys in order', () => {
  it('never hide one that comes twice', () => {
    fc.assert(
      fc.property(blocks, fc.boolean(), (keys, isUnitTold) => {
        const all = keys.flat().map(([of, own]) => `${of}/${own}`);
        if (areInOrder(keys, isUnitTold)) expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('are in order when they grow in every unit, also where a unit comes again and wherever a block ends', () => {
    const keys: readonly Key[] = [
      ...['1', '2', '9', '10', '0001', '0002'].map((own): Key => ['A', own]),
      ...['1', '2'].map((own): Key => ['B', own]),
      ...['0003', 'H-01'].map((own): Key => ['A', own]),
    ];
    const grown = [...keys].sort((a, b) => a[1].length - b[1].length);
    for (let at = 0; at <= keys.length; at++) {
      expect(areInOrder([keys.slice(0, at), keys.slice(at)])).toBe(true);
      expect(areInOrder([grown.slice(0, at), grown.slice(at)], false)).toBe(true);
    }
  });

  it('are not when a key is less than one before it in its unit, or the same, in its block or a later one', () => {
    const last: readonly (readonly [string, string])[] = [
      ['2', '1'],
      ['2', '2'],
      ['10', '9'],
      ['0002', '0001'],
    ];
    for (const [before, after] of last) {
      expect(
        areInOrder([
          [
            ['A', before],
            ['A', after],
          ],
        ]),
      ).toBe(false);
      expect(
        areInOrder([
          [['A', before]],
          [
            ['B', before],
            ['A', after],
          ],
        ]),
      ).toBe(false);
      expect(areInOrder([[['A', before]], [['B', after]]])).toBe(true);
    }
  });
});
