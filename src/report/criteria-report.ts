import { type Cited, type Criteria, cautionsOf, type Ladder, type Line, type Score } from '../criteria/criteria.ts';
import type { Messages } from '../messages/messages.ts';
import { formatNumber } from '../text/format.ts';
import { sourceText } from './explanation-report.ts';
import type { Block, Cell, Item, Report } from './report.ts';
import { basisName } from './summary-report.ts';

/** The catalogue as a table, in the order given. */
export function catalogueReport(sets: readonly Criteria[], words: Messages): Report {
  const { columns } = words.criteria;
  return {
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: columns.id },
          { title: columns.title, width: 46 },
          { title: columns.territory, width: 24 },
          { title: columns.inForce },
          { title: columns.status },
        ],
        rows: sets.map((set) => [
          { text: set.id, tone: 'strong' },
          set.title[words.lang],
          set.territory.name[words.lang],
          inForceText(set, words),
          words.statuses[set.status],
        ]),
      },
    ],
  };
}

/** Everything a set says, for a person to check against the law. */
export function criteriaReport(set: Criteria, hash: string, words: Messages): Report {
  const { criteria: w, lang } = words;
  const head: Item[] = [
    { text: w.status(words.statuses[set.status]) },
    { text: `${w.inForce(inForceText(set, words))} (${sourceText(set.in_force.source, words)})` },
    ...(set.review_from === null ? [] : [{ text: w.reviewFrom(set.review_from.date) }]),
    { text: w.territory(set.territory.name[lang]) },
    { text: w.population(set.population.title[lang]) },
    { text: w.hash(hash), tone: 'dim' },
  ];
  return {
    blocks: [
      { kind: 'heading', level: 1, text: w.titleOf(set.title[lang], set.id) },
      { kind: 'list', items: head },
      ...cautionBlocks(set, words),
      ...(Object.keys(set.lines).length === 0
        ? []
        : [{ kind: 'heading' as const, level: 2 as const, text: w.lines }, linesTable(set, words)]),
      ...paramsBlocks(set, words),
      ...scoreBlocks(set, words),
      ...(['income', 'score'] as const).flatMap((basis) => ladderBlocks(set, basis, words)),
      { kind: 'heading', level: 2, text: w.averageLiving },
      { kind: 'paragraph', text: set.average_living?.text[lang] ?? w.averageLivingNone },
      { kind: 'heading', level: 2, text: w.indicators },
      indicatorsTable(set, words),
    ],
  };
}

function inForceText(set: Criteria, { criteria: w }: Messages): string {
  return w.to(set.in_force.from, set.in_force.to ?? w.openEnd);
}

function cautionBlocks(set: Criteria, words: Messages): Block[] {
  const cautions = cautionsOf(set);
  if (cautions.length === 0) return [];
  const items = cautions.map(
    ({ item, text }): Item => ({ text: `${item ?? words.criteria.set}: ${text[words.lang]}`, tone: 'warning' }),
  );
  return [
    { kind: 'heading', level: 2, text: words.criteria.cautions },
    { kind: 'list', items },
  ];
}

function linesTable(set: Criteria, words: Messages): Block {
  const { lineColumns: c } = words.criteria;
  const unit = (line: Line) => (line.period === null ? words.units.points : words.units[line.period]);
  return {
    kind: 'table',
    columns: [
      { title: c.name, width: 40 },
      { title: c.rural, align: 'right' },
      { title: c.urban, align: 'right' },
      { title: c.unit },
      { title: c.source, width: 36 },
      { title: c.confidence },
    ],
    rows: Object.values(set.lines).map((line): Cell[] => [
      line.title[words.lang],
      line.amount ?? line.by_area?.rural ?? null,
      line.amount ?? line.by_area?.urban ?? null,
      unit(line),
      citedText(line, words),
      words.confidences[line.confidence],
    ]),
  };
}

function citedText(item: Cited, words: Messages): string {
  return `${sourceText(item.source, words)} (${words.criteria.checked(item.source.checked_on)})`;
}

function paramsBlocks(set: Criteria, words: Messages): Block[] {
  const params = Object.values(set.params);
  if (params.length === 0) return [];
  const { paramColumns: c, lineColumns } = words.criteria;
  return [
    { kind: 'heading', level: 2, text: words.criteria.params },
    {
      kind: 'table',
      columns: [
        { title: c.name, width: 56 },
        { title: c.value, align: 'right' },
        { title: lineColumns.source, width: 40 },
        { title: lineColumns.confidence },
      ],
      rows: params.map((p): Cell[] => [
        p.title[words.lang],
        typeof p.value === 'number' ? p.value : p.value,
        citedText(p, words),
        words.confidences[p.confidence],
      ]),
    },
  ];
}

/** What each indicator adds to each score; a ready total has no points. */
function scoreBlocks(set: Criteria, words: Messages): Block[] {
  const scores = Object.values(set.scores);
  if (scores.length === 0) return [];
  const { criteria: w, lang } = words;
  const titles = new Map(set.dimensions.flatMap((d) => d.indicators).map((i) => [i.id, i.title[lang]]));
  const items = scores.flatMap((score): Item[] => [
    { text: score.title[lang] },
    ...(score.given === null ? [] : [{ text: w.given(score.given), depth: 1 }]),
    ...(score.points_each === null ? [] : [{ text: w.pointsEach(String(score.points_each)), depth: 1 }]),
    ...pointsTableItems(score, words),
    ...Object.entries(score.points ?? {}).map(([id, points]) => ({
      text: `${titles.get(id) ?? id}: ${points}`,
      depth: 1,
    })),
    { text: citedText(score, words), depth: 1, tone: 'dim' },
  ]);
  return [
    { kind: 'heading', level: 2, text: w.scores },
    { kind: 'list', items },
  ];
}

/** Every row of a points table, so that it can be held against the printed form. */
function pointsTableItems({ table }: Score, words: Messages): Item[] {
  if (table === undefined) return [];
  const { criteria: w, lang } = words;
  const shown = (points: readonly number[]) =>
    table.columns.length === 1 ? `${points[0]}` : points.map((value, at) => `${table.columns[at]} ${value}`).join(', ');
  return [
    { text: w.pointsTable(formatNumber(table.items.length, lang)), depth: 1 },
    ...table.items.flatMap((item): Item[] => {
      const remarks = [...(item.several ? [w.several] : []), ...(item.skip === null ? [] : [w.unlessSkipped])];
      return [
        { text: remarks.length === 0 ? item.id : `${item.id} (${remarks.join('; ')})`, depth: 2 },
        ...item.rows.map(({ label, points }): Item => ({ text: `${label || '…'}: ${shown(points)}`, depth: 3 })),
      ];
    }),
  ];
}

function ladderBlocks(set: Criteria, basis: 'income' | 'score', words: Messages): Block[] {
  const ladder: Ladder | null = set.classes[basis];
  if (ladder === null) return [];
  const items = ladder.rules.flatMap((rule, at): Item[] => [
    { text: `${formatNumber(at + 1, words.lang)}. ${words.classes[rule.class]}: ${rule.text[words.lang]}` },
    { text: citedText(rule, words), depth: 1, tone: 'dim' },
  ]);
  return [
    { kind: 'heading', level: 2, text: words.criteria.classes(basisName(set, basis, words)) },
    { kind: 'list', items },
  ];
}

function indicatorsTable(set: Criteria, words: Messages): Block {
  const { indicatorColumns: c } = words.criteria;
  const rows = set.dimensions.flatMap((d) =>
    d.indicators.map((i, at): Cell[] => [
      at === 0 ? d.title[words.lang] : '',
      i.title[words.lang],
      i.text[words.lang],
      `${sourceText(i.source, words)}; ${words.confidences[i.confidence]}${i.stated_in === set.id ? '' : `; ${words.criteria.from(i.stated_in)}`}`,
    ]),
  );
  return {
    kind: 'table',
    columns: [
      { title: c.dimension, width: 18 },
      { title: c.indicator, width: 22 },
      { title: c.text, width: 60 },
      { title: c.source, width: 26 },
    ],
    rows,
  };
}
