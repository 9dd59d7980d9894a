import type { Messages } from '../../messages/messages.ts';
import {
  COUNTED_CLASSES,
  type Counts,
  type Decomposition,
  EFFECTS,
  type Effects,
} from '../../movement/rules/decompose.ts';
import { formatNumber, sentence } from '../../text/format.ts';
import type { Block, Cell, Column } from '../report.ts';

/** Both years under both sets, and where the change between the first count and the last comes from. */
export function ruleChangeBlocks(
  found: Decomposition,
  sets: { readonly before: string; readonly after: string },
  words: Messages,
): Block[] {
  const { ruleChange: w } = words;
  return [
    { kind: 'heading', level: 2, text: w.title(sets.before, sets.after) },
    { kind: 'paragraph', text: w.counts },
    {
      kind: 'table',
      columns: [{ title: w.data }, { title: w.criteria }, ...classColumns(words)],
      rows: fourCounts(found, sets, words),
    },
    { kind: 'paragraph', text: w.effects },
    {
      kind: 'table',
      columns: [{ title: w.order }, { title: '' }, ...classColumns(words)],
      rows: effectRows(found, words),
    },
    { kind: 'paragraph', text: w.note, tone: 'dim' },
  ];
}

function classColumns({ classes }: Messages): Column[] {
  return COUNTED_CLASSES.map((id) => ({ title: sentence(classes[id]), align: 'right', width: 16 }));
}

function fourCounts(found: Decomposition, sets: { readonly before: string; readonly after: string }, words: Messages) {
  const { years } = words.ruleChange;
  return (['before', 'after'] as const).flatMap((data) =>
    (['before', 'after'] as const).map((rules): Cell[] => [
      rules === 'before' ? sentence(years[data]) : '',
      sets[rules],
      ...COUNTED_CLASSES.map((id) => found[`${data}_rules_${rules}`][id]),
    ]),
  );
}

/** Order by order: what the criteria did, the households, the areas, and their sum. */
function effectRows({ effects, entered_left }: Decomposition, words: Messages): Cell[][] {
  const { orders, names, enteredLeft } = words.ruleChange;
  const cells = (counts: Counts) => COUNTED_CLASSES.map((id) => signed(counts[id], words));
  return (['rules_first', 'rules_last', 'mean'] as const).flatMap((order): Cell[][] => [
    ...EFFECTS.flatMap((id, at): Cell[][] => [
      [at === 0 ? sentence(orders[order]) : '', names[id], ...cells(effects[order][id])],
      ...(order === 'mean' && id === 'households' ? [['', `  ${enteredLeft}`, ...cells(entered_left)]] : []),
    ]),
    ['', { text: names.total, tone: 'strong' }, ...cells(sumOf(effects[order]))],
  ]);
}

function sumOf(effects: Effects): Counts {
  const sum = (id: keyof Counts) => EFFECTS.reduce((all, effect) => all + effects[effect][id], 0);
  return { poor: sum('poor'), near_poor: sum('near_poor'), non_poor: sum('non_poor'), undecided: sum('undecided') };
}

/** How many more, or fewer. */
function signed(n: number, { lang }: Messages): string {
  return n > 0 ? `+${formatNumber(n, lang)}` : formatNumber(n, lang);
}
