import { type Finding, severityOf } from '../../finding.ts';
import { told } from '../../messages/finding-words.ts';
import type { Messages } from '../../messages/messages.ts';
import type { AgainstResult, Comparison } from '../../summary/against/compare.ts';
import type { PublishedRow } from '../../summary/against/published.ts';
import { formatNumber } from '../../text/format.ts';
import type { Block, Cell, Report, TableBlock } from '../report.ts';
import { outcomeCounts } from './against-json.ts';

/** What a publication says against itself, where it differs from recomputed figures, and the households that it implies. */
export function againstReport(result: AgainstResult, words: Messages): Report {
  const { against: w } = words;
  const { published, contradictions, comparisons, implied } = result;
  const told = comparisons.filter(({ outcome }) => outcome !== 'agrees' && outcome !== 'not_recomputed');
  const isCompared = comparisons.some(({ outcome }) => outcome !== 'not_recomputed');
  return {
    blocks: [
      { kind: 'heading', level: 2, text: w.title(published.file) },
      countsOf(result, words),
      { kind: 'heading', level: 2, text: w.against },
      contradictions.length === 0
        ? { kind: 'paragraph', text: w.noAgainst }
        : { kind: 'list', items: contradictions.map((found) => itemOf(found, words)) },
      ...(isCompared ? [{ kind: 'heading', level: 2, text: w.differs } as const, differences(told, words)] : []),
      ...(implied.length === 0 ? [] : impliedBlocks(result, words)),
    ],
  };
}

function countsOf({ comparisons, conventions }: AgainstResult, { against: w, lang }: Messages): Block {
  const number = (n: number) => formatNumber(n, lang);
  const counts = outcomeCounts(comparisons);
  const explained = [counts.rounded + counts.added, counts.follows, counts.other_households] as const;
  const { checked, given } = conventions;
  const texts = [
    w.figures(number(comparisons.length), number(counts.agrees), number(counts.differs)),
    ...(explained.some((n) => n > 0)
      ? [w.explained(number(explained[0]), number(explained[1]), number(explained[2]))]
      : []),
    ...(counts.not_recomputed > 0 ? [w.notRecomputed(number(counts.not_recomputed))] : []),
    ...(checked > 0
      ? [w.conventions(number(checked), number(given.half_up), number(given.half_even), number(given.truncated))]
      : []),
  ];
  return { kind: 'list', items: texts.map((text) => ({ text })) };
}

function itemOf(found: Finding, words: Messages) {
  const [message] = words.findings[found.code](told(found));
  const { row } = found.at;
  const text = row === undefined ? message : `${words.where.row(row)}: ${message}`;
  return severityOf(found.code) === 'note' ? { text } : { text, tone: 'warning' as const };
}

function differences(some: readonly Comparison[], words: Messages): Block {
  const { against: w } = words;
  if (some.length === 0) return { kind: 'paragraph', text: w.noDiffers };
  const { columns: c } = w;
  const rows = some.map(({ row, field, printed, ours, difference, outcome }): Cell[] => [
    row.row,
    ...unitCells(row, words),
    w.fields[field] ?? field,
    printed.text,
    figure(ours, words),
    figure(difference, words),
    outcome === 'differs' ? { text: w.outcomes[outcome], tone: 'warning' } : w.outcomes[outcome],
  ]);
  const columns: TableBlock['columns'] = [
    { title: c.row, align: 'right' },
    { title: c.unit },
    { title: c.area },
    { title: c.figure },
    { title: c.printed, align: 'right' },
    { title: c.ours, align: 'right' },
    { title: c.difference, align: 'right' },
    { title: c.what, width: 30 },
  ];
  return { kind: 'table', columns, rows };
}

function impliedBlocks({ implied }: AgainstResult, words: Messages): Block[] {
  const { against: w } = words;
  const { columns: c } = w;
  const rows = implied.map(({ row, between }): Cell[] => [
    row.row,
    ...unitCells(row, words),
    Number(between.lo),
    between.hi === null ? null : Number(between.hi),
    households(row),
  ]);
  const columns: TableBlock['columns'] = [
    { title: c.row, align: 'right' },
    { title: c.unit },
    { title: c.area },
    { title: c.from, align: 'right' },
    { title: c.to, align: 'right' },
    { title: c.households, align: 'right' },
  ];
  return [
    { kind: 'heading', level: 2, text: w.implied },
    { kind: 'table', columns, rows },
  ];
}

function households({ figures }: PublishedRow): number | null {
  const printed = figures.get('households');
  return printed === undefined ? null : Number(printed.value.n);
}

function unitCells({ code, name, area, isWhole }: PublishedRow, { against: w, areas }: Messages): [string, string] {
  const unit = isWhole ? w.whole : [code, name].filter((text) => text !== '').join(' ');
  return [unit, area === null ? '' : areas[area]];
}

/** A count grouped, a rate with the reader's decimal sign. */
function figure(text: string | null, { lang }: Messages): Cell {
  if (text === null) return null;
  if (!text.includes('.')) return formatNumber(Number(text), lang);
  const spelt = lang === 'vi' ? text.replace('.', ',') : text;
  return spelt.replace(/^-/, '−');
}

/** Headings for other programs: a row a figure, and a row a contradiction with the code of its finding as outcome. */
export const AGAINST_HEADINGS: readonly string[] = [
  'row',
  'unit_code',
  'unit',
  'area',
  'field',
  'published',
  'recomputed',
  'outcome',
  'difference',
];

export function againstRows({ comparisons, contradictions }: AgainstResult): readonly (readonly string[])[] {
  return [
    ...comparisons.map(({ row, field, printed, ours, outcome, difference }) => [
      ...[String(row.row), row.code, row.name, row.area ?? '', field],
      ...[printed.text, ours ?? '', outcome, difference ?? ''],
    ]),
    ...contradictions.map(({ code, at, saw = '', expected = [], data = {} }) => {
      const [unit = '', area = ''] = Array.isArray(data.unit) ? (data.unit as readonly string[]) : [];
      return [String(at.row ?? ''), '', unit, area, at.field ?? '', saw, expected.join(';'), code, ''];
    }),
  ];
}
