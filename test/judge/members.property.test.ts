import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../src/criteria/criteria.ts';
import { type Answers, derivedTruth, factsOf } from '../../src/judge/answers.ts';
import type { Truth } from '../../src/judge/truth.ts';
import { MEMBER_FIELDS } from '../../src/survey/fields.ts';
import { setNamed } from '../fixtures.ts';

const SETS = ['vn-2016', 'vn-2022', 'hcmc-2021', 'hcmc-2024'].map(setNamed);
type Member = Answers['members'][number];

/** A member of whom each thing is known or not; the age is often near a boundary of the law. */
const someMember = fc.record(
  Object.fromEntries(
    MEMBER_FIELDS.filter(({ id }) => !['relation', 'birth_year'].includes(id)).map(({ id, kind, codes }) => [
      id,
      id === 'age'
        ? fc.oneof(fc.constantFrom(2, 3, 5, 6, 11, 12, 15, 16, 17, 18, 30, 31), fc.integer({ min: 0, max: 99 }))
        : kind === 'flag'
          ? fc.boolean()
          : fc.constantFrom(...(codes ?? [])),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Member>;
const someMembers = fc.array(someMember, { minLength: 1, maxLength: 5 });

/** Every indicator of every set, by set and id. */
function truths(members: readonly Member[], unlisted: number, ways?: Answers['ways']): Readonly<Record<string, Truth>> {
  const answers = { fields: { size: members.length + unlisted }, members, ...(ways && { ways }) };
  return Object.fromEntries(
    SETS.flatMap((criteria) => {
      const facts = factsOf(answers, criteria);
      return indicatorsOf(criteria).map((one) => [`${criteria.id} ${one.id}`, derivedTruth(one, facts)] as const);
    }),
  );
}

describe('the members of a household', () => {
  it('may stand in any order', () => {
    const shuffled = someMembers.chain((members) =>
      fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.nat(2), ([members, others], unlisted) => {
        expect(truths(others, unlisted)).toEqual(truths(members, unlisted));
      }),
    );
  });

  it('are not deprived of insurance by one more who is insured', () => {
    fc.assert(
      fc.property(someMembers, someMember, fc.integer({ min: 6, max: 99 }), (members, more, age) => {
        const before = truths(members, 0);
        const after = truths([...members, { ...more, age, insured: true }], 0);
        for (const { id } of SETS) expect(after[`${id} health_insurance`]).toBe(before[`${id} health_insurance`]);
      }),
    );
  });

  it('never lose a deprivation of one of them by one more, where a single one is enough', () => {
    const ONE_IS_ENOUGH = ['employment', 'nutrition', 'health_insurance', 'adult_education', 'child_schooling'];
    fc.assert(
      fc.property(someMembers, someMember, (members, more) => {
        const [before, after] = [truths(members, 0), truths([...members, more], 0)];
        const deprived = Object.keys(before).filter(
          (key) => before[key] === true && ONE_IS_ENOUGH.includes(key.split(' ')[1] ?? ''),
        );
        expect(deprived.filter((key) => after[key] !== true)).toEqual([]);
      }),
    );
  });

  it('say nothing that listing one more of them could overturn', () => {
    fc.assert(
      fc.property(someMembers, someMember, (members, more) => {
        const [open, listed] = [truths(members, 1), truths([...members, more], 0)];
        const overturned = Object.keys(open).filter((key) => open[key] !== null && open[key] !== listed[key]);
        expect(overturned).toEqual([]);
      }),
    );
  });

  it('say nothing that an answer given later could overturn', () => {
    // `studying` and `school_level` answer for each other
    const field = fc.constantFrom('insured', 'education', 'work', 'wage_contract', 'able_to_work', 'stunted');
    fc.assert(
      fc.property(someMembers, fc.nat(4), field, (members, at, id) => {
        const blanked = members.map((one, place) => (place === at % members.length ? { ...one, [id]: null } : one));
        const [open, whole] = [truths(blanked, 0), truths(members, 0)];
        const overturned = Object.keys(open).filter((key) => open[key] !== null && open[key] !== whole[key]);
        expect(overturned).toEqual([]);
      }),
    );
  });

  it('whose age is one of two are known exactly where both ages say the same', () => {
    fc.assert(
      fc.property(someMember, fc.integer({ min: 0, max: 40 }), (member, age) => {
        const [younger, older] = [truths([{ ...member, age }], 0), truths([{ ...member, age: age + 1 }], 0)];
        const open = truths([{ ...member, age: null }], 0, [[{ age }, { age: age + 1 }]]);
        for (const key of Object.keys(open)) {
          expect([key, open[key]]).toEqual([key, younger[key] === older[key] ? younger[key] : null]);
        }
      }),
    );
  });
});
