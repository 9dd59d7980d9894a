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

/** How a stretch of columns is gone through; what does not look as it mostly does is read cell by cell. */
export const STEP = {
  cell: 0,
  /** Held against the row before. */
  places: 1,
  /** Digits between commas. */
  marks: 2,
  /** A text or an id as it stands. */
  text: 3,
  id: 4,
  /** A number of which only the spelling is looked at. */
  digits: 5,
  size: 6,
  /** Whatever it is, nothing hangs on it. */
  idle: 7,
} as const;

/** A stretch of columns that are gone through in one way. */
export interface Step {
  readonly kind: number;
  /** Its first column, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

/** How the rows of one table are counted. */
export interface RowPlan {
  /** Those of the survey; after them stand the columns that `classify` added. */
  readonly columns: readonly Column[];
  readonly steps: readonly Step[];
  readonly reads: Uint8Array;
  readonly uses: Uint8Array;
  /** Per column: the place of its truth among all (`truthPlaces`); after them for what is not counted. */
  readonly truths: Uint8Array;
  /** Per column: where the cell stands is kept, by its slot. */
  readonly isNoted: Uint8Array;
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
  const rest = {
    reads: Uint8Array.from(columns, ({ read, field }) => (field === null || isAsked(field, noted) ? read : READ.idle)),
    uses: Uint8Array.from(columns, ({ field }) => useOf(field?.id ?? '', places)),
    truths: Uint8Array.from(columns, ({ field }) => placeIn(places, field?.id ?? '')),
    isNoted: Uint8Array.from(columns, ({ field }) => (noted.has(field?.id ?? '') ? 1 : 0)),
  };
  return { columns, steps: stepsOf(rest), ...rest };
}

function stepsOf({ reads, uses, isNoted }: Pick<RowPlan, 'reads' | 'uses' | 'isNoted'>): readonly Step[] {
  const steps: Step[] = [];
  for (const [at, read] of reads.entries()) {
    const kind = stepOf(read, uses[at] as number, isNoted[at] === 1);
    const before = steps.at(-1);
    const isLonger = before?.kind === kind && (kind === STEP.places || kind === STEP.marks);
    if (isLonger) steps.pop();
    steps.push({ kind, from: isLonger ? before.from : at, to: at + 1 });
  }
  return steps;
}

function stepOf(read: number, use: number, isNoted: boolean): number {
  if (use === USE.place) return STEP.places;
  // where these stand is kept of every row
  if (read === READ.text) return STEP.text;
  if (read === READ.id) return STEP.id;
  if (isNoted) return STEP.cell;
  if (read === READ.mark) return STEP.marks;
  if (read === READ.money || read === READ.score) return STEP.digits;
  if (read === READ.idle) return STEP.idle;
  return use === USE.size ? STEP.size : STEP.cell;
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
