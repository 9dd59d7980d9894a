import { type Criteria, indicatorsOf } from '../../criteria/criteria.ts';
import { finding } from '../../finding.ts';
import { addressOf } from '../address.ts';
import type { MakeCheck } from './check.ts';
import { isReviewed } from './outcome.ts';

/**
 * `W340`: the answers that are missing and decide the class. Not for a list that only records classes (`N343` says what
 * cannot be verified), nor for a household that nobody could ask,
 * nor where the class was decided all the same.
 */
export const missingAnswers: MakeCheck = ({ survey, sets, tell }) => {
  if (sets.length === 0) return null;
  const titles = sets.map(titlesOf);
  return {
    see({ household, assessments }) {
      if (assessments === null || !isReviewed(survey, household)) return;
      for (const [at, { class: outcome, basis, verdict }] of assessments.entries()) {
        if (outcome !== 'undecided' || basis === 'recorded') continue;
        const questions = verdict.undecidedFor;
        const title = titles[at] ?? { vi: String, en: String };
        const data = {
          criteria: sets[at]?.id ?? '',
          questions,
          vi: questions.map(title.vi),
          en: questions.map(title.en),
        };
        const [first] = questions;
        // a row lacks one answer or several: it is the column only when it is one
        const { column, field, ...row } = addressOf(survey, household, first ?? '');
        const isOne = questions.length === 1;
        tell(
          finding(
            'W340',
            { ...row, ...(isOne && { field }), ...(isOne && column !== undefined && { column }) },
            { data },
          ),
        );
      }
    },
  };
};

/** The title of each indicator of a set; what is none, such as `income`, keeps its name. */
function titlesOf(criteria: Criteria) {
  const titles = new Map(indicatorsOf(criteria).map(({ id, title }) => [id, title]));
  return {
    vi: (id: string) => titles.get(id)?.vi ?? id,
    en: (id: string) => titles.get(id)?.en ?? id,
  };
}
