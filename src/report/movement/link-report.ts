import type { Messages } from '../../messages/messages.ts';
import type { LinkCounts } from '../../movement/link/counts.ts';
import type { LinkResult } from '../../movement/link/link-households.ts';
import { type Reason, reasonsIn } from '../../movement/link/reasons.ts';
import { isSettled, LINK_EVENTS, LINK_TIERS, type Link } from '../../movement/link.ts';
import { formatNumber } from '../../text/format.ts';
import { maskText } from '../../text/mask.ts';
import type { Block, Cell, Report } from '../report.ts';

/** So many lines are shown; the links file has all. */
const MOST_SHOWN = 20;

/** What deserves a second look though it is settled. */
const DOUBTS: readonly Reason[] = ['few_persons', 'name_and_birth_differ'];

/** What linking came to, and what a person must look at. */
export function linkReport({ links, counts }: LinkResult, words: Messages): Report {
  const { link: w } = words;
  const waiting = links.filter((link) => link.tier === 'probable' && !isSettled(link)).sort(surestFirst);
  const doubtful = links.filter((link) => isSettled(link) && reasonsIn(link.note).some((r) => DOUBTS.includes(r)));
  return {
    blocks: [
      { kind: 'heading', level: 1, text: w.title },
      countsTable(counts, words),
      ...listed(w.confirm, waiting, words),
      ...(waiting.length > 0 ? [{ kind: 'paragraph', text: w.confirmHow } as const] : []),
      ...listed(w.lookAgain, doubtful, words),
    ],
  };
}

function countsTable(counts: LinkCounts, { link: w }: Messages): Block {
  const indented = (text: string) => `  ${text}`;
  const some = (label: string, n: number): readonly (readonly Cell[])[] => (n === 0 ? [] : [[label, n]]);
  const { internalMoves, events } = counts;
  return {
    kind: 'table',
    columns: [{ title: w.what }, { title: w.households, align: 'right' }],
    rows: [
      [w.before, counts.before],
      [w.after, counts.after],
      [w.pairs, counts.pairs],
      ...LINK_TIERS.flatMap((tier) => some(indented(w.tiers[tier]), counts.byTier[tier])),
      ...some(indented(w.internalMoves), internalMoves),
      ...LINK_EVENTS.flatMap((event) =>
        some(w.events[event], event === 'moved_out' ? events[event] - internalMoves : events[event]),
      ),
      [w.toConfirm, counts.toConfirm],
      [w.openBefore, counts.openBefore],
      [w.openAfter, counts.openAfter],
    ],
  };
}

function listed(title: string, links: readonly Link[], words: Messages): readonly Block[] {
  if (links.length === 0) return [];
  const { link: w } = words;
  const more = links.length - MOST_SHOWN;
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      columns: [
        { title: w.columns.before },
        { title: w.columns.after },
        { title: w.columns.event },
        { title: w.columns.score, align: 'right' },
        { title: w.columns.why, width: 40 },
      ],
      rows: links.slice(0, MOST_SHOWN).map((link) => rowOf(link, words)),
    },
    ...(more > 0 ? [{ kind: 'paragraph', text: words.more(formatNumber(more, words.lang)) } as const] : []),
  ];
}

function rowOf({ before, after, event, score, note }: Link, { link: w }: Messages): readonly Cell[] {
  const why = reasonsIn(note).map((reason) => w.reasons[reason]);
  return [
    maskText(before ?? ''),
    maskText(after ?? ''),
    event === null ? '' : w.events[event],
    score,
    maskText(why.length > 0 ? why.join('; ') : note),
  ];
}

function surestFirst(a: Link, b: Link): number {
  return (b.score ?? 0) - (a.score ?? 0);
}

/** The answer of `link` for programs; keys that could be personal numbers are masked. */
export function linkJson({ links, counts }: LinkResult): unknown {
  const masked = (key: string | null) => (key === null ? null : maskText(key));
  return {
    counts,
    links: links.map(({ before, after, event, tier, score, note }) => ({
      before: masked(before),
      after: masked(after),
      event,
      tier,
      score,
      note: maskText(note),
    })),
  };
}
