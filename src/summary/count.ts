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
export function count(counts: Counts, household: Counted, plan: CountPlan): void {
  const { numbers } = counts;
  const { outcome, persons } = household;
  const sized = persons < 0 ? 2 : 1;
  const n = persons < 0 ? 1 : persons;
  add(numbers, plan.outcome(outcome, 0), 1);
  add(numbers, plan.outcome(outcome, sized), n);
  if (household.averageLiving !== UNKNOWN) add(numbers, plan.averageLiving(4), 1);
  if (household.averageLiving === YES) {
    add(numbers, plan.averageLiving(0), 1);
    add(numbers, plan.averageLiving(sized), n);
    if (household.agricultural === YES) add(numbers, plan.averageLiving(3), 1);
  }
  // the listed classes come first among the outcomes
  if (outcome < LISTED.length) countListed(counts, household, plan);
}

function add(numbers: Float64Array, at: number, n: number): void {
  numbers[at] = (numbers[at] as number) + n;
}

/** What is counted of poor and near-poor households alone. */
function countListed({ numbers, ethnicities }: Counts, household: Counted, plan: CountPlan): void {
  const { outcome, marks, groups, causes, children, ethnicity } = household;
  // what is deprived is chance: adding nothing costs less than asking whether to add
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at] as number;
    add(numbers, plan.mark(outcome, at, mark !== UNKNOWN), mark === NO ? 0 : 1);
  }
  let isInNone = true;
  let isOpen = false;
  for (let at = 0; at < groups.length; at++) {
    isOpen ||= groups[at] === UNKNOWN;
    if (groups[at] !== YES) continue;
    isInNone = false;
    countGroup(numbers, household, at, plan);
  }
  if (isInNone) countGroup(numbers, household, groups.length + (isOpen ? 1 : 0), plan);
  let hasNone = true;
  for (let at = 0; at < causes.length; at++) {
    if (causes[at] !== YES) continue;
    hasNone = false;
    add(numbers, plan.cause(outcome, at), 1);
  }
  if (hasNone) add(numbers, plan.cause(outcome, causes.length), 1);
  if (children !== null) for (const [at, n] of children.entries()) add(numbers, plan.child(outcome, at), n);
  const byClass = ethnicities.get(ethnicity);
  if (byClass !== undefined) byClass[outcome] = (byClass[outcome] ?? 0) + 1;
  else
    ethnicities.set(
      ethnicity,
      LISTED.map((_, at) => (at === outcome ? 1 : 0)),
    );
}

function countGroup(numbers: Float64Array, { outcome, persons }: Counted, group: number, plan: CountPlan): void {
  add(numbers, plan.group(outcome, group, 0), 1);
  if (persons >= 0) add(numbers, plan.group(outcome, group, 1), persons);
}

/** Adds the counts of a part to those of the whole. */
export function addCounts(whole: Counts, part: Counts): void {
  for (let at = 0; at < part.numbers.length; at++)
    whole.numbers[at] = (whole.numbers[at] as number) + (part.numbers[at] as number);
  for (const [ethnicity, classes] of part.ethnicities) {
    const sum = whole.ethnicities.get(ethnicity);
    if (sum === undefined) whole.ethnicities.set(ethnicity, [...classes]);
    else for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (classes[at] as number);
  }
}
