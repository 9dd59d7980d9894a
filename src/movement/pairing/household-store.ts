import type { ReviewedHousehold } from '../../results/reviewed.ts';
import { TextStore } from '../../survey/text-store.ts';
import { Numbers } from '../../text/numbers.ts';

/** Whole households apart from the memory of objects: two years of a province fit. Each is given back by its number. */
export class HouseholdStore {
  readonly #texts = new TextStore();
  readonly #at = new Numbers();

  /** Keeps a household; the number gives it back. */
  add(household: ReviewedHousehold): number {
    this.#at.push(this.#texts.add(JSON.stringify(partsOf(household))));
    return this.#at.length - 1;
  }

  get(at: number): ReviewedHousehold {
    return householdOf(JSON.parse(this.#texts.get(this.#at.at(at))) as ReturnType<typeof partsOf>);
  }
}

/** Without names of properties, which would be most of the text. */
function partsOf(h: ReviewedHousehold) {
  return [
    h.table,
    h.line,
    h.key,
    h.class,
    h.computedClass,
    h.basis,
    h.averageLiving,
    h.deprivations,
    h.deprivationsMax,
    h.cells,
    h.members.map(({ table, line, cells }) => [table, line, cells] as const),
  ] as const;
}

function householdOf(parts: ReturnType<typeof partsOf>): ReviewedHousehold {
  const [
    table,
    line,
    key,
    outcome,
    computedClass,
    basis,
    averageLiving,
    deprivations,
    deprivationsMax,
    cells,
    members,
  ] = parts;
  return {
    table,
    line,
    key,
    class: outcome,
    computedClass,
    basis,
    averageLiving,
    deprivations,
    deprivationsMax,
    cells,
    members: members.map(([at, row, own]) => ({ table: at, line: row, cells: own })),
  };
}
