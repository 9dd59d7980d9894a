import type { ReviewedHousehold } from '../../results/reviewed.ts';
import type { Survey } from '../../survey/survey.ts';

/** Numbers of citizens among the members; those without one are left out. */
export function personIdsOf({ memberSlots }: Survey, { members }: ReviewedHousehold): readonly string[] {
  return numbersIn(members, memberSlots.get('id_number') ?? -1);
}

/** What members have in a slot; those without anything are left out. */
export function numbersIn(members: ReviewedHousehold['members'], slot: number): readonly string[] {
  return members.flatMap(({ cells }) => cells[slot] || []);
}
