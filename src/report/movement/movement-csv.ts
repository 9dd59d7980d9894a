import type { Messages } from '../../messages/messages.ts';
import type { MovementTables } from '../../movement/comparison.ts';
import { LISTS } from '../../movement/tables/columns.ts';
import type { UnitMovement } from '../../movement/tables/unit-books.ts';
import { maskText } from '../../text/mask.ts';
import type { DiffView } from './diff-view.ts';
import { namedLine } from './movement-json.ts';
import { isToldByLedger, toldText } from './told-text.ts';

/**
 * The tables for other programs: two rows a unit and list, households and persons, the whole last. Headings never depend on the
 * language; what is not known is blank.
 */
export function movementCsv(tables: MovementTables): readonly (readonly string[])[] {
  const rows = [...tables.areas, ...tables.units, tables.total].flatMap((unit) => unitRows(unit, tables));
  const headings = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const ordered = ORDER.filter((heading) => headings.includes(heading));
  return [ordered, ...rows.map((row) => ordered.map((heading) => String(row.get(heading) ?? '')))];
}

type Row = ReadonlyMap<string, string | number | null>;

function unitRows(unit: UnitMovement, { isRelapsedKnown }: MovementTables): Row[] {
  const { level, code, name, area, commune, book } = unit;
  const place = [
    ['level', level],
    ['commune_code', level === 'commune' ? code : commune.code],
    ['commune', level === 'commune' ? name : commune.name],
    ['province_code', level === 'province' ? code : null],
    ['province', level === 'province' ? name : null],
    ['village', level === 'village' ? name : null],
    ['area', area],
  ] as const;
  return LISTS.flatMap((list) =>
    (['households', 'persons'] as const).map((count): Row => {
      const line = book[count](list);
      const cells = line === null ? [] : Object.entries(namedLine(list, line, isRelapsedKnown[list]));
      return new Map<string, string | number | null>([...place, ['list', list], ['count', count], ...cells]);
    }),
  );
}

const ORDER: readonly string[] = [
  'level',
  'province_code',
  'province',
  'commune_code',
  'commune',
  'village',
  'area',
  'list',
  'count',
  'start',
  'to_poor',
  'to_near_poor',
  'to_non_poor',
  'other_out',
  'unresolved_out',
  'to_undecided',
  'from_poor',
  'from_near_poor',
  'relapsed',
  'new',
  'other_in',
  'from_undecided',
  'end',
];

/** The households for other programs, a row each: codes as machines read them, the reason in the reader's words. */
export function movedCsv({ moved, criteria }: DiffView, words: Messages): readonly (readonly string[])[] {
  const rows = moved.map(({ household: { pair, place, from, to, columns, flows }, why }) => [
    place.communeCode,
    place.commune,
    place.village,
    maskText(pair.before?.key ?? ''),
    maskText(pair.after?.key ?? ''),
    from,
    to,
    columns.join(';'),
    pair.event ?? '',
    pair.how ?? '',
    why === null ? '' : isToldByLedger(why, flows) ? 'ledger' : why.reason.kind,
    why === null ? '' : maskText(toldText(why, flows, criteria, words)),
  ]);
  return [MOVED_HEADINGS, ...rows];
}

const MOVED_HEADINGS: readonly string[] = [
  'commune_code',
  'commune',
  'village',
  'household_before',
  'household_after',
  'before',
  'after',
  'movements',
  'event',
  'paired_by',
  'reason_kind',
  'reason',
];
