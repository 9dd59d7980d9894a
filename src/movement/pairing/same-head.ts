import type { Brief } from './brief.ts';

/** True when the name or the number of the head is the same. */
export function hasHeadOf(before: Brief, after: Brief): boolean {
  const same = (a: string, b: string) => a !== '' && a === b;
  return same(before.headName, after.headName) || same(before.headId, after.headId);
}

/** True when what both years say of the head, name and number, all differs; where they say nothing there is no telling. */
export function hasOtherHead(before: Brief, after: Brief): boolean {
  const isSaid = (a: string, b: string) => a !== '' && b !== '';
  const names = isSaid(before.headName, after.headName);
  const ids = isSaid(before.headId, after.headId);
  return (names || ids) && !hasHeadOf(before, after);
}
