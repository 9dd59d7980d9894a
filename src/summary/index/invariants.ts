import { compare, isSame, ONE, over, sum, times, ZERO } from '../../text/exact.ts';
import type { Measured, Measures } from './measure.ts';

/**
 * What must hold of an index whatever was counted, asked after every run. Each side comes another way: M0 from the weights
 * of the indicators, H and A from the households, the whole not from its groups. Null when all hold, else what does not.
 */
export function brokenInvariant({ measures, indicators }: Measured, groups: readonly Measures[]): string | null {
  const { H, A, M0, population, poor } = measures;
  if (H === null || M0 === null) return null;
  const isNobodyPoor = compare(poor, ZERO) === 0;
  if (A === null ? !isNobodyPoor || !isSame(M0, ZERO) : !isSame(times(H, A), M0)) return 'M0 = H × A';
  const contributions = indicators.map(({ contribution }) => contribution ?? ZERO);
  if (!isSame(sum(contributions), isSame(M0, ZERO) ? ZERO : ONE)) return 'the contributions make 1';
  if (indicators.some((i) => compare(i.censored ?? ZERO, i.uncensored ?? ZERO) > 0)) {
    return 'of those deprived in something, the poor are a part';
  }
  const shares = groups.map((group) => times(over(group.population, population), group.M0 ?? ZERO));
  return isSame(sum(shares), M0) ? null : 'the groups, by their shares, make the whole';
}
