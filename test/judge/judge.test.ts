import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PovertyClass } from '../../src/criteria/criteria.ts';
import { indicatorsOf } from '../../src/criteria/criteria.ts';
import type { Area } from '../../src/judge/amounts.ts';
import { decide } from '../../src/judge/decide.ts';
import { CONTRADICTION } from '../../src/judge/judge.ts';
import { SHIPPED, shipped } from '../criteria/shipped.ts';
import { facts } from './facts.ts';
import { bench } from './households.ts';

interface Oracle {
  readonly input: {
    readonly households: readonly {
      readonly case: string;
      readonly criteria: string;
      readonly by: 'income' | 'points';
      readonly area: Area;
      readonly income_per_head_month?: number;
      readonly deprivations?: number;
      readonly b1?: number;
      readonly b2?: number;
    }[];
    readonly indicators: readonly {
      readonly case: string;
      readonly criteria: string;
      readonly indicator: string;
      readonly dependents?: number;
      readonly floor_area_m2?: number;
      readonly members: number;
    }[];
  };
  readonly expected: {
    readonly households: readonly { case: string; class: PovertyClass; average_living: boolean | string }[];
    readonly indicators: readonly { case: string; deprived: boolean }[];
  };
}

const oracle: Oracle = JSON.parse(
  readFileSync(new URL('../../fixtures/oracles/boundaries-vn-2022.json', import.meta.url), 'utf8'),
);

describe('the published households on and beside the lines', () => {
  const cases = oracle.input.households
    .filter((household) => SHIPPED.includes(household.criteria))
    .map((household) => ({ household, expected: oracle.expected.households.find((e) => e.case === household.case) }));

  it('are found for the nation and for Quảng Ninh', () => {
    expect(cases.length).toBeGreaterThanOrEqual(24);
    expect(cases.every(({ expected }) => expected !== undefined)).toBe(true);
  });

  it.each(cases)('$household.case of $household.criteria is $expected.class', ({ household, expected }) => {
    const { counted, evidence, judged } = bench(household.criteria, household.by === 'income' ? 'income' : 'score');
    const { area, income_per_head_month: income = null, b1 = null, b2 = null, deprivations } = household;
    const answers = { area, income, b1, b2 };
    const verdict = judged(deprivations === undefined ? evidence(answers) : counted(answers, deprivations));
    expect(verdict.class).toBe(expected?.class);
    expect(verdict.possible).toEqual([expected?.class]);
    const average = expected?.average_living;
    expect(verdict.averageLiving).toBe(typeof average === 'boolean' ? average : null);
    expect(verdict.deprivations).toBe(deprivations ?? (b2 as number) / 10);
    expect(verdict.deprivationsMax).toBe(verdict.deprivations);
  });

  const indicators = oracle.input.indicators.map((given) => ({
    given,
    deprived: oracle.expected.indicators.find((e) => e.case === given.case)?.deprived,
  }));

  it.each(indicators)('$given.case: $given.indicator of $given.criteria is $deprived', ({ given, deprived }) => {
    const found = indicatorsOf(shipped(given.criteria)).find((i) => i.id === given.indicator);
    const { members, dependents = 0, floor_area_m2: floor = 0 } = given;
    const listed = Array.from({ length: members }, (_, i) => ({
      age: i < dependents ? 9 : 40,
      receives_social_allowance: false,
    }));
    const household = facts({ floor_area_per_person: floor / members }, listed);
    expect(found?.deprived && decide(found.deprived, household)).toBe(deprived);
  });
});

describe('vn-2022 by income', () => {
  const { judge, ids, evidence, counted, judged } = bench('vn-2022', 'income');
  const classOf = (...args: Parameters<typeof evidence>) => judged(evidence(...args)).class;

  it('is non-poor above the line with every indicator blank', () => {
    const verdict = judged(evidence({ area: 'rural', income: 1_500_001 }));
    expect(verdict).toMatchObject({ class: 'non_poor', deprivations: 0, deprivationsMax: 12, belowLine: false });
  });

  it('is poor below it when three are certainly deprived, whatever the others', () => {
    const three = { water: true, toilet: true, telecom: true };
    expect(classOf({ area: 'rural', income: 1_500_000 }, three)).toBe('poor');
  });

  it('is near-poor below it when fewer than three may be deprived', () => {
    const verdict = judged(evidence({ area: 'rural', income: 0 }, { water: true, toilet: null }, false));
    expect(verdict).toMatchObject({ class: 'near_poor', deprivations: 1, deprivationsMax: 2, belowLine: true });
  });

  it('is undecided below it when a third may be deprived, and asks for each that is blank', () => {
    const marks = { water: true, dependents: true, telecom: null, nutrition: null };
    const verdict = judged(evidence({ area: 'rural', income: 1_000_000 }, marks, false));
    expect(verdict).toMatchObject({
      class: 'undecided',
      possible: ['poor', 'near_poor'],
      undecidedFor: ['nutrition', 'telecom'],
      nearBoundary: [],
      deprivations: 2,
      deprivationsMax: 4,
    });
  });

  it.each<[string, number, number, PovertyClass[]]>([
    ['three deprived', 3, 0, ['poor', 'non_poor']],
    ['two deprived', 2, 0, ['near_poor', 'non_poor']],
    ['two deprived and one blank', 2, 1, ['poor', 'near_poor', 'non_poor']],
  ])('is undecided with a blank income and %s', (_, deprived, blank, possible) => {
    const marks = Object.fromEntries(
      ids.map((id, at) => [id, at < deprived ? true : at < deprived + blank ? null : false]),
    );
    const verdict = judged(evidence({ area: 'urban' }, marks));
    expect(verdict).toMatchObject({ class: 'undecided', possible, belowLine: null, averageLiving: null });
    expect(verdict.undecidedFor).toEqual(['income', ...ids.slice(deprived, deprived + blank)]);
  });

  it('is decided with a blank area when both areas agree', () => {
    const three = { water: true, toilet: true, telecom: true };
    expect(classOf({ income: 1_200_000 }, three)).toBe('poor');
    expect(classOf({ income: 9_000_000 })).toBe('non_poor');
    const between = judged(evidence({ income: 1_800_000 }, three));
    expect(between).toMatchObject({ class: 'undecided', possible: ['poor', 'non_poor'], undecidedFor: ['area'] });
  });

  it('asks for nothing that a blank would not change', () => {
    const verdict = judged(evidence({ income: 1_200_000 }, { water: null, toilet: true, telecom: true }, false));
    expect(verdict.undecidedFor).toEqual(['water']);
  });

  it('asks for income, area and all indicators when nothing is known', () => {
    const verdict = judged(evidence({}));
    expect(verdict.undecidedFor).toEqual(['income', 'area', ...ids]);
    expect(verdict).toMatchObject({
      possible: ['poor', 'near_poor', 'non_poor'],
      deprivations: 0,
      deprivationsMax: 12,
    });
  });

  it('is below the line on it, not one đồng above', () => {
    const below = (income: number) => judged(counted({ area: 'urban', income }, 0)).belowLine;
    expect([below(1_999_999), below(2_000_000), below(2_000_001)]).toEqual([true, true, false]);
  });

  it('counts a written B2 where the marks are blank', () => {
    const verdict = judged(evidence({ area: 'rural', income: 1, b2: 30 }));
    expect(verdict).toMatchObject({ class: 'poor', deprivations: 3, deprivationsMax: 3, undecidedFor: [] });
  });

  it.each([
    ['more than the marks allow', 50, 2],
    ['less than the marks say', 20, 3],
    ['no multiple of ten', 35, 3],
  ])('finds a B2 that is %s a contradiction', (_, b2, deprived) => {
    const marks = Object.fromEntries(ids.slice(0, deprived).map((id) => [id, true]));
    expect(judge.decide(evidence({ area: 'rural', income: 1, b2 }, { water: null, ...marks }, false))).toBe(
      CONTRADICTION,
    );
  });

  describe('average living', () => {
    it.each<[string, Area | null, number | null, boolean | null]>([
      ['above the line', 'rural', 1_500_001, true],
      ['on its top', 'urban', 3_000_000, true],
      ['above its top', 'urban', 3_000_001, false],
      ['on the line', 'urban', 2_000_000, false],
      ['unknown with a blank income', 'urban', null, null],
      ['known in both areas', null, 2_100_000, true],
      ['unknown when only one area has it', null, 2_900_000, null],
      ['false when neither area has it', null, 1_000_000, false],
    ])('is told %s', (_, area, income, expected) => {
      expect(judged(counted({ area, income }, 4)).averageLiving).toBe(expected);
    });
  });

  describe('near a boundary', () => {
    const near = (...args: Parameters<typeof counted>) => judged(counted(...args)).nearBoundary;

    it('is income within 5 % of the line', () => {
      expect(near({ area: 'rural', income: 1_425_000 }, 6)).toEqual(['income']);
      expect(near({ area: 'rural', income: 1_424_999 }, 6)).toEqual([]);
      expect(near({ area: 'rural', income: 1_575_000 }, 6)).toEqual(['income', 'area']);
      expect(near({ area: 'rural', income: 1_575_001 }, 6)).toEqual(['area']);
      expect(near({ area: 'urban', income: 2_100_000 }, 6)).toEqual(['income']);
      expect(near({ area: 'urban', income: 2_100_001 }, 6)).toEqual([]);
    });

    it('is not the top of average living, which is no boundary of a class', () => {
      expect(near({ area: 'rural', income: 2_250_000 }, 6)).toEqual([]);
    });

    it('is the area between the two lines', () => {
      expect(near({ area: 'urban', income: 1_700_000 }, 6)).toEqual(['area']);
      expect(near({ area: 'rural', income: 1_700_000 }, 6)).toEqual(['area']);
      expect(near({ area: 'rural', income: 2_500_000 }, 6)).toEqual([]);
    });

    it('is every indicator whose flip crosses the cut-off', () => {
      expect(near({ area: 'rural', income: 1_000_000 }, 3)).toEqual(ids.slice(0, 3));
      expect(near({ area: 'rural', income: 1_000_000 }, 2)).toEqual(ids.slice(2));
      expect(near({ area: 'rural', income: 1_000_000 }, 4)).toEqual([]);
      expect(near({ area: 'rural', income: 3_000_000 }, 3)).toEqual([]);
    });

    it('keeps the order income, area, indicators', () => {
      expect(near({ area: 'urban', income: 1_900_000 }, 3)).toEqual(['income', 'area', ...ids.slice(0, 3)]);
    });

    it('moves a written B2 with the mark', () => {
      expect(near({ area: 'rural', income: 1_000_000, b2: 30 }, 3)).toEqual(ids.slice(0, 3));
      expect(near({ area: 'rural', income: 1_000_000, b2: 20 }, 2)).toEqual(ids.slice(2));
    });

    it('counts a change that leaves the class open', () => {
      const open = judged(evidence({ area: 'rural', income: 1_510_000 }));
      expect(open).toMatchObject({ class: 'non_poor', nearBoundary: ['income', 'area'] });
    });

    it('is nothing while undecided', () => {
      expect(judged(evidence({ area: 'rural' }, {}, false)).nearBoundary).toEqual([]);
    });
  });

  it('lists every single change that alters the class, at any distance', () => {
    const changes = judge.changes(counted({ area: 'rural', income: 100_000 }, 3));
    expect(new Set(changes.map((c) => c.what))).toEqual(new Set(['income', ...ids.slice(0, 3)]));
    expect(changes.filter((c) => c.what === 'income').every((c) => !c.near && c.possible[0] === 'non_poor')).toBe(true);
    expect(judge.changes(evidence({ area: 'rural' }))).toEqual([]);
    expect(judge.changes(evidence({ area: 'rural', income: 1, b2: 35 }))).toEqual([]);
  });

  it('gives equal evidence the same verdict, and evidence that differs another', () => {
    const one = judge.decide(counted({ area: 'rural', income: 1_000_000 }, 3));
    expect(judge.decide(counted({ area: 'rural', income: 1_000_000 }, 3))).toBe(one);
    expect(judge.decide(counted({ area: 'rural', income: 1_450_000 }, 3))).not.toEqual(one);
  });
});

describe('vn-2022 by score', () => {
  const { judge, ids, evidence, counted, judged } = bench('vn-2022', 'score');

  it('reads the totals and nothing else', () => {
    const verdict = judged(evidence({ area: 'rural', b1: 140, b2: 30, income: 99_000_000 }));
    expect(verdict).toMatchObject({ class: 'poor', belowLine: true, averageLiving: null, deprivations: 3 });
  });

  it('takes ten points a deprivation where B2 is blank', () => {
    expect(judged(counted({ area: 'rural', b1: 140 }, 3)).class).toBe('poor');
    expect(judged(counted({ area: 'rural', b1: 140 }, 2)).class).toBe('near_poor');
  });

  it('is non-poor above the cut-off with everything else blank', () => {
    expect(judged(evidence({ area: 'rural', b1: 141 })).class).toBe('non_poor');
    expect(judged(evidence({ b1: 176 })).class).toBe('non_poor');
  });

  it('asks for the area between the two cut-offs', () => {
    const verdict = judged(evidence({ b1: 150, b2: 30 }));
    expect(verdict).toMatchObject({ possible: ['poor', 'non_poor'], undecidedFor: ['area'], belowLine: null });
  });

  it('asks for B1, area and indicators when nothing is known, never for income', () => {
    expect(judged(evidence({})).undecidedFor).toEqual(['b1', 'area', ...ids]);
  });

  it('asks for no single indicator when B2 is written', () => {
    expect(judged(evidence({ area: 'rural', b2: 30 })).undecidedFor).toEqual(['b1']);
  });

  it('never tells average living from points', () => {
    expect(judged(evidence({ area: 'rural', b1: 141, income: 1_600_000 }, {}, false)).averageLiving).toBeNull();
  });

  it('is near the cut-off within 5 points', () => {
    const near = (b1: number, area: Area = 'rural') => judged(counted({ area, b1 }, 6)).nearBoundary;
    expect(near(135)).toEqual(['b1']);
    expect(near(134)).toEqual([]);
    expect(near(140)).toEqual(['b1']);
    expect(near(145)).toEqual(['b1', 'area']);
    expect(near(146)).toEqual(['area']);
    expect(near(180, 'urban')).toEqual(['b1']);
    expect(near(181, 'urban')).toEqual([]);
  });

  it('finds a B2 that contradicts the marks', () => {
    expect(judge.decide(counted({ area: 'rural', b1: 100, b2: 20 }, 3))).toBe(CONTRADICTION);
  });
});

describe('quang-ninh-2023', () => {
  const { judge, evidence, counted, judged } = bench('quang-ninh-2023', 'income');

  it('calls poor who is non-poor to the nation', () => {
    const national = bench('vn-2022', 'income');
    for (const [area, income] of [
      ['rural', 2_100_000],
      ['urban', 2_600_000],
    ] as const) {
      expect(judged(counted({ area, income }, 3)).class).toBe('poor');
      expect(national.judged(national.counted({ area, income }, 3)).class).toBe('non_poor');
    }
  });

  it('reads no B1', () => {
    const verdict = judged(evidence({ area: 'rural', income: 1, b1: 500 }, {}, false));
    expect(verdict).toMatchObject({ class: 'near_poor', deprivations: 0, deprivationsMax: 0 });
  });

  it('takes the deprivations from B2 when the marks are blank, and refuses a B2 that contradicts them', () => {
    const verdict = judged(evidence({ area: 'rural', income: 1, b2: 30 }));
    expect(verdict).toMatchObject({ class: 'poor', deprivations: 3, deprivationsMax: 3 });
    expect(judge.decide(evidence({ area: 'rural', income: 1, b2: 120 }, {}, false))).toBe(CONTRADICTION);
  });

  it('does not define average living', () => {
    expect(judged(counted({ area: 'rural', income: 2_100_001 }, 0)).averageLiving).toBeNull();
  });
});

describe('hcmc-2021', () => {
  const { judge, ids, evidence, judged } = bench('hcmc-2021', 'income');
  const classOf = (...args: Parameters<typeof evidence>) => judged(evidence(...args)).class;
  /** Đồng a month for millions a year. */
  const monthly = (millions: number) => (millions * 1_000_000) / 12;

  it('is poor at 100 million with three deprivations', () => {
    expect(classOf({ income: monthly(100) }, { water: true, nutrition: true, employment: true }, false)).toBe('poor');
  });

  it('is poor with only the two indicators of income', () => {
    const verdict = judged(evidence({ income: monthly(30) }, { dependents: true }, false));
    expect(verdict).toMatchObject({ class: 'poor', deprivations: 2, belowLine: true });
  });

  it('is near-poor at 40 million with two deprivations, not with one', () => {
    expect(classOf({ income: monthly(40.2) }, { water: true, nutrition: true }, false)).toBe('near_poor');
    expect(classOf({ income: monthly(40.2) }, { water: true }, false)).toBe('non_poor');
  });

  it('is near-poor up to 46 million a year, compared with twelve times the month', () => {
    const two = { water: true, nutrition: true };
    expect(classOf({ income: 3_833_333 }, two, false)).toBe('near_poor');
    expect(classOf({ income: 3_833_334 }, two, false)).toBe('non_poor');
    expect(classOf({ income: 3_000_001 }, two, false)).toBe('near_poor');
    expect(classOf({ income: 3_000_000 }, two, false)).toBe('poor');
  });

  it('is non-poor at the line with one other deprivation, as worded', () => {
    const verdict = judged(evidence({ income: 3_000_000 }, { water: true }, false));
    expect(verdict).toMatchObject({ class: 'non_poor', deprivations: 2 });
  });

  it('is decided with a blank income when every income gives the same class', () => {
    const verdict = judged(evidence({}, { water: true, income_line: null }, false));
    expect(verdict).toMatchObject({
      class: 'non_poor',
      possible: ['non_poor'],
      deprivations: 1,
      deprivationsMax: 2,
      belowLine: null,
      undecidedFor: [],
    });
  });

  it('is decided with a blank income and three other deprivations', () => {
    expect(classOf({}, { water: true, nutrition: true, employment: true, dependents: null }, false)).toBe('poor');
  });

  it('needs no area', () => {
    const verdict = judged(evidence({ income: monthly(40.2) }, { water: true, nutrition: true }, false));
    expect(verdict.class).toBe('near_poor');
    expect(verdict.nearBoundary).not.toContain('area');
  });

  it('tries every count, for more deprivations are not always poorer', () => {
    const verdict = judged(
      evidence({ income: monthly(40.2) }, { water: true, nutrition: null, employment: null }, false),
    );
    expect(verdict).toMatchObject({
      possible: ['poor', 'near_poor', 'non_poor'],
      undecidedFor: ['nutrition', 'employment'],
    });
  });

  it('reads a mark on the income line where income is blank', () => {
    const below = judged(evidence({}, { income_line: true, dependents: true }, false));
    expect(below).toMatchObject({ class: 'poor', deprivations: 2, belowLine: true, marksOverruled: [] });
    const above = judged(evidence({}, { income_line: false, dependents: true, water: true }, false));
    expect(above).toMatchObject({ possible: ['near_poor', 'non_poor'], undecidedFor: ['income'], belowLine: false });
  });

  it('follows the income where a mark on the income line says otherwise', () => {
    const verdict = judged(evidence({ income: monthly(100) }, { income_line: true, dependents: true }, false));
    expect(verdict).toMatchObject({ class: 'non_poor', deprivations: 1, marksOverruled: ['income_line'] });
    expect(judged(evidence({ income: 1 }, { income_line: true }, false)).marksOverruled).toEqual([]);
  });

  it('asks for income, never for the indicator that follows from it', () => {
    const verdict = judged(evidence({}));
    expect(verdict.undecidedFor).toEqual(['income', ...ids.filter((id) => id !== 'income_line')]);
    expect(verdict).toMatchObject({ deprivations: 0, deprivationsMax: 10 });
  });

  it('is near both yearly lines within 5 %', () => {
    const near = (income: number) => judged(evidence({ income }, { water: true, nutrition: true }, false)).nearBoundary;
    const two = ['nutrition', 'water'];
    const rest = ids.filter((id) => id !== 'income_line' && !two.includes(id));
    expect(near(3_150_000)).toEqual(expect.arrayContaining(['income', ...two, ...rest]));
    expect(near(3_150_001)).not.toContain('income');
    expect(near(3_641_667)).toContain('income');
    expect(near(3_641_666)).not.toContain('income');
    expect(near(3_150_000)).not.toContain('income_line');
  });

  it('flips the mark on the income line where only the mark is known', () => {
    const verdict = judged(evidence({}, { income_line: true, dependents: true }, false));
    expect(verdict.nearBoundary).toEqual(['income_line', 'dependents']);
    expect(judge.changes(evidence({}, { income_line: true, dependents: true }, false)).every((c) => c.near)).toBe(true);
  });
});
