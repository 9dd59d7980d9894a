import type { Messages } from '../messages/messages.ts';
import type { ClosedLedger } from '../movement/ledger/close-ledger.ts';
import type { LedgerEntry, ListUnit } from '../movement/ledger/ledger.ts';
import {
  ENTRY_KINDS,
  EXIT_KINDS,
  type Flow,
  flowCounts,
  type HouseholdFlows,
  inAndOut,
  monthlyFlows,
  type Stock,
} from '../movement/ledger/ledger-flows.ts';
import type { ListBalance } from '../movement/ledger/list-balance.ts';
import { formatNumber } from '../text/format.ts';
import { maskText } from '../text/mask.ts';
import type { Block, Cell, Column, Report } from './report.ts';

/** The list that a ledger starts from, as it is named to people. */
export interface OpeningList {
  readonly file: string;
  readonly date: string | null;
  readonly criteria: string;
}

/** The lists of a day, and what led to them. */
export interface LedgerView {
  /** Null: all of the ledger. */
  readonly day: string | null;
  readonly opening: OpeningList | null;
  /** Null without an opening list. */
  readonly balances: readonly ListBalance[] | null;
  readonly flows: readonly Flow[];
}

/** Both lists from the opening to the day, flows by month, unit and column, and households that came and went. */
export function ledgerReport({ day, opening, balances, flows }: LedgerView, words: Messages): Report {
  const { ledger: w } = words;
  return {
    blocks: [
      { kind: 'heading', level: 1, text: day === null ? w.titleAll : w.title(day) },
      openingLine(opening, words),
      ...(balances === null ? [] : [balanceTable(balances, words)]),
      ...flowBlocks(flows, words),
    ],
  };
}

/** The year of both lists, and what became of every household that the ledger names. */
export function closedReport(closed: ClosedLedger, day: string, opening: OpeningList, words: Messages): Report {
  const { ledger: w, lang } = words;
  const stocks = ['opening', 'in', 'out', 'current', 'reviewIn', 'reviewOut', 'closing'] as const;
  const { later } = closed;
  return {
    blocks: [
      { kind: 'heading', level: 1, text: w.titleClosed(day) },
      openingLine(opening, words),
      {
        kind: 'table',
        columns: [{ title: w.columns.list }, ...stocks.flatMap((stock) => stockColumns(w.columns[stock], words))],
        rows: closed.balances.map((b) => [w.lists[b.class], ...stocks.flatMap((stock) => stockCells(b[stock]))]),
      },
      ...(later.length === 0 ? [] : [{ kind: 'paragraph' as const, text: w.later(formatNumber(later.length, lang)) }]),
      { kind: 'heading', level: 2, text: w.closedHouseholds },
      closed.households.length === 0 ? { kind: 'paragraph', text: w.noEntries } : householdTable(closed, words),
    ],
  };
}

function openingLine(opening: OpeningList | null, { ledger: w }: Messages): Block {
  if (opening === null) return { kind: 'paragraph', text: w.noList, tone: 'warning' };
  return { kind: 'paragraph', text: w.opened(opening.file, opening.date ?? w.dayUnknown, opening.criteria) };
}

function balanceTable(balances: readonly ListBalance[], words: Messages): Block {
  const { ledger: w } = words;
  const stocks = ['opening', 'in', 'out', 'current'] as const;
  return {
    kind: 'table',
    columns: [{ title: w.columns.list }, ...stocks.flatMap((stock) => stockColumns(w.columns[stock], words))],
    rows: balances.map((b) => [w.lists[b.class], ...stocks.flatMap((stock) => stockCells(b[stock]))]),
  };
}

function flowBlocks(flows: readonly Flow[], words: Messages): Block[] {
  const { ledger: w } = words;
  if (flows.length === 0) return [{ kind: 'paragraph', text: w.noEntries }];
  const inOut = [...stockColumns(w.columns.in, words), ...stockColumns(w.columns.out, words)];
  return [
    { kind: 'heading', level: 2, text: w.monthly },
    {
      kind: 'table',
      columns: [{ title: w.columns.month }, { title: w.columns.unit }, { title: w.columns.list }, ...inOut],
      rows: monthlyFlows(flows).map((m) => [
        m.month,
        unitName(m.unit),
        w.lists[m.class],
        ...stockCells(m.in),
        ...stockCells(m.out),
      ]),
    },
    { kind: 'heading', level: 2, text: w.byKind },
    {
      kind: 'table',
      columns: [
        { title: w.columns.kind },
        ...(['poor', 'near_poor'] as const).flatMap((listed) => stockColumns(w.lists[listed], words)),
      ],
      rows: kindRows(flows, words),
    },
    ...cameAndWent(flows, words),
  ];
}

/** One row for each column of the movement table that anything comes under. */
function kindRows(flows: readonly Flow[], { ledger: w }: Messages): Cell[][] {
  const { poor, near_poor } = flowCounts(flows);
  return [...ENTRY_KINDS, ...EXIT_KINDS]
    .filter((kind) => poor[kind].households + near_poor[kind].households > 0)
    .map((kind) => [w.kinds[kind], ...stockCells(poor[kind]), ...stockCells(near_poor[kind])]);
}

/** Households that came from outside the lists and left them: by number alone. */
function cameAndWent(flows: readonly Flow[], words: Messages): Block[] {
  const { ledger: w } = words;
  const both = inAndOut(flows);
  if (both.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: w.both },
    { kind: 'paragraph', text: w.bothWhy },
    {
      kind: 'table',
      columns: [{ title: w.columns.household }, { title: w.columns.in }, { title: w.columns.out }],
      rows: both.map(([key, own]): Cell[] => [maskText(key), ...daysOf(own, words)]),
    },
  ];
}

function daysOf({ entries, exits }: HouseholdFlows, { ledger: w }: Messages): string[] {
  return [entries, exits].map((some) =>
    some.map(({ entry, kind }) => `${entry.date} ${w.lists[entry.class]}: ${w.kinds[kind]}`).join('; '),
  );
}

function householdTable({ households }: ClosedLedger, words: Messages): Block {
  const { ledger: w } = words;
  return {
    kind: 'table',
    columns: [
      { title: w.columns.household },
      { title: w.columns.date },
      { title: w.columns.list },
      { title: w.columns.endClass, width: 24 },
      { title: w.columns.state, width: 24 },
    ],
    rows: households.map(({ entry, endClass, state }): Cell[] => [
      maskText(entry.key),
      entry.date,
      directionText(entry, words),
      endClass === 'absent' ? w.absent : words.classes[endClass],
      state === 'reflected' || state === 'changed' ? w.states[state] : { text: w.states[state], tone: 'warning' },
    ]),
  };
}

function directionText(entry: LedgerEntry, { ledger: w }: Messages): string {
  return `${w.lists[entry.class]}: ${w.columns[entry.direction].toLowerCase()}`;
}

function stockColumns(title: string, { ledger: w }: Messages): Column[] {
  return [
    { title, align: 'right' },
    { title: w.columns.persons(title), align: 'right', width: 12 },
  ];
}

function stockCells({ households, persons }: Stock): Cell[] {
  return [households, persons];
}

function unitName({ code, name }: ListUnit): string {
  return name === '' ? code : name;
}
