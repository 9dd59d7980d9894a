import { indicatorsOf } from '../criteria/criteria.ts';
import { decidingMembers } from '../judge/deciding.ts';
import type { Reviewed, ReviewedHousehold } from '../results/reviewed.ts';
import { makeDeriver } from '../review/derive.ts';
import { CHILD_COUNTS } from './plan.ts';

/** What a household's members add to the counts of children, by place in `CHILD_COUNTS`; null when none are listed. */
export type ChildrenOf = (household: ReviewedHousehold) => readonly number[] | null;

/**
 * Counts the children of households by the conditions of the review's own set: a child is deprived in an indicator when it is
 * one of the members on whom the household's deprivation turns. Null when no members are known, or the set is not at hand.
 * `under`: full years on the day of the review.
 */
export function childrenReader({ survey, set, date }: Reviewed, under: number): ChildrenOf | null {
  const derive = set === null ? null : makeDeriver(survey, set, date);
  if (set === null || derive === null) return null;
  const conditions = CHILD_COUNTS.map((id) => indicatorsOf(set).find((one) => one.id === id)?.deprived ?? null);
  return (household) => {
    if (household.members.length === 0) return null;
    const { answers, facts } = derive(household);
    const ages = answers.members.map(({ age }, member) => agesOf(age, answers.ways?.[member] ?? []));
    const isChild = (member: number) => isUnder(ages[member] ?? [], under) === true;
    return CHILD_COUNTS.map((id, at) => {
      if (id === 'children') return ages.filter((_, member) => isChild(member)).length;
      if (id === 'age_unknown') return ages.filter((possible) => isUnder(possible, under) === null).length;
      const condition = conditions[at] ?? null;
      const certain = condition === null ? [] : (decidingMembers(condition, facts)?.certain ?? []);
      return certain.filter(isChild).length;
    });
  };
}

type Ways = readonly Readonly<Record<string, unknown>>[];

/** Every age that a member may have: a birth told by its year leaves two. None: nothing is known. */
function agesOf(age: unknown, ways: Ways): readonly number[] {
  return [age, ...ways.map((way) => way.age)].filter((one) => typeof one === 'number');
}

/** Null when some of the ages are and some are not, or none is known. */
function isUnder(ages: readonly number[], under: number): boolean | null {
  if (ages.length === 0) return null;
  const isEach = ages.map((age) => age < under);
  return isEach.every((is) => is === isEach[0]) ? (isEach[0] ?? null) : null;
}
