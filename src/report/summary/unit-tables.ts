import type { Messages } from '../../messages/messages.ts';
import { causeCount, classCount, groupCount, markCount } from '../../summary/numbers.ts';
import { CAUSE_IDS, GROUP_RESTS, GROUPS, LISTED } from '../../summary/plan.ts';
import type { Summary, Unit } from '../../summary/summary.ts';
import type { Block, Cell, Column } from '../report.ts';
import { markName } from './listed-tables.ts';
import type { TableOptions } from './naming.ts';
import { rateCell, unitRows } from './result-tables.ts';

/**
 * What is asked of each listed class, a row a unit: deprivations as counts and as rates of the class, groups, causes. Too wide
 * for a terminal; for workbooks and pages.
 */
export function unitTables(summary: Summary, options: TableOptions, words: Messages): Block[] {
  const { tables: w, classes } = words;
  const { review } = summary;
  return LISTED.flatMap((listed, at) => {
    const titled = (
      title: string,
      columns: readonly string[],
      cells: (unit: Unit, size: number) => readonly Cell[],
    ): Block[] => {
      if (columns.length === 0) return [];
      const heads: Column[] = [w.columns[listed], ...columns].map((text) => ({
        title: text,
        align: 'right',
        width: 14,
      }));
      const rows = unitRows(summary, words, (unit) => {
        const size = classCount(unit, review, listed).households;
        return [size, ...cells(unit, size)];
      });
      return [
        { kind: 'heading', level: 1, text: `${title}: ${classes[listed]}` },
        { kind: 'table', columns: [{ title: w.columns.unit }, ...heads], rows },
      ];
    };
    const marks = review.has.marks.includes(true) ? review.plan.marks : [];
    const names = marks.map((id) => markName(id, review, words));
    const groups = review.has.groups.includes(true) ? [...GROUPS, ...GROUP_RESTS] : [];
    const causes = review.has.causes ? [...CAUSE_IDS, 'none'] : [];
    const causeNames: Readonly<Record<string, string>> = w.causeNames;
    return [
      ...titled(w.wide.deprivations, names, (unit) => marks.map((_, mark) => markCount(unit, review, at, mark))),
      ...titled(w.wide.rates, names, (unit, size) =>
        marks.map((_, mark) => {
          const n = markCount(unit, review, at, mark);
          return n === null ? null : rateCell(n, size, options);
        }),
      ),
      ...titled(
        w.wide.groups,
        groups.map((id) => w.groupNames[id]),
        (unit) => groups.map((_, group) => groupCount(unit, review, at, group).households),
      ),
      ...titled(
        w.wide.causes,
        causes.map((id) => causeNames[id] ?? id),
        (unit) => causes.map((_, cause) => causeCount(unit, review, at, cause)),
      ),
    ];
  });
}
