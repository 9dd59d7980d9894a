import {
  type Basis,
  type Criteria,
  type Indicator,
  indicatorsOf,
  type Ladder,
  type PovertyClass,
  type Rule,
} from '../criteria/criteria.ts';
import { type Amount, isComparison, nodes, type Predicate } from '../criteria/predicate.ts';
import { FindingsError, finding } from '../finding.ts';
import { type Area, cutAt } from './amounts.ts';
import { type Cut, compareRegion, indexOfCut, makeScale, type Region, type Scale } from './cuts.ts';
import { decide, type Facts, type Sign } from './decide.ts';
import { type SummedScore, scoresOf } from './scores.ts';
import type { Truth } from './truth.ts';

/**
 * A class ladder of a criteria set, compiled once to a table over the few things its rules can see: the area, the
 * stretch of income and of B1 between cut points, the indicators named one by one, and how many of the others are
 * deprived. `decide`, `explain`, the fast lane and SQL all read this one table, so they cannot disagree.
 */
export interface Table {
  readonly criteria: Criteria;
  readonly basis: Basis;
  readonly rules: readonly Rule[];
  readonly indicators: readonly Indicator[];
  /** The areas that have lines of their own; `[null]` when the area decides nothing. */
  readonly areas: readonly (Area | null)[];
  readonly income: Scale;
  readonly b1: Scale;
  /** Positions (in `indicators`) that follow from income and area alone, such as an income line that is counted. */
  readonly computed: readonly number[];
  /** Positions that rules name one by one. */
  readonly named: readonly number[];
  /** The rest, grouped by weight: within a group only the count matters. */
  readonly groups: readonly (readonly number[])[];
  /** The scores that are sums of points, scaled to whole numbers. */
  readonly scores: readonly SummedScore[];
  /** Stride of each axis in the cell arrays: area, income, B1, then one per named indicator, then one per group. */
  readonly strides: readonly number[];
  /** How many values each axis has, in the same order. */
  readonly sizes: readonly number[];
  readonly cells: Cells;
  /** What one deprived indicator adds to B2, scaled as `cells.b2` is; null when the set defines no B2. */
  readonly b2: { readonly each: readonly number[]; readonly scale: number } | null;
}

/** One entry a cell. */
interface Cells {
  /** Position (in `rules`) of the first rule that holds. */
  readonly rule: Uint8Array;
  /** Bit r: rule r holds by itself, whatever stands before it. */
  readonly holds: Uint32Array;
  readonly deprivations: Uint16Array;
  readonly b2: Int32Array;
  /** Bit i: computed indicator number i is deprived. */
  readonly computed: Uint32Array;
  /** 1 below (or on) the line the ladder names, 0 above, 2 when it names none. */
  readonly belowLine: Uint8Array;
  /** 1 non-poor within the band of average living, 0 not, 2 not defined on this basis. */
  readonly averageLiving: Uint8Array;
}

export const CLASSES: readonly PovertyClass[] = ['poor', 'near_poor', 'non_poor'];
const AREAS: readonly Area[] = ['rural', 'urban'];
/** Above this a table would take many seconds to fill: its cells times what is asked in each. A national set has a few thousand. */
const MOST_WORK = 1 << 23;
/** Rules that hold, and indicators that are computed, are kept as bits of a number. */
const MOST_BITS = 31;

/**
 * Compiles the ladder of a basis.
 *
 * @throws FindingsError `E403` when some household would fall under no rule, or the rules name too many things.
 */
export function compile(criteria: Criteria, basis: Basis): Table {
  const ladder = criteria.classes[basis];
  if (ladder === null) throw new Error(`${criteria.id} has no rules by ${basis}`);
  const indicators = indicatorsOf(criteria);
  const average = basis === 'income' ? (criteria.average_living?.when ?? null) : null;
  const computed = positions(indicators, (i) => i.deprived !== null && isVisible(i.deprived));
  const conditions = [
    ...ladder.rules.flatMap((r) => (r.when === null ? [] : [r.when])),
    ...[ladder.line, average].filter((p) => p !== null),
    ...computed.flatMap((i) => indicators[i]?.deprived ?? []),
  ];
  const areas = conditions.some((p) => dependsOnArea(p, criteria)) ? AREAS : [null];
  const namedIds = new Set(
    conditions.flatMap((p) => [...nodes(p)].flatMap((n) => (n.test === 'deprived' ? [n.indicator] : []))),
  );
  const named = positions(indicators, (i, at) => namedIds.has(i.id) && !computed.includes(at));
  const scores = scoresOf(criteria, indicators);
  const layout: Layout = {
    criteria,
    indicators,
    areas,
    income: makeScale(cutsOf('income', conditions, criteria, areas), false),
    b1: makeScale(cutsOf(scaleScore(criteria), conditions, criteria, areas), true),
    computed,
    named,
    groups: groupByWeight(indicators, [...computed, ...named], scores),
    scores,
  };
  const sizes = [
    areas.length,
    2 * layout.income.cuts.length + 1,
    2 * layout.b1.cuts.length + 1,
    ...named.map(() => 2),
    ...layout.groups.map((group) => group.length + 1),
  ];
  const total = sizes.reduce((product, size) => product * size, 1);
  refuseTooLarge(total, [...conditions.flatMap((p) => [...nodes(p)]), ...indicators].length, layout, ladder);
  const cells = fillCells(layout, ladder, average, sizes, total);
  const b2 = scores.find((s) => s.given === 'b2') ?? null;
  return {
    ...layout,
    basis,
    rules: ladder.rules,
    sizes,
    strides: sizes.map((_, axis) => sizes.slice(axis + 1).reduce((product, size) => product * size, 1)),
    cells,
    b2: b2 && { each: b2.weights, scale: b2.scale },
  };
}

/** Refuses a set before the work is begun. `asked`: conditions and indicators to be looked at in every cell. */
function refuseTooLarge(cells: number, asked: number, { criteria, computed }: Layout, ladder: Ladder): void {
  const path = `classes.${ladder === criteria.classes.score ? 'score' : 'income'}.rules`;
  const refuse = (issue: string, detail: string) => {
    throw new FindingsError([finding('E403', { file: criteria.id, path }, { data: { issue, detail } })]);
  };
  if (ladder.rules.length > MOST_BITS) refuse('too_many_rules', String(MOST_BITS));
  if (cells * asked > MOST_WORK || computed.length > MOST_BITS) refuse('too_many_cells', String(cells));
}

/** What a table is made of before its cells are filled. */
type Layout = Omit<Table, 'basis' | 'rules' | 'strides' | 'sizes' | 'cells' | 'b2'>;

/** The score that is a ready total on a scale of its own: its id, or none. */
function scaleScore(criteria: Criteria): string | null {
  const found = Object.entries(criteria.scores).find(([, s]) => s.given === 'b1' && s.points === null);
  return found?.[0] ?? null;
}

function positions(indicators: readonly Indicator[], wanted: (i: Indicator, at: number) => boolean): number[] {
  return indicators.flatMap((indicator, at) => (wanted(indicator, at) ? [at] : []));
}

/** True when a condition asks nothing but income and area. */
function isVisible(p: Predicate): boolean {
  const own = new Set<Predicate['test']>(['all', 'any', 'not', 'count']);
  return [...nodes(p)].every(
    (n) => own.has(n.test) || (isComparison(n) && n.field === 'income') || (n.test === 'equals' && n.field === 'area'),
  );
}

function dependsOnArea(p: Predicate, criteria: Criteria): boolean {
  return [...nodes(p)].some((n) => {
    if ('field' in n && n.field === 'area') return true;
    if (!isComparison(n) || typeof n.value !== 'object' || !('line' in n.value)) return false;
    return criteria.lines[n.value.line]?.by_area !== null;
  });
}

function cutsOf(
  field: string | null,
  conditions: readonly Predicate[],
  criteria: Criteria,
  areas: readonly (Area | null)[],
): Cut[] {
  const comparisons = conditions.flatMap((p) => [...nodes(p)].filter(isComparison)).filter((n) => n.field === field);
  return comparisons.flatMap((n) => areas.map((area) => cutAt(n.value, criteria, area)));
}

function groupByWeight(
  indicators: readonly Indicator[],
  taken: readonly number[],
  scores: readonly SummedScore[],
): number[][] {
  const groups = new Map<string, number[]>();
  for (const at of indicators.keys()) {
    if (taken.includes(at)) continue;
    const weight = scores.map((s) => s.weights[at]).join(':');
    groups.set(weight, [...(groups.get(weight) ?? []), at]);
  }
  return [...groups.values()];
}

function fillCells(
  layout: Layout,
  ladder: Ladder,
  average: Predicate | null,
  sizes: readonly number[],
  total: number,
): Cells {
  const cells: Cells = {
    rule: new Uint8Array(total),
    holds: new Uint32Array(total),
    deprivations: new Uint16Array(total),
    b2: new Int32Array(total),
    computed: new Uint32Array(total),
    belowLine: new Uint8Array(total).fill(2),
    averageLiving: new Uint8Array(total).fill(2),
  };
  const known: KnownCuts = new Map();
  for (let cell = 0; cell < total; cell++) {
    const coordinates = coordinatesOf(cell, sizes);
    const facts = cellFacts(layout, known, coordinates);
    const holds = ladder.rules.map((rule) => rule.when === null || decide(rule.when, facts) === true);
    const first = holds.indexOf(true);
    if (first < 0 && isInhabited(coordinates, layout)) throw holeIn(layout, facts, ladder);
    cells.rule[cell] = Math.max(first, 0);
    cells.holds[cell] = bits(holds);
    cells.deprivations[cell] = facts.deprivations;
    cells.b2[cell] = facts.totals.find((t) => t.given === 'b2')?.total ?? 0;
    cells.computed[cell] = bits(layout.computed.map((at) => facts.deprived(layout.indicators[at]?.id ?? '') === true));
    if (ladder.line !== null) cells.belowLine[cell] = decide(ladder.line, facts) ? 1 : 0;
    if (average !== null) {
      const inBand = ladder.rules[Math.max(first, 0)]?.class === 'non_poor' && decide(average, facts) === true;
      cells.averageLiving[cell] = inBand ? 1 : 0;
    }
  }
  return cells;
}

/** Whether any value lies in the stretches of income and B1 of a cell: none is below zero. */
function isInhabited([, income = 0, b1 = 0]: readonly number[], layout: Layout): boolean {
  return layout.income.regions.includes(income) && layout.b1.regions.includes(b1);
}

function bits(truths: readonly boolean[]): number {
  return truths.reduce((mask, truth, at) => (truth ? mask | (1 << at) : mask), 0);
}

function coordinatesOf(cell: number, sizes: readonly number[]): number[] {
  let rest = cell;
  const coordinates: number[] = [];
  for (const size of [...sizes].reverse()) {
    coordinates.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return coordinates;
}

interface CellFacts extends Facts {
  readonly area: Area | null;
  readonly deprivations: number;
  readonly totals: readonly { id: string; given: string | null; total: number; scale: number }[];
}

/** The cuts that amounts were found to be; a condition asks the same in every cell. */
type KnownCuts = Map<Scale, Map<Area | null, Map<Amount, number>>>;

/** The number of the cut that an amount is on its scale. */
function cutNumber(scale: Scale, value: Amount, criteria: Criteria, area: Area | null, known: KnownCuts): number {
  const areas = known.get(scale) ?? new Map<Area | null, Map<Amount, number>>();
  const amounts = areas.get(area) ?? new Map<Amount, number>();
  known.set(scale, areas.set(area, amounts));
  const number = amounts.get(value) ?? indexOfCut(scale, cutAt(value, criteria, area));
  amounts.set(value, number);
  return number;
}

/** The facts of one cell: all of them known. */
function cellFacts(
  layout: Layout,
  known: KnownCuts,
  [area = 0, income = 0, b1 = 0, ...rest]: readonly number[],
): CellFacts {
  const { criteria, indicators, named, groups } = layout;
  const scaleField = scaleScore(criteria);
  const truths = new Map<string, boolean>();
  const facts = {
    area: layout.areas[area] ?? null,
    deprivations: 0,
    totals: [] as { id: string; given: string | null; total: number; scale: number }[],
    compare(field: string, value: Amount): Sign | null {
      if (field === 'income') return placed(income, layout.income, value);
      if (field === scaleField) return placed(b1, layout.b1, value);
      const { amount: n, per: d } = cutAt(value, criteria, facts.area);
      if (field === 'deprivations') return Math.sign(facts.deprivations * d - n) as Sign;
      const score = facts.totals.find((t) => t.id === field);
      return score === undefined ? null : (Math.sign(score.total * d - n * score.scale) as Sign);
    },
    equals: (field: string, value: string | boolean): Truth => (field === 'area' ? facts.area === value : null),
    includesAny: (): Truth => null,
    deprived: (indicator: string): Truth => truths.get(indicator) ?? null,
    members: () => ({ listed: [], unlisted: null }),
  };
  const placed = (region: Region, scale: Scale, value: Amount): Sign =>
    compareRegion(region, cutNumber(scale, value, criteria, facts.area, known));

  const counts = indicators.map(() => 0);
  for (const at of layout.computed) {
    const indicator = indicators[at] as Indicator;
    const deprived = indicator.deprived !== null && decide(indicator.deprived, facts) === true;
    truths.set(indicator.id, deprived);
    counts[at] = deprived ? 1 : 0;
  }
  for (const [order, at] of named.entries()) {
    truths.set((indicators[at] as Indicator).id, rest[order] === 1);
    counts[at] = rest[order] ?? 0;
  }
  // within a group any of the indicators will do: they weigh the same
  for (const [order, group] of groups.entries()) counts[group[0] as number] = rest[named.length + order] ?? 0;
  facts.deprivations = sum(counts);
  facts.totals = layout.scores.map(({ id, given, weights, scale }) => ({
    id,
    given,
    scale,
    total: sum(weights.map((weight, at) => weight * (counts[at] ?? 0))),
  }));
  return facts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function holeIn(layout: Layout, facts: CellFacts, ladder: Ladder): FindingsError {
  const last = ladder.rules.at(-1)?.id ?? '';
  return new FindingsError([
    finding(
      'E403',
      {
        file: layout.criteria.id,
        path: `classes.${ladder === layout.criteria.classes.score ? 'score' : 'income'}.rules`,
      },
      { data: { issue: 'hole', detail: `area ${facts.area ?? '-'}, deprivations ${facts.deprivations}`, last } },
    ),
  ]);
}
