import { OUTCOMES } from '../review/tally.ts';
import { CAUSES } from '../survey/fields.ts';

/** The classes that stand on the lists, and of which the forms ask more than a count. */
export const LISTED = ['poor', 'near_poor'] as const;
export type Listed = (typeof LISTED)[number];

/** Groups of households that the forms count (report 8); they overlap. */
export const GROUPS = ['ethnic_minority', 'no_labor_capacity', 'merit_member'] as const;
/** What a household of none of the groups is, and one of which it cannot be told. */
export const GROUP_RESTS = ['other', 'unknown'] as const;

/** Causes of poverty (report 10); a household may have several. */
export const CAUSE_IDS: readonly string[] = CAUSES.codes ?? [];

/** What the forms ask of children (report 11); the last are members of whom it is not known whether they are children. */
export const CHILD_COUNTS = ['children', 'nutrition', 'health_insurance', 'child_schooling', 'age_unknown'] as const;

/**
 * Where each number of a unit stands in its row of counters. Counters are plain numbers beside each other, so that parts are
 * added without a thought and a nation of villages fits in memory.
 */
export interface CountPlan {
  readonly marks: readonly string[];
  readonly length: number;
  /** Households; persons; households that do not say how many persons. By place in `OUTCOMES`. */
  outcome(outcome: number, what: 0 | 1 | 2): number;
  /**
   * Non-poor households of average living standard, their persons, those without a size, the farm households of them; then
   * all households of which it is known whether they are.
   */
  averageLiving(what: 0 | 1 | 2 | 3 | 4): number;
  /** Of a listed class: deprived in a mark, or not known. */
  mark(listed: number, mark: number, isKnown: boolean): number;
  /** Of a listed class: households and persons of a group; `GROUPS`, then `GROUP_RESTS`. */
  group(listed: number, group: number, what: 0 | 1): number;
  /** Of a listed class: households with a cause; after the last, those that name none. */
  cause(listed: number, cause: number): number;
  /** Of a listed class, by place in `CHILD_COUNTS`. */
  child(listed: number, count: number): number;
}

/** `marks`: the indicators that are counted, in the order in which they are shown. */
export function countPlan(marks: readonly string[]): CountPlan {
  const groups = GROUPS.length + GROUP_RESTS.length;
  let length = 0;
  const begin = (size: number) => {
    length += size;
    return length - size;
  };
  const begins = {
    outcomes: begin(OUTCOMES.length * 3),
    averageLiving: begin(5),
    marks: begin(LISTED.length * marks.length * 2),
    groups: begin(LISTED.length * groups * 2),
    causes: begin(LISTED.length * (CAUSE_IDS.length + 1)),
    children: begin(LISTED.length * CHILD_COUNTS.length),
  };
  return {
    marks,
    length,
    outcome: (outcome, what) => begins.outcomes + outcome * 3 + what,
    averageLiving: (what) => begins.averageLiving + what,
    mark: (listed, mark, isKnown) => begins.marks + (listed * marks.length + mark) * 2 + (isKnown ? 0 : 1),
    group: (listed, group, what) => begins.groups + (listed * groups + group) * 2 + what,
    cause: (listed, cause) => begins.causes + listed * (CAUSE_IDS.length + 1) + cause,
    child: (listed, count) => begins.children + listed * CHILD_COUNTS.length + count,
  };
}
