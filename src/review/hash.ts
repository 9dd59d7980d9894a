import { createHash } from 'node:crypto';
import { type Criteria, indicatorsOf } from '../criteria/criteria.ts';
import { isComparison, nodes } from '../criteria/predicate.ts';

/** SHA-256 of a flattened criteria set, in hex: any change of what it says, or of what it inherits, changes it. */
export function criteriaHash(criteria: Criteria): string {
  return createHash('sha256').update(JSON.stringify(criteria)).digest('hex');
}

/** How much of the hash stands in each result row. */
export const SHORT_HASH = 12;

/**
 * SHA-256 of what an indicator of a set is derived by: its condition with the lines and parameters it names, and the
 * conditions of other indicators it asks. Equal in two sets that define it alike. Null when the set states no condition.
 */
export function definitionHash(criteria: Criteria, id: string): string | null {
  const definition = definitionOf(criteria, id, []);
  return definition === null ? null : createHash('sha256').update(JSON.stringify(definition)).digest('hex');
}

/** `asked`: indicators whose conditions led here. */
function definitionOf(criteria: Criteria, id: string, asked: readonly string[]): readonly unknown[] | null {
  const condition = indicatorsOf(criteria).find((indicator) => indicator.id === id)?.deprived ?? null;
  if (condition === null || asked.includes(id)) return null;
  const named = [...nodes(condition)].map((node) => {
    if (node.test === 'deprived') return definitionOf(criteria, node.indicator, [...asked, id]);
    if (!isComparison(node) || typeof node.value !== 'object') return null;
    if ('param' in node.value) return criteria.params[node.value.param]?.value ?? null;
    const { amount, by_area, period } = criteria.lines[node.value.line] ?? {};
    return [amount, by_area, period];
  });
  return [condition, named];
}
