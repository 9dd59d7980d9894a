import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Sightings } from '../../../src/review/checks/sightings.ts';

it('what was seen more than once is found, with every place, as a plain map would find it', () => {
  const key = fc.oneof(fc.nat(20), fc.maxSafeInteger().map(Math.abs));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 400 }), (keys) => {
      const sightings = new Sightings();
      const plain = new Map<number, number[]>();
      for (const [line, one] of keys.entries()) {
        sightings.add(one, { table: line % 3, line, household: line, note: one % 7 });
        plain.set(one, [...(plain.get(one) ?? []), line]);
      }
      const repeated = [...plain.values()].filter((lines) => lines.length > 1);
      const found = [...sightings.repeated()];
      const inOrder = (lists: readonly (readonly number[])[]) => [...lists].sort(([a = 0], [b = 0]) => a - b);
      expect(inOrder(found.map((places) => places.map(({ line }) => line)))).toEqual(inOrder(repeated));
      for (const { table, line, household, note } of found.flat()) {
        expect([table, household, note]).toEqual([line % 3, line, (keys[line] as number) % 7]);
      }
    }),
  );
});

it('a hundred thousand things, one of them twice, give that one', () => {
  const sightings = new Sightings();
  for (let n = 0; n < 100_000; n++) sightings.add(n * 1_000_003, { table: 0, line: n, household: n, note: 0 });
  sightings.add(500 * 1_000_003, { table: 1, line: 7, household: 100_000, note: 0 });
  expect([...sightings.repeated()].map((places) => places.map(({ table, line }) => [table, line]))).toEqual([
    [
      [0, 500],
      [1, 7],
    ],
  ]);
});
