import { type Address, finding } from '../../finding.ts';
import { addressOf } from '../assess.ts';
import type { CheckContext, MakeCheck } from './check.ts';
import { Numbers } from './numbers.ts';
import { isReviewed } from './outcome.ts';

/**
 * `W345`: a zero where nobody has nothing (no home has no floor, few people live on no income at all): it may stand for
 * "not known", and a zero income makes a household poor. A column full of them was filled by a program: that is told once.
 */
export const zeroOrMissing: MakeCheck = (context) => {
  const { survey, limits, tell } = context;
  const columns = survey.tables.flatMap((_, table) =>
    limits.zero_or_missing.fields.flatMap((field) => {
      const slot = survey.slots.get(field);
      return slot === undefined ? [] : [{ table, slot, field, lines: new Numbers(), cells: 0, first: null as First }];
    }),
  );
  if (columns.length === 0) return null;
  return {
    see({ household, isCopy }) {
      if (isCopy || !isReviewed(survey, household)) return;
      for (const column of columns) {
        if (column.table !== household.table) continue;
        column.cells++;
        if (Number(household.cells[column.slot] || Number.NaN) !== 0) continue;
        column.first ??= addressOf(survey, household, column.field);
        column.lines.push(household.line);
      }
    },
    end() {
      for (const { lines, cells, first } of columns) {
        if (first === null) continue;
        if (isHabit(lines.length, cells, context)) {
          const { row: _, ...column } = first;
          tell(finding('W345', column, { saw: '0', data: { kind: 'column', zeros: lines.length, cells } }));
        } else
          for (const row of lines.view) tell(finding('W345', { ...first, row }, { saw: '0', data: { kind: 'cell' } }));
      }
    },
  };
};

type First = Address | null;

function isHabit(zeros: number, cells: number, { limits }: CheckContext): boolean {
  const { habit } = limits.zero_or_missing;
  return zeros >= habit.zeros && 100 * zeros >= habit.percent * cells;
}
