import { describe, expect, it } from 'vitest';
import { hashStep, type Spelling, Spellings } from '../../src/lane/spellings.ts';
import { bytesOf } from '../fixtures.ts';

const MOST = 1024;

const spelling = (text: string, value: number): Spelling => {
  const spelt = bytesOf(text);
  return { spelt, written: spelt, isCanonical: true, value };
};
const hashOf = (text: string) => bytesOf(text).reduce(hashStep, 0);

function filled(count: number, hash: (text: string) => number) {
  const spellings = new Spellings();
  for (let n = 0; n < count; n++) spellings.add(spelling(`thôn ${n}`, n), hash(`thôn ${n}`));
  return (n: number) => {
    const bytes = bytesOf(`thôn ${n}`);
    return spellings.find(bytes, 0, bytes.length, hash(`thôn ${n}`))?.value ?? null;
  };
}

describe('the spellings of a column', () => {
  it('are all found again while their table grows, and no other is', () => {
    for (const count of [0, 1, 16, 17, 64, 65, 257, MOST]) {
      const find = filled(count, hashOf);
      expect(Array.from({ length: count }, (_, n) => find(n))).toEqual(Array.from({ length: count }, (_, n) => n));
      expect(find(count)).toBeNull();
    }
  });

  it('are found though their hashes are alike', () => {
    const find = filled(300, () => -7);
    expect([find(0), find(150), find(299), find(300)]).toEqual([0, 150, 299, null]);
  });

  it('are remembered up to a limit', () => {
    const find = filled(MOST + 2, hashOf);
    expect([find(MOST - 1), find(MOST), find(MOST + 1)]).toEqual([MOST - 1, null, null]);
  });
});
