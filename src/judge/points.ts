import type { Criteria } from '../criteria/criteria.ts';
import type { PointsItem, PointsTable } from '../criteria/points.ts';
import { foldKey } from '../text/fold.ts';
import { type Answers, factsOf } from './answers.ts';
import { decide, type Facts } from './decide.ts';
import type { Truth } from './truth.ts';

/** The least and the most points that the answers allow; the same when all is known. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** Points of a household, and the items under which none of the rows holds: then they are no points at all. */
export interface Points extends Interval {
  readonly unmatched: readonly string[];
}

/**
 * The points that a table gives to what a household answered. A blank may be any answer; an area or region that is not
 * known may be any column, but the same one for all items.
 */
export function pointsOf(table: PointsTable, answers: Answers, criteria: Criteria): Points {
  const facts = factsOf(answers, criteria);
  const unmatched = new Set<string>();
  const totals = columnsFor(table, answers).map((column) =>
    table.items.reduce(
      (total, item) => {
        const points = itemPoints(item, column, facts);
        if (points === null) unmatched.add(item.id);
        return { lo: total.lo + (points?.lo ?? 0), hi: total.hi + (points?.hi ?? 0) };
      },
      { lo: 0, hi: 0 },
    ),
  );
  return { ...widest(totals), unmatched: [...unmatched] };
}

/** What one item of a table gives a household, and by which of its rows. */
export interface ItemPoints {
  readonly id: string;
  /** Null when none of its rows can hold. */
  readonly points: Interval | null;
  /** Labels of the rows by which it gets them, and of those that may hold, for what they ask is not known. */
  readonly rows: readonly string[];
  readonly open: readonly string[];
  /** True: not asked of this household; null when that is not known. */
  readonly skipped: Truth;
}

/** `pointsOf` item by item, for people. */
export function itemsOf(table: PointsTable, answers: Answers, criteria: Criteria): readonly ItemPoints[] {
  const facts = factsOf(answers, criteria);
  const columns = columnsFor(table, answers);
  return table.items.map((item) => {
    const points = columns.map((column) => itemPoints(item, column, facts)).filter((given) => given !== null);
    const skipped = item.skip === null ? false : decide(item.skip, facts);
    const rows = skipped === true ? [] : rowsReached(item, facts);
    return {
      id: item.id,
      points: points.length === 0 ? null : widest(points),
      rows: rows.filter(({ holds }) => holds === true).map(({ label }) => label),
      open: rows.filter(({ holds }) => holds === null).map(({ label }) => label),
      skipped,
    };
  });
}

/** The rows that hold or may; where one row alone gives the points, up to the first that is certain. */
function rowsReached({ several, rows }: PointsItem, facts: Facts) {
  const holding = rows.map(({ label, when }) => ({ label, holds: when === null ? true : decide(when, facts) }));
  const certain = several ? -1 : holding.findIndex(({ holds }) => holds === true);
  return holding.slice(0, certain < 0 ? rows.length : certain + 1).filter(({ holds }) => holds !== false);
}

function widest(intervals: readonly Interval[]): Interval {
  return { lo: Math.min(...intervals.map(({ lo }) => lo)), hi: Math.max(...intervals.map(({ hi }) => hi)) };
}

/** The columns a household may stand in: one when its area, and in the countryside its region, is known. */
function columnsFor({ columns }: PointsTable, { fields: { area, region } }: Answers): readonly number[] {
  const urban = columns.indexOf('urban');
  if (urban < 0) return [0];
  const rural = [...columns.keys()].filter((at) => at !== urban);
  const own = typeof region === 'string' ? rural.filter((at) => foldKey(columns[at] ?? '') === foldKey(region)) : [];
  const inCountry = own.length > 0 ? own : rural;
  if (area === 'urban') return [urban];
  return area === 'rural' ? inCountry : [urban, ...inCountry];
}

/** Null when none of the rows can hold. */
function itemPoints({ several, skip, rows }: PointsItem, column: number, facts: Facts): Interval | null {
  const isSkipped = skip === null ? false : decide(skip, facts);
  if (isSkipped === true) return { lo: 0, hi: 0 };
  const holding = rows.map(
    ({ when, points }): Row => ({
      holds: when === null ? true : decide(when, facts),
      points: points[column] ?? 0,
    }),
  );
  const points = several ? sumOf(holding) : firstOf(holding);
  if (points === null || isSkipped === false) return points;
  return { lo: Math.min(0, points.lo), hi: Math.max(0, points.hi) };
}

interface Row {
  readonly holds: Truth;
  readonly points: number;
}

/** Whatever holds adds up; what may hold may add. */
function sumOf(rows: readonly Row[]): Interval {
  const sum = (part: (row: Row) => number) => rows.reduce((total, row) => total + part(row), 0);
  const certain = sum(({ holds, points }) => (holds === true ? points : 0));
  return {
    lo: certain + sum(({ holds, points }) => (holds === null ? Math.min(0, points) : 0)),
    hi: certain + sum(({ holds, points }) => (holds === null ? Math.max(0, points) : 0)),
  };
}

/** The first that holds, or one before it that may. */
function firstOf(rows: readonly Row[]): Interval | null {
  const certain = rows.findIndex(({ holds }) => holds === true);
  const possible = rows
    .slice(0, certain < 0 ? rows.length : certain + 1)
    .filter(({ holds }) => holds !== false)
    .map(({ points }) => points);
  return possible.length === 0 ? null : { lo: Math.min(...possible), hi: Math.max(...possible) };
}
