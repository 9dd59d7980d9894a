import type { MovedHousehold } from './comparison.ts';
import { columnName, INS, LISTS, OUTS } from './tables/columns.ts';

/** The identifiers of movements by which households are chosen: columns of either table, or of one (`poor.to_near_poor`). */
const MOVEMENTS: readonly string[] = [
  ...new Set(
    LISTS.flatMap((list) =>
      [...OUTS, ...INS].flatMap((column) => [columnName(list, column), `${list}.${columnName(list, column)}`]),
    ),
  ),
];

/** Groups of movements that have a name of their own: who escaped is better off, whatever list it was on. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  all: [],
  escaped: ['poor.to_near_poor', 'poor.to_non_poor', 'near_poor.to_non_poor'],
};

/** What `--only` takes. */
export const CHOICES: readonly string[] = [...Object.keys(GROUPS), ...MOVEMENTS];

/** The households that made one of the movements; all of them for `all`. */
export function chosenMoved(moved: readonly MovedHousehold[], only: readonly string[]): readonly MovedHousehold[] {
  const wanted = new Set(only.flatMap((name) => GROUPS[name] ?? [name]));
  if (only.includes('all')) return moved;
  return moved.filter(({ columns }) =>
    columns.some((column) => wanted.has(column) || wanted.has(column.slice(column.indexOf('.') + 1))),
  );
}
