/**
 * Random numbers that are the same on every machine: whole-number mixing and plain arithmetic only. `Math.log`,
 * `Math.exp` and `**` may differ in their last bit from one engine to the next, so they are not used here.
 */

/** A stream of numbers from 0 up to, not including, 1. */
export type Random = () => number;

const GOLDEN = 0x9e3779b9;

/** The stream that belongs to these keys and to no others; their order counts. Keys are taken as 32-bit integers. */
export function randomOf(...keys: readonly number[]): Random {
  let state = 0;
  for (const key of keys) state = scramble((state ^ key) + GOLDEN);
  return () => {
    state = (state + GOLDEN) | 0;
    return (scramble(state) >>> 0) / 0x1_0000_0000;
  };
}

/** The finalizer of splitmix32: every bit of the input reaches every bit of the output. */
function scramble(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of the items, all equally likely. The list must not be empty. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** One of the items, each as likely as its weight says. The list must not be empty. */
export function pickWeighted<T>(random: Random, items: readonly (readonly [item: T, weight: number])[]): T {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return (items.at(-1) as readonly [T, number])[0];
}

/** Nearly normal, mean 0, deviation 1: the sum of twelve even draws, which needs no logarithm. Never beyond ±6. */
export function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** e to the x, to about four digits for small x: (1 + x/1024) squared ten times. */
export function exponential(x: number): number {
  let power = 1 + x / 1024;
  for (let i = 0; i < 10; i++) power *= power;
  return power;
}
