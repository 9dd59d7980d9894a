import { CAUSE_IDS, type CountPlan, GROUPS, LISTED } from './plan.ts';

/** A truth as the counters take it. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

/** One household as the counters take it; one object serves for all of them, one after the other. */
export interface Counted {
  /** Place in `OUTCOMES`. */
  outcome: number;
  /** -1 when not known. */
  persons: number;
  averageLiving: number;
  agricultural: number;
  /** By place in `CountPlan.marks`, `GROUPS`, `CAUSE_IDS`. */
  readonly marks: Uint8Array;
  readonly groups: Uint8Array;
  readonly causes: Uint8Array;
  /** By place in `CHILD_COUNTS`; null when the household's members are not known. */
  children: readonly number[] | null;
  /** As written; '' when not known. */
  ethnicity: string;
}

export function emptyCounted({ marks }: CountPlan): Counted {
  return {
    outcome: 0,
    persons: -1,
    averageLiving: UNKNOWN,
    agricultural: UNKNOWN,
    marks: new Uint8Array(marks.length),
    groups: new Uint8Array(GROUPS.length),
    causes: new Uint8Array(CAUSE_IDS.length),
    children: null,
    ethnicity: '',
  };
}

/** The numbers of one unit, or of one area of one village. */
export interface Counts {
  readonly numbers: Float64Array;
  /** Listed households by ethnicity, as written: of each class in the order of `LISTED`. */
  readonly ethnicities: Map<string, number[]>;
}

export function emptyCounts({ length }: CountPlan): Counts {
  return { numbers: new Float64Array(length), ethnicities: new Map() };
}

/** Units whose numbers lie in one stretch of memory. */
const TOGETHER = 32;

/** `emptyCounts` for many units: memory of its own for each would cost more than counting what is in it. */
export function countsMaker({ length }: CountPlan): () => Counts {
  let numbers = new Float64Array(0);
  let used = 0;
  return () => {
    if (used === numbers.length) {
      numbers = new Float64Array(TOGETHER * length);
      used = 0;
    }
    used += length;
    return { numbers: numbers.subarray(used - length, used), ethnicities: new Map() };
  };
}

/** Adds one household. */
export function count({ numbers, ethnicities }: Counts, household: Counted, plan: CountPlan): void {
  const { outcome, persons, marks, groups, causes } = household;
  const isUnsized = persons < 0;
  const add = (at: number, n = 1) => {
    numbers[at] = (numbers[at] as number) + n;
  };
  add(plan.outcome(outcome, 0));
  add(plan.outcome(outcome, isUnsized ? 2 : 1), isUnsized ? 1 : persons);
  if (household.averageLiving !== UNKNOWN) add(plan.averageLiving(4));
  if (household.averageLiving === YES) {
    add(plan.averageLiving(0));
    add(plan.averageLiving(isUnsized ? 2 : 1), isUnsized ? 1 : persons);
    if (household.agricultural === YES) add(plan.averageLiving(3));
  }
  // the listed classes come first among the outcomes
  if (outcome >= LISTED.length) return;
  for (let at = 0; at < marks.length; at++) {
    if (marks[at] !== NO) add(plan.mark(outcome, at, marks[at] === YES));
  }
  const belongs = (at: number) => {
    add(plan.group(outcome, at, 0));
    if (!isUnsized) add(plan.group(outcome, at, 1), persons);
  };
  for (let at = 0; at < groups.length; at++) if (groups[at] === YES) belongs(at);
  if (!groups.includes(YES)) belongs(groups.length + (groups.includes(UNKNOWN) ? 1 : 0));
  for (let at = 0; at < causes.length; at++) if (causes[at] === YES) add(plan.cause(outcome, at));
  if (!causes.includes(YES)) add(plan.cause(outcome, causes.length));
  for (const [at, n] of (household.children ?? []).entries()) add(plan.child(outcome, at), n);
  const byClass = ethnicities.get(household.ethnicity);
  if (byClass !== undefined) byClass[outcome] = (byClass[outcome] ?? 0) + 1;
  else
    ethnicities.set(
      household.ethnicity,
      LISTED.map((_, at) => (at === outcome ? 1 : 0)),
    );
}

/** Adds the counts of a part to those of the whole. */
export function addCounts(whole: Counts, part: Counts): void {
  for (let at = 0; at < part.numbers.length; at++)
    whole.numbers[at] = (whole.numbers[at] as number) + (part.numbers[at] as number);
  for (const [ethnicity, classes] of part.ethnicities) {
    const sum = whole.ethnicities.get(ethnicity) ?? classes.map(() => 0);
    whole.ethnicities.set(
      ethnicity,
      sum.map((n, at) => n + (classes[at] ?? 0)),
    );
  }
}
