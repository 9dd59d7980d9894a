import type { Area } from '../../judge/amounts.ts';
import type { ReviewedHousehold } from '../../results/reviewed.ts';
import type { Outcome } from '../../review/assess.ts';
import { areaOf, type InTwoYears, judgedBy, type Rules, type YearUnder } from './year.ts';

/** The classes that are counted; a household out of scope counts as absent. */
export const COUNTED_CLASSES = ['poor', 'near_poor', 'non_poor', 'undecided'] as const;

/** Households by class, or how many more (or fewer) there are. */
export type Counts = Readonly<Record<(typeof COUNTED_CLASSES)[number], number>>;

/** Causes of a change of the counts. `households`: their answers, and who came or left. */
export const EFFECTS = ['rules', 'households', 'area'] as const;

export type Effects = Readonly<Record<(typeof EFFECTS)[number], Counts>>;

/** Both years under both rules, and what lies between the first count and the last. */
export interface Decomposition {
  readonly before_rules_before: Counts;
  /** The year before, by the rules of the year after. */
  readonly before_rules_after: Counts;
  readonly after_rules_before: Counts;
  readonly after_rules_after: Counts;
  readonly effects: {
    /** Rules, then households, then their areas are exchanged, one after the other: whole households. */
    readonly rules_first: Effects;
    /** Areas, then households, then rules. */
    readonly rules_last: Effects;
    /** Of the two orders; whole or half households. Each of the three adds up to the whole change, class by class. */
    readonly mean: Effects;
  };
  /** The part of the mean of `households` that came from households of one year alone. */
  readonly entered_left: Counts;
}

/** Splits the change of the counts between two years, household by household. */
export function decomposer(
  before: YearUnder,
  after: YearUnder,
): { see(pair: InTwoYears): void; done(): Decomposition } {
  const corners = Object.fromEntries(CORNERS.map((corner) => [corner, emptyCounts()])) as Record<Corner, Tally>;
  const turnover = emptyCounts();
  return {
    see(pair) {
      const classAt = classesOf(before, after, pair);
      for (const corner of CORNERS) count(corners[corner], classAt(corner), 1);
      if (pair.before !== null && pair.after !== null) return;
      for (const [from, to] of ORDERS.map(({ households }) => households)) {
        count(turnover, classAt(to), 1);
        count(turnover, classAt(from), -1);
      }
    },
    done() {
      const [first, last] = ORDERS.map((order) => effectsOf(order, corners)) as [Effects, Effects];
      return {
        before_rules_before: { ...corners['000'] },
        before_rules_after: { ...corners['001'] },
        after_rules_before: { ...corners['110'] },
        after_rules_after: { ...corners['111'] },
        effects: { rules_first: first, rules_last: last, mean: byEffect((id) => half(sum(first[id], last[id]))) },
        entered_left: half(turnover),
      };
    },
  };
}

/** Answers, area, rules: each of the year before (0) or after (1). */
const TAKEN = {
  '000': [0, 0, 0],
  '001': [0, 0, 1],
  '010': [0, 1, 0],
  '101': [1, 0, 1],
  '110': [1, 1, 0],
  '111': [1, 1, 1],
} as const satisfies Record<string, readonly [Rules, Rules, Rules]>;
type Corner = keyof typeof TAKEN;
const CORNERS = Object.keys(TAKEN) as Corner[];

/**
 * The two orders in which answers, areas and rules are exchanged, as steps from corner to corner. Each is the other walked
 * backwards, so that swapping the years turns every sign of the mean and changes nothing else.
 */
const ORDERS: readonly Readonly<Record<keyof Effects, readonly [Corner, Corner]>>[] = [
  { rules: ['000', '001'], households: ['001', '101'], area: ['101', '111'] },
  { area: ['000', '010'], households: ['010', '110'], rules: ['110', '111'] },
];

function effectsOf(order: (typeof ORDERS)[number], corners: Readonly<Record<Corner, Counts>>): Effects {
  return byEffect((id) => difference(corners[order[id][0]], corners[order[id][1]]));
}

function byEffect(counts: (id: keyof Effects) => Counts): Effects {
  return Object.fromEntries(EFFECTS.map((id) => [id, counts(id)])) as Effects;
}

type State = Outcome | 'absent';

/** What a household counts as at each corner; every class is found once. */
function classesOf(before: YearUnder, after: YearUnder, pair: InTwoYears): (corner: Corner) => State {
  const years = [
    { year: before, household: pair.before },
    { year: after, household: pair.after },
  ] as const;
  const areas = areasOf(before, after, pair);
  const known = new Map<Corner, State>();
  return (corner) => {
    const [answers, area, rules] = TAKEN[corner];
    const { year, household } = years[answers];
    if (household === null) return 'absent';
    // an area that did not change asks for no second judgement
    const moved = areas !== null && area !== answers ? areas[area] : null;
    if (moved === null && rules === answers) return household.class;
    const name = (moved === null ? `${answers}${answers}${rules}` : corner) as Corner;
    const state = known.get(name) ?? again(year, household, rules, moved);
    known.set(name, state);
    return state;
  };
}

/** Its class by other rules, or in another area, as far as the answers tell. */
function again(year: YearUnder, household: ReviewedHousehold, rules: Rules, area: Area | null): State {
  return isPinned(household) ? household.class : (judgedBy(year, household, rules, area)?.computed ?? 'undecided');
}

/**
 * True when the class is not what the answers give: decided otherwise, or recorded otherwise though there are answers.
 * Nobody knows what would have been decided by other rules, so it stays.
 */
function isPinned({ class: given, computedClass, basis }: ReviewedHousehold): boolean {
  if (given === computedClass) return false;
  return basis === 'decided' || (basis === 'recorded' && computedClass !== 'undecided');
}

/** The areas before and after; null when they are the same, or not both known. */
function areasOf(before: YearUnder, after: YearUnder, pair: InTwoYears): readonly [Area, Area] | null {
  if (pair.before === null || pair.after === null) return null;
  const [was, is] = [areaOf(before.survey, pair.before), areaOf(after.survey, pair.after)];
  return was === null || is === null || was === is ? null : [was, is];
}

type Tally = { -readonly [K in keyof Counts]: number };

function emptyCounts(): Tally {
  return { poor: 0, near_poor: 0, non_poor: 0, undecided: 0 };
}

function count(tally: Tally, state: State, n: 1 | -1): void {
  if (state !== 'absent' && state !== 'out_of_scope') tally[state] += n;
}

function mapped(by: (id: keyof Counts) => number): Counts {
  return Object.fromEntries(COUNTED_CLASSES.map((id) => [id, by(id)])) as Counts;
}

const sum = (a: Counts, b: Counts): Counts => mapped((id) => a[id] + b[id]);
const difference = (from: Counts, to: Counts): Counts => mapped((id) => to[id] - from[id]);
const half = (counts: Counts): Counts => mapped((id) => counts[id] / 2);
