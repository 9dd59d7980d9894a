import { type Count, OUTCOMES, type Tally, total } from '../review/tally.ts';

/** A tally in the shape that `summary --format json` gives its units; rates need a denominator that no survey has. */
export interface UnitCount {
  readonly level: 'total' | 'area';
  readonly code: null;
  readonly name: null;
  readonly area: string | null;
  readonly households: null;
  readonly persons: null;
  readonly denominator: null;
  readonly reviewed: number;
  readonly [outcome: string]: unknown;
}

/** The whole, then the areas that have households. */
export function unitCounts(tally: Tally): { total: UnitCount; units: UnitCount[] } {
  const areas = (['urban', 'rural', 'unknown'] as const).map((area) =>
    unit('area', area, (o) => tally.byArea[area][o]),
  );
  return {
    total: { ...unit('total', null, (o) => total(tally, o)), average_living: counted(tally.averageLiving) },
    units: areas.filter((u) => u.reviewed > 0),
  };
}

type Outcome = (typeof OUTCOMES)[number];
type Counted = { households: number; persons: number };

function unit(level: 'total' | 'area', area: string | null, count: (o: Outcome) => Counted): UnitCount {
  const outcomes = Object.fromEntries(OUTCOMES.map((o) => [o, { ...counted(count(o)), rate: null }]));
  const both = count('poor').households + count('near_poor').households;
  return {
    level,
    code: null,
    name: null,
    area,
    households: null,
    persons: null,
    denominator: null,
    reviewed: OUTCOMES.reduce((n, o) => n + count(o).households, 0),
    ...outcomes,
    multidimensional: { households: both, rate: null },
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
