import { expect, test } from 'vitest';
import { between, chance, exponential, normal, pick, pickWeighted, randomOf } from '../../src/generate/random.ts';

const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

test('the same keys give the same numbers, on every machine', () => {
  expect(draws(3, randomOf(2024, 1))).toEqual(draws(3, randomOf(2024, 1)));
  const millionths = draws(3, randomOf(2024, 1)).map((n) => Math.floor(n * 1e6));
  expect(millionths).toEqual([510_364, 765_823, 861_435]);
});

test('order, value and number of keys all count', () => {
  const first = [randomOf(1, 2), randomOf(2, 1), randomOf(1, 3), randomOf(1), randomOf(1, 2, 0)].map((random) =>
    random(),
  );
  expect(new Set(first).size).toBe(5);
});

test('neighbouring keys have nothing in common', () => {
  const first = Array.from({ length: 10_000 }, (_, key) => randomOf(7, key)());
  expect(mean(first)).toBeCloseTo(0.5, 1);
  expect(mean(first.slice(1).map((n, i) => (n - 0.5) * ((first[i] ?? 0) - 0.5)))).toBeCloseTo(0, 2);
});

test('between takes both ends and nothing outside', () => {
  const random = randomOf(1);
  expect([...new Set(draws(500, () => between(random, 3, 6)))].sort()).toEqual([3, 4, 5, 6]);
});

test('chance, pick and pickWeighted keep their shares', () => {
  const random = randomOf(2);
  expect(mean(draws(10_000, () => Number(chance(random, 0.2))))).toBeCloseTo(0.2, 1);
  expect(new Set(draws(100, () => pick(random, ['a', 'b', 'c']))).size).toBe(3);
  const weights = [
    [0, 3],
    [1, 1],
  ] as const;
  const weighted = draws(10_000, () => pickWeighted<number>(random, weights));
  expect(mean(weighted)).toBeCloseTo(0.25, 1);
});

test('normal has mean 0 and deviation 1', () => {
  const random = randomOf(3);
  const numbers = draws(20_000, () => normal(random));
  expect(mean(numbers)).toBeCloseTo(0, 1);
  expect(mean(numbers.map((n) => n * n))).toBeCloseTo(1, 1);
});

test.each([-1.5, -0.4, 0, 0.7, 2])('exponential is near enough to the real one at %d', (x) => {
  expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 2);
});
