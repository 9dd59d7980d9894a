import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../src/criteria/criteria.ts';
import type { Predicate } from '../../src/criteria/predicate.ts';
import { decidingMembers } from '../../src/judge/deciding.ts';
import { setNamed } from '../fixtures.ts';
import { facts } from './facts.ts';

function conditionOf(id: string): Predicate {
  const condition = indicatorsOf(setNamed('vn-2022')).find((indicator) => indicator.id === id)?.deprived;
  if (!condition) throw new Error(id);
  return condition;
}

const insured: Predicate = { test: 'equals', field: 'insured', value: true };

describe('the members on whom a condition turns', () => {
  it('are those of whom it is certain, and those of whom it is not known', () => {
    const household = facts({}, [{ insured: true }, { insured: false }, {}], 1);
    expect(decidingMembers({ test: 'some_member', where: { test: 'not', of: insured } }, household)).toEqual({
      certain: [1],
      open: [2],
      unlisted: 1,
    });
  });

  it('are those who fail what every member must do', () => {
    const household = facts({}, [{ insured: true }, { insured: false }], 0);
    expect(decidingMembers({ test: 'every_member', where: insured }, household)?.certain).toEqual([1]);
  });

  it('are those who do what is denied of all: the one who uses the internet', () => {
    const household = facts({}, [{ uses_internet: false }, { uses_internet: true }]);
    expect(decidingMembers(conditionOf('telecom'), household)?.certain).toEqual([1]);
  });

  it('are not asked by a condition on the house', () => {
    expect(decidingMembers(conditionOf('housing_quality'), facts({}, [{}]))).toBeNull();
  });
});
