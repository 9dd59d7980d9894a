import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Factor } from '../../../src/movement/why/factors.ts';
import type { Why } from '../../../src/movement/why/reason.ts';
import { whyFinder } from '../../../src/movement/why/why.ts';
import { column, csvOf, household, MARKS, type Row, review, tempFile } from '../../fixtures.ts';
import { twoYears, type YearsOptions } from '../years.ts';

async function reasons(was: readonly Row[], is: readonly Row[], options: YearsOptions = {}) {
  const { before, after, pairs } = await twoYears(was, is, options);
  const whyOf = whyFinder(before, after);
  return pairs.map((pair) => ({ ...pair, why: whyOf(pair) }));
}

async function reasonOf(was: Row, is: Row, options: YearsOptions = {}): Promise<Why | null> {
  return (await reasons([was], [is], options))[0]?.why ?? null;
}

const one = (more: Row = {}, deprived = 0) => household('1', more, deprived);

describe('why a household moved', () => {
  it('is nothing, where the class is the same, whatever changed', async () => {
    expect(await reasonOf(one({}, 3), one({}, 3))).toBeNull();
    expect(await reasonOf(one({ size: '3' }, 3), one({ income: '900000', size: '5' }, 6))).toBeNull();
  });

  it('tells what changed from what moved the class', async () => {
    const why = await reasonOf(one({ size: '4' }, 4), one({ income: '1900000', size: '5' }, 2));
    expect(why?.changes.map(({ what }) => what)).toEqual(['income', 'resolved', 'size']);
    expect(why?.reason).toMatchObject({ kind: 'moved_by', factors: ['income'] });
  });

  it('is what was answered, where a blank had left the class open', async () => {
    const why = await reasonOf(one({ water: '' }, 2), one({ water: '1' }, 2));
    expect(why?.reason).toEqual({ kind: 'undecided', year: 'before', open: ['water'] });
    expect(why?.changes).toEqual([{ what: 'answered', indicators: ['water'] }]);
  });

  it('says of columns that only one of the years has nothing', async () => {
    const why = await reasonOf(one({ income: '1900000' }, 3), one({ digital_access: '1' }, 3));
    expect(why?.changes).toEqual([{ what: 'income', from: 1_900_000, to: 1_400_000 }]);
  });

  it('does not take a household for one that moved house where a year leaves the village out', async () => {
    const moved = await reasonOf(one({ village: 'Thôn 1' }, 3), one({ village: 'Thôn 2' }, 0));
    expect(moved?.changes).toContainEqual({ what: 'unit', from: 'Thôn 1', to: 'Thôn 2' });
    const left = await reasonOf(one({ village: 'Thôn 1' }, 3), one({ village: '' }, 0));
    expect(left?.changes.map(({ what }) => what)).toEqual(['resolved']);
  });

  it('is that nothing changed, where only the class in the list did', async () => {
    const years = { recorded: ['before', 'after'] } as const;
    const same = await reasonOf(one({ recorded_class: 'poor' }, 1), one({ recorded_class: 'near_poor' }, 1), years);
    // the answers agree with this year's record, so that last year's is the one to ask about
    expect(same?.reason).toEqual({ kind: 'recorded', year: 'before', computed: 'near_poor', said: '' });
    expect(same?.changes).toEqual([]);
  });

  it('goes by the basis of the rules: income that they do not read moves nobody', async () => {
    const was = { household_id: '1', area: 'rural', income: '1900000', b1: '150', b2: '30' };
    const why = await reasonOf(was, { ...was, income: '1000000', b1: '139' }, { basis: 'score' });
    expect(why?.reason).toMatchObject({ kind: 'moved_by', factors: ['b1'] });
  });

  it('cannot be told by rules that are not at hand', async () => {
    const { before, after, pairs } = await twoYears([one({}, 3)], [one({}, 1)]);
    const without = { ...before, under: [null, null] as const };
    const [pair] = pairs;
    if (pair === undefined) throw new Error('no pair');
    expect(whyFinder(without, after)(pair)).toEqual({
      from: 'poor',
      to: 'near_poor',
      changes: [{ what: 'resolved', indicators: [MARKS[1], MARKS[2]] }],
      reason: { kind: 'no_criteria' },
    });
  });
});

const answers = fc.record({
  area: fc.constantFrom('rural', 'urban'),
  income: fc.integer({ min: 10, max: 30 }).map((n) => String(n * 100_000)),
  marks: fc.array(fc.constantFrom('0', '0', '1', ''), { minLength: MARKS.length, maxLength: MARKS.length }),
});

const CLASSES = ['poor', 'near_poor', 'non_poor'];
const SETS = { before: 'vn-2022', after: 'dong-nai-2022' } as const;

type Answers = typeof answers extends fc.Arbitrary<infer T> ? T : never;

function rowOf(id: string, { marks, ...more }: Answers): Row {
  return { household_id: id, ...more, ...Object.fromEntries(MARKS.map((mark, at) => [mark, marks[at] ?? ''])) };
}

/** Last year's answers, but for those that the factors stand for. */
function exchanged(was: Answers, is: Answers, factors: readonly Factor[]): Answers {
  const weight = (mark: string) => ['0', '', '1'].indexOf(mark);
  return {
    area: (factors.includes('area') ? is : was).area,
    income: (factors.includes('income') ? is : was).income,
    marks: was.marks.map((mark, at) => {
      const now = is.marks[at] ?? '';
      return factors.includes(weight(now) < weight(mark) ? 'resolved' : 'arisen') ? now : mark;
    }),
  };
}

async function classesBy(set: string, rows: readonly Row[]): Promise<readonly (string | undefined)[]> {
  const { stdout } = await review(['classify', tempFile(csvOf(rows)), '-c', set, '-o', '-']);
  return column(stdout, 'class');
}

describe('what is said to have moved a household', () => {
  it('moves it that far, or further, when nothing else is exchanged and it is classified again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(answers, answers), { minLength: 40, maxLength: 40 }), async (years) => {
        const rows = (at: 0 | 1) => years.map((pair, n) => rowOf(`h${n}`, pair[at]));
        const found = await reasons(rows(0), rows(1), { sets: [SETS.before, SETS.after] });
        const moved = found.flatMap(({ id, why }) => {
          const pair = years[Number(id.slice(1))];
          return why?.reason.kind === 'moved_by' && pair !== undefined
            ? [{ id, why, pair, by: why.reason.factors }]
            : [];
        });
        const again = moved.map(({ id, pair: [was, is], by }) => rowOf(id, exchanged(was, is, by)));
        if (again.length === 0) return;
        const under = { before: await classesBy(SETS.before, again), after: await classesBy(SETS.after, again) };
        for (const [at, { why, by }] of moved.entries()) {
          const reached = CLASSES.indexOf(under[by.includes('rules') ? 'after' : 'before'][at] ?? '');
          const [from, to] = [CLASSES.indexOf(why.from), CLASSES.indexOf(why.to)];
          expect(reached).toBeGreaterThanOrEqual(0);
          expect(Math.sign(to - from) * (reached - to)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('is there for every household that moved between two classes, and for no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(answers, answers), { minLength: 20, maxLength: 20 }), async (years) => {
        const rows = (at: 0 | 1) => years.map((pair, n) => rowOf(`h${n}`, pair[at]));
        for (const { before, after, why } of await reasons(rows(0), rows(1), { sets: [SETS.before, SETS.after] })) {
          const isMove = before?.class !== after?.class;
          expect(why !== null).toBe(isMove);
          if (!isMove) continue;
          const isDecided = ![before?.class, after?.class].includes('undecided');
          expect(why?.reason.kind).toBe(isDecided ? 'moved_by' : 'undecided');
        }
      }),
      { numRuns: 15 },
    );
  });
});
