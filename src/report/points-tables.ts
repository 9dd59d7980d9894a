import type { ItemPoints, Points } from '../judge/points.ts';
import type { Messages } from '../messages/messages.ts';
import type { TotalByItems } from '../review/points.ts';
import { formatNumber, sentence } from '../text/format.ts';
import type { Block, Cell } from './report.ts';

/** How the totals come about: each item of their tables, the answers that give its points, and how many. */
export function pointsTables(totals: readonly TotalByItems[], words: Messages): Block[] {
  const { points: w } = words.explain;
  return totals.flatMap(({ total, points: sum, items }): Block[] => [
    { kind: 'heading', level: 2, text: sentence(w.title(words.fields[total] ?? total)) },
    {
      kind: 'table',
      columns: [{ title: w.item }, { title: w.answer, width: 60 }, { title: w.points, align: 'right' }],
      rows: [...items.map((item) => itemRow(item, words)), totalRow(sum, words)],
    },
  ]);
}

function itemRow({ id, points, rows, open, skipped }: ItemPoints, words: Messages): Cell[] {
  const { points: w } = words.explain;
  const named = (labels: readonly string[]) =>
    labels.map((label) => (label === '' || label === '…' ? w.otherwise : label)).join('; ');
  const texts = [
    ...(rows.length === 0 ? [] : [named(rows)]),
    ...(open.length === 0 ? [] : [w.notKnown(named(open))]),
    ...(skipped === null ? [w.perhapsSkipped] : []),
  ];
  const text = skipped === true ? w.skipped : texts.length > 0 ? texts.join('; ') : points === null ? w.noRow : w.none;
  const isOpen = open.length > 0 || skipped === null;
  return [id, isOpen ? { text, tone: 'undecided' } : text, intervalText(points, words)];
}

function totalRow(sum: Points, words: Messages): Cell[] {
  const total = intervalText(sum.unmatched.length === 0 ? sum : null, words);
  return [{ text: words.explain.points.total, tone: 'strong' }, '', { text: total, tone: 'strong' }];
}

function intervalText(points: ItemPoints['points'], { lang, explain }: Messages): string {
  if (points === null) return '?';
  const [lo, hi] = [points.lo, points.hi].map((n) => formatNumber(n, lang)) as [string, string];
  return lo === hi ? lo : explain.between(lo, hi);
}
