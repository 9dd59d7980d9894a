import { createHash } from 'node:crypto';
import type { Criteria } from '../criteria/criteria.ts';

/** SHA-256 of a flattened criteria set, in hex: any change of what it says, or of what it inherits, changes it. */
export function criteriaHash(criteria: Criteria): string {
  return createHash('sha256').update(JSON.stringify(criteria)).digest('hex');
}

/** How much of the hash stands in each result row. */
export const SHORT_HASH = 12;
