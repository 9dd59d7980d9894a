import type { PointsTable } from './points.ts';
import type { Predicate } from './predicate.ts';
import type { Bilingual } from './schema.ts';

/**
 * A criteria set, flattened: everything it inherits stands in it, and each piece remembers the set that states it.
 * This is what the judge compiles, what `criteria show` prints and what the hash is taken of.
 */
export interface Criteria {
  readonly id: string;
  readonly family: string;
  readonly title: Bilingual;
  readonly status: 'in_force' | 'ended' | 'provisional' | 'unverified';
  readonly in_force: InForce;
  /** The day from which an opening review may be held with the set, before it applies; null when none is stated. */
  readonly review_from: ({ readonly date: string } & Cited) | null;
  readonly territory: Territory;
  readonly population: { readonly title: Bilingual; readonly residence: readonly string[] } & Cited;
  readonly lines: Readonly<Record<string, Line>>;
  readonly params: Readonly<Record<string, Param>>;
  readonly dimensions: readonly Dimension[];
  readonly scores: Readonly<Record<string, Score>>;
  readonly classes: { readonly income: Ladder | null; readonly score: Ladder | null };
  /** Null: the set does not define a household of average living standard. */
  readonly average_living: ({ readonly when: Predicate; readonly text: Bilingual } & Cited) | null;
  readonly cautions: readonly Bilingual[];
}

/** Where an item stands in the law, how sure that is, and in which set it is stated. */
export interface Cited {
  readonly source: Source;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly caution: Bilingual | null;
  readonly note: Bilingual | null;
  /** Id of the set whose file states the item. */
  readonly stated_in: string;
}

export interface Source {
  readonly document: string;
  readonly title: Bilingual;
  readonly date: string | null;
  readonly article: Bilingual | null;
  readonly checked_on: string;
}

/** Both days inclusive. `known_to`: the last day for which a family name may choose the set, when its end is not known. */
export interface InForce extends Cited {
  readonly from: string;
  readonly to: string | null;
  readonly known_to: string | null;
}

/** `province_codes` null: the whole country. */
export interface Territory {
  readonly name: Bilingual;
  readonly province_codes: readonly string[] | null;
  readonly as_of: string | null;
}

/** A threshold: đồng per person per month or year, or points; one amount, or one per area. */
export interface Line extends Cited {
  readonly title: Bilingual;
  readonly unit: 'vnd_per_person' | 'points';
  readonly period: 'month' | 'year' | null;
  readonly amount: number | null;
  readonly by_area: { readonly rural: number; readonly urban: number } | null;
}

export interface Param extends Cited {
  readonly title: Bilingual;
  readonly value: number | string;
}

export interface Dimension {
  readonly id: string;
  readonly title: Bilingual;
  readonly indicators: readonly Indicator[];
}

/** `deprived` null: no condition is known, the set takes a ready answer. */
export interface Indicator extends Cited {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly deprived: Predicate | null;
}

export interface Score extends Cited {
  readonly title: Bilingual;
  readonly given: 'b1' | 'b2' | null;
  readonly points_each: number | string | null;
  readonly points: Readonly<Record<string, number | string>> | null;
  /** Points by answers, where the set has such a table: the total is computed when the file has none. */
  readonly table?: PointsTable;
}

/** The points table of a total, where the set has one. */
export function pointsTableOf({ scores }: Criteria, total: 'b1' | 'b2'): PointsTable | null {
  return Object.values(scores).find(({ given }) => given === total)?.table ?? null;
}

/** Class rules in order: the first that holds gives the class. */
export interface Ladder {
  /** The comparison that tells "below the line". */
  readonly line: Predicate | null;
  /** Id of the set whose file states the line. */
  readonly line_stated_in: string;
  readonly rules: readonly Rule[];
}

/** `when` null: in every other case. */
export interface Rule extends Cited {
  readonly id: string;
  readonly class: PovertyClass;
  readonly text: Bilingual;
  readonly when: Predicate | null;
}

export type PovertyClass = 'poor' | 'near_poor' | 'non_poor';
export type Basis = 'income' | 'score';

/** All indicators of a set, in the order of the set. */
export function indicatorsOf(criteria: Criteria): readonly Indicator[] {
  return criteria.dimensions.flatMap((d) => d.indicators);
}

/** One thing about a set that is not confirmed: which item (`null`: the set as a whole), and what about it. */
export interface Caution {
  readonly item: string | null;
  readonly text: Bilingual;
}

/** Everything uncertain about a set, in the order of its file. Each must be shown to whoever uses the set. */
export function cautionsOf(criteria: Criteria): readonly Caution[] {
  const items: [string, Cited | null][] = [
    ['in_force', criteria.in_force],
    ['review_from', criteria.review_from],
    ['population', criteria.population],
    ...Object.entries(criteria.lines),
    ...Object.entries(criteria.params),
    ...indicatorsOf(criteria).map((i): [string, Cited] => [i.id, i]),
    ...Object.entries(criteria.scores),
    ...rulesOf(criteria.classes.income),
    ...rulesOf(criteria.classes.score),
    ['average_living', criteria.average_living],
  ];
  return [
    ...criteria.cautions.map((text) => ({ item: null, text })),
    ...items.flatMap(([item, cited]) => (cited?.caution ? [{ item, text: cited.caution }] : [])),
  ];
}

function rulesOf(ladder: Ladder | null): [string, Cited][] {
  return (ladder?.rules ?? []).map((rule) => [rule.id, rule]);
}
