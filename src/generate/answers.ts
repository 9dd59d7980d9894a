import { type WrittenClass, writtenByHand } from './by-hand.ts';
import { deprivationsAt, thresholdsIn } from './deprivations.ts';
import type { Household } from './household.ts';
import { answeredIncome, awkwardIncomes, exactIncomeAt } from './income.ts';
import { askedFor, type Indicator, type PerIndicator, recordOf } from './indicators.ts';
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
  readonly marks: Marks;
  readonly recordedClass: WrittenClass | null;
}

export type Marks = PerIndicator<boolean | null>;
type Outcome = 'reviewed' | 'refused' | 'absent';

const OUTCOMES: readonly (readonly [Outcome, number])[] = [
  ['reviewed', 996],
  ['absent', 3],
  ['refused', 1],
];
/** Answers lost in households that did answer. Those that were not reviewed add to them. */
const BLANK_INCOME = 0.007;
export const BLANK_MARK = 0.012;
/** Households that gained or lost a member for the year. */
const SIZE_CHANGE = 0.04;

/** A household's year before anything is asked. */
export interface Year {
  readonly outcome: Outcome;
  readonly reviewDate: string;
  readonly size: number;
  readonly standing: number;
  /** The rest of the household's random stream for the year. */
  readonly random: Random;
}

export function yearOf(year: number, household: Household): Year {
  const random = randomOf(...household.keys, year);
  const outcome = pickWeighted(random, OUTCOMES);
  const reviewDate = dateOfVisit(year, random);
  const size = sizeOfYear(household.size, random);
  return { outcome, reviewDate, size, standing: standingIn(year, household, random), random };
}

/** Marks that follow from who lives in a household, whatever its standing: nobody is asked. */
export type Settled = Readonly<Partial<Record<Indicator, boolean>>>;

/** The answers of a household in that year. */
export function answersIn(year: number, household: Household, published: Published, settled: Settled = {}): Answers {
  const { outcome, reviewDate, size, standing, random } = yearOf(year, household);
  const { area } = household.village;
  const asked = askedFor(published.indicators);
  const truth = {
    income: answeredIncome(exactIncomeAt(standing, area), awkwardIncomes(published, area), random),
    marks: deprivationsAt(standing, thresholdsIn({ ...household, size }, asked, random)),
  };

  const ask = <T>(value: T, blank: number): T | null =>
    // drawn first, so that who refuses does not change what comes after
    chance(random, blank) || outcome !== 'reviewed' ? null : value;
  const income = ask(truth.income, BLANK_INCOME);
  const marks = recordOf(asked, (indicator) => {
    const answered = ask(truth.marks[indicator] === true, BLANK_MARK);
    return outcome === 'reviewed' ? (settled[indicator] ?? answered) : answered;
  });
  const form = { area, marks: marksSet(marks, published.indicators) };
  const recordedClass = income === null ? null : writtenByHand({ ...form, income }, published, random);
  return { outcome, reviewDate, size, income, marks, recordedClass };
}

/** How many of the marks that are counted say deprived. */
export function marksSet(marks: Marks, counted: readonly Indicator[]): number {
  return counted.filter((indicator) => marks[indicator] === true).length;
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
