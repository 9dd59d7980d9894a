import type { Messages } from '../../messages/messages.ts';
import type { Flow } from '../../movement/ledger/ledger-flows.ts';
import type { State, Why } from '../../movement/why/reason.ts';
import { type Place, placeKey, villageName } from '../../movement/why/village-exits.ts';
import { sentence } from '../../text/format.ts';
import { groupedBy } from '../../text/grouped.ts';
import { maskText } from '../../text/mask.ts';
import type { Cell, TableBlock } from '../report.ts';
import type { Sets } from './change-text.ts';
import { otherChangesText, reasonText } from './reason-text.ts';
import { toldText } from './told-text.ts';

/** A household that moved, with its reason. */
export interface MovedHousehold extends Place {
  readonly key: string;
  readonly why: Why;
  /** What the ledger decided of it; none without a ledger. */
  readonly flows?: readonly Flow[];
}

/** Who moved and why, village by village; a village stands on the first of its rows. */
export function movedTable(moved: readonly MovedHousehold[], sets: Sets, words: Messages): TableBlock {
  const { moved: w, standOut } = words;
  const rows = [...groupedBy(moved, placeKey).values()].flatMap((own) =>
    own.map((one, at): Cell[] => [
      at === 0 ? villageName(one) || standOut.noVillage : '',
      maskText(one.key),
      stateCell(one.why.from, words),
      stateCell(one.why.to, words),
      sentence(toldText(one.why, one.flows ?? [], sets, words)),
      sentence(otherChangesText(one.why, sets, words)),
    ]),
  );
  const columns = [
    { title: standOut.village, width: 30 },
    { title: standOut.household, width: 30 },
    { title: standOut.from, width: 16 },
    { title: standOut.to, width: 16 },
    { title: w.reason, width: 56 },
    { title: w.others, width: 36 },
  ];
  return { kind: 'table', columns, rows };
}

/** A class as it stands in a cell; one that is in no list has a dash. */
export function stateCell(state: State, { classes }: Messages): Cell {
  if (state === 'absent') return '–';
  const text = sentence(classes[state]);
  return state === 'out_of_scope' ? { text, tone: 'dim' } : { text, tone: state };
}

/** Headings of the list for other programs: they do not depend on the language. */
export const MOVED_HEADINGS: readonly string[] = [
  'commune',
  'village',
  'household',
  'before',
  'after',
  'reason_kind',
  'moved_by',
  'changed',
  'reason',
];

/** One row a household; codes as machines read them, the reason in the reader's words. */
export function movedRows(
  moved: readonly MovedHousehold[],
  sets: Sets,
  words: Messages,
): readonly (readonly string[])[] {
  return moved.map(({ commune, village, key, why }) => [
    commune,
    village,
    maskText(key),
    why.from,
    why.to,
    why.reason.kind,
    why.reason.kind === 'moved_by' ? why.reason.factors.join(';') : '',
    why.changes.map(({ what }) => what).join(';'),
    reasonText(why, sets, words),
  ]);
}
