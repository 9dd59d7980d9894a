import type { Published } from './published.ts';
import { chance, pick, type Random } from './random.ts';
import type { Area } from './villages.ts';

export type WrittenClass = 'poor' | 'near_poor' | 'non_poor';

/** What the officer has on the form: income and how many marks are set. A blank mark is not seen as a question. */
export interface Form {
  readonly area: Area;
  readonly income: number;
  readonly marks: number;
}

/** Slips happen where the officer has to think: with an income within so much of the line. A careful one makes fewer. */
const NEAR_THE_LINE = 0.25;
const SLIPS = { near: 0.11, far: 0.002 };
export const CAREFUL_SLIPS: typeof SLIPS = { near: 0.011, far: 0.0002 };

const NEIGHBORS: Record<WrittenClass, readonly WrittenClass[]> = {
  poor: ['near_poor'],
  near_poor: ['poor', 'non_poor'],
  non_poor: ['near_poor'],
};

/**
 * The class as an officer would write it on the list. It imitates that person, slips included, so that a survey has
 * something to be checked against. It is not the judge, follows no criteria file and must never be compared with one.
 */
export function writtenByHand(form: Form, { lines, cutoff }: Published, random: Random, slips = SLIPS): WrittenClass {
  const line = lines.at(-1)?.[form.area] ?? 0;
  const isNear = Math.abs(form.income - line) <= NEAR_THE_LINE * line;
  const meant = form.income > line ? 'non_poor' : form.marks >= cutoff ? 'poor' : 'near_poor';
  return chance(random, isNear ? slips.near : slips.far) ? pick(random, NEIGHBORS[meant]) : meant;
}
