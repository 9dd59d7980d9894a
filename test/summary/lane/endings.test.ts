import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ending, Endings, NO_ENDING } from '../../../src/summary/lane/endings.ts';

/** Beyond the last row: more than is looked at beyond an ending. */
const SPARE = 200;
const LINE_FEED = 0x0a;

/** What an ending is taken to say hangs on each of its bytes, so that one taken for another shows. */
const saidBy = (text: Buffer): Ending => ({
  outcome: text.reduce((sum, byte) => (31 * sum + byte) % 251, 0),
  averageLiving: text.reduce((sum, byte) => (37 * sum + byte) % 241, 0),
});

/** Endings that remember how often one was taken apart; those that begin with `!` are for the reference. */
function endings() {
  let bytes = Buffer.alloc(0);
  const taken: string[] = [];
  const known = new Endings((from, next) => {
    const text = bytes.subarray(from, next);
    taken.push(text.toString());
    return text[0] === 0x21 ? null : saidBy(text);
  });
  /** The endings one after another in one memory; what is behind them is `after`. */
  const all = (texts: readonly string[], after = '') => {
    bytes = Buffer.concat([
      Buffer.from(texts.join('')),
      Buffer.from(after),
      Buffer.alloc(SPARE, after === '' ? 0 : 0x2c),
    ]);
    const to = Buffer.byteLength(texts.join(''));
    known.enter({ bytes, from: 0, to });
    const read: (Ending | null)[] = [];
    for (let p = 0; p < to; p = known.next) {
      const number = known.at(p);
      if (number === NO_ENDING) {
        read.push(null);
        known.next = bytes.indexOf(LINE_FEED, p) + 1;
      } else
        read.push({
          outcome: known.outcomes[number] as number,
          averageLiving: known.averageLivings[number] as number,
        });
    }
    return read;
  };
  return { all, taken };
}

const expected = (texts: readonly string[]) =>
  texts.map((text) => (text.startsWith('!') ? null : saidBy(Buffer.from(text))));

/** Endings that share most of their bytes: what is alike up to somewhere is where a wrong branch would be taken. */
const alike = fc
  .tuple(
    fc.constantFrom('poor,poor,poor,', 'near_poor,near_poor,near_poor,', 'non_poor,', '!', 'ế,'),
    fc.array(fc.constantFrom('0', '1', ',', 'income', 'water', 'ế', 'Ồ', '', '\0'), { maxLength: 24 }),
    fc.constantFrom('vn-2022,b1961ba226bb,', 'vn-2022,b1961ba226bc,', ''),
  )
  .map(([first, parts, last]) => `${first}${parts.join('')}${last}`)
  .chain((text) => fc.constantFrom(`${text}\r\n`, `${text}1\n`, `${text}0\r\n`));

describe('endings found by their bytes', () => {
  it('say what they say each for itself, however much they share, in whatever order they come again', () => {
    fc.assert(
      fc.property(fc.array(alike, { maxLength: 60 }), fc.array(fc.nat(59), { maxLength: 120 }), (texts, again) => {
        const blocks = [texts, again.flatMap((at) => texts[at] ?? [])];
        const { all, taken } = endings();
        for (const block of blocks) expect(all(block)).toEqual(expected(block));
        // what was learned once is not taken apart again, those apart that are never remembered
        const learned = taken.filter((text) => !text.startsWith('!') && text.length >= 80);
        expect(learned.length).toBe(new Set(learned).size);
      }),
      { numRuns: 500 },
    );
  });

  it('are told apart wherever two differ in one byte alone, and by their length', () => {
    const { all } = endings();
    const long = `poor,${'0,1,'.repeat(30)}`;
    const texts = Array.from(long, (_, at) => `${long.slice(0, at)}x${long.slice(at + 1)}00\r\n`);
    const shorter = Array.from({ length: 100 }, (_, at) => `${long.slice(0, 120 - at)}11\r\n`);
    for (const block of [texts, shorter, [...shorter, ...texts].reverse()]) expect(all(block)).toEqual(expected(block));
  });

  it('are the same with other rows behind them, or what a file left in memory', () => {
    const { all } = endings();
    const text = 'poor,poor,poor,00\r\n';
    for (const after of ['', '01,00001,Xã', '\xff\xff', 'poor,poor,poor,00\r', text]) {
      expect(all([text], after)).toEqual(expected([text]));
      expect(all([text, 'poor,poor,poor,01\r\n'], after)).toEqual(expected([text, 'poor,poor,poor,01\r\n']));
    }
  });

  it('are told apart where thousands depart from one at one place, and again behind it, also when they were forgotten', () => {
    const { all } = endings();
    // alike in the words by which a likely one is chosen: only what stands between them differs
    const apart = (at: number, behind: number) =>
      `poor,...${String(at).padStart(6, '0')}......${String(behind).padStart(3, '0')}${'.'.repeat(40)}\r\n`;
    const few = Array.from({ length: 40 }, (_, at) => apart(at % 2, Math.floor(at / 2)));
    const many = Array.from({ length: 12_000 }, (_, at) => apart((at * 7919) % 12_000, at % 5));
    for (const block of [few, many, [...many].reverse(), few, many.slice(2000, 6000)])
      expect(all(block)).toEqual(expected(block));
  });

  it('are forgotten and learned anew when there are more than any result has, or longer ones', () => {
    const { all, taken } = endings();
    const many = Array.from(
      { length: 20_000 },
      (_, at) => `near_poor,${at},${(at * 7919) % 20_011},income,${at % 10}\r\n`,
    );
    const long = Array.from({ length: 400 }, (_, at) => `poor,${'a'.repeat(10 * at)}${at},${at % 2}\r\n`);
    for (const block of [many, long, long, many.slice(-3000), many, long]) expect(all(block)).toEqual(expected(block));
    // all of the many a second time, for they were forgotten by then; the long ones not each time
    expect(taken.length).toBeGreaterThan(2 * many.length);
    expect(taken.length).toBeLessThan(2 * many.length + 3 * long.length);
  });
});
