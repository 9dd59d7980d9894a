import type { Part } from '../criteria/mixture.ts';
import { makeExchange } from '../judge/exchange.ts';
import type { Judge } from '../judge/judge.ts';
import type { Household, Survey } from '../survey/survey.ts';
import type { Assessment, Assessor, Outcome } from './assess.ts';
import { evidenceReader } from './reading.ts';

/** Why two sets class one household differently; several together are joined by `;`. */
export type Reason =
  | 'population'
  | 'answers'
  | Part
  | 'line;indicators'
  | 'line;rules'
  | 'indicators;rules'
  | 'line;indicators;rules';

/** One household's class under two sets, and how many households moved so. */
export interface Move {
  readonly from: Outcome;
  readonly to: Outcome;
  households: number;
  readonly reasons: Map<Reason, number>;
}

/** The households that two sets class differently, counted. */
export interface SideBySide {
  /** Positions of the two sets in the run. */
  readonly before: number;
  readonly after: number;
  readonly moves: Map<string, Move>;
}

/** An empty count of the first set against each of the others. */
export function emptySideBySide(sets: number): readonly SideBySide[] {
  return Array.from({ length: Math.max(0, sets - 1) }, (_, at) => ({ before: 0, after: at + 1, moves: new Map() }));
}

/** Counts households that are assessed alike where their class differs. */
export function countMoves(pairs: readonly SideBySide[], assessments: readonly Assessment[], households = 1): void {
  for (const { before, after, moves } of pairs) {
    const [a, b] = [assessments[before], assessments[after]];
    if (a === undefined || b === undefined || a.class === b.class) continue;
    const key = `${a.class}:${b.class}`;
    const move = moves.get(key) ?? { from: a.class, to: b.class, households: 0, reasons: new Map<Reason, number>() };
    const reason = reasonOf(a, b);
    move.households += households;
    move.reasons.set(reason, (move.reasons.get(reason) ?? 0) + households);
    moves.set(key, move);
  }
}

/** Why the second class is another than the first: who counts, what is missing, or what `movedBy` says. */
function reasonOf(a: Assessment, b: Assessment): Reason {
  if ((a.computed === 'out_of_scope') !== (b.computed === 'out_of_scope')) return 'population';
  if (a.computed === 'undecided' || b.computed === 'undecided') return 'answers';
  if (b.movedBy === undefined) throw new Error('a household moved and nobody asked why');
  return b.movedBy.join(';') as Reason;
}

/** Adds to the assessments of a household what moves it from its class under the first set. */
export function moveFinder(
  survey: Survey,
  assessors: readonly Assessor[],
): (household: Household, assessments: readonly Assessment[]) => readonly Assessment[] {
  if (assessors.length < 2) return (_, assessments) => assessments;
  const readers = assessors.map(({ criteria }) => evidenceReader(criteria, survey));
  const [first, ...others] = assessors.map(({ judge }) => judge);
  const exchanges = first === undefined ? [] : others.map((judge) => exchangeOf(first, judge));
  return ({ cells }, assessments) =>
    assessments.map((assessment, at) => {
      const [from] = assessments;
      if (from === undefined || !isMove(from, assessment)) return assessment;
      const [ofFirst, own] = [readers[0]?.(cells), readers[at]?.(cells)];
      const exchange = exchanges[at - 1];
      if (ofFirst === undefined || own === undefined || exchange === undefined) return assessment;
      return { ...assessment, movedBy: exchange(ofFirst, own) };
    });
}

/** Points and income have no part in common that could be exchanged: what differs is the rules. */
function exchangeOf(a: Judge, b: Judge): ReturnType<typeof makeExchange> {
  return a.table.basis === b.table.basis ? makeExchange(a, b) : () => ['rules'];
}

function isMove(a: Assessment, b: Assessment): boolean {
  const isDecided = ({ computed }: Assessment) => computed !== 'undecided' && computed !== 'out_of_scope';
  return a.computed !== b.computed && isDecided(a) && isDecided(b);
}

/** What stands in the list of changes after the key: the class under each set, and why it differs from the first. */
export function changeCells(assessments: readonly Assessment[]): readonly string[] {
  const [first, ...others] = assessments;
  const reasons = others.map((a) => (first === undefined || a.class === first.class ? '' : reasonOf(first, a)));
  return [...assessments.map((a) => a.class), ...reasons];
}

/** Whether the sets class a household differently. */
export function isMoved(assessments: readonly Assessment[]): boolean {
  return assessments.some((a) => a.class !== assessments[0]?.class);
}
