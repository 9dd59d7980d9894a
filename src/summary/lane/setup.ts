import type { Reviewed } from '../../results/reviewed.ts';
import { type CountPlan, countPlan } from '../plan.ts';
import { marksOf } from '../summarize.ts';

/** What is the same for every block of a review that is counted by its bytes. */
export interface CountSetup extends Pick<Reviewed, 'survey' | 'keyFields' | 'criteria' | 'set'> {
  readonly plan: CountPlan;
  /** As `Counting` has it. */
  readonly byVillage: boolean;
  /** How a household that comes twice is found: by keys that do not grow, which costs next to nothing, or by the keys of all. */
  readonly keysBy: 'order' | 'hash';
}

export function setupOf(reviewed: Reviewed, byVillage: boolean): CountSetup {
  const { survey, keyFields, criteria, set } = reviewed;
  return { survey, keyFields, criteria, set, plan: countPlan(marksOf(reviewed)), byVillage, keysBy: 'order' };
}
