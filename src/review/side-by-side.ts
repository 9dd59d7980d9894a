import type { Assessment, Outcome } from './assess.ts';

/** Why two sets class one household differently; several together are joined by `;`. */
export type Reason = 'population' | 'answers' | 'line' | 'indicators' | 'line;indicators' | 'rules';

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

/** Who counts, what is missing, which side of the line, how many deprivations; else it is the rules themselves. */
function reasonOf(a: Assessment, b: Assessment): Reason {
  if ((a.computed === 'out_of_scope') !== (b.computed === 'out_of_scope')) return 'population';
  if (a.computed === 'undecided' || b.computed === 'undecided') return 'answers';
  const isLine = a.verdict.belowLine !== b.verdict.belowLine;
  const isIndicators = a.verdict.deprivations !== b.verdict.deprivations;
  if (isLine) return isIndicators ? 'line;indicators' : 'line';
  return isIndicators ? 'indicators' : 'rules';
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
