import type { Assessor } from '../review/assess.ts';
import { columnSlots, type Survey } from '../survey/survey.ts';
import type { Table } from '../survey/table.ts';
import { type Column, columnsOf } from './columns.ts';
import type { Marks } from './marks.ts';

/** Where the value of a cell goes besides the result. */
export const TAP = {
  none: 0,
  area: 1,
  residence: 2,
  recorded: 3,
  decided: 4,
  income: 5,
  b1: 6,
  b2: 7,
  size: 8,
  province: 9,
  mark: 10,
} as const;
export const TAPS = 11;

export const TAP_OF: Readonly<Record<string, number>> = {
  area: TAP.area,
  residence: TAP.residence,
  recorded_class: TAP.recorded,
  decided_class: TAP.decided,
  income: TAP.income,
  b1: TAP.b1,
  b2: TAP.b2,
  size: TAP.size,
};

/** How the rows of one table become cells of the survey and states of the judges. */
export interface TablePlan {
  readonly delimiter: number;
  readonly columns: readonly Column[];
  readonly reads: Uint8Array;
  readonly taps: Uint8Array;
  readonly slots: Int32Array;
  /** Per column: the bit of its indicator. */
  readonly bits: Int32Array;
  /** Bits of the indicators that this table has no column for. */
  readonly missing: number;
  /** Slots of cells that every row of the table has alike: the unit given for the file. */
  readonly unitSlot: number;
  readonly unit: string;
  /** The columns are the first slots of the survey, in their order: cells are written as they are read. */
  readonly inOrder: boolean;
  /** How many slots the columns fill when they are in order. */
  readonly filled: number;
}

/** Whether any set of the run asks in which province a household lives. */
export function asksProvince(assessors: readonly Assessor[]): boolean {
  return assessors.some(({ criteria }) => criteria.territory.province_codes !== null);
}

/** How the rows of table number `at` are to be read. */
export function planTable(survey: Survey, at: number, assessors: readonly Assessor[], { ids }: Marks): TablePlan {
  const table = survey.tables[at] as Table;
  const columns = columnsOf(survey, at, columnSlots(survey, table));
  const bitOf = (id: string | undefined) => (id === undefined || !ids.includes(id) ? 0 : 1 << ids.indexOf(id));
  const province = asksProvince(assessors) ? TAP.province : TAP.none;
  const written = columns.map((c) => c.slot).filter((slot) => slot >= 0);
  const bits = columns.map((c) => bitOf(c.field?.id));
  return {
    delimiter: (table.sniffed?.delimiter ?? ',').charCodeAt(0),
    columns,
    reads: Uint8Array.from(columns, (c) => c.read),
    taps: Uint8Array.from(columns, ({ field }, column) => {
      if (field === null) return TAP.none;
      if (field.id === 'province_code') return province;
      return bits[column] === 0 ? (TAP_OF[field.id] ?? TAP.none) : TAP.mark;
    }),
    slots: Int32Array.from(columns, (c) => c.slot),
    bits: Int32Array.from(bits),
    missing: ids.reduce((mask, id) => (table.fields.some((f) => f?.id === id) ? mask : mask | bitOf(id)), 0),
    unitSlot: table.unit === null ? -1 : (survey.slots.get('commune_code') ?? -1),
    unit: table.unit ?? '',
    inOrder: written.every((slot, place) => slot === place),
    filled: written.length,
  };
}
