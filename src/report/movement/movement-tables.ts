import type { Messages } from '../../messages/messages.ts';
import type { MovementTables, Transitions } from '../../movement/comparison.ts';
import { COLUMNS, type Column, columnName, LISTS, type ListClass } from '../../movement/tables/columns.ts';
import { STATES } from '../../movement/tables/states.ts';
import type { UnitMovement } from '../../movement/tables/unit-books.ts';
import { sentence } from '../../text/format.ts';
import type { Block, Cell, TableBlock } from '../report.ts';

/** The number of each column in the official form; columns that must be 0 before a table is official have none. */
const NUMBERED: readonly Column[] = COLUMNS.filter(
  (column) => !['unresolved_out', 'to_undecided', 'from_undecided'].includes(column),
);

/** The movement table of one list for the whole: a row a column of the official form, households beside persons. */
function listTable(list: ListClass, { total, isRelapsedKnown }: MovementTables, words: Messages): TableBlock {
  const { diff: w } = words;
  const households = total.book.households(list);
  const persons = total.book.persons(list);
  const right = 'right' as const;
  const isUnknown = (column: Column) => column === 'relapsed' && !isRelapsedKnown[list];
  const shown = COLUMNS.filter((column) => NUMBERED.includes(column) || households[column] > 0);
  return {
    kind: 'table',
    columns: [
      { title: '', align: right },
      { title: w.heads.line },
      { title: w.heads.households, align: right },
      { title: w.heads.persons, align: right },
    ],
    rows: shown.map((column): Cell[] => {
      const at = NUMBERED.indexOf(column);
      const isEdge = column === 'start' || column === 'end';
      const unknown: Cell = { text: w.notKnown, tone: 'dim' };
      const name = lineName(list, column, isRelapsedKnown[list], words);
      return [
        at < 0 ? '' : String(at + 1),
        isEdge ? { text: name, tone: 'strong' } : at < 0 ? { text: name, tone: 'warning' } : name,
        isUnknown(column) ? unknown : households[column],
        isUnknown(column) ? unknown : (persons?.[column] ?? null),
      ];
    }),
  };
}

/** Without history the new are those who relapsed too, and the line says so. */
export function lineName(list: ListClass, column: Column, isRelapsedKnown: boolean, { diff: w }: Messages): string {
  if (column !== 'new' || isRelapsedKnown) return w.columns[list][column];
  return list === 'poor' ? w.newAndRelapsed : w.newAndRelapsedNear;
}

/** The tables of a list by area and unit, a row each, the whole last; columns that are 0 everywhere are left out of the drafts. */
function unitTable(list: ListClass, tables: MovementTables, words: Messages): Block[] {
  const { diff: w } = words;
  const rows = [...tables.areas, ...tables.units];
  if (rows.length < 2) return [];
  const all = [...rows, tables.total];
  const shown = COLUMNS.filter(
    (column) => NUMBERED.includes(column) || all.some(({ book }) => book.households(list)[column] > 0),
  );
  const title = (column: Column) => w.short[columnName(list, column)] ?? column;
  const cells = ({ book }: UnitMovement): Cell[] =>
    shown.map((column) =>
      column === 'relapsed' && !tables.isRelapsedKnown[list] ? null : book.households(list)[column],
    );
  const columns = shown.map((column) => ({ title: title(column), align: 'right' as const, width: 9 }));
  return [
    { kind: 'heading', level: 2, text: w.byUnit[list] },
    {
      kind: 'table',
      columns: [{ title: w.heads.unit, width: 22 }, ...columns],
      rows: all.map((unit) => [unitName(unit, words), ...cells(unit)]),
    },
  ];
}

function unitName({ level, code, name, area, commune }: UnitMovement, words: Messages): Cell {
  const { diff: w, tables, areas } = words;
  if (level === 'total') return { text: w.total, tone: 'strong' };
  if (level === 'area') {
    const block = tables.blocks[(area ?? 'unknown') as keyof typeof areas];
    return { text: block, tone: 'strong' };
  }
  const own = name ?? code ?? w.unnamed;
  const above = level === 'village' ? (commune.name ?? commune.code) : null;
  return above === null ? own : `${own} · ${above}`;
}

/** From what to what: classes of the year before downwards, of the year after across. */
export function transitionsTable(transitions: Transitions, words: Messages): TableBlock {
  const { diff: w, classes } = words;
  const nameOf = (state: (typeof STATES)[number]) => (state === 'absent' ? w.absent : sentence(classes[state]));
  return {
    kind: 'table',
    columns: [
      { title: w.heads.before },
      ...STATES.map((state) => ({ title: nameOf(state), align: 'right' as const, width: 14 })),
    ],
    rows: STATES.map((from): Cell[] => [
      nameOf(from),
      ...STATES.map((to) => (from === 'absent' && to === 'absent' ? null : transitions[from][to])),
    ]),
  };
}

/** Both tables of the whole, then by unit. */
export function movementBlocks(tables: MovementTables, words: Messages): Block[] {
  return LISTS.flatMap((list): Block[] => [
    { kind: 'heading', level: 2, text: words.diff.tables[list] },
    listTable(list, tables, words),
    ...unitTable(list, tables, words),
  ]);
}
