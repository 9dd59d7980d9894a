import { indicatorsOf } from '../criteria/criteria.ts';
import type { Reviewed, ReviewedHousehold } from '../results/reviewed.ts';
import { OUTCOMES } from '../review/tally.ts';
import type { Survey } from '../survey/survey.ts';
import { type ChildrenOf, childrenReader } from './children.ts';
import { type Counted, type Counts, count, countsMaker, emptyCounted, NO, UNKNOWN, YES } from './count.ts';
import type { Forms } from './forms.ts';
import { PLACE_FIELDS, type Place } from './places.ts';
import { CAUSE_IDS, type CountPlan, countPlan, GROUPS } from './plan.ts';

/** The smallest parts of a review that any of its tables shows: an area of a village, or of a commune. */
export interface Leaf {
  readonly place: Place;
  readonly counts: Counts;
}

/** A review counted once, from which the tables of every level are added up. */
export interface CountedReview {
  readonly reviewed: Omit<Reviewed, 'households'>;
  readonly plan: CountPlan;
  /** In the order in which they first appear. */
  readonly leaves: readonly Leaf[];
  /** Which columns the review has; what it has no column for is not reported, which is not zero. */
  readonly has: {
    readonly marks: readonly boolean[];
    readonly groups: readonly boolean[];
    readonly causes: boolean;
    readonly ethnicity: boolean;
    readonly size: boolean;
    readonly agricultural: boolean;
    readonly children: boolean;
  };
  /** The age under which a member is a child, in full years. */
  readonly childrenUnder: number;
}

/** Told of every household while it is counted: what else is computed from one reading. */
export type Watch = (household: ReviewedHousehold) => void;

/** How a review is counted. */
export interface Counting {
  readonly watch?: Watch | undefined;
  /** False when no table will show a village: a nation has ten times as many of them as communes. */
  readonly byVillage?: boolean;
}

/** Counts a review. @throws FindingsError for rows that cannot be used */
export async function summarize(
  reviewed: Reviewed,
  { childrenUnder }: Forms,
  { watch, byVillage = true }: Counting = {},
): Promise<CountedReview> {
  const { survey } = reviewed;
  const plan = countPlan(marksOf(reviewed));
  const leaves = new LeafRegister(plan);
  const place = placeReader(survey, byVillage);
  const children = childrenReader(reviewed, childrenUnder);
  const read = countedReader(survey, plan, children);
  let hasChildren = false;
  for await (const batch of reviewed.households()) {
    for (const household of batch) {
      const counted = read(household);
      hasChildren ||= counted.children !== null;
      count(leaves.at(place(household.cells)).counts, counted, plan);
      watch?.(household);
    }
  }
  return {
    reviewed,
    plan,
    leaves: leaves.all,
    has: { ...columnsOf(survey, plan), children: hasChildren },
    childrenUnder,
  };
}

/** The marks a review holds: those of its set in their order; all there are when the set is not at hand. */
export function marksOf({ survey, set }: Pick<Reviewed, 'survey' | 'set'>): readonly string[] {
  if (set !== null) return indicatorsOf(set).map(({ id }) => id);
  return survey.fields.filter(({ kind }) => kind === 'mark').map(({ id }) => id);
}

/** Which of what the tables show a survey has columns for. */
export function columnsOf({ slots }: Survey, { marks }: CountPlan): Omit<CountedReview['has'], 'children'> {
  const has = (field: string) => slots.has(field);
  return {
    marks: marks.map(has),
    groups: GROUPS.map(has),
    causes: CAUSE_IDS.some(has),
    ethnicity: has('ethnicity'),
    size: has('size'),
    agricultural: has('agricultural'),
  };
}

/** Finds the leaf of a place, made when it is first seen; rows of one village mostly stand together. */
export class LeafRegister {
  readonly #byKey = new Map<string, Leaf>();
  readonly #all: Leaf[] = [];
  readonly #empty: () => Counts;
  #last: Leaf | null = null;

  constructor(plan: CountPlan) {
    this.#empty = countsMaker(plan);
  }

  /** In the order in which they were first seen. */
  get all(): readonly Leaf[] {
    return this.#all;
  }

  at(place: Place): Leaf {
    const last = this.#last;
    if (last !== null && isSamePlace(last.place, place)) return last;
    const { provinceCode, province, communeCode, commune, village, area } = place;
    const key = [provinceCode, province, communeCode, commune, village, area].join('\u001f');
    let leaf = this.#byKey.get(key);
    if (leaf === undefined) {
      leaf = { place, counts: this.#empty() };
      this.#byKey.set(key, leaf);
      this.#all.push(leaf);
    }
    this.#last = leaf;
    return leaf;
  }
}

function isSamePlace(place: Place, other: Place): boolean {
  return (
    place.village === other.village &&
    place.area === other.area &&
    place.communeCode === other.communeCode &&
    place.commune === other.commune &&
    place.provinceCode === other.provinceCode &&
    place.province === other.province
  );
}

/** Where a household lives, by its cells; in any village of its commune where villages are not counted. */
export function placeReader({ slots }: Survey, byVillage: boolean): (cells: readonly string[]) => Place {
  const slot = (part: keyof Place) => slots.get(PLACE_FIELDS[part]) ?? -1;
  const at = {
    provinceCode: slot('provinceCode'),
    province: slot('province'),
    communeCode: slot('communeCode'),
    commune: slot('commune'),
    village: byVillage ? slot('village') : -1,
    area: slot('area'),
  };
  return (cells) => ({
    provinceCode: cells[at.provinceCode] ?? '',
    province: cells[at.province] ?? '',
    communeCode: cells[at.communeCode] ?? '',
    commune: cells[at.commune] ?? '',
    village: cells[at.village] ?? '',
    area: cells[at.area] ?? '',
  });
}

/** How a household becomes what the counters take. The object given back is the same every time. */
export function countedReader(
  { slots }: Survey,
  plan: CountPlan,
  children: ChildrenOf | null,
): (household: ReviewedHousehold) => Counted {
  const counted = emptyCounted(plan);
  const slot = (field: string) => slots.get(field) ?? -1;
  const size = slot('size');
  const agricultural = slot('agricultural');
  const ethnicity = slot('ethnicity');
  const columns = [
    [counted.marks, plan.marks.map(slot)],
    [counted.groups, GROUPS.map(slot)],
    [counted.causes, CAUSE_IDS.map(slot)],
  ] as const;
  return (household) => {
    const { cells, class: outcome, averageLiving } = household;
    counted.outcome = OUTCOMES.indexOf(outcome);
    const persons = cells[size] ?? '';
    counted.persons = persons === '' ? -1 : Number(persons);
    counted.averageLiving = averageLiving === null ? UNKNOWN : averageLiving ? YES : NO;
    counted.agricultural = truthOf(cells[agricultural]);
    counted.ethnicity = cells[ethnicity] ?? '';
    counted.children = children?.(household) ?? null;
    for (const [truths, at] of columns) for (let i = 0; i < at.length; i++) truths[i] = truthOf(cells[at[i] as number]);
    return counted;
  };
}

function truthOf(cell: string | undefined): number {
  return cell === '1' ? YES : cell === '0' ? NO : UNKNOWN;
}
