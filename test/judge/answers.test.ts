import { describe, expect, it } from 'vitest';
import { type Criteria, indicatorsOf } from '../../src/criteria/criteria.ts';
import type { Predicate } from '../../src/criteria/predicate.ts';
import { type Answers, derivedTruth, factsOf } from '../../src/judge/answers.ts';
import { decide } from '../../src/judge/decide.ts';
import type { Truth } from '../../src/judge/truth.ts';
import { shipped } from '../criteria/shipped.ts';

const nation = shipped('vn-2022');

/** Whether a condition holds for a household of these answers. */
function holds(condition: Predicate, answers: Partial<Answers>, criteria: Criteria = nation): Truth {
  return decide(condition, factsOf({ fields: {}, members: [], ...answers }, criteria));
}

/** What the answers make of one indicator of a set. */
function told(id: string, answers: Partial<Answers>, criteria: Criteria = nation): Truth {
  const indicator = indicatorsOf(criteria).find((i) => i.id === id);
  if (indicator === undefined) throw new Error(id);
  return derivedTruth(indicator, factsOf({ fields: {}, members: [], ...answers }, criteria));
}

describe('an answer that is not there', () => {
  const conditions: Predicate[] = [
    { test: 'below', field: 'income', value: { line: 'poverty' } },
    { test: 'equals', field: 'area', value: 'rural' },
    { test: 'includes_any', field: 'information_devices', values: ['tv'] },
    { test: 'below', field: 'floor_area_per_person', value: 8 },
    { test: 'deprived', indicator: 'water' },
    { test: 'some_member', where: { test: 'equals', field: 'insured', value: false } },
  ];

  it.each(conditions)('is unknown to $test', (condition) => {
    expect(holds(condition, {})).toBeNull();
    expect(holds({ test: 'not', of: condition }, {})).toBeNull();
  });

  it('is unknown for every indicator of every national set', () => {
    for (const set of ['vn-2016', 'vn-2022', 'vn-2027']) {
      const criteria = shipped(set);
      expect(indicatorsOf(criteria).map((i) => told(i.id, {}, criteria))).toEqual(
        indicatorsOf(criteria).map(() => null),
      );
    }
  });
});

describe('the members', () => {
  const uninsured: Predicate = { test: 'some_member', where: { test: 'equals', field: 'insured', value: false } };

  it('that were not listed may be anything', () => {
    const members = [{ insured: true }];
    expect(holds(uninsured, { fields: { size: 1 }, members })).toBe(false);
    expect(holds(uninsured, { fields: { size: 2 }, members })).toBeNull();
    expect(holds(uninsured, { members })).toBeNull();
    expect(holds(uninsured, { fields: { size: 2 }, members: [{ insured: false }] })).toBe(true);
  });

  it('give a share between the lowest and the highest it may be', () => {
    const allowance = { receives_social_allowance: false };
    const members = [{ age: 40, ...allowance }, { age: 15 }, { age: 3 }];
    expect(told('dependents', { fields: { size: 3 }, members })).toBe(true);
    expect(told('dependents', { fields: { size: 4 }, members })).toBeNull();
    expect(told('dependents', { fields: { size: 6 }, members: [...members, { age: 16, ...allowance }] })).toBeNull();
    expect(told('dependents', { fields: { size: 4 }, members: [...members, { age: 16, ...allowance }] })).toBe(false);
    expect(told('dependents', { members })).toBeNull();
  });

  it('of whom nobody asked about an allowance may draw one', () => {
    const members = [{ age: 40 }, { age: 38 }, { age: 10 }, { age: 5 }];
    expect(told('dependents', { fields: { size: 4 }, members })).toBeNull();
  });

  it('are at no level of school when they do not study, and study when they are at one', () => {
    const child = (answers: Answers['members'][number]) => ({
      fields: { size: 1 },
      members: [{ age: 10, ...answers }],
    });
    expect(told('child_schooling', child({ studying: false }))).toBe(true);
    expect(told('child_schooling', child({ studying: true }))).toBeNull();
    const before = shipped('vn-2016');
    expect(told('child_schooling', child({ school_level: 'primary' }), before)).toBe(false);
    expect(told('child_schooling', child({ school_level: 'none' }), before)).toBeNull();
  });

  it('answer for the household what only it can answer', () => {
    const condition: Predicate = { test: 'some_member', where: { test: 'deprived', indicator: 'water' } };
    expect(holds(condition, { fields: { size: 1, water_source: 'other_unclean' }, members: [{}] })).toBe(true);
  });
});

describe('an age told by a year', () => {
  const born = (years: readonly number[], more: Answers['members'][number] = {}) => ({
    fields: { size: 1 },
    members: [{ age: null, ...more }],
    ways: [years.map((age) => ({ age }))],
  });

  it('is known where both ages say the same', () => {
    expect(told('health_insurance', born([6, 7], { insured: false }))).toBe(true);
    expect(told('health_insurance', born([4, 5], { insured: false }))).toBe(false);
    expect(told('health_insurance', born([5, 6], { insured: false }))).toBeNull();
    expect(told('health_insurance', born([5, 6], { insured: true }))).toBe(false);
  });

  it('is tried as a whole: at 17 and at 18 primary school is not enough, though for different reasons', () => {
    const dropout = { studying: false, education: 'primary', vocational_certificate: false, work: 'none' };
    expect(told('adult_education', born([17, 18], dropout))).toBe(true);
    expect(told('adult_education', born([17, 18], { ...dropout, education: 'lower_secondary' }))).toBeNull();
    expect(told('adult_education', born([30, 31], dropout))).toBeNull();
    expect(told('adult_education', born([31, 32], dropout))).toBe(false);
    expect(told('adult_education', born([14, 15], dropout))).toBe(false);
  });

  it('leaves a child between two levels open, unless the higher one is met', () => {
    expect(told('child_schooling', born([11, 12], { school_level: 'primary' }))).toBeNull();
    expect(told('child_schooling', born([11, 12], { school_level: 'lower_secondary' }))).toBe(false);
    expect(told('child_schooling', born([15, 16], { school_level: 'none' }))).toBeNull();
    expect(told('child_schooling', born([5, 6], { school_level: 'preschool' }))).toBeNull();
    expect(told('child_schooling', born([5, 6], { school_level: 'none' }))).toBe(true);
  });

  it('leaves a dependant open between fifteen and sixteen', () => {
    const allowance = { receives_social_allowance: false };
    expect(told('dependents', born([14, 15], allowance))).toBe(true);
    expect(told('dependents', born([15, 16], allowance))).toBeNull();
    expect(told('dependents', born([16, 17], allowance))).toBe(false);
  });

  it('of a birth before 1986 asks nothing of adults under the set of 2016', () => {
    const before = shipped('vn-2016');
    const adult = { age: 39, studying: false, education: 'primary' };
    const years = (...all: number[]) => ({
      fields: { size: 1 },
      members: [adult],
      ways: [all.map((birth_year) => ({ birth_year }))],
    });
    expect(told('adult_education', years(1984, 1985), before)).toBe(false);
    expect(told('adult_education', years(1985, 1986), before)).toBeNull();
    expect(told('adult_education', years(1986, 1987), before)).toBe(true);
  });
});

describe('a ratio', () => {
  it.each([
    [32, 4, false],
    [31.9, 4, true],
    [23.99, 3, true],
    [24, 3, false],
    [null, 4, null],
    [32, null, null],
  ] as const)('of %s m² among %s under 8 m² is %s', (floor, size, expected) => {
    expect(told('housing_area', { fields: { floor_area: floor, size } })).toBe(expected);
  });

  it('of a household of unknown size is told when the members listed are too many already', () => {
    const listed = (persons: number, floor: number | null, size: number | null = null) => ({
      fields: { floor_area: floor, size },
      members: Array.from({ length: persons }, () => ({})),
    });
    expect(told('housing_area', listed(4, 31.9))).toBe(true);
    expect(told('housing_area', listed(4, 32))).toBeNull();
    expect(told('housing_area', listed(4, 90))).toBeNull();
    expect(told('housing_area', listed(4, null))).toBeNull();
    expect(told('housing_area', listed(0, 31.9))).toBeNull();
    expect(told('housing_area', listed(4, 90, 6))).toBe(false);
  });

  it('is exact where division would round', () => {
    const condition: Predicate = { test: 'below', field: 'floor_area_per_person', value: '1/3' };
    expect(holds(condition, { fields: { floor_area: 1, size: 3 } })).toBe(false);
    expect(holds(condition, { fields: { floor_area: 0.1, size: 3 } })).toBe(true);
    const tenth: Predicate = { test: 'at_most', field: 'floor_area_per_person', value: '0.1' };
    expect(holds(tenth, { fields: { floor_area: 0.3, size: 3 } })).toBe(true);
  });
});

describe('an amount', () => {
  const below: Predicate = { test: 'at_most', field: 'income', value: { line: 'poverty' } };

  it('is that of the area, and of both when the area is blank', () => {
    expect(holds(below, { fields: { area: 'rural', income: 1_800_000 } })).toBe(false);
    expect(holds(below, { fields: { area: 'urban', income: 1_800_000 } })).toBe(true);
    expect(holds(below, { fields: { income: 1_800_000 } })).toBeNull();
    expect(holds(below, { fields: { income: 1_200_000 } })).toBe(true);
    expect(holds(below, { fields: { income: 9_000_000 } })).toBe(false);
  });

  it('of a year is met by twelve times the month', () => {
    const city = shipped('hcmc-2024');
    expect(holds(below, { fields: { income: 3_833_333 } }, city)).toBe(true);
    expect(holds(below, { fields: { income: 3_833_334 } }, city)).toBe(false);
  });

  it('may be a parameter', () => {
    const condition: Predicate = { test: 'at_least', field: 'size', value: { param: 'cutoff' } };
    expect(holds(condition, { fields: { size: 3 } })).toBe(true);
    expect(holds(condition, { fields: { size: 2 } })).toBe(false);
  });
});

describe('a list', () => {
  it('holds everything there is', () => {
    expect(told('information_means', { fields: { information_devices: ['none'] } })).toBe(true);
    expect(told('information_means', { fields: { information_devices: ['radio', 'tv'] } })).toBe(false);
    expect(told('information_means', { fields: { information_devices: null } })).toBeNull();
  });
});

describe('a condition on another indicator', () => {
  const condition: Predicate = { test: 'deprived', indicator: 'water' };

  it('takes the mark, else what the answers say', () => {
    expect(holds(condition, { fields: { water_source: 'tap' }, marks: { water: true } })).toBe(true);
    expect(holds(condition, { fields: { water_source: 'tap' } })).toBe(false);
    expect(holds({ test: 'deprived', indicator: 'no_such' }, {})).toBeNull();
  });

  it('that leads back to itself is unknown', () => {
    const criteria: Criteria = {
      ...nation,
      dimensions: nation.dimensions.map((d) => ({
        ...d,
        indicators: d.indicators.map((i) => (i.id === 'water' ? { ...i, deprived: condition } : i)),
      })),
    };
    expect(told('water', { fields: { water_source: 'tap' } }, criteria)).toBeNull();
  });
});

it('an indicator without a condition is unknown whatever was answered', () => {
  expect(told('waste', { fields: { size: 1 }, members: [{ age: 40 }] }, shipped('vn-2027'))).toBeNull();
});
