import { finding } from '../../finding.ts';
import type { Household, Survey } from '../../survey/survey.ts';
import { addressOf } from '../address.ts';
import { ANSWERS } from '../basis.ts';
import type { MakeCheck } from './check.ts';

/** `N349`: households that refused or were absent. `W354`: such a household with answers, or with a class. */
export const outcome: MakeCheck = ({ survey, tell, count }) => {
  if (!survey.slots.has('outcome')) return null;
  const answers = survey.fields.flatMap(({ id, kind }, slot) =>
    kind === 'mark' || ANSWERS.includes(id) ? [slot] : [],
  );
  const recorded = survey.slots.get('recorded_class') ?? -1;
  return {
    see({ household }) {
      if (isReviewed(survey, household)) return;
      const said = outcomeOf(survey, household);
      const at = addressOf(survey, household, 'outcome');
      count(finding('N349', at, { data: { kind: said, outcome: said } }));
      const isWritten = (slot: number) => (household.cells[slot] ?? '') !== '';
      const what = answers.some(isWritten) ? 'answers' : isWritten(recorded) ? 'class' : null;
      if (what !== null) tell(finding('W354', at, { data: { outcome: said, what } }));
    },
  };
};

/** False for a household that is known to have refused or to have been absent. */
export function isReviewed(survey: Survey, household: Household): boolean {
  return !['refused', 'absent'].includes(outcomeOf(survey, household));
}

function outcomeOf({ slots }: Survey, { cells }: Household): string {
  return cells[slots.get('outcome') ?? -1] ?? '';
}
