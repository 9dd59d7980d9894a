import type { Criteria } from '../criteria/criteria.ts';
import type { Amount } from '../criteria/predicate.ts';
import { type Fraction, fraction, parseFraction } from '../text/fraction.ts';
import type { Cut } from './cuts.ts';

export type Area = 'rural' | 'urban';

/** An amount as a cut point: a yearly line is met by twelve times the monthly income. */
export function cutAt(value: Amount, criteria: Criteria, area: Area | null): Cut {
  if (typeof value === 'object' && 'line' in value) {
    const line = criteria.lines[value.line];
    const amount = line?.amount ?? (area === null ? undefined : line?.by_area?.[area]);
    if (amount === undefined) throw new Error(`line ${value.line} has no amount for ${area ?? 'all areas'}`);
    return { amount, per: line?.period === 'year' ? 12 : 1 };
  }
  const { n, d } = fractionOf(value, criteria);
  return { amount: n, per: d };
}

function fractionOf(value: Amount, criteria: Criteria): Fraction {
  if (typeof value !== 'object') return parseFraction(value) ?? fraction(0);
  if ('param' in value) return parseFraction(criteria.params[value.param]?.value ?? 0) ?? fraction(0);
  return fraction(criteria.lines[value.line]?.amount ?? 0);
}
