import { makeJudge } from '../dist/judge/judge.js';
import { BOM, csvRows } from '../dist/render/csv.js';
import { COLUMNS, MARKS } from './data.mjs';
import { RESULT, SET, TAIL } from './result.mjs';

const POSITIONS = 64;

/** What follows the cells of a row under vn-2022, looked up for every combination that is met. */
export function makeTails() {
  const judge = makeJudge(SET, 'income');
  const cuts = judge.table.income.cuts.map(({ amount, per }) => amount / per);
  // at a line, a đồng beyond it, and 5 % to either side the answer may change
  const breaks = [...new Set([0, ...cuts.flatMap((c) => [0.95 * c, c, c + 1, 1.05 * c + 1].map(Math.ceil))])].sort(
    (a, b) => a - b,
  );
  const tails = new Array((2 * POSITIONS) << 12).fill(undefined);

  const positionOf = (income) => {
    let at = 0;
    while (at < breaks.length && breaks[at] <= income) at++;
    return at;
  };
  // of the marks only their number matters to a verdict, but for the list of those near the boundary
  const verdicts = new Map();
  const verdictOf = (area, income, position, count) => {
    const key = `${area}:${position}:${count}`;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const marks = MARKS.map((_, bit) => bit < count);
    const found = judge.decide({ area, income: income < 0 ? null : income, b1: null, b2: null, marks });
    const near = {
      others: found.nearBoundary.filter((what) => !MARKS.includes(what)),
      deprived: count > 0 && found.nearBoundary.includes(MARKS[0]),
      not: count < MARKS.length && found.nearBoundary.includes(MARKS.at(-1)),
    };
    verdicts.set(key, { ...found, near });
    return { ...found, near };
  };
  const make = (isUrban, income, position, bits) => {
    const area = isUrban ? 'urban' : 'rural';
    const count = MARKS.filter((_, bit) => bits & (1 << bit)).length;
    const v = verdictOf(area, income, position, count);
    const mark = (truth) => (truth === null ? '' : truth ? '1' : '0');
    const near = [...v.near.others, ...MARKS.filter((_, bit) => (bits & (1 << bit) ? v.near.deprived : v.near.not))];
    const cells = [
      v.class,
      v.class,
      v.possible.join(';'),
      mark(v.averageLiving),
      count,
      count,
      'income',
      isUrban ? 2_000_000 : 1_500_000,
      mark(v.belowLine),
      v.undecidedFor.join(';'),
      near.join(';'),
      ...TAIL,
    ];
    return new Uint8Array(Buffer.from(`,${cells.join(',')}\r\n`));
  };
  return {
    headings: BOM + csvRows([[...COLUMNS, ...RESULT]]),
    tailOf(isUrban, income, bits) {
      const position = income < 0 ? POSITIONS - 1 : positionOf(income);
      const key = (((isUrban ? POSITIONS : 0) + position) << 12) | bits;
      const known = tails[key];
      if (known !== undefined) return known;
      const tail = make(isUrban, income, position, bits);
      tails[key] = tail;
      return tail;
    },
  };
}
