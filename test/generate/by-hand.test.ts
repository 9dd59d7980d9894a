import { expect, test } from 'vitest';
import { type Form, writtenByHand } from '../../src/generate/by-hand.ts';
import { randomOf } from '../../src/generate/random.ts';
import { PUBLISHED } from './published.ts';

const writings = (form: Form) =>
  Array.from({ length: 1000 }, (_, key) => writtenByHand(form, PUBLISHED, randomOf(key)));
const shareOf = (form: Form, name: string) => writings(form).filter((written) => written === name).length / 1000;

test.each([
  [{ area: 'rural', income: 2_100_000, marks: 3 }, 'poor'],
  [{ area: 'rural', income: 2_100_000, marks: 2 }, 'near_poor'],
  [{ area: 'rural', income: 2_100_001, marks: 9 }, 'non_poor'],
  [{ area: 'urban', income: 2_600_000, marks: 0 }, 'near_poor'],
] as const)('%o is mostly written as %s, with slips', (form, name) => {
  expect(shareOf(form, name)).toBeGreaterThan(0.8);
  expect(shareOf(form, name)).toBeLessThan(1);
});

test('far from the line there are hardly any slips', () => {
  expect(shareOf({ area: 'rural', income: 6_000_000, marks: 4 }, 'non_poor')).toBeGreaterThan(0.99);
});
