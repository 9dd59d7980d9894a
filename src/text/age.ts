import { daysIn } from './date.ts';

/** Ages in whole years that somebody may have; below zero: not born yet. */
export interface Ages {
  readonly least: number;
  readonly most: number;
}

/**
 * The ages that somebody `born` then may have `on` a day. Either may be known to the month or the year alone
 * (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`); who is born on 29 February is a year older on 1 March.
 */
export function agesOn(born: string, on: string): Ages {
  return { least: yearsBetween(latest(born), earliest(on)), most: yearsBetween(earliest(born), latest(on)) };
}

function yearsBetween(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

function earliest(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** A month ends with its own last day: who was born in April is a year older on the 30th. */
function latest(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-${daysIn(Number(date.slice(0, 4)), Number(date.slice(5)))}` : date;
}
