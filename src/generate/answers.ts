import { type WrittenClass, writtenByHand } from './by-hand.ts';
import { deprivationsAt } from './deprivations.ts';
import type { Household } from './household.ts';
import { incomeAt } from './income.ts';
import { type Indicator, recordOf } from './indicators.ts';
import type { Published } from './published.ts';
import { between, chance, pickWeighted, type Random, randomOf } from './random.ts';
import { standingIn } from './standing.ts';

/** What a household answered in one year. Null means that the cell is blank: nobody knows. */
export interface Answers {
  readonly outcome: Outcome;
  /** ISO. */
  readonly reviewDate: string;
  readonly size: number;
  /** Whole đồng per person per month. */
  readonly income: number | null;
  readonly marks: Readonly<Record<Indicator, boolean | null>>;
  readonly recordedClass: WrittenClass | null;
}

type Outcome = 'reviewed' | 'refused' | 'absent';

const OUTCOMES: readonly (readonly [Outcome, number])[] = [
  ['reviewed', 996],
  ['absent', 3],
  ['refused', 1],
];
/** Answers lost in households that did answer. Those that were not reviewed add to them. */
const BLANK_INCOME = 0.007;
const BLANK_MARK = 0.012;
/** Households that gained or lost a member for the year. */
const SIZE_CHANGE = 0.04;

/** The answers of a household in that year. */
export function answersIn(year: number, household: Household, published: Published): Answers {
  const random = randomOf(...household.keys, year);
  const outcome = pickWeighted(random, OUTCOMES);
  const reviewDate = dateOfVisit(year, random);
  const size = sizeOfYear(household.size, random);
  const standing = standingIn(year, household, random);
  const { area } = household.village;
  const truth = {
    income: incomeAt(standing, area, published, random),
    marks: deprivationsAt(standing, { ...household, size }, random),
  };

  const ask = <T>(value: T, blank: number): T | null =>
    // drawn first, so that who refuses does not change what comes after
    chance(random, blank) || outcome !== 'reviewed' ? null : value;
  const income = ask(truth.income, BLANK_INCOME);
  const marks = recordOf((indicator) => ask(truth.marks[indicator], BLANK_MARK));
  const form = { area, marks: Object.values(marks).filter((mark) => mark === true).length };
  const recordedClass = income === null ? null : writtenByHand({ ...form, income }, published, random);
  return { outcome, reviewDate, size, income, marks, recordedClass };
}

function sizeOfYear(size: number, random: Random): number {
  const change = chance(random, SIZE_CHANGE) ? between(random, 0, 1) * 2 - 1 : 0;
  return Math.min(9, Math.max(1, size + change));
}

/** A day from 1 October to 20 November: the weeks in which villages are visited. */
function dateOfVisit(year: number, random: Random): string {
  const day = between(random, 1, 31 + 20);
  return day <= 31 ? `${year}-10-${String(day).padStart(2, '0')}` : `${year}-11-${String(day - 31).padStart(2, '0')}`;
}
