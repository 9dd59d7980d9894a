import { describe, expect, it } from 'vitest';
import { household, linked } from './households.ts';

const head = { name: 'Nguyễn Văn An', birth: '1960', sex: 'male' };
const many = (count: number, prefix: string, more: (at: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, at) => household(`${prefix}${at}`, { head, size: 4, ...more(at) }));

describe('thousands of heads of one name in one unit', () => {
  it('are said to be alike, not listed pair by pair, and paired with nobody', () => {
    const { links, counts } = linked(many(5000, 'b'), many(5000, 'a'));
    expect(counts).toMatchObject({ pairs: 0, toConfirm: 0, openBefore: 5000, openAfter: 5000 });
    expect(links).toHaveLength(10_000);
    expect(links.every(({ tier, note }) => tier === 'none' && note === 'alike')).toBe(true);
  }, 10_000);

  it('are told apart where their births differ', () => {
    const born = (at: number) => {
      const [month, day] = [1 + (at % 12), 1 + (Math.floor(at / 12) % 28)];
      const date = [1930 + Math.floor(at / 336), month, day].map((part) => String(part).padStart(2, '0')).join('-');
      return { head: { ...head, birth: date } };
    };
    expect(linked(many(5000, 'b', born), many(5000, 'a', born)).counts).toMatchObject({
      pairs: 5000,
      byTier: { head: 5000 },
    });
  }, 10_000);
});
