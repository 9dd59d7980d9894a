import type { Finding } from '../../finding.ts';
import { compare, type Exact, exact, minus, toDecimal } from '../../text/exact.ts';
import { foldKey } from '../../text/fold.ts';
import { groupedBy } from '../../text/grouped.ts';
import { contradictionsIn, householdsOf, spelt } from './contradictions.ts';
import { COUNT_OF, type FigureField, isRate, RATE_FIELDS, type RateField } from './fields.ts';
import type { Figures } from './figures.ts';
import { type Printed, slipOf } from './printed.ts';
import type { Published, PublishedRow } from './published.ts';
import {
  type Between,
  type Check,
  CONVENTIONS,
  type Convention,
  givesRate,
  isWayOfAll,
  ownRate,
  percentOf,
} from './rounding.ts';
import { countBehind, countIn, impliedBy, pairsOf, told, usualPlaces } from './rows.ts';

/**
 * What became of a printed figure. `agrees`: it is what this program prints. `rounded`: a rate shortened in another way.
 * `added`: both rates added after rounding. `follows`: right for the count printed beside it, which differs.
 * `other_households`: right for another number of households. `not_recomputed`: nothing to hold it against.
 */
export type Outcome = 'agrees' | 'differs' | 'rounded' | 'added' | 'follows' | 'other_households' | 'not_recomputed';

export interface Comparison {
  readonly row: PublishedRow;
  readonly field: FigureField;
  readonly printed: Printed;
  readonly outcome: Outcome;
  /** The recomputed figure as this program prints it; null when there is none. */
  readonly ours: string | null;
  /** Printed less recomputed: households, or points of percent with the decimals printed; null when not recomputed. */
  readonly difference: string | null;
  readonly convention: Convention | null;
  /** The households of which the rates of the row are right, where that is not ours. */
  readonly households: Between | null;
}

export interface AgainstResult {
  readonly published: Published;
  readonly comparisons: readonly Comparison[];
  /** What the publication says against itself, and cells that hold no figure. */
  readonly contradictions: readonly Finding[];
  /** Where it differs from what was recomputed, and how its rates are explained. */
  readonly differences: readonly Finding[];
  /** Of the rates that could be checked, how many each way of rounding gives. */
  readonly conventions: { readonly checked: number; readonly given: Readonly<Record<Convention, number>> };
  /** The households that the rates of each row imply; `hi` null is without end. */
  readonly implied: readonly { readonly row: PublishedRow; readonly between: Between }[];
}

/** Holds what was published against itself, and against recomputed figures, of which there may be none. */
export function compareAgainst(published: Published, figures: readonly Figures[]): AgainstResult {
  const find = finderOf(figures);
  const places = usualPlaces(published);
  const found = published.rows.map((row) => ({ row, ours: find(row) }));
  const checks = found.flatMap(({ row, ours }) => checksOf(row, ours));
  const comparisons = found.flatMap(({ row, ours }) => compareRow(row, ours, places, checks));
  const strangers = figures.length === 0 ? [] : found.filter(({ ours }) => ours === null).map(({ row }) => row);
  return {
    published,
    comparisons,
    contradictions: [...published.findings, ...contradictionsIn(published)],
    differences: [
      ...strangers.map((row) => told('W832', published, row, undefined, { data: {} })),
      ...comparisons.flatMap((one) => differenceOf(published, one)),
    ],
    conventions: conventionsOf(checks),
    implied: published.rows.flatMap((row) => {
      const pairs = pairsOf(row, places).filter(({ count }) => count > 0n);
      const between = pairs.length === 0 ? null : impliedBy(pairs, 'half_up');
      return between === null ? [] : [{ row, between }];
    }),
  };
}

/** By code, else by name where it belongs to one unit; the whole by its area alone. */
function finderOf(figures: readonly Figures[]): (row: PublishedRow) => Figures | null {
  const isWhole = ({ level }: Figures) => level === 'total' || level === 'area';
  const keyOf = (unit: string, area: string | null) => `${unit}\u001f${area ?? ''}`;
  const wholes = groupedBy(figures.filter(isWhole), ({ area }) => keyOf('', area));
  const units = figures.filter((one) => !isWhole(one));
  const byCode = groupedBy(
    units.filter(({ code }) => code !== null),
    ({ code, area }) => keyOf(code ?? '', area),
  );
  const byName = groupedBy(
    units.filter(({ name }) => name !== null),
    ({ name, area }) => keyOf(foldKey(name ?? ''), area),
  );
  return ({ isWhole: whole, code, name, area, level }) => {
    if (whole) return wholes.get(keyOf('', area))?.[0] ?? null;
    const named = (byCode.get(keyOf(code, area)) ?? byName.get(keyOf(foldKey(name), area)) ?? []).filter(
      (one) => level === null || !LEVELS.includes(level) || one.level === level,
    );
    return named.length === 1 ? (named[0] ?? null) : null;
  };
}

const LEVELS: readonly string[] = ['province', 'commune', 'village'];

function compareRow(
  row: PublishedRow,
  ours: Figures | null,
  places: number,
  checks: readonly Check[],
): readonly Comparison[] {
  return [...row.figures].map(([field, printed]) =>
    isRate(field) ? compareRate(row, field, printed, ours, places, checks) : compareCount(row, field, printed, ours),
  );
}

const UNEXPLAINED = { convention: null, households: null };

function compareCount(
  row: PublishedRow,
  field: Exclude<FigureField, RateField>,
  printed: Printed,
  ours: Figures | null,
): Comparison {
  const count = ours?.counts[field] ?? null;
  if (count === null)
    return { row, field, printed, outcome: 'not_recomputed', ours: null, difference: null, ...UNEXPLAINED };
  const difference = printed.value.n - BigInt(count);
  const outcome = difference === 0n ? 'agrees' : 'differs';
  return { row, field, printed, outcome, ours: String(count), difference: difference.toString(), ...UNEXPLAINED };
}

function compareRate(
  row: PublishedRow,
  field: RateField,
  printed: Printed,
  ours: Figures | null,
  places: number,
  checks: readonly Check[],
): Comparison {
  const [count, households] = [ours?.counts[COUNT_OF[field]] ?? null, ours?.counts.households ?? null];
  if (count === null || households === null || households === 0) {
    return { row, field, printed, outcome: 'not_recomputed', ours: null, difference: null, ...UNEXPLAINED };
  }
  const percent = percentOf(BigInt(count), BigInt(households));
  const own = ownRate(percent);
  const told = {
    ...{ row, field, printed, ours: own.text },
    difference: toDecimal(minus(printed.value, percent), Math.max(2, printed.places)),
    ...UNEXPLAINED,
  };
  if (compare(own.value, printed.value) === 0) return { ...told, outcome: 'agrees' };
  const convention = conventionOf(percent, printed);
  const isWay = convention === 'half_up' || (convention !== null && isWayOfAll(convention, checks));
  if (!isWay && isAddedFrom(row, field, printed, ours)) return { ...told, outcome: 'added' };
  if (convention !== null) return { ...told, outcome: 'rounded', convention };
  const theirs = countBehind(row, COUNT_OF[field]);
  if (theirs !== null && theirs !== BigInt(count)) {
    const follows = conventionOf(percentOf(theirs, BigInt(households)), printed);
    if (follows !== null) return { ...told, outcome: 'follows', convention: follows };
  }
  const other = otherHouseholds(row, field, printed, theirs, places);
  if (other === null) return { ...told, outcome: 'differs' };
  return { ...told, outcome: 'other_households', households: other };
}

function conventionOf(percent: Exact, printed: Printed): Convention | null {
  return CONVENTIONS.find((convention) => givesRate(percent, printed, convention)) ?? null;
}

/** Both rates, each right, added as they are printed. */
function isAddedFrom(row: PublishedRow, field: RateField, printed: Printed, ours: Figures | null): boolean {
  const { poor, near_poor: nearPoor, households } = ours?.counts ?? {};
  if (field !== 'multidimensional_rate' || poor === undefined || nearPoor === undefined || !households) return false;
  const [a, b] = [row.figures.get('poor_rate'), row.figures.get('near_poor_rate')];
  const parts = [
    a?.value ?? ownRate(percentOf(BigInt(poor), BigInt(households))).value,
    b?.value ?? ownRate(percentOf(BigInt(nearPoor), BigInt(households))).value,
  ] as const;
  return compare(minus(minus(printed.value, parts[0]), parts[1]), exact(0)) === 0;
}

/** The households of which the whole row is right: as printed, if the rate is theirs; else as its rates imply. */
function otherHouseholds(
  row: PublishedRow,
  field: RateField,
  printed: Printed,
  count: bigint | null,
  places: number,
): Between | null {
  const households = countIn(row, 'households');
  if (count === null || count === 0n) return null;
  if (households === null || households === 0n) {
    const between = householdsOf(row, places);
    return between !== null && pairsOf(row, places).some((pair) => pair.field === field) ? between : null;
  }
  return conventionOf(percentOf(count, households), printed) === null ? null : { lo: households, hi: households };
}

function differenceOf(published: Published, one: Comparison): Finding[] {
  const { row, field, printed, outcome, ours, difference, convention, households } = one;
  const expected = ours === null ? [] : [ours];
  switch (outcome) {
    case 'agrees':
    case 'follows':
    case 'not_recomputed':
      return [];
    case 'differs': {
      const slip = isRate(field) || ours === null ? '' : (slipOf(printed.text, BigInt(ours)) ?? '');
      return [told('W829', published, row, field, { expected, data: { difference: difference ?? '', slip } })];
    }
    case 'rounded':
    case 'added':
      return [told('N830', published, row, field, { expected, data: { convention: convention ?? 'added' } })];
    case 'other_households':
      return [
        told('N831', published, row, field, {
          expected,
          data: { households: households === null ? [] : spelt(households) },
        }),
      ];
  }
}

/** Each rate that can be checked: of the households printed beside it, else of ours, with the count printed, else with ours. */
function checksOf(row: PublishedRow, ours: Figures | null): readonly Check[] {
  const households = countIn(row, 'households') ?? known(ours?.counts.households);
  if (households === null || households === 0n) return [];
  return RATE_FIELDS.flatMap((field) => {
    const printed = row.figures.get(field);
    const count = countBehind(row, COUNT_OF[field]) ?? known(ours?.counts[COUNT_OF[field]]);
    return printed === undefined || count === null ? [] : [{ percent: percentOf(count, households), printed }];
  });
}

function known(count: number | undefined): bigint | null {
  return count === undefined ? null : BigInt(count);
}

function conventionsOf(checks: readonly Check[]): AgainstResult['conventions'] {
  const by = (way: Convention) => checks.filter(({ percent, printed }) => givesRate(percent, printed, way)).length;
  return {
    checked: checks.length,
    given: { half_up: by('half_up'), half_even: by('half_even'), truncated: by('truncated') },
  };
}
