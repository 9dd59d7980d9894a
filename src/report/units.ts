import { type Count, OUTCOMES, type Tally, total } from '../review/tally.ts';

/** A tally in the shape that `summary --format json` gives its units; rates only when the survey holds all households. */
export interface UnitCount {
  readonly level: 'total' | 'area';
  readonly code: null;
  readonly name: null;
  readonly area: string | null;
  readonly households: number | null;
  readonly persons: number | null;
  readonly denominator: 'survey' | null;
  readonly reviewed: number;
  readonly [outcome: string]: unknown;
}

/** The whole, then the areas that have households. */
export function unitCounts(tally: Tally, coversAll: boolean): { total: UnitCount; units: UnitCount[] } {
  const areas = (['urban', 'rural', 'unknown'] as const).map((area) =>
    unit('area', area, coversAll, (o) => tally.byArea[area][o]),
  );
  return {
    total: { ...unit('total', null, coversAll, (o) => total(tally, o)), average_living: counted(tally.averageLiving) },
    units: areas.filter((u) => u.reviewed > 0),
  };
}

type Outcome = (typeof OUTCOMES)[number];
type Counted = { households: number; persons: number };

function unit(
  level: 'total' | 'area',
  area: string | null,
  coversAll: boolean,
  count: (o: Outcome) => Counted,
): UnitCount {
  const residents = OUTCOMES.filter((o) => o !== 'out_of_scope');
  const sum = (of: (c: Counted) => number) => residents.reduce((n, o) => n + of(count(o)), 0);
  const households = sum((c) => c.households);
  const rate = (n: number) => (coversAll && households > 0 ? n / households : null);
  const outcomes = Object.fromEntries(
    OUTCOMES.map((o) => [o, { ...counted(count(o)), rate: o === 'out_of_scope' ? null : rate(count(o).households) }]),
  );
  const both = count('poor').households + count('near_poor').households;
  return {
    level,
    code: null,
    name: null,
    area,
    households: coversAll ? households : null,
    persons: coversAll ? sum((c) => c.persons) : null,
    denominator: coversAll ? 'survey' : null,
    reviewed: OUTCOMES.reduce((n, o) => n + count(o).households, 0),
    ...outcomes,
    multidimensional: { households: both, rate: rate(both) },
  };
}

function counted({ households, persons }: Counted) {
  return { households, persons };
}

/** The headings of the count as a table for other programs; they never depend on the language. */
export const COUNT_HEADINGS: readonly string[] = ['criteria', 'area', 'class', 'households', 'persons'];

/** One row per criteria set, area (and the total) and class. Persons are blank when no size is known. */
export function countRows(criteria: string, tally: Tally): readonly (readonly string[])[] {
  const row = (area: string, outcome: Outcome, { households, persons, sizeUnknown }: Count) => {
    const isKnown = households === 0 || sizeUnknown < households;
    return [criteria, area, outcome, String(households), isKnown ? String(persons) : ''];
  };
  return [
    ...(['urban', 'rural', 'unknown'] as const).flatMap((area) =>
      OUTCOMES.map((outcome) => row(area, outcome, tally.byArea[area][outcome])),
    ),
    ...OUTCOMES.map((outcome) => row('total', outcome, total(tally, outcome))),
  ];
}
