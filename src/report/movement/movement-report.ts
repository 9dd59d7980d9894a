import type { Messages } from '../../messages/messages.ts';
import type { MovedHousehold, MovementTables } from '../../movement/comparison.ts';
import { OUTS } from '../../movement/tables/columns.ts';
import { grossEntries, grossExits, netChange } from '../../movement/tables/totals.ts';
import { formatNumber } from '../../text/format.ts';
import { maskText } from '../../text/mask.ts';
import type { Block, Cell, Item, Report } from '../report.ts';
import type { DiffView } from './diff-view.ts';
import { ledgerBlocks } from './ledger-blocks.ts';
import { movedTable, stateCell } from './moved-report.ts';
import { movementBlocks, transitionsTable } from './movement-tables.ts';
import { ruleChangeBlocks } from './rule-change-report.ts';
import { standOutBlocks } from './stand-out-report.ts';

export interface MovementOptions {
  /** At most so many households with their reasons; null for all. */
  readonly most: number | null;
}

/** Two years compared, as a page: tables first, then what is open, then household by household. */
export function movementReport(view: DiffView, { most }: MovementOptions, words: Messages): Report {
  const { diff: w } = words;
  const { comparison, standOut, decomposition, sets } = view;
  const { before, after, kind, tables } = comparison;
  const nameOf = ({ year, status }: typeof before) =>
    [w.year(year), ...(status === null ? [] : [w.status[status]])].join(', ');
  const title = (kind === 'correction' ? w.correction : w.title)(nameOf(before), nameOf(after));
  return {
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(kind === 'correction' ? [{ kind: 'paragraph' as const, text: w.correctionNote }] : []),
      ...(view.rules === null ? [] : [{ kind: 'paragraph' as const, text: w.under(view.rules) }]),
      ...(tables === null ? [] : draftBlocks(tables, words)),
      ...(tables === null ? [] : movementBlocks(tables, words)),
      ...(tables === null ? [] : [{ kind: 'list' as const, items: notesOf(view, tables, words) }]),
      ...(tables === null ? [] : ledgerBlocks(tables, words)),
      { kind: 'heading', level: 2, text: w.transitions },
      transitionsTable(comparison.transitions, words),
      ...scopeNote(view, words),
      ...(decomposition === null ? [] : ruleChangeBlocks(decomposition, sets, words)),
      ...(tables === null ? [] : openBlocks(tables, words)),
      ...movedBlocks(view, most, words),
      ...elsewhereBlocks(view, words),
      ...(standOut === null ? [] : standOutBlocks(standOut, words)),
    ],
  };
}

function draftBlocks({ isDraft, unresolved, undecided }: MovementTables, { diff: w, lang }: Messages): Block[] {
  if (!isDraft) return [];
  const n = formatNumber(unresolved.length + undecided.length, lang);
  return [{ kind: 'paragraph', text: w.draft(n), tone: 'warning' }];
}

/** Gross and net, each by its name; then what stands behind the tables. */
function notesOf({ byArea }: DiffView, tables: MovementTables, { diff: w, lang, areas }: Messages): Item[] {
  const { total, internalMoves, areaFlips, personsBy } = tables;
  const [poor, near] = [total.book.households('poor'), total.book.households('near_poor')];
  const number = (n: number) => formatNumber(n, lang);
  const signed = (n: number) => (n > 0 ? `+${number(n)}` : number(n));
  const area = (name: string) => areas[name as keyof typeof areas] ?? name;
  const some = (n: number, text: string): string[] => (n === 0 ? [] : [text]);
  return [
    w.grossExits(number(grossExits('poor', poor))),
    w.allOut(number(OUTS.reduce((sum, column) => sum + poor[column], 0))),
    w.nearExits(number(grossExits('near_poor', near))),
    w.entries(number(grossEntries(poor)), number(grossEntries(near))),
    w.net(signed(netChange(poor)), signed(netChange(near))),
    ...some(
      internalMoves.communes + internalMoves.villages,
      w.internal(number(internalMoves.communes), number(internalMoves.villages)),
    ),
    ...areaFlips.map(({ from, to, poor: a, near_poor: b }) => w.flips(number(a + b), area(from), area(to))),
    ...some(byArea, w.byArea(number(byArea))),
    ...some(personsBy.members, w.byMembers(number(personsBy.members))),
    ...some(personsBy.smaller_size, w.bySize(number(personsBy.smaller_size))),
  ].map((text) => ({ text }));
}

function scopeNote({ comparison: { outOfScope } }: DiffView, { diff: w, lang }: Messages): Block[] {
  if (outOfScope.before + outOfScope.after === 0) return [];
  const text = w.outOfScope(formatNumber(outOfScope.before, lang), formatNumber(outOfScope.after, lang));
  return [{ kind: 'paragraph', text }];
}

/** What keeps the tables from being official, household by household; and those whose persons nobody knows. */
function openBlocks(tables: MovementTables, words: Messages): Block[] {
  const { diff: w } = words;
  const listed = (title: string, households: readonly MovedHousehold[]): Block[] =>
    households.length === 0 ? [] : [{ kind: 'heading', level: 2, text: title }, openTable(households, words)];
  const sizes = tables.withoutSize.map(({ key }) => maskText(key));
  return [
    ...listed(w.unresolved, tables.unresolved),
    ...listed(w.undecided, tables.undecided),
    ...(sizes.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: w.withoutSize },
          { kind: 'list' as const, items: sizes.map((text) => ({ text })) },
        ]),
  ];
}

function openTable(households: readonly MovedHousehold[], words: Messages): Block {
  const { standOut: w } = words;
  return {
    kind: 'table',
    columns: [{ title: w.village }, { title: w.household }, { title: w.from }, { title: w.to }],
    rows: households.map(({ pair, place, from, to }): Cell[] => [
      [place.village, place.commune || place.communeCode].filter((text) => text !== '').join(', ') || w.noVillage,
      maskText((pair.after ?? pair.before)?.key ?? ''),
      stateCell(from, words),
      stateCell(pair.after?.class === 'out_of_scope' ? 'out_of_scope' : to, words),
    ]),
  };
}

function movedBlocks({ moved, comparison, criteria }: DiffView, most: number | null, words: Messages): Block[] {
  const { diff: w, lang } = words;
  const title = comparison.kind === 'correction' ? w.changes : w.moved;
  const head: Block = { kind: 'heading', level: 2, text: title };
  const told = moved.filter(({ why }) => why !== null).slice(0, most ?? moved.length);
  const shown = told.flatMap(({ household, why }) => {
    const { place, pair } = household;
    if (why === null) return [];
    const key = (pair.after ?? pair.before)?.key ?? '';
    return [
      {
        commune: place.communeCode || place.commune,
        communeName: place.commune,
        village: place.village,
        key,
        why,
        flows: household.flows,
      },
    ];
  });
  if (shown.length === 0) return [head, { kind: 'paragraph', text: w.movedNone }];
  const left = moved.filter(({ why }) => why !== null).length - shown.length;
  return [
    head,
    movedTable(shown, criteria, words),
    ...(left > 0 ? [{ kind: 'paragraph' as const, text: w.movedMore(formatNumber(left, lang)) }] : []),
  ];
}

/** Who has the class of the year before, and lives in another unit. */
function elsewhereBlocks({ moved }: DiffView, words: Messages): Block[] {
  // who was off the list and on it again by the ledger has not moved house
  const households = moved
    .filter(({ why, household }) => why === null && household.flows.length === 0)
    .map(({ household }) => household);
  if (households.length === 0) return [];
  const { diff: w, standOut } = words;
  return [
    { kind: 'heading', level: 2, text: w.elsewhere },
    {
      kind: 'table',
      columns: [{ title: w.heads.before }, { title: standOut.household }, { title: standOut.to }],
      rows: households.map(({ pair, to }): Cell[] => [
        maskText(pair.before?.key ?? ''),
        maskText(pair.after?.key ?? ''),
        stateCell(to, words),
      ]),
    },
  ];
}
