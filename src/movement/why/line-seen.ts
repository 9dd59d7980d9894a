import { isComparison } from '../../criteria/predicate.ts';
import type { Area } from '../../judge/amounts.ts';
import type { Table } from '../../judge/table.ts';
import type { Assessment } from '../../review/assess.ts';

/** The line that a household was held against. */
export interface LineSeen {
  readonly amount: number;
  readonly unit: 'month' | 'year' | 'points';
  /** Null where one amount holds for every area. */
  readonly area: Area | null;
}

/** Null where the area leaves the amount open. */
export function lineSeen({ line, evidence }: Assessment, { criteria, basis, areas }: Table): LineSeen | null {
  if (line === null) return null;
  const condition = criteria.classes[basis]?.line ?? null;
  const value = condition !== null && isComparison(condition) ? condition.value : null;
  const named = value !== null && typeof value === 'object' && 'line' in value ? criteria.lines[value.line] : undefined;
  return { amount: line, unit: named?.period ?? 'points', area: areas.length > 1 ? evidence.area : null };
}
