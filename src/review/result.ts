import type { Truth } from '../judge/truth.ts';
import { RESULT_FIELDS } from '../survey/fields.ts';
import type { Household, Survey } from '../survey/survey.ts';
import type { Assessment } from './assess.ts';

/** The headings of a result file: every recognised column, the kept ones, then what was decided. */
export function resultHeadings(survey: Survey): readonly string[] {
  return [...survey.fields.map((f) => f.id), ...survey.kept, ...RESULT_FIELDS];
}

/** One row of a result file, in canonical spellings; lists are joined by `;`, unknown is blank. */
export function resultRow(household: Household, assessment: Assessment, id: string, hash: string): readonly string[] {
  const { verdict, computed } = assessment;
  const cells = [...household.cells];
  for (const { slot, value } of assessment.derived) cells[slot] = value;
  const inScope = computed !== 'out_of_scope';
  return [
    ...cells,
    assessment.class,
    computed,
    inScope ? verdict.possible.join(';') : computed,
    mark(averageLiving(assessment)),
    String(verdict.deprivations),
    String(verdict.deprivationsMax),
    assessment.basis,
    assessment.line === null ? '' : String(assessment.line),
    mark(verdict.belowLine),
    inScope ? verdict.undecidedFor.join(';') : '',
    inScope ? verdict.nearBoundary.join(';') : '',
    id,
    hash,
    mark(assessment.agrees),
  ];
}

/** The band is for non-poor households: a decision that makes a household poor takes it out. */
export function averageLiving({ class: outcome, computed, verdict }: Assessment): Truth {
  if (computed === 'out_of_scope' || verdict.averageLiving === null) return null;
  return outcome === 'poor' || outcome === 'near_poor' ? false : verdict.averageLiving;
}

function mark(truth: Truth): string {
  return truth === null ? '' : truth ? '1' : '0';
}
