import { compare, type Exact, exact, minus, over, times, ZERO } from '../../text/exact.ts';
import type { Target } from './target.ts';

/** The figures of one class in one place that a target is judged by; null what is not known. */
export interface Figures {
  /** Households at the baseline and at the end. */
  readonly opening: number | null;
  readonly closing: number | null;
  /** All resident households then. */
  readonly openingOf: number | null;
  readonly closingOf: number | null;
  /** Households that escaped between the two. */
  readonly grossExits: number | null;
}

/** Why a target cannot be measured: there is no stock, no denominator, no pairs of households; or the standard changed. */
export type Obstacle = 'opening' | 'closing' | 'denominator' | 'pairs' | 'standard';

export interface Judged {
  /** What the target comes to here, and what was reached: households; for rates and points per cent. Null when unknown. */
  readonly goal: Exact | null;
  readonly reached: Exact | null;
  /** `reached / goal`; null when the goal is nothing. */
  readonly achievement: Exact | null;
  readonly met: boolean | null;
  readonly gross: number | null;
  /** Households fewer; negative when there are more. */
  readonly net: number | null;
  readonly obstacle: Obstacle | null;
}

/** Judges a target, exactly. Under another standard at the baseline only what needs no baseline is judged. */
export function judgeTarget(target: Target, figures: Figures, isSameStandard: boolean): Judged {
  const { opening, closing, grossExits } = figures;
  const isComparable = isSameStandard || target.kind === 'ceiling';
  const net = isSameStandard && opening !== null && closing !== null ? opening - closing : null;
  const gross = isSameStandard ? grossExits : null;
  const [goal, reached] = [goalOf(target, figures), reachedOf(target, figures, { gross, net })];
  const obstacle = isComparable ? obstacleOf(target, figures, reached) : 'standard';
  const isMeasured = obstacle === null && goal !== null && reached !== null;
  const ahead = isMeasured ? compare(reached, goal) : null;
  return {
    goal: isComparable ? goal : null,
    reached: isMeasured ? reached : null,
    achievement: isMeasured && compare(goal, ZERO) !== 0 ? over(reached, goal) : null,
    met: ahead === null ? null : target.kind === 'ceiling' ? ahead <= 0 : ahead >= 0,
    gross,
    net,
    obstacle,
  };
}

function goalOf({ kind, value }: Target, { opening }: Figures): Exact | null {
  const asked = exact(value.n, value.d);
  if (kind !== 'percent_of_opening') return asked;
  return opening === null ? null : times(asked, exact(opening, 100));
}

function reachedOf(
  { kind, isRate, measure }: Target,
  { opening, closing, openingOf, closingOf }: Figures,
  { gross, net }: { readonly gross: number | null; readonly net: number | null },
): Exact | null {
  const percent = (n: number | null, of: number | null) => (n === null || !of ? null : exact(100 * n, of));
  switch (kind) {
    case 'pp_reduction': {
      const [before, after] = [percent(opening, openingOf), percent(closing, closingOf)];
      return before === null || after === null ? null : minus(before, after);
    }
    case 'percent_of_opening':
    case 'count': {
      const fall = measure === 'gross' ? gross : net;
      return fall === null ? null : exact(fall);
    }
    case 'ceiling':
      return isRate ? percent(closing, closingOf) : closing === null ? null : exact(closing);
  }
}

/** The first thing that is missing. */
function obstacleOf({ kind, isRate, measure }: Target, figures: Figures, reached: Exact | null): Obstacle | null {
  const needsOpening = kind === 'pp_reduction' || kind === 'percent_of_opening' || measure === 'net';
  if (needsOpening && figures.opening === null) return 'opening';
  if (figures.closing === null && measure !== 'gross') return 'closing';
  if (reached !== null) return null;
  return kind === 'pp_reduction' || isRate ? 'denominator' : 'pairs';
}
