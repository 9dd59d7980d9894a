import type { Column, ListClass } from './columns.ts';
import { INS } from './columns.ts';

type Numbers = Readonly<Record<Column, number>>;

/** How much a list grew, or shrank below zero. */
export function netChange({ start, end }: Numbers): number {
  return end - start;
}

/** Households that escaped: of the poor both ways out, of the near-poor the one above both lines. */
export function grossExits(list: ListClass, line: Numbers): number {
  return list === 'poor' ? line.to_other + line.to_non_poor : line.to_non_poor;
}

/** Households that came onto a list, whatever they were before. */
export function grossEntries(line: Numbers): number {
  return INS.reduce((sum, column) => sum + line[column], 0);
}
