import { type Predicate, parts } from '../criteria/predicate.ts';
import type { Explained } from '../judge/explain.ts';
import { all, any, countTrue, not, reaches, type Truth } from '../judge/truth.ts';

/** How often one condition inside a rule came up. */
export interface ConditionCoverage {
  /** Where it stands in the rule, as in the file: `when.of.1`. */
  readonly path: string;
  readonly condition: Predicate;
  /** One of several ways to meet the condition it stands in. */
  readonly isChoice: boolean;
  /** Households for which it holds, and those for which it may. */
  readonly holds: number;
  readonly may_hold: number;
  /** Households whose class the rule gave, and would not have given without it. */
  readonly decided: number;
}

type Counts = { -readonly [key in keyof ConditionCoverage]: ConditionCoverage[key] };

/** Counters for every condition inside that of a rule, outermost first; the whole is counted with the rule. */
export function conditionCounts(when: Predicate | null): Counts[] {
  return when === null ? [] : inside(when, 'when');
}

function inside(p: Predicate, path: string): Counts[] {
  const isChoice = p.test === 'any' || p.test === 'count';
  return parts(p).flatMap((condition, at) => {
    const own = p.test === 'not' ? `${path}.of` : `${path}.of.${at}`;
    return [{ path: own, condition, isChoice, holds: 0, may_hold: 0, decided: 0 }, ...inside(condition, own)];
  });
}

/** Counts a household. `gave`: the rule gave it its class. The counts stand in the order of `conditionCounts`. */
export function countConditions(counts: readonly Counts[], when: Predicate, explained: Explained, gave: boolean): void {
  for (const [at, node] of [...below(explained)].entries()) {
    const count = counts[at];
    if (count === undefined) throw new Error('an explanation has the conditions of its rule');
    if (node.holds === null) count.may_hold++;
    if (node.holds !== true) continue;
    count.holds++;
    if (gave && truthWithout(when, explained, node) !== true) count.decided++;
  }
}

function* below(explained: Explained): Generator<Explained> {
  if (!('of' in explained) || !Array.isArray(explained.of)) return;
  for (const part of explained.of as readonly Explained[]) {
    yield part;
    yield* below(part);
  }
}

/** What a condition would come to if one inside it did not hold. */
function truthWithout(p: Predicate, explained: Explained, left: Explained): Truth {
  if (explained === left) return false;
  const of = 'of' in explained && Array.isArray(explained.of) ? (explained.of as readonly Explained[]) : [];
  const truths = parts(p).map((part, at) => truthWithout(part, of[at] as Explained, left));
  switch (p.test) {
    case 'all':
      return all(truths);
    case 'any':
      return any(truths);
    case 'count':
      return reaches(countTrue(truths), p.at_least);
    case 'not':
      return not(truths[0] ?? null);
    default:
      return explained.holds;
  }
}
