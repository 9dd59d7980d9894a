import { fillings } from './fillings.ts';
import type { Table } from './table.ts';

/** A rule that gives no household its class. */
export interface UnreachedRule {
  readonly id: string;
  /** `never`: its condition holds for nobody; `covered`: the rules before it hold wherever it does. */
  readonly why: 'never' | 'covered';
}

/** Rules that no household can ever reach, in the order of the set. */
export function unreachedRules(table: Table): readonly UnreachedRule[] {
  const nothing = {
    area: null,
    income: null,
    b1: null,
    b1Regions: table.b1.regions,
    b2: null,
    nearIncome: [],
    nearB1: [],
  };
  const { cells } = fillings({ ...nothing, marks: table.indicators.map(() => null) }, table);
  const reached = new Set(cells.map((cell) => table.cells.rule[cell]));
  const held = cells.reduce((mask, cell) => mask | (table.cells.holds[cell] as number), 0);
  return [...table.rules.entries()]
    .filter(([at]) => !reached.has(at))
    .map(([at, { id }]) => ({ id, why: ((held >>> at) & 1) === 1 ? 'covered' : 'never' }));
}
