import type { Reviewed } from '../results/reviewed.ts';

/**
 * True for two results of one round, as preliminary and approved are: what differs between them is a correction, and nobody has
 * moved. `isSameFile`: they are one file.
 */
export function isOneRound(before: Reviewed, after: Reviewed, isSameFile: boolean): boolean {
  return isSameFile || (before.year !== null && before.year === after.year && before.status !== after.status);
}

/**
 * True when both results were made by one set, in the same version. A result without rows and manifest names no set: no class in it
 * could have come out otherwise.
 */
export function isOneCriteria({ criteria: a }: Reviewed, { criteria: b }: Reviewed): boolean {
  return a.id === '' || b.id === '' || (a.id === b.id && a.hash === b.hash);
}
