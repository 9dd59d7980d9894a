import { finding } from '../../finding.ts';
import { addressOf } from '../address.ts';
import type { MakeCheck } from './check.ts';

/**
 * `W342`: the recorded class is not the computed one, or none of those that are still possible. `N343`: it is possible,
 * and the answers do not settle it; that it cannot be verified is an answer too.
 */
export const recordedClass: MakeCheck = ({ survey, sets, tell, count }) => {
  const slot = survey.slots.get('recorded_class');
  if (slot === undefined || sets.length === 0) return null;
  return {
    see({ household, assessments }) {
      const recorded = household.cells[slot] ?? '';
      if (recorded === '' || assessments === null) return;
      const at = () => addressOf(survey, household, 'recorded_class');
      for (const [n, { computed, verdict }] of assessments.entries()) {
        const criteria = sets[n]?.id ?? '';
        const possible: readonly string[] = computed === 'undecided' ? verdict.possible : [computed];
        // whoever is outside the population is on no list, and neither are the non-poor
        if (computed === 'out_of_scope' && recorded === 'non_poor') continue;
        if (!possible.includes(recorded))
          tell(finding('W342', at(), { data: { recorded, computed: possible, criteria } }));
        else if (computed === 'undecided') count(finding('N343', at(), { data: { kind: criteria, criteria } }));
      }
    },
  };
};
