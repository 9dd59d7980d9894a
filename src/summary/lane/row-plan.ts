import { type Column, columnsOf, READ } from '../../lane/columns.ts';
import type { Field } from '../../survey/fields.ts';
import { columnSlots, type Survey } from '../../survey/survey.ts';
import type { Table } from '../../survey/table.ts';
import { PLACE_FIELDS } from '../places.ts';
import { CAUSE_IDS, type CountPlan, GROUPS } from '../plan.ts';
import { firstResultColumn } from './fit.ts';

/** What the cells of a column are for. */
export const USE = {
  /** They are only checked. */
  none: 0,
  /** A mark, a group, a cause, or whether the household farms. */
  truth: 1,
  size: 2,
  /** A part of the place; most rows have the place of the row before. */
  place: 3,
} as const;

/** How the rows of one table are counted. */
export interface RowPlan {
  /** Those of the survey; after them stand the columns that `classify` added. */
  readonly columns: readonly Column[];
  readonly reads: Uint8Array;
  readonly uses: Uint8Array;
  /** Per column: the place of its truth among all (`truthPlaces`); after them for what is not counted. */
  readonly truths: Uint8Array;
  /** Per column: where the cell stands is kept, by its slot. */
  readonly isNoted: Uint8Array;
  /** Per column: with how many like it a stretch of places begins; 0 within a stretch and for others. */
  readonly stretches: Uint8Array;
}

const placeFields: readonly string[] = Object.values(PLACE_FIELDS);

/** The places of the truths of a household: the marks of the plan, groups, causes, and whether it farms. */
export function truthPlaces({ marks }: CountPlan): readonly string[] {
  return [...marks, ...GROUPS, ...CAUSE_IDS, 'agricultural'];
}

/** How table number `at` is to be counted. */
export function planRows(survey: Survey, at: number, keyFields: readonly string[], plan: CountPlan): RowPlan {
  const table = survey.tables[at] as Table;
  const all = columnsOf(survey, at, columnSlots(survey, table));
  const columns = all.slice(0, firstResultColumn(table.headings));
  const places = truthPlaces(plan);
  const noted = new Set([...keyFields, ...placeFields, 'household_id', 'ethnicity']);
  const uses = Uint8Array.from(columns, ({ field }) => useOf(field?.id ?? '', places));
  return {
    columns,
    stretches: stretchesIn(uses),
    reads: Uint8Array.from(columns, ({ read, field }) => (field === null || isAsked(field, noted) ? read : READ.idle)),
    uses,
    truths: Uint8Array.from(columns, ({ field }) => placeIn(places, field?.id ?? '')),
    isNoted: Uint8Array.from(columns, ({ field }) => (noted.has(field?.id ?? '') ? 1 : 0)),
  };
}

function stretchesIn(uses: Uint8Array): Uint8Array {
  return uses.map((use, at) => {
    if (use !== USE.place || uses[at - 1] === USE.place) return 0;
    const end = uses.findIndex((other, next) => next > at && other !== USE.place);
    return (end < 0 ? uses.length : end) - at;
  });
}

function placeIn(places: readonly string[], id: string): number {
  const place = places.indexOf(id);
  return place < 0 ? places.length : place;
}

function useOf(id: string, truths: readonly string[]): number {
  if (truths.includes(id)) return USE.truth;
  if (placeFields.includes(id)) return USE.place;
  return id === 'size' ? USE.size : USE.none;
}

/** Whether anything hangs on what stands in a field: some stop no run whatever it is, and no summary asks for them. */
function isAsked({ id, kind }: Field, noted: ReadonlySet<string>): boolean {
  const isNeverWrong = kind === 'date' || kind === 'codes' || (kind === 'code' && id !== 'area' && id !== 'residence');
  return !isNeverWrong || noted.has(id);
}
