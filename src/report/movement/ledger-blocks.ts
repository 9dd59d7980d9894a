import type { Messages } from '../../messages/messages.ts';
import type { MovementTables } from '../../movement/comparison.ts';
import type { Flow } from '../../movement/ledger/ledger-flows.ts';
import { COLUMNS, columnName, INS, LISTS, type ListClass, OUTS } from '../../movement/tables/columns.ts';
import { formatNumber } from '../../text/format.ts';
import { maskText } from '../../text/mask.ts';
import type { Block, Cell } from '../report.ts';
import { lineName } from './movement-tables.ts';

/** The part of the tables that was decided month by month, for the page; nothing without a ledger. */
export function ledgerBlocks({ ledger, isRelapsedKnown }: MovementTables, words: Messages): Block[] {
  if (ledger === null) return [];
  const { diff, lang } = words;
  const w = diff.ledger;
  const number = (n: number) => formatNumber(n, lang);
  const { until, file, entries, exits, inAndOut } = ledger;
  const rows = LISTS.flatMap((list) => {
    const [households, persons] = [ledger.book.households(list), ledger.book.persons(list)];
    return COLUMNS.filter((column) => households[column] > 0).map((column): Cell[] => [
      words.ledger.lists[list],
      lineName(list, column, isRelapsedKnown[list], words),
      households[column],
      persons?.[column] ?? null,
    ]);
  });
  const items = [
    w.upTo(file, until),
    w.entries(number(entries.poor), number(entries.near_poor)),
    w.exits(number(exits.poor), number(exits.near_poor)),
    w.inAndOut(number(inAndOut.length)),
  ];
  const right = 'right' as const;
  return [
    { kind: 'heading', level: 2, text: w.title },
    { kind: 'list', items: items.map((text) => ({ text })) },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            columns: [
              { title: words.ledger.columns.list },
              { title: diff.heads.line },
              { title: diff.heads.households, align: right },
              { title: diff.heads.persons, align: right },
            ],
            rows,
          },
        ]),
  ];
}

/** The same for other programs. Keys never depend on the language; null without a ledger. */
export function ledgerJson({ ledger, isRelapsedKnown }: MovementTables) {
  if (ledger === null) return null;
  const { file, until, households, entries, exits, inAndOut, book } = ledger;
  const flows = (list: ListClass, line: ReturnType<typeof book.households> | null) =>
    line === null
      ? null
      : Object.fromEntries(
          [...OUTS, ...INS].map((column) => [
            columnName(list, column),
            column === 'relapsed' && !isRelapsedKnown[list] ? null : line[column],
          ]),
        );
  const byList = (count: 'households' | 'persons') =>
    Object.fromEntries(LISTS.map((list) => [list, flows(list, book[count](list))]));
  return {
    file,
    until,
    households,
    entries,
    exits,
    households_in_and_out: inAndOut.length,
    in_and_out: inAndOut.map(maskText),
    movement: byList('households'),
    movement_persons: byList('persons'),
  };
}

/** The decisions about one household. */
export function flowsJson(flows: readonly Flow[]) {
  return flows.map(({ entry, kind, persons }) => ({
    date: entry.date,
    decision_no: entry.decisionNo,
    direction: entry.direction,
    class: entry.class,
    movement: kind,
    persons,
  }));
}
