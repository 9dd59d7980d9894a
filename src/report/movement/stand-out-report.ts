import type { Messages } from '../../messages/messages.ts';
import type { ExactLoss } from '../../movement/why/quota.ts';
import type { StandingOut, StandOut } from '../../movement/why/stand-out.ts';
import type { Unexplained } from '../../movement/why/unexplained.ts';
import { bothLists, type Place, placeKey, type VillageExits, villageName } from '../../movement/why/village-exits.ts';
import { formatNumber } from '../../text/format.ts';
import { groupedBy } from '../../text/grouped.ts';
import { maskText } from '../../text/mask.ts';
import type { Block, Cell } from '../report.ts';
import { stateCell } from './moved-report.ts';

/** What a person should look at again: villages first, then the households, village by village. */
export function standOutBlocks(found: StandOut, words: Messages): Block[] {
  const { standOut: w } = words;
  const title: Block = { kind: 'heading', level: 2, text: w.title };
  const villages = villageRows(found, words);
  if (found.households.length + villages.length === 0) return [title, { kind: 'paragraph', text: w.none }];
  return [
    title,
    ...(villages.length === 0 ? [] : [villageTable(villages, words)]),
    ...(found.households.length === 0 ? [] : [householdTable(found.households, words)]),
  ];
}

function villageTable(rows: Cell[][], { standOut: w }: Messages): Block {
  const right = 'right' as const;
  const columns = [
    { title: w.village },
    { title: w.opening, align: right },
    { title: w.exits, align: right },
    { title: w.withoutReason, align: right },
    { title: w.what, width: 50 },
  ];
  return { kind: 'table', columns, rows };
}

/** Villages of which something is to be said. */
function villageRows({ all, losses, villages }: StandOut, words: Messages): Cell[][] {
  return all.flatMap((village): Cell[][] => {
    const { opening, exits, withoutReason } = bothLists(village);
    const said = [
      ...losses.filter((loss) => loss.village === village).map((loss) => lossText(loss, words)),
      ...(villages.includes(village) ? [words.standOut.manyWithoutReason] : []),
    ];
    if (withoutReason === 0 && said.length === 0) return [];
    return [[nameOf(village, words), opening, exits, withoutReason, said.join('; ')]];
  });
}

function lossText(
  { kind, list, percent, villages }: ExactLoss,
  { standOut: { losses }, classes, lang }: Messages,
): string {
  const name = classes[list];
  const part = percent === null ? '' : formatNumber(percent, lang);
  if (kind === 'quota') return part === '' ? losses.quota(name) : losses.quota_percent(name, part);
  return kind === 'all_left' ? losses.all_left(name) : losses.same_percent(name, part, formatNumber(villages, lang));
}

/** A village stands on the first of its rows. */
function householdTable(households: readonly StandingOut[], words: Messages): Block {
  const { standOut: w } = words;
  const columns = [
    { title: w.village },
    { title: w.household },
    { title: w.where, width: 24 },
    { title: w.from, width: 16 },
    { title: w.to, width: 16 },
    { title: w.what, width: 44 },
  ];
  const rows = [...groupedBy(households, placeKey).values()].flatMap((own) =>
    own.map((one, at): Cell[] => [
      at === 0 ? nameOf(one, words) : '',
      maskText(one.key),
      w.row(one.file, formatNumber(one.row, words.lang)),
      stateCell(one.from, words),
      stateCell(one.to, words),
      foundText(one.found, words),
    ]),
  );
  return { kind: 'table', columns, rows };
}

function foundText(found: Unexplained, { standOut: { kinds }, classes }: Messages): string {
  switch (found.kind) {
    case 'no_form':
      return kinds.no_form(kinds.how[found.how]);
    case 'against_answers':
      return kinds.against_answers(classes[found.computed]);
    case 'no_answer_changed':
    case 'area':
    case 'split_off':
      return kinds[found.kind];
  }
}

function nameOf(place: Place | VillageExits, { standOut }: Messages): string {
  return villageName(place) || standOut.noVillage;
}
