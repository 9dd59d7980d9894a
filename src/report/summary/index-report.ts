import type { Messages } from '../../messages/messages.ts';
import type { IndexResult } from '../../summary/index/make-index.ts';
import type { IndexPlan } from '../../summary/index/plan.ts';
import { type Exact, exact, times, toDecimal, toNumber, toText } from '../../text/exact.ts';
import { formatNumber, type Lang } from '../../text/format.ts';
import type { Block, Cell, Report, TableBlock } from '../report.ts';

/** The index as people read it: shares in percent, M0 as a number, and first of all who was counted as poor. */
export function indexReport(result: IndexResult, words: Messages, decimals: number | null = null): Report {
  const { plan, groups } = result;
  const { index: w } = words;
  return {
    blocks: [
      { kind: 'heading', level: 2, text: w.title(plan.criteria) },
      ...identification(plan, words),
      whoCounts(result, words),
      measuresTable(result, words, decimals),
      { kind: 'heading', level: 2, text: w.indicators },
      indicatorsTable(result, words, decimals),
      ...(groups.length === 0 ? [] : groupBlocks(result, words, decimals)),
    ],
  };
}

function identification(plan: IndexPlan, { index: w, lang }: Messages): Block[] {
  const { k, isStrict, isClassElsewhere, weights, indicators } = plan;
  const needed = times(k, exact(indicators.length));
  const isCount = weights.every((weight) => weight === weights[0]) && needed.d === 1n;
  const text = isCount
    ? w.identifiedCount(needed.n.toString(), formatNumber(indicators.length, lang), isStrict)
    : w.identified(toText(k), isStrict);
  const elsewhere: Block[] = isClassElsewhere ? [{ kind: 'paragraph', text: w.elsewhere, tone: 'warning' }] : [];
  return [{ kind: 'paragraph', text }, ...elsewhere];
}

/** Whom the figures are of, and whom they are not of. */
function whoCounts({ plan, total, leftOut, filled }: IndexResult, { index: w, lang }: Messages): Block {
  const number = (n: number) => formatNumber(n, lang);
  const texts = [
    w.counted[plan.count](number(total.households), number(toNumber(total.population))),
    ...(filled > 0 ? [w.blanks(number(filled), w.policies[plan.missing] ?? '')] : []),
    ...(leftOut.missing > 0
      ? [w.blanks(number(leftOut.missing), w.policies[plan.missing === 'drop' ? 'drop' : 'no_answer'] ?? '')]
      : []),
    ...(leftOut.noSize > 0 ? [w.leftOut.noSize(number(leftOut.noSize))] : []),
    ...(leftOut.noWeight > 0 ? [w.leftOut.noWeight(number(leftOut.noWeight))] : []),
  ];
  return { kind: 'list', items: texts.map((text) => ({ text })) };
}

function measuresTable({ total }: IndexResult, { index: w, lang }: Messages, decimals: number | null): TableBlock {
  const { H, A, M0 } = total;
  return {
    kind: 'table',
    columns: [{ title: w.measure }, { title: w.value, align: 'right' }],
    rows: [
      [w.measures.H, percent(H, lang, decimals)],
      [w.measures.A, percent(A, lang, decimals)],
      [w.measures.M0, index(M0, lang, decimals)],
    ],
  };
}

function indicatorsTable(
  { plan, indicators }: IndexResult,
  { index: w, lang }: Messages,
  decimals: number | null,
): TableBlock {
  const rows = indicators.map(({ weight, uncensored, censored, contribution }, at): Cell[] => [
    plan.indicators[at]?.title[lang] ?? '',
    ...[weight, uncensored, censored, contribution].map((share) => percent(share, lang, decimals)),
  ]);
  return { kind: 'table', columns: headings(w.columns), rows };
}

function groupBlocks(result: IndexResult, words: Messages, decimals: number | null): Block[] {
  const { index: w, lang } = words;
  const field = result.plan.groupBy ?? '';
  const rows = result.groups.map((group): Cell[] => [
    groupName(field, group.id, words),
    percent(group.share, lang, decimals),
    percent(group.H, lang, decimals),
    percent(group.A, lang, decimals),
    index(group.M0, lang, decimals),
    percent(group.contribution, lang, decimals),
  ]);
  const { group, share, contribution } = w.groupColumns;
  const columns = headings({ group, share, H: 'H %', A: 'A %', M0: 'M0', contribution });
  return [
    { kind: 'heading', level: 2, text: w.groups(words.fields[field] ?? field) },
    { kind: 'table', columns, rows },
  ];
}

function headings(titles: Readonly<Record<string, string>>): TableBlock['columns'] {
  return Object.values(titles).map((title, at) => (at === 0 ? { title } : { title, align: 'right' }));
}

/** Codes have names; the names of places are shown as they are. */
function groupName(field: string, id: string, words: Messages): string {
  if (id === '') return words.index.unknown;
  if (field === 'area' && (id === 'urban' || id === 'rural')) return words.areas[id];
  return id === '1' ? words.answers.yes : id === '0' ? words.answers.no : id;
}

const DECIMALS = 2;
/** An index is a small number: it needs more decimals than a percent. */
const INDEX_DECIMALS = 4;
const PERCENT = exact(100);

function percent(share: Exact | null, lang: Lang, decimals: number | null): Cell {
  return share === null ? '' : spelt(toDecimal(times(share, PERCENT), decimals ?? DECIMALS), lang);
}

function index(value: Exact | null, lang: Lang, decimals: number | null): Cell {
  return value === null ? '' : spelt(toDecimal(value, (decimals ?? DECIMALS) + INDEX_DECIMALS - DECIMALS), lang);
}

function spelt(decimal: string, lang: Lang): string {
  return lang === 'vi' ? decimal.replace('.', ',') : decimal;
}

/** Headings of the index for other programs; `part` is `total`, `indicator` or `group`. */
export const INDEX_HEADINGS: readonly string[] = [
  'part',
  'id',
  'households',
  'population',
  'share',
  'weight',
  'uncensored',
  'censored',
  'H',
  'A',
  'M0',
  'contribution',
];

/** One row for the whole, one an indicator, one a group; fractions of 1 with as many decimals as a spreadsheet keeps. */
export function indexRows({ total, indicators, groups }: IndexResult): readonly (readonly string[])[] {
  const { households, population, H, A, M0 } = total;
  return [
    ['total', '', String(households), plain(population), '1', '', '', '', plain(H), plain(A), plain(M0), ''],
    ...indicators.map(({ id, weight, uncensored, censored, contribution }) =>
      ['indicator', id, '', '', '', plain(weight), plain(uncensored), plain(censored)].concat(
        ['', '', ''],
        plain(contribution),
      ),
    ),
    ...groups.map((group) =>
      ['group', group.id, String(group.households), plain(group.population), plain(group.share), '', '', ''].concat(
        [plain(group.H), plain(group.A), plain(group.M0)],
        plain(group.contribution),
      ),
    ),
  ];
}

function plain(value: Exact | null): string {
  return value === null ? '' : String(toNumber(value));
}
