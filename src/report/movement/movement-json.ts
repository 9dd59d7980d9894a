import type { Messages } from '../../messages/messages.ts';
import type { MovedHousehold, MovementTables } from '../../movement/comparison.ts';
import { COLUMNS, type Column, columnName, LISTS, type ListClass } from '../../movement/tables/columns.ts';
import { grossEntries, grossExits, netChange } from '../../movement/tables/totals.ts';
import type { UnitMovement } from '../../movement/tables/unit-books.ts';
import type { Reviewed } from '../../results/reviewed.ts';
import { maskText } from '../../text/mask.ts';
import type { DiffView, Told } from './diff-view.ts';
import { flowsJson, ledgerJson } from './ledger-blocks.ts';
import { isToldByLedger, toldText } from './told-text.ts';

/** The answer of `diff` for other programs. Keys never depend on the language; reasons are sentences for people. */
export function movementJson(view: DiffView, words: Messages) {
  const { comparison, decomposition, standOut } = view;
  const { kind, households, transitions, tables, before, after, outOfScope } = comparison;
  const total = tables?.total ?? null;
  const of = (what: (list: ListClass, line: Readonly<Record<Column, number>>) => number) =>
    total === null ? null : byList((list) => what(list, total.book.households(list)));
  return {
    kind,
    households,
    transitions,
    movement: tables === null ? null : movementOf(tables.total, tables),
    movement_persons: tables === null ? null : personsOf(tables.total, tables),
    internal_moves: tables === null ? null : tables.internalMoves.communes + tables.internalMoves.villages,
    units: (tables?.units ?? []).map((unit) => unitJson(unit, tables as MovementTables)),
    areas: (tables?.areas ?? []).map((unit) => unitJson(unit, tables as MovementTables)),
    net: of((_, line) => netChange(line)),
    gross_exits: of(grossExits),
    gross_entries: of((_, line) => grossEntries(line)),
    ...(tables === null || tables.ledger === null ? {} : { ledger: ledgerJson(tables) }),
    decomposition,
    rules: view.rules,
    draft: tables?.isDraft ?? null,
    unresolved: (tables?.unresolved ?? []).map(placed),
    undecided: (tables?.undecided ?? []).map(placed),
    without_size: (tables?.withoutSize ?? []).map(({ key }) => maskText(key)),
    persons_by: tables?.personsBy ?? null,
    relapsed_known: tables?.isRelapsedKnown ?? null,
    internal_moves_by: tables?.internalMoves ?? null,
    area_flips: tables?.areaFlips ?? [],
    changed_by_area: view.byArea,
    out_of_scope: outOfScope,
    before: reviewJson(before, view.sets.before),
    after: reviewJson(after, view.sets.after),
    ...(kind === 'correction' ? { changes: view.moved.map((one) => toldJson(one, view, words)) } : {}),
    moved: kind === 'correction' ? [] : view.moved.map((one) => toldJson(one, view, words)),
    stand_out:
      standOut === null
        ? []
        : standOut.households.map(({ key, found, from, to }) => ({ household: maskText(key), ...found, from, to })),
  };
}

function byList<T>(of: (list: ListClass) => T): Record<ListClass, T> {
  return Object.fromEntries(LISTS.map((list) => [list, of(list)])) as Record<ListClass, T>;
}

type Named = Readonly<Record<string, number | null>>;

/** The cells of a line by the names of its list; without history nobody knows who relapsed. */
export function namedLine(list: ListClass, line: Readonly<Record<Column, number>>, isRelapsedKnown: boolean): Named {
  const cells = COLUMNS.map((column) => [
    columnName(list, column),
    column === 'relapsed' && !isRelapsedKnown ? null : line[column],
  ]);
  return Object.fromEntries(cells) as Named;
}

function movementOf({ book }: UnitMovement, { isRelapsedKnown }: MovementTables): Record<ListClass, Named> {
  return byList((list) => namedLine(list, book.households(list), isRelapsedKnown[list]));
}

function personsOf({ book }: UnitMovement, { isRelapsedKnown }: MovementTables): Record<ListClass, Named | null> {
  return byList((list) => {
    const line = book.persons(list);
    return line === null ? null : namedLine(list, line, isRelapsedKnown[list]);
  });
}

function unitJson(unit: UnitMovement, tables: MovementTables) {
  const { level, code, name, area, commune, internalMoves } = unit;
  return {
    level,
    code,
    name,
    area,
    ...(level === 'village' ? { commune } : {}),
    movement: movementOf(unit, tables),
    movement_persons: personsOf(unit, tables),
    internal_moves: internalMoves,
  };
}

function placed({ pair, from, to, place }: MovedHousehold) {
  const { communeCode, commune, village } = place;
  return {
    household: maskText((pair.after ?? pair.before)?.key ?? ''),
    commune_code: communeCode,
    commune,
    village,
    from,
    to,
    // a household that this year's file has, out of the population, is unresolved like any other; here it can be seen
    ...(pair.after?.class === 'out_of_scope' ? { out_of_scope: true } : {}),
  };
}

function toldJson({ household, why }: Told, { criteria }: DiffView, words: Messages) {
  const { pair, columns } = household;
  return {
    ...placed(household),
    previous: pair.before === null ? null : maskText(pair.before.key),
    movements: columns,
    paired_by: pair.how,
    event: pair.event,
    reason:
      why === null
        ? null
        : { ...reasonCode(why, household), text: maskText(toldText(why, household.flows, criteria, words)) },
    changes: why?.changes ?? [],
    ...(household.flows.length === 0 ? {} : { ledger: flowsJson(household.flows) }),
  };
}

function reasonCode(why: NonNullable<Told['why']>, { flows }: MovedHousehold) {
  const { reason } = why;
  if (isToldByLedger(why, flows)) return { kind: 'ledger' };
  return { kind: reason.kind, ...(reason.kind === 'moved_by' ? { factors: reason.factors } : {}) };
}

function reviewJson({ files, year, date, status, decision, coverage, rejected }: Reviewed, criteria: string) {
  return { files, criteria, year, date, status, decision, coverage, rejected };
}
