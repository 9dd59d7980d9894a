import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COUNTED_CLASSES,
  type Counts,
  type Decomposition,
  decomposer,
  EFFECTS,
  type Effects,
} from '../../../src/movement/rules/decompose.ts';
import { household, MARKS, type Row } from '../../fixtures.ts';
import { type TwoYears, twoYears, type YearsOptions } from '../years.ts';

function decomposed({ before, after, pairs }: Pick<TwoYears, 'before' | 'after' | 'pairs'>): Decomposition {
  const { see, done } = decomposer(before, after);
  for (const pair of pairs) see(pair);
  return done();
}

async function between(was: readonly Row[], is: readonly Row[], options: YearsOptions = {}): Promise<Decomposition> {
  // a household that never moves gives both files all columns
  const still = household('0', { residence: 'permanent', decided_class: '', income: '9000000' });
  return decomposed(await twoYears([still, ...was], [still, ...is], options));
}

const CHANGE = { sets: ['vn-2022', 'quang-ninh-2023'] } as const;
const h = (income: number, deprived: number, more: Row = {}, id = '1') =>
  household(id, { income: String(income), residence: 'permanent', ...more }, deprived);
const counts = (more: Partial<Counts>): Counts => ({ poor: 0, near_poor: 0, non_poor: 0, undecided: 0, ...more });
const minus = (a: Counts, b: Counts) => counts(byClass((id) => a[id] - b[id]));
const byClass = (of: (id: keyof Counts) => number) => Object.fromEntries(COUNTED_CLASSES.map((id) => [id, of(id)]));
const sumOf = (effects: Effects) =>
  counts(byClass((id) => EFFECTS.reduce((sum, effect) => sum + effects[effect][id], 0)));

describe('the change of the counts between two years', () => {
  it('is all of the rules, when no answer changed', async () => {
    const row = h(1_800_000, 3);
    const { effects, ...four } = await between([row], [row], CHANGE);
    expect(four).toMatchObject({
      before_rules_before: counts({ non_poor: 2 }),
      before_rules_after: counts({ poor: 1, non_poor: 1 }),
      after_rules_before: counts({ non_poor: 2 }),
      after_rules_after: counts({ poor: 1, non_poor: 1 }),
    });
    for (const order of Object.values(effects)) {
      expect(order).toEqual({ rules: counts({ poor: 1, non_poor: -1 }), households: counts({}), area: counts({}) });
    }
  });

  it('is all of the households, when the rules are the same', async () => {
    const { effects, ...four } = await between([h(1_400_000, 3)], [h(1_900_000, 3)]);
    expect(effects.mean).toEqual({
      rules: counts({}),
      households: counts({ poor: -1, non_poor: 1 }),
      area: counts({}),
    });
    expect(four.before_rules_after).toEqual(four.before_rules_before);
    expect(four.after_rules_before).toEqual(four.after_rules_after);
  });

  it('is of the area, when the household is as it was and its commune became a ward', async () => {
    const { effects } = await between([h(1_800_000, 1)], [h(1_800_000, 1, { area: 'urban' })]);
    expect(effects.mean).toEqual({
      rules: counts({}),
      households: counts({}),
      area: counts({ near_poor: 1, non_poor: -1 }),
    });
  });

  it('is by halves of rules and households, where either would have been enough', async () => {
    // above the old line last year and below it this year, below the new one in both
    const { effects } = await between([h(1_600_000, 0)], [h(1_400_000, 0)], CHANGE);
    const moved = counts({ near_poor: 1, non_poor: -1 });
    expect(effects.rules_first).toEqual({ rules: moved, households: counts({}), area: counts({}) });
    expect(effects.rules_last).toEqual({ rules: counts({}), households: moved, area: counts({}) });
    const half = counts({ near_poor: 0.5, non_poor: -0.5 });
    expect(effects.mean).toEqual({ rules: half, households: half, area: counts({}) });
  });

  it('shows what two causes did against each other, though the class is the same', async () => {
    const { effects } = await between([h(1_400_000, 3)], [h(1_900_000, 3)], CHANGE);
    expect(effects.rules_first).toEqual({ rules: counts({}), households: counts({}), area: counts({}) });
    expect(effects.rules_last).toEqual({
      rules: counts({ poor: 1, non_poor: -1 }),
      households: counts({ poor: -1, non_poor: 1 }),
      area: counts({}),
    });
  });

  it('counts who came and who left as households, and says how many they are', async () => {
    const { effects, entered_left } = await between([h(1_400_000, 3)], [h(1_400_000, 0, {}, '2')]);
    expect(effects.mean.households).toEqual(counts({ poor: -1, near_poor: 1 }));
    expect(entered_left).toEqual(counts({ poor: -1, near_poor: 1 }));
  });

  it('leaves a class that was decided against the answers as it is under either rules', async () => {
    const row = h(1_800_000, 3, { decided_class: 'near_poor' });
    const { before_rules_before, before_rules_after } = await between([row], [row], CHANGE);
    expect([before_rules_before.near_poor, before_rules_after.near_poor]).toEqual([1, 1]);
  });

  it('lets a decision that the answers agree with follow the rules', async () => {
    const row = h(1_800_000, 3, { decided_class: 'non_poor' });
    const { before_rules_before, before_rules_after } = await between([row], [h(1_800_000, 3)], CHANGE);
    expect([before_rules_before.poor, before_rules_after.poor]).toEqual([0, 1]);
  });

  it('calls a list without answers undecided under the other rules', async () => {
    const list = [{ household_id: '1', recorded_class: 'poor', area: 'rural' }];
    const years = await twoYears(list, [h(1_400_000, 3)], { ...CHANGE, recorded: ['before'] });
    expect(decomposed(years)).toMatchObject({
      before_rules_before: counts({ poor: 1 }),
      before_rules_after: counts({ undecided: 1 }),
      after_rules_before: counts({ poor: 1 }),
      after_rules_after: counts({ poor: 1 }),
    });
  });

  it('counts who is out of scope in no class', async () => {
    const row = h(1_400_000, 3, { residence: 'temporary' });
    const { before_rules_before, before_rules_after } = await between([row], [row], CHANGE);
    expect([before_rules_before.poor, before_rules_after.poor]).toEqual([1, 0]);
  });
});

/** One household of a random panel; null in a year in which it is not there. */
const year = fc.record({
  area: fc.constantFrom('rural', 'urban', ''),
  income: fc.constantFrom('', '1200000', '1500000', '1600000', '1900000', '2050000', '2300000', '2900000'),
  deprived: fc.integer({ min: 0, max: 5 }),
  blank: fc.integer({ min: 0, max: 3 }),
  decided_class: fc.constantFrom('', '', '', '', 'poor', 'non_poor'),
  residence: fc.constantFrom('permanent', 'permanent', 'temporary'),
});
const panel = fc.array(fc.tuple(fc.option(year, { freq: 6 }), fc.option(year, { freq: 6 })), {
  minLength: 1,
  maxLength: 30,
});
type Panel = typeof panel extends fc.Arbitrary<infer T> ? T : never;

function rowsOf(households: Panel, at: 0 | 1): readonly Row[] {
  const still = household('still', { decided_class: '', residence: '' });
  return [
    still,
    ...households.flatMap((years, number): Row[] => {
      const one = years[at];
      if (one === null) return [];
      const { deprived, blank, ...more } = one;
      const blanks = Object.fromEntries(MARKS.slice(-blank || MARKS.length).map((id) => [id, '']));
      return [household(`h${number}`, { ...more, ...blanks }, deprived)];
    }),
  ];
}

const SETS = [
  ['vn-2022', 'quang-ninh-2023'],
  ['vn-2022', 'vn-2027'],
  ['dong-nai-2022', 'vn-2022'],
  ['vn-2022', 'vn-2022'],
] as const;

describe.each(SETS)('over random panels from %s to %s, it', (before, after) => {
  const inBothWays = async (households: Panel) => {
    const [was, is] = [rowsOf(households, 0), rowsOf(households, 1)];
    const forth = decomposed(await twoYears(was, is, { sets: [before, after] }));
    const back = decomposed(await twoYears(is, was, { sets: [after, before] }));
    return { forth, back };
  };

  it('adds up exactly, in either order and in their mean', async () => {
    await fc.assert(
      fc.asyncProperty(panel, async (households) => {
        const years = await twoYears(rowsOf(households, 0), rowsOf(households, 1), { sets: [before, after] });
        const { effects, after_rules_after, before_rules_before } = decomposed(years);
        const whole = minus(after_rules_after, before_rules_before);
        for (const order of Object.values(effects)) expect(sumOf(order)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  it('begins and ends with the classes of the two results', async () => {
    await fc.assert(
      fc.asyncProperty(panel, async (households) => {
        const years = await twoYears(rowsOf(households, 0), rowsOf(households, 1), { sets: [before, after] });
        const found = decomposed(years);
        const classes = (at: 'before' | 'after') =>
          counts(byClass((id) => years.pairs.filter((pair) => pair[at]?.class === id).length));
        expect(found.before_rules_before).toEqual(classes('before'));
        expect(found.after_rules_after).toEqual(classes('after'));
      }),
      { numRuns: 15 },
    );
  });

  it('turns every sign and nothing else when the years are swapped', async () => {
    await fc.assert(
      fc.asyncProperty(panel, async (households) => {
        const { forth, back } = await inBothWays(households);
        for (const effect of EFFECTS) {
          expect(back.effects.mean[effect]).toEqual(minus(counts({}), forth.effects.mean[effect]));
          expect(back.effects.rules_first[effect]).toEqual(minus(counts({}), forth.effects.rules_last[effect]));
        }
        expect(back.before_rules_after).toEqual(forth.after_rules_before);
        expect(back.entered_left).toEqual(minus(counts({}), forth.entered_left));
      }),
      { numRuns: 15 },
    );
  });
});
