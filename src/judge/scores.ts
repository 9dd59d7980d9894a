import type { Criteria, Indicator } from '../criteria/criteria.ts';
import { FindingsError, finding } from '../finding.ts';
import { commonScale, fraction, parseFraction } from '../text/fraction.ts';

/** A score that is a sum of points over indicators; points and totals are whole after scaling. */
export interface SummedScore {
  readonly id: string;
  readonly given: 'b1' | 'b2' | null;
  readonly weights: readonly number[];
  readonly scale: number;
}

/** The largest common denominator of a score's points. */
const FINEST_SCALE = 1_000_000;

/** The scores of a set that are sums of points, in its order. `E403` when their denominators are too fine to be exact. */
export function scoresOf(criteria: Criteria, indicators: readonly Indicator[]): SummedScore[] {
  return Object.entries(criteria.scores).flatMap(([id, score]) => {
    if (score.points_each === null && score.points === null) return [];
    const points = indicators.map((i) => parseFraction(score.points_each ?? score.points?.[i.id] ?? 0) ?? fraction(0));
    const scale = commonScale(points);
    // products of totals and cut-offs must stay whole numbers that are exact
    if (scale > FINEST_SCALE) {
      throw new FindingsError([finding('E403', { path: `scores.${id}` }, { data: { issue: 'too_fine' } })]);
    }
    return [{ id, given: score.given, scale, weights: points.map((p) => (p.n * scale) / p.d) }];
  });
}
