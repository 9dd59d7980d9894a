import type { Placed } from './evidence.ts';
import type { Interval } from './points.ts';
import type { Table } from './table.ts';
import type { Truth } from './truth.ts';

/**
 * The cells of the class table that a household may lie in: every way of filling what is unknown, and no other.
 * A B2 leaves only the fillings that give it; so does a mark on an indicator that is computed from income.
 */
export interface Fillings {
  readonly cells: readonly number[];
  /** Whether a cell is one of them. */
  has(cell: number): boolean;
  /** What may stand on each axis, in the order of `table.strides`. */
  readonly choices: readonly (readonly number[])[];
}

export function fillings(placed: Placed, table: Table): Fillings {
  const choices = choicesOf(placed, table);
  const admits = constraint(placed, table);
  // most axes are settled: they say once for all cells where to begin
  const known = choices.reduce((sum, [value = 0, ...others], axis) => {
    return others.length > 0 ? sum : sum + value * (table.strides[axis] as number);
  }, 0);
  let cells: number[] = [known];
  for (const [axis, values] of choices.entries()) {
    if (values.length === 1) continue;
    const stride = table.strides[axis] as number;
    cells = cells.flatMap((cell) => values.map((value) => cell + value * stride));
  }
  if (admits === null) return { cells, choices, has: () => true };
  return { cells: cells.filter(admits), choices, has: admits };
}

/** Indicators of a group that are certainly deprived, and those that may be. */
function countIn(group: readonly number[], marks: readonly Truth[]): readonly number[] {
  let lo = 0;
  let unknown = 0;
  for (const at of group) {
    const mark = marks[at];
    if (mark === true) lo++;
    else if (mark !== false) unknown++;
  }
  return Array.from({ length: unknown + 1 }, (_, more) => lo + more);
}

function choicesOf({ area, income, b1, b1Regions, marks }: Placed, table: Table): readonly (readonly number[])[] {
  return [
    area === null ? [...table.areas.keys()] : [area],
    income === null ? table.income.regions : [income],
    b1 === null ? b1Regions : [b1],
    ...table.named.map((at) => (marks[at] === true ? [1] : marks[at] === false ? [0] : [0, 1])),
    ...table.groups.map((group) => countIn(group, marks)),
  ];
}

function constraint({ b2, marks }: Placed, table: Table): ((cell: number) => boolean) | null {
  const marked = table.computed.flatMap((at, bit) => {
    const mark = marks[at];
    return mark === true || mark === false ? [{ bit, mark }] : [];
  });
  if (b2 === null && marked.length === 0) return null;
  const { cells } = table;
  return (cell) =>
    (b2 === null || within(b2, cells.b2[cell] as number)) &&
    marked.every(({ bit, mark }) => (((cells.computed[cell] as number) >> bit) & 1) === (mark ? 1 : 0));
}

function within({ lo, hi }: Interval, total: number): boolean {
  return total >= lo && total <= hi;
}

/** Whether some two fillings that differ in this axis alone give different classes. */
export function axisDecides(axis: number, filled: Fillings, table: Table, classOf: (cell: number) => number): boolean {
  const stride = table.strides[axis] as number;
  const size = table.sizes[axis] as number;
  const values = filled.choices[axis] ?? [];
  // a group's axis counts: what one unknown indicator of it can do is one step up
  const isGroup = axis >= FIRST_NAMED + table.named.length;
  return filled.cells.some((cell) => {
    const here = Math.floor(cell / stride) % size;
    const others = isGroup ? values.filter((value) => value === here + 1) : values;
    return others.some((value) => {
      const there = cell + (value - here) * stride;
      return filled.has(there) && classOf(there) !== classOf(cell);
    });
  });
}

/** The axes before the named indicators: area, income, B1. */
export const FIRST_NAMED = 3;
