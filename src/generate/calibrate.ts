import { type Answers, BLANK_MARK, marksSet, yearOf } from './answers.ts';
import { CAREFUL_SLIPS, writtenByHand } from './by-hand.ts';
import { type Deprivations, deprivationsAt, deprivedOf, spreadFor, thresholdsIn } from './deprivations.ts';
import { type Household, householdIn } from './household.ts';
import { answeredIncome, awkwardIncomes, exactIncomeAt } from './income.ts';
import { askedFor, type Indicator, recordOf } from './indicators.ts';
import type { Published } from './published.ts';
import { chance } from './random.ts';
import type { SurveyOptions } from './survey.ts';
import { dwellingsOf, type Unit } from './units.ts';

/** How many households are to be of each class by income under the last of the published lines; all others of neither. */
export interface Counts {
  readonly poor: number;
  readonly nearPoor: number;
}

/** The answers of each household, made so that the counts come out exactly. */
export type Calibrated = (household: Household, index: number) => Answers;

/** How the invented households are moved so that the counts come of themselves, or nearly. */
interface Fit {
  /** Where the line falls: a multiple of the line that the households would have had. */
  readonly atLine: number;
  /** Incomes beyond it are drawn nearer, lest the middle of the survey run away when hardly anyone is poor. */
  readonly stretch: number;
  /** See `deprivationsAt`. */
  readonly spread: number;
}

/** Half of the households have no more than so many times the line. */
const MIDDLE = 2.5;
/** Deprivation is not made more or less widespread than this; the rest is put right household by household. */
const SPREAD = { least: 0.5, most: 1.5 };
/** A blank mark decides nothing where income is so many times above every line, of this standard or another. */
const FAR_ABOVE = 1.5;
/** After so many households a pause: whoever waits may want to be told, or to stop. */
const PAUSE = 10_000;

const [NEITHER, NEAR_POOR, POOR] = [0, 1, 2];

/**
 * Ranks all households and then answers for each. The lowest incomes against the line are those of the poor and the
 * near-poor; of these the poor are those most readily deprived. Keeps a few bytes a household. Yields pauses.
 */
export function* calibrate(
  options: SurveyOptions,
  units: readonly Unit[],
  counts: Counts,
): Generator<void, Calibrated> {
  const { seed, year, households, published } = options;
  const { cutoff, indicators: counted } = published;
  const asked = askedFor(counted);
  const line = published.lines.at(-1) as Published['lines'][number];
  const relativeIncomes = new Float32Array(households);
  for (const dwelling of dwellingsOf(units)) {
    const household = householdIn(year, seed, dwelling);
    const { area } = household.village;
    const { standing } = yearOf(year, household);
    relativeIncomes[dwelling.index - 1] = exactIncomeAt(standing, area) / line[area];
    if (dwelling.index % PAUSE === 0) yield;
  }
  const below = counts.poor + counts.nearPoor;
  const sorted = relativeIncomes.slice().sort();
  const classes = lowest(relativeIncomes, sorted, below);

  const spreads = new Float32Array(below);
  let found = 0;
  for (const dwelling of dwellingsOf(units)) {
    if (classes[dwelling.index - 1] === NEITHER) continue;
    const household = householdIn(year, seed, dwelling);
    const { standing, size, random } = yearOf(year, household);
    spreads[found] = spreadFor(cutoff, standing, thresholdsIn({ ...household, size }, asked, random), counted);
    found += 1;
    if (found % PAUSE === 0) yield;
  }
  const sortedSpreads = spreads.slice().sort();
  const poor = lowest(spreads, sortedSpreads, counts.poor);
  found = 0;
  for (let at = 0; at < households; at++) {
    if (classes[at] === NEAR_POOR && poor[found++] === 1) classes[at] = POOR;
  }
  const fit = { ...fitOfIncomes(below, sorted), spread: spreadAt(counts.poor, sortedSpreads) };
  return (household, index) => answersOf(household, classes[index - 1] as number, fit, options);
}

function answersOf(household: Household, wanted: number, fit: Fit, { year, published }: SurveyOptions): Answers {
  const { reviewDate, size, standing, random } = yearOf(year, household);
  const { area } = household.village;
  const line = (published.lines.at(-1) as Published['lines'][number])[area];
  const { cutoff, indicators: counted } = published;
  const asked = askedFor(counted);
  const thresholds = thresholdsIn({ ...household, size }, asked, random);
  const isBelow = wanted !== NEITHER;

  const exact = line * fitted(exactIncomeAt(standing, area) / line, fit);
  const awkward = awkwardIncomes(published, area).filter((income) => income <= line === isBelow);
  const answered = answeredIncome(exact, awkward, random);
  const income = isBelow ? Math.min(line, answered) : Math.max(line + 1, answered);

  const natural = deprivationsAt(standing, thresholds, fit.spread);
  const truth = agreeing(wanted, cutoff, natural, counted, (count) => deprivedOf(count, natural, thresholds, counted));
  const isFar = published.lines.every((other) => income > FAR_ABOVE * other[area]);
  const marks = recordOf(asked, (indicator) =>
    chance(random, BLANK_MARK) && isFar ? null : truth[indicator] === true,
  );
  const recordedClass = writtenByHand(
    { area, income, marks: marksSet(marks, counted) },
    published,
    random,
    CAREFUL_SLIPS,
  );
  return { outcome: 'reviewed', reviewDate, size, income, marks, recordedClass };
}

/** The deprivations as they are, or as many as the class asks for. */
function agreeing(
  wanted: number,
  cutoff: number,
  natural: Deprivations,
  counted: readonly Indicator[],
  exactly: (n: number) => Deprivations,
): Deprivations {
  const count = marksSet(natural, counted);
  if (wanted === POOR && count < cutoff) return exactly(cutoff);
  if (wanted === NEAR_POOR && count >= cutoff) return exactly(cutoff - 1);
  return natural;
}

function fitOfIncomes(below: number, sorted: Float32Array): Pick<Fit, 'atLine' | 'stretch'> {
  const [first, last] = [sorted[0] ?? 1, sorted.at(-1) ?? 1];
  const [under, over] = [sorted[below - 1] ?? 0.95 * first, sorted[below] ?? 1.05 * last];
  const atLine = (under + over) / 2;
  const middle = (sorted[sorted.length >> 1] ?? 1) / atLine;
  return { atLine, stretch: middle > MIDDLE ? (MIDDLE - 1) / (middle - 1) : 1 };
}

/** The spread at which just the poor are deprived of enough, within what is likely. */
function spreadAt(poor: number, sorted: Float32Array): number {
  const [last = SPREAD.least, next = SPREAD.most] = [sorted[poor - 1], sorted[poor]];
  return Math.min(SPREAD.most, Math.max(SPREAD.least, (last + next) / 2));
}

/** An income as a multiple of the line, moved so that the line falls where it should. */
function fitted(relative: number, { atLine, stretch }: Fit): number {
  const moved = relative / atLine;
  return moved <= 1 ? moved : 1 + (moved - 1) * stretch;
}

/** Marks the `count` lowest values with 1; of equal ones the first. */
function lowest(values: Float32Array, sorted: Float32Array, count: number): Uint8Array {
  const limit = count === 0 ? Number.NEGATIVE_INFINITY : (sorted[count - 1] as number);
  const marked = new Uint8Array(values.length);
  let equals = count - countWhile(sorted, (value) => value < limit);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value > limit || (value === limit && equals-- <= 0)) continue;
    marked[at] = 1;
  }
  return marked;
}

function countWhile(sorted: Float32Array, holds: (value: number) => boolean): number {
  const end = sorted.findIndex((value) => !holds(value));
  return end < 0 ? sorted.length : end;
}
