import { type Address, finding } from '../../finding.ts';
import type { Household, Survey } from '../../survey/survey.ts';
import { Numbers } from '../../text/numbers.ts';
import { addressOf } from '../address.ts';
import type { CheckContext, MakeCheck } from './check.ts';
import { isReviewed } from './outcome.ts';

/**
 * `W345`: a zero where nobody has nothing (no home has no floor, few people live on no income at all): it may stand for
 * "not known", and a zero income makes a household poor. A column full of them was filled by a program: that is told once.
 */
export const zeroOrMissing: MakeCheck = (context) => {
  const { survey, limits, tell } = context;
  const fields = limits.zero_or_missing.fields.filter((field) => survey.slots.has(field));
  if (fields.length === 0) return null;
  const tables = survey.tables.map(() => fields.map((field) => new Column(field, survey.slots.get(field) ?? -1)));
  return {
    see({ household, isCopy }) {
      if (isCopy || !isReviewed(survey, household)) return;
      for (const column of tables[household.table] ?? []) column.see(household, survey);
    },
    end() {
      for (const { first, lines, cells } of tables.flat()) {
        if (first === null) continue;
        const { row: _, ...column } = first;
        const zeros = lines.length;
        if (isHabit(zeros, cells, context)) {
          tell(finding('W345', column, { saw: '0', data: { kind: 'column', zeros, cells } }));
        } else {
          for (const row of lines.view) tell(finding('W345', { ...column, row }, { saw: '0', data: { kind: 'cell' } }));
        }
      }
    },
  };
};

/** The zeros of one column of one list. */
class Column {
  readonly lines = new Numbers();
  first: Address | null = null;
  cells = 0;
  readonly #field: string;
  readonly #slot: number;

  constructor(field: string, slot: number) {
    this.#field = field;
    this.#slot = slot;
  }

  see(household: Household, survey: Survey): void {
    this.cells++;
    const cell = household.cells[this.#slot] ?? '';
    if (cell === '' || Number(cell) !== 0) return;
    this.first ??= addressOf(survey, household, this.#field);
    this.lines.push(household.line);
  }
}

function isHabit(zeros: number, cells: number, { limits }: CheckContext): boolean {
  const { habit } = limits.zero_or_missing;
  return zeros >= habit.zeros && 100 * zeros >= habit.percent * cells;
}
