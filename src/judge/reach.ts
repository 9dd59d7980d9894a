import { fillings } from './fillings.ts';
import type { Table } from './table.ts';

/** Rules that no household can ever reach, because those before them hold wherever they do. */
export function unreachedRules(table: Table): readonly string[] {
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
  return table.rules.filter((_, at) => !reached.has(at)).map((rule) => rule.id);
}
