import type { Criteria, Source } from '../criteria/criteria.ts';
import type { Explained, ExplainedComparison } from '../judge/explain.ts';
import type { Truth } from '../judge/truth.ts';
import type { Messages } from '../messages/messages.ts';
import type { NamedChange, Range } from '../review/changes.ts';
import type { Explanation } from '../review/explain.ts';
import { formatNumber, type Lang, sentence } from '../text/format.ts';
import { maskText } from '../text/mask.ts';
import { pointsTables } from './points-tables.ts';
import type { Block, Cell, Item, Report, Tone } from './report.ts';
import { nameOf, pageWarnings } from './summary-report.ts';

/**
 * Why a household has its class, for people: the same conditions that were judged, in the law's words. `outsideOn`: the
 * day, when the set does not cover it.
 */
export function explanationReport(
  e: Explanation,
  criteria: Criteria,
  outsideOn: string | null,
  words: Messages,
): Report {
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: words.explain.title(maskText(e.household_id)) },
    ...pageWarnings(criteria, outsideOn, words),
    { kind: 'list', items: headLines(e, criteria, words) },
    { kind: 'heading', level: 2, text: words.explain.rules },
    { kind: 'list', items: e.rules.flatMap((rule) => ruleLines(rule, criteria, words)) },
    { kind: 'heading', level: 2, text: words.explain.indicators },
    indicatorTable(e, words),
    ...pointsTables(e.points, words),
    ...questions(e, criteria, words),
    ...changes(e, criteria, words),
  ];
  return { blocks };
}

function headLines(e: Explanation, criteria: Criteria, words: Messages): Item[] {
  const { explain: w, lang } = words;
  const place = [e.village, e.commune].filter((part) => part !== '').join(', ');
  const lines: Item[] = [
    { text: w.result(words.classes[e.class]), tone: e.class === 'out_of_scope' ? 'dim' : e.class },
    { text: w.under(criteria.title[lang], criteria.id) },
    { text: w.place(maskText(place), e.file, e.row), tone: 'dim' },
  ];
  if (e.computed_class === 'out_of_scope') lines.push({ text: w.outOfScope, tone: 'warning' });
  if (e.possible_classes.length > 1) lines.push({ text: w.possible(classNames(e.possible_classes, words)) });
  if (e.basis === 'recorded') lines.push({ text: w.takenAsRecorded });
  if (e.decided_class !== null) lines.push({ text: w.decided(className(e.decided_class, words)) });
  if (e.recorded_class !== null && e.computed_class !== 'undecided') {
    const agrees = e.recorded_class === e.computed_class;
    const text = w.recorded(className(e.recorded_class, words), agrees);
    lines.push(agrees ? { text } : { text, tone: 'warning' });
  }
  if (e.area_decides)
    lines.push({ text: e.area === null ? w.areaUnknown : w.area(words.areas[e.area as 'urban' | 'rural']) });
  const name = sentence(words.fields[e.computed_by === 'income' ? 'income' : 'b1'] ?? '');
  const unit = e.computed_by === 'income' ? words.units.month : words.units.points;
  // an index of summed points has no B1 to show
  const hasValue = e.computed_by === 'income' || Object.values(criteria.scores).some((score) => score.given === 'b1');
  if (hasValue) {
    lines.push({ text: e.value === null ? w.valueUnknown(name) : w.value(name, formatNumber(e.value, lang), unit) });
  }
  if (e.line !== null) {
    const relation = e.below_line === null ? '' : e.below_line ? w.below : w.above;
    lines.push({ text: w.line(formatNumber(e.line, lang), lineUnit(e, criteria, words), relation) });
  }
  const { deprivations: lo, deprivations_max: hi } = e;
  const n = lo === hi ? formatNumber(lo, lang) : w.between(String(lo), String(hi));
  lines.push({ text: w.deprivations(n, e.indicators.length) });
  return lines;
}

function lineUnit(e: Explanation, criteria: Criteria, words: Messages): string {
  const line = criteria.classes[e.computed_by]?.line;
  const value = line && 'value' in line ? line.value : null;
  const named = value !== null && typeof value === 'object' && 'line' in value ? criteria.lines[value.line] : undefined;
  return named?.period ? words.units[named.period] : words.units.points;
}

const SIGNS = { yes: '✓', no: '✗', unknown: '?' } as const;

function keyOf(truth: Truth): 'yes' | 'no' | 'unknown' {
  return truth === null ? 'unknown' : truth ? 'yes' : 'no';
}

function toneOf(truth: Truth): Tone {
  return truth === null ? 'undecided' : truth ? 'yes' : 'no';
}

function ruleLines(rule: Explanation['rules'][number], criteria: Criteria, words: Messages): Item[] {
  const { explain: w, lang } = words;
  const holds = keyOf(rule.holds);
  return [
    { text: `${SIGNS[holds]} ${sentence(words.classes[rule.class])}: ${w.holds[holds]}`, tone: toneOf(rule.holds) },
    { text: rule.text[lang], depth: 1, tone: 'dim' },
    ...rule.conditions.flatMap((condition) => conditionLines(condition, 1, criteria, words)),
    { text: w.source(sourceText(rule.source, words)), depth: 1, tone: 'dim' },
  ];
}

function conditionLines(c: Explained, depth: number, criteria: Criteria, words: Messages): Item[] {
  const { explain: w } = words;
  const sign = SIGNS[keyOf(c.holds)];
  const line = (text: string): Item => ({ text: `${sign} ${text}`, depth, tone: toneOf(c.holds) });
  switch (c.test) {
    case 'all':
    case 'any':
    case 'not':
    case 'count': {
      const title = { all: w.allOf, any: w.anyOf, not: w.notOf, count: w.countOf }[c.test];
      return [line(title), ...c.of.flatMap((part) => conditionLines(part, depth + 1, criteria, words))];
    }
    case 'deprived':
      return [line(`${w.isDeprived(nameOf(c.indicator, criteria, words))}: ${words.deprived[keyOf(c.saw)]}`)];
    case 'equals': {
      const area = (name: string | null) => words.areas[(name ?? 'unknown') as 'urban' | 'rural' | 'unknown'];
      return [line(`${words.fields[c.field] ?? c.field}: ${area(c.saw)} = ${area(c.value)}`)];
    }
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least':
      return [line(comparisonText(c, criteria, words))];
  }
}

export const SIGN_OF = { below: '<', at_most: '≤', above: '>', at_least: '≥' } as const;

/** Both sides: as a true relation when it holds, else what was needed and what there is. */
function comparisonText(c: ExplainedComparison, criteria: Criteria, words: Messages): string {
  const { lang, explain: w } = words;
  const number = (n: number) => formatNumber(n, lang);
  const amount =
    typeof c.amount === 'number'
      ? exactly(c.amount, c.amount_exact, lang)
      : w.byArea(number(c.amount.rural), number(c.amount.urban));
  const title = c.of === null ? undefined : (criteria.lines[c.of]?.title ?? criteria.params[c.of]?.title);
  const named = title === undefined ? amount : `${amount} (${lower(title[lang])})`;
  const name = words.fields[c.field] ?? criteria.scores[c.field]?.title[lang] ?? c.field;
  const saw = seenText(c, words);
  return c.holds === true
    ? `${name} ${saw} ${SIGN_OF[c.test]} ${named}`
    : w.needs(`${name} ${SIGN_OF[c.test]} ${named}`, saw);
}

/** A monthly income beside a yearly line is shown as the twelve months that were compared. */
function seenText(c: ExplainedComparison, { lang, truths, explain: w }: Messages): string {
  const number = (n: number) => formatNumber(n, lang);
  if (c.saw === null) return truths.unknown;
  if (typeof c.saw !== 'number') {
    const [lo, hi] = (c.saw_exact ?? '').split(' … ');
    return w.between(exactly(c.saw.lo, lo, lang), exactly(c.saw.hi, hi, lang));
  }
  if (c.saw_exact !== undefined) return exactly(c.saw, c.saw_exact, lang);
  if (c.period !== 'year' || c.field !== 'income') return number(c.saw);
  return `12 × ${number(c.saw)} = ${number(12 * c.saw)}`;
}

/** A fraction with three decimals beside it: rounded alone, a score just under a cut-off would look equal to it. */
function exactly(value: number, fraction: string | undefined, lang: Lang): string {
  if (!fraction?.includes('/')) return formatNumber(value, lang);
  return `${fraction} (${formatNumber(Math.round(value * 1000) / 1000, lang)})`;
}

function indicatorTable(e: Explanation, words: Messages): Block {
  const { explain: w, lang } = words;
  const hasMarks = e.indicators.some((i) => i.members.length > 0 || i.because.some(({ column }) => column !== null));
  if (!hasMarks) return { kind: 'paragraph', text: w.noMarks };
  const rows = e.indicators.map((i): Cell[] => [
    i.title[lang],
    {
      text: `${{ yes: '✗', no: '✓', unknown: '?' }[keyOf(i.deprived)]} ${words.deprived[keyOf(i.deprived)]}`,
      tone: i.deprived === null ? 'undecided' : i.deprived ? 'poor' : 'dim',
    },
    readText(i, words),
    sourceText(i.source, words),
  ]);
  return {
    kind: 'table',
    columns: [
      { title: w.columns.indicator, width: 36 },
      { title: w.columns.result },
      { title: w.columns.read, width: 24 },
      { title: w.columns.source, width: 36 },
    ],
    rows,
  };
}

/** The cells as they stand in the file, with their headings where they are no marks; then the members who decide. */
function readText(indicator: Explanation['indicators'][number], words: Messages): string {
  const { explain: w } = words;
  const { id, because } = indicator;
  const cells = because.map(({ field, column, saw }) => {
    if (column === null) return w.noColumn;
    const cell = saw === null || saw.trim() === '' ? w.blank : maskText(saw.trim());
    return because.length > 1 || field !== id ? `${column}: ${cell}` : cell;
  });
  const texts = [...cells, ...membersText(indicator, words)];
  return texts.length === 0 ? w.answersOf(String(indicator.asked)) : texts.join('; ');
}

function membersText({ members, unlisted }: Explanation['indicators'][number], { explain: w }: Messages): string[] {
  const named = (certain: boolean) =>
    members
      .filter((member) => member.certain === certain)
      .map(({ position, relation, row }) =>
        w.member(String(position), relation === null ? '' : maskText(relation).toLowerCase(), String(row)),
      );
  const open = named(false);
  return [
    ...named(true),
    ...(open.length === 0 ? [] : [w.notKnownOf(open.join(', '))]),
    ...(unlisted === 0 ? [] : [w.unlisted(unlisted === null ? '' : String(unlisted))]),
  ];
}

function questions(e: Explanation, criteria: Criteria, words: Messages): Block[] {
  if (e.undecided_for.length === 0 || e.computed_class !== 'undecided') return [];
  const { explain: w } = words;
  const items = e.undecided_for.flatMap((id): Item[] => [
    { text: questionText(id, criteria, words) },
    ...e.answers
      .filter((answer) => answer.what === id)
      .map((answer) => ({ text: w.outcome(answerText(answer, words), classNames(answer.possible, words)), depth: 1 })),
  ]);
  return [
    { kind: 'heading', level: 2, text: w.questions },
    { kind: 'list', items },
  ];
}

/** What is to be asked of a household, as a sentence: an unknown by the name the judge has for it. */
export function questionText(id: string, criteria: Criteria, words: Messages): string {
  const { ask, askIndicator } = words.explain;
  return `${sentence(ask[id] ?? askIndicator(nameOf(id, criteria, words)))}?`;
}

/** The answer alone, for its question stands above it. */
function answerText({ to }: NamedChange, words: Messages): string {
  if ('area' in to) return words.areas[to.area as 'urban' | 'rural'];
  if ('deprived' in to) return to.deprived ? words.answers.yes : words.answers.no;
  return rangeText(to, words);
}

function changes(e: Explanation, criteria: Criteria, words: Messages): Block[] {
  if (e.computed_class === 'undecided' || e.computed_class === 'out_of_scope') return [];
  const { explain: w } = words;
  const items = e.changes.map((change): Item => {
    const near = change.near && (change.what === 'income' || change.what === 'b1') ? ` (${w.near})` : '';
    const text = `${w.outcome(conditionText(change, criteria, words), classNames(change.possible, words))}${near}`;
    return { text: sentence(text) };
  });
  return [
    { kind: 'heading', level: 2, text: w.changes },
    { kind: 'list', items: items.length > 0 ? items : [{ text: w.noChange }] },
  ];
}

function conditionText({ what, to }: NamedChange, criteria: Criteria, words: Messages): string {
  const { explain: w } = words;
  if ('area' in to) return w.ifArea(words.areas[to.area as 'urban' | 'rural']);
  if ('deprived' in to) {
    const title = nameOf(what, criteria, words);
    return to.deprived ? w.ifDeprived(title) : w.ifNotDeprived(title);
  }
  const range = rangeText(to, words);
  return what === 'b1' ? w.ifB1(range) : w.ifIncome(range);
}

function rangeText({ from, from_included, to, to_included, period }: Range, words: Messages): string {
  const number = (n: number) => formatNumber(n, words.lang);
  const parts = [
    ...(from === null ? [] : [`${from_included ? '≥' : '>'} ${number(from)}`]),
    ...(to === null ? [] : [`${to_included ? '≤' : '<'} ${number(to)}`]),
  ];
  return `${parts.join(', ')} ${period === null ? words.units.points : words.units[period]}`;
}

/** Document and article, in the reader's language. */
export function sourceText(source: Source, words: Messages): string {
  return [source.title[words.lang], ...(source.article === null ? [] : [source.article[words.lang]])].join(', ');
}

function className(id: string, words: Messages): string {
  return words.classes[id as keyof Messages['classes']] ?? id;
}

function classNames(ids: readonly string[], words: Messages): string {
  return ids.map((id) => className(id, words)).join(words.explain.or);
}

/** A title inside a sentence; names such as `B1` keep their capital. */
export function lower(text: string): string {
  if (!/^\p{Lu}\p{Ll}/u.test(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}
