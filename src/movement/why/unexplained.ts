import type { Coverage, ReviewedHousehold } from '../../results/reviewed.ts';
import type { Outcome } from '../../review/assess.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Changed } from './changes.ts';
import { isAnswered } from './facts.ts';
import type { Moved, State, Why } from './reason.ts';

/** A change that a person should look at again. */
export type Unexplained =
  /** Left the list without a form this year: refused or absent, without one answer, or without any row. */
  | { readonly kind: 'no_form'; readonly how: 'refused' | 'absent' | 'no_answers' | 'no_row' }
  /** The class is another, and no answer is. */
  | { readonly kind: 'no_answer_changed' }
  /** Left the list by a decision or a record, while the answers keep it there or do not decide: `computed`. */
  | { readonly kind: 'against_answers'; readonly computed: Outcome }
  /** The class is another because the area is. */
  | { readonly kind: 'area' }
  /** Split off from a household that was neither poor nor near-poor, and on the list at once. */
  | { readonly kind: 'split_off' };

/** A household of the later year, and the one it was split off from. */
export interface SplitMoved extends Moved {
  /** In the year before; null when it is not on that list, or the household was split off from none. */
  readonly origin: ReviewedHousehold | null;
}

/** What the two files are. */
export interface Files {
  readonly before: { readonly coverage: Coverage };
  readonly after: { readonly survey: Survey; readonly coverage: Coverage };
}

/** What about a change calls for a second look; null of a change that the answers or an event explain. */
export function unexplained(pair: SplitMoved, why: Why, { before, after }: Files): Unexplained | null {
  if (pair.before === null) return isSplitOff(pair, before.coverage) ? { kind: 'split_off' } : null;
  if (pair.after === null) {
    // an approved list does not say what became of those who are not on it
    const isTold = pair.event !== null || after.coverage === 'listed';
    return isListed(why.from) && !isTold ? { kind: 'no_form', how: 'no_row' } : null;
  }
  const how = withoutForm(pair.after, after.survey);
  if (isListed(why.from) && why.from !== why.to && !isListed(why.to) && how !== null) return { kind: 'no_form', how };
  const { reason } = why;
  if (reason.kind === 'unchanged') return { kind: 'no_answer_changed' };
  if (reason.kind === 'decided' || reason.kind === 'recorded') {
    if (!why.changes.some(isAnswer)) return { kind: 'no_answer_changed' };
    const { computed, year } = reason;
    const isAgainst = computed === 'undecided' || rank(computed) < rank(why.to);
    return year === 'after' && isExit(why) && isAgainst ? { kind: 'against_answers', computed } : null;
  }
  return reason.kind === 'moved_by' && reason.factors.includes('area') ? { kind: 'area' } : null;
}

/** Kinds that leave an exit without a reason. */
const WITHOUT_REASON: readonly Unexplained['kind'][] = ['no_form', 'no_answer_changed', 'against_answers'];

export function isWithoutReason({ kind }: Unexplained): boolean {
  return WITHOUT_REASON.includes(kind);
}

/** True when a household of a list became better off: nearer to none of the lists. A death or a move is no exit. */
export function isExit({ from, to }: Pick<Why, 'from' | 'to'>): boolean {
  return isListed(from) && rank(to) > rank(from);
}

export function isListed(state: State): state is 'poor' | 'near_poor' {
  return state === 'poor' || state === 'near_poor';
}

/** Poor, near-poor, neither; -1 for what is no class. */
function rank(state: State): number {
  return ['poor', 'near_poor', 'non_poor'].indexOf(state);
}

function withoutForm(household: ReviewedHousehold, survey: Survey): 'refused' | 'absent' | 'no_answers' | null {
  const outcome = household.cells[survey.slots.get('outcome') ?? -1] ?? '';
  if (outcome === 'refused' || outcome === 'absent') return outcome;
  // a list that records classes has answers of nobody
  return household.basis !== 'recorded' && !isAnswered(survey, household) ? 'no_answers' : null;
}

const ANSWERS: readonly Changed['what'][] = [
  'income',
  'b1',
  'b2',
  'area',
  'resolved',
  'arisen',
  'answered',
  'unanswered',
];

function isAnswer({ what }: Changed): boolean {
  return ANSWERS.includes(what);
}

/** On a list of poor and near-poor households alone, who is missing was neither. */
function isSplitOff({ after, event, origin }: SplitMoved, coverage: Coverage): boolean {
  if (after === null || event !== 'split_from' || !isListed(after.class)) return false;
  return origin === null ? coverage === 'listed' : origin.class === 'non_poor';
}
