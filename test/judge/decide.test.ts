import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../src/criteria/criteria.ts';
import type { Predicate } from '../../src/criteria/predicate.ts';
import { compared, decide, type Facts, type Sign } from '../../src/judge/decide.ts';
import type { Truth } from '../../src/judge/truth.ts';
import { shipped } from '../criteria/shipped.ts';
import { facts } from './facts.ts';

function condition(set: string, id: string): Predicate {
  const found = indicatorsOf(shipped(set)).find((i) => i.id === id)?.deprived;
  if (!found) throw new Error(`${set} has no condition for ${id}`);
  return found;
}

/** A table of households for one indicator: each row is a sentence, the facts, and whether the household is deprived. */
function indicator(set: string, id: string, rows: readonly [string, Facts, Truth][]) {
  describe(`${id} of ${set}`, () => {
    const predicate = condition(set, id);
    it.each(rows)('%s', (_, household, deprived) => {
      expect(decide(predicate, household)).toBe(deprived);
    });
  });
}

const child = { age: 9, receives_social_allowance: false };
const adult = { age: 40, receives_social_allowance: false };
const pensioner = { age: 80, receives_social_allowance: true };
const unknownAge = { receives_social_allowance: false };

indicator('vn-2022', 'dependents', [
  ['2 of 4 is 50 %, not deprived', facts({}, [child, pensioner, adult, adult]), false],
  ['3 of 4 is deprived', facts({}, [child, child, pensioner, adult]), true],
  ['2 known and 1 unknown of 4 is unknown', facts({}, [child, pensioner, unknownAge, adult]), null],
  ['1 known and 1 unknown of 4 is not deprived', facts({}, [child, unknownAge, adult, adult]), false],
  ['3 of 4 is deprived whatever the fourth is', facts({}, [child, child, child, unknownAge]), true],
  ['2 of 3 and one unlisted member is unknown', facts({}, [child, child, adult], 1), null],
  ['1 of 3 and one unlisted member is not deprived', facts({}, [child, adult, adult], 1), false],
  ['3 of 4 and one unlisted member is deprived', facts({}, [child, child, child, adult], 1), true],
  ['3 of 3 is unknown when nobody knows how many there are', facts({}, [child, child, child], null), null],
  ['nobody listed of 3 is unknown', facts({}, [], 3), null],
  ['a household of nobody is unknown', facts({}, [], 0), null],
  [
    'an old person without allowance is no dependant',
    facts({}, [{ age: 80, receives_social_allowance: false }, adult]),
    false,
  ],
  ['the 16th birthday ends childhood', facts({}, [{ ...child, age: 16 }]), false],
]);

indicator('hcmc-2021', 'dependents', [
  ['2 of 4 is 50 %, deprived', facts({}, [child, pensioner, adult, adult]), true],
  ['1 known and 1 unknown of 4 is unknown', facts({}, [child, unknownAge, adult, adult]), null],
  ['1 of 4 is not deprived', facts({}, [child, adult, adult, adult]), false],
  ['1 of 3 and one unlisted member is unknown', facts({}, [child, adult, adult], 1), null],
]);

indicator('vn-2022', 'housing_area', [
  ['32 m² for 4 is not deprived', facts({ floor_area_per_person: 32 / 4 }), false],
  ['31 m² for 4 is deprived', facts({ floor_area_per_person: 31 / 4 }), true],
  ['an unknown area is unknown', facts(), null],
]);

indicator('hcmc-2021', 'housing_area', [
  ['5.9 m² in an inner district is deprived', facts({ zone: 'inner', floor_area_per_person: 5.9 }), true],
  ['6 m² in an inner district is not', facts({ zone: 'inner', floor_area_per_person: 6 }), false],
  ['6 m² in an outlying district is deprived', facts({ zone: 'outer', floor_area_per_person: 6 }), true],
  ['10 m² in an outlying district is not', facts({ zone: 'outer', floor_area_per_person: 10 }), false],
  ['8 m² somewhere is unknown', facts({ floor_area_per_person: 8 }), null],
  ['10 m² somewhere is not deprived', facts({ floor_area_per_person: 10 }), false],
]);

const worker = { able_to_work: true, wants_work: true, work: 'wage', wage_contract: true };
const farmer = { able_to_work: true, wants_work: true, work: 'own' };

indicator('vn-2022', 'employment', [
  ['one willing member without work is enough', facts({}, [worker, { ...worker, work: 'none' }]), true],
  ['wage work without a contract is deprived', facts({}, [{ ...worker, wage_contract: false }]), true],
  ['a farmer has no wage contract and lacks none', facts({}, [farmer]), false],
  ['who cannot work lacks no work', facts({}, [{ able_to_work: false, work: 'none' }]), false],
  ['who does not want work lacks none', facts({}, [{ able_to_work: true, wants_work: false, work: 'none' }]), false],
  ['wage work with an unknown contract is unknown', facts({}, [farmer, { work: 'wage' }]), null],
  ['one certain member outweighs an unknown one', facts({}, [{}, { ...worker, wage_contract: false }]), true],
  ['one unlisted member may be without work', facts({}, [farmer], 1), null],
]);

indicator('vn-2022', 'nutrition', [
  ['a stunted child is enough', facts({}, [{ age: 3, stunted: true, underweight: false }]), true],
  ['an underweight child is enough', facts({}, [{ age: 15, stunted: false, underweight: true }]), true],
  ['a child well fed is not deprived', facts({}, [{ age: 3, stunted: false, underweight: false }]), false],
  ['nobody under 16 is not deprived, unmeasured as they are', facts({}, [{ age: 16 }, { age: 70 }]), false],
  ['a child not measured is unknown', facts({}, [{ age: 3, stunted: false }]), null],
  ['one unlisted member may be a stunted child', facts({}, [{ age: 40 }], 1), null],
  ['a stunted member of unknown age is unknown', facts({}, [{ stunted: true }]), null],
  ['one stunted child is enough beside unlisted members', facts({}, [{ age: 3, stunted: true }], 2), true],
]);

indicator('vn-2022', 'health_insurance', [
  ['a member of 6 without is deprived', facts({}, [{ age: 6, insured: false }]), true],
  ['a member of 5 without is not', facts({}, [{ age: 5, insured: false }]), false],
  ['all insured is not deprived', facts({}, [{ age: 40, insured: true }, { insured: true }]), false],
  ['nobody of the age is not deprived', facts({}, [{ age: 5 }]), false],
  ['an unknown insurance is unknown', facts({}, [{ age: 40 }]), null],
  ['a household without members is not deprived', facts({}, [], 0), false],
  ['a household of unlisted members is unknown', facts({}, [], 2), null],
  ['a household of unknown size is unknown', facts({}, [{ age: 40, insured: true }], null), null],
]);

const young = { studying: false, work: 'none', vocational_certificate: false, certified_in_firm_training: false };

indicator('vn-2022', 'adult_education', [
  ['at 15 nobody is adult', facts({}, [{ ...young, age: 15, education: 'none' }]), false],
  ['at 16 primary school is not enough', facts({}, [{ ...young, age: 16, education: 'primary' }]), true],
  ['at 17 lower secondary is enough', facts({}, [{ ...young, age: 17, education: 'lower_secondary' }]), false],
  ['at 18 lower secondary is not enough', facts({}, [{ ...young, age: 18, education: 'lower_secondary' }]), true],
  ['at 30 it is not enough either', facts({}, [{ ...young, age: 30, education: 'lower_secondary' }]), true],
  ['at 31 nobody is asked', facts({}, [{ ...young, age: 31, education: 'none' }]), false],
  ['at 18 upper secondary is enough', facts({}, [{ ...young, age: 18, education: 'upper_secondary' }]), false],
  [
    'at 18 any vocational certificate is enough',
    facts({}, [{ ...young, age: 18, education: 'primary', vocational_certificate: true }]),
    false,
  ],
  ['who studies is not deprived', facts({}, [{ ...young, age: 20, education: 'primary', studying: true }]), false],
  [
    'certified training in a firm counts as met for who is employed',
    facts({}, [{ ...young, age: 20, education: 'primary', work: 'wage', certified_in_firm_training: true }]),
    false,
  ],
  [
    'certified training does not count for who is not employed',
    facts({}, [{ ...young, age: 20, education: 'primary', certified_in_firm_training: true }]),
    true,
  ],
  ['an unknown level is unknown', facts({}, [{ ...young, age: 20 }]), null],
]);

indicator('vn-2022', 'child_schooling', [
  ['at 2 no school is asked', facts({}, [{ age: 2, school_level: 'none' }]), false],
  ['at 3 a child belongs in pre-school', facts({}, [{ age: 3, school_level: 'none' }]), true],
  ['at 5 pre-school is enough', facts({}, [{ age: 5, school_level: 'preschool' }]), false],
  ['at 6 pre-school is not enough', facts({}, [{ age: 6, school_level: 'preschool' }]), true],
  ['at 11 primary school is enough', facts({}, [{ age: 11, school_level: 'primary' }]), false],
  ['at 11 a higher level is met', facts({}, [{ age: 11, school_level: 'lower_secondary' }]), false],
  ['at 12 primary school is not enough', facts({}, [{ age: 12, school_level: 'primary' }]), true],
  ['at 15 upper secondary is met', facts({}, [{ age: 15, school_level: 'upper_secondary' }]), false],
  ['at 15 no school is deprived', facts({}, [{ age: 15, school_level: 'none' }]), true],
  ['at 16 no school is asked', facts({}, [{ age: 16, school_level: 'none' }]), false],
  ['an unknown level is unknown', facts({}, [{ age: 10 }]), null],
  ['a child out of school is enough beside an unknown one', facts({}, [{}, { age: 10, school_level: 'none' }]), true],
]);

indicator('vn-2022', 'housing_quality', [
  ['one weak part is not deprived', facts({ wall: 'non_durable', pillar: 'durable', roof: 'durable' }), false],
  ['two weak parts are deprived', facts({ wall: 'non_durable', pillar: 'durable', roof: 'non_durable' }), true],
  ['two weak parts are enough without the third', facts({ wall: 'non_durable', roof: 'non_durable' }), true],
  ['two sound parts are enough without the third', facts({ wall: 'durable', roof: 'durable' }), false],
  ['one weak, one sound, one unknown is unknown', facts({ wall: 'durable', roof: 'non_durable' }), null],
]);

indicator('vn-2022', 'water', [
  ['rain is clean', facts({ water_source: 'rain' }), false],
  ['any other source is not', facts({ water_source: 'other_unclean' }), true],
  ['an unknown source is unknown', facts(), null],
]);

indicator('vn-2022', 'toilet', [
  ['a two-vault toilet is hygienic', facts({ toilet_type: 'two_vault' }), false],
  ['another one is not', facts({ toilet_type: 'other_unhygienic' }), true],
  ['none is not', facts({ toilet_type: 'none' }), true],
  ['an unknown one is unknown', facts(), null],
]);

indicator('vn-2022', 'telecom', [
  ['one user is enough', facts({}, [{}, { uses_internet: true }], 3), false],
  ['no user is deprived', facts({}, [{ uses_internet: false }]), true],
  ['one unlisted member may be a user', facts({}, [{ uses_internet: false }], 1), null],
]);

indicator('vn-2022', 'information_means', [
  ['one device is enough', facts({ information_devices: ['radio'] }), false],
  ['none is deprived', facts({ information_devices: ['none'] }), true],
  ['an unknown answer is unknown', facts(), null],
]);

describe('a comparison', () => {
  it.each<[Sign | null, Truth, Truth, Truth, Truth]>([
    [-1, true, true, false, false],
    [0, false, true, false, true],
    [1, false, false, true, true],
    [null, null, null, null, null],
  ])('of sign %j is below, at most, above, at least: %j, %j, %j, %j', (sign, below, atMost, above, atLeast) => {
    expect(compared('below', sign)).toBe(below);
    expect(compared('at_most', sign)).toBe(atMost);
    expect(compared('above', sign)).toBe(above);
    expect(compared('at_least', sign)).toBe(atLeast);
  });
});

describe('a condition on members', () => {
  const insured: Predicate = { test: 'equals', field: 'insured', value: true };
  const every: Predicate = { test: 'every_member', where: insured };
  const two: Predicate = { test: 'count_members', where: insured, at_least: 2 };

  it.each<[string, Facts, Truth, Truth]>([
    ['all hold', facts({}, [{ insured: true }, { insured: true }]), true, true],
    ['one does not', facts({}, [{ insured: true }, { insured: false }]), false, false],
    ['one may', facts({}, [{ insured: true }, {}]), null, null],
    ['one unlisted may', facts({}, [{ insured: true }, { insured: true }], 1), null, true],
    ['one fails, one is unlisted', facts({}, [{ insured: true }, { insured: false }], 1), false, null],
    ['nobody knows how many more there are', facts({}, [{ insured: false }], null), false, null],
    ['nobody is there', facts(), true, false],
  ])('when %s', (_, household, everyMember, twoMembers) => {
    expect(decide(every, household)).toBe(everyMember);
    expect(decide(two, household)).toBe(twoMembers);
  });

  it('says what every way of filling the members says', () => {
    const member = fc.constantFrom(true, false, null);
    const predicate = fc.oneof(
      fc.constantFrom<Predicate>({ test: 'some_member', where: insured }, every),
      fc.integer({ min: 1, max: 4 }).map((least): Predicate => ({ ...two, at_least: least }) as Predicate),
      fc
        .tuple(fc.constantFrom('above', 'at_least'), fc.constantFrom(0, 25, 33, 34, 50, 66, 67, 75, 100))
        .map(
          ([comparison, percent]): Predicate =>
            ({ test: 'share_members', where: insured, comparison, percent }) as Predicate,
        ),
    );
    fc.assert(
      fc.property(
        predicate,
        fc.array(member, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 2 }),
        (p, listed, unlisted) => {
          const known = (all: readonly (boolean | null)[]) =>
            facts(
              {},
              all.map((value) => ({ insured: value })),
            );
          let filled: boolean[][] = [[]];
          for (const value of [...listed, ...Array.from({ length: unlisted }, () => null)]) {
            filled = filled.flatMap((head) => (value === null ? [true, false] : [value]).map((one) => [...head, one]));
          }
          const said = new Set(filled.map((all) => decide(p, known(all))));
          const household = facts(
            {},
            listed.map((value) => ({ insured: value })),
            unlisted,
          );
          expect(decide(p, household)).toBe(said.size === 1 ? [...said][0] : null);
        },
      ),
    );
  });
});

describe('a condition on the household', () => {
  const clean: Predicate = { test: 'equals', field: 'clean', value: true };
  const near: Predicate = { test: 'one_of', field: 'zone', values: ['inner', 'outer'] };

  it('holds for one of several values', () => {
    expect(decide(near, facts({ zone: 'outer' }))).toBe(true);
    expect(decide(near, facts({ zone: 'far' }))).toBe(false);
    expect(decide(near, facts())).toBeNull();
  });

  it('counts its parts', () => {
    const two: Predicate = { test: 'count', of: [clean, near, { test: 'deprived', indicator: 'water' }], at_least: 2 };
    expect(decide(two, facts({ clean: true, zone: 'inner' }))).toBe(true);
    expect(decide(two, facts({ clean: true, zone: 'far' }))).toBeNull();
    expect(decide(two, facts({ clean: false, zone: 'far', water: true }))).toBe(false);
  });

  it('joins and turns its parts as the truth table does', () => {
    const both: Predicate = { test: 'all', of: [clean, near] };
    const either: Predicate = { test: 'any', of: [clean, near] };
    expect(decide(both, facts({ clean: false }))).toBe(false);
    expect(decide(both, facts({ clean: true }))).toBeNull();
    expect(decide(either, facts({ clean: true }))).toBe(true);
    expect(decide({ test: 'not', of: either }, facts({ clean: true }))).toBe(false);
    expect(decide({ test: 'not', of: either }, facts({ clean: false }))).toBeNull();
  });
});
