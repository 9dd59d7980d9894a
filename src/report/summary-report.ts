import type { Criteria } from '../criteria/criteria.ts';
import type { Messages } from '../messages/messages.ts';
import type { Outcome } from '../review/assess.ts';
import type { SideBySide } from '../review/side-by-side.ts';
import { type Count, OUTCOMES, type Tally, total } from '../review/tally.ts';
import { formatNumber, sentence } from '../text/format.ts';
import { formatRate } from '../text/rate.ts';
import type { Block, Cell, Report } from './report.ts';

/** One criteria set's count, as `classify` shows it. */
export interface Summarized {
  readonly criteria: Criteria;
  readonly basis: string;
  readonly tally: Tally;
  /** The day, when the set does not cover it. */
  readonly outsideOn: string | null;
}

/** Missing answers named in a summary. */
const MOST_MISSING = 4;

const AREAS = ['urban', 'rural', 'unknown'] as const;

/** Rates are of all resident households: they are shown only when the survey holds all of them. */
export interface Rates {
  /** Null: two, and three where a rate is small. */
  readonly decimals: number | null;
}

/** The short summary of a classification: a table of classes by area for each set, and what needs attention. */
export function summaryReport(
  summarized: readonly Summarized[],
  sideBySide: readonly SideBySide[],
  rates: Rates | null,
  words: Messages,
): Report {
  const pairs = sideBySide.flatMap((pair) => movesTable(pair, summarized, words));
  return { blocks: [...summarized.flatMap((one) => summaryOf(one, rates, words)), ...pairs] };
}

/** Who changes class from the first set to another, and why. */
function movesTable({ before, after, moves }: SideBySide, summarized: readonly Summarized[], words: Messages): Block[] {
  const { summary: w, lang } = words;
  const [a, b] = [summarized[before]?.criteria.id ?? '', summarized[after]?.criteria.id ?? ''];
  const sorted = [...moves.values()].sort((m, n) => order(m) - order(n));
  const rows = sorted.map(({ from, to, households, reasons }): Cell[] => [
    sentence(words.classes[from]),
    sentence(words.classes[to]),
    households,
    [...reasons].map(([reason, n]) => `${w.reasons[reason]} (${formatNumber(n, lang)})`).join(', '),
  ]);
  const heading: Block = { kind: 'heading', level: 2, text: w.moves(a, b) };
  if (rows.length === 0) return [heading, { kind: 'paragraph', text: w.noMoves }];
  const columns = [
    { title: a },
    { title: b },
    { title: w.households, align: 'right' as const },
    { title: w.why, width: 48 },
  ];
  return [heading, { kind: 'table', columns, rows }];
}

function order({ from, to }: { from: Outcome; to: Outcome }): number {
  return OUTCOMES.indexOf(from) * OUTCOMES.length + OUTCOMES.indexOf(to);
}

function summaryOf({ criteria, basis, tally, outsideOn }: Summarized, rates: Rates | null, words: Messages): Block[] {
  const { summary, lang } = words;
  const number = (n: number) => formatNumber(n, lang);
  const areas = AREAS.filter((area) => OUTCOMES.some((o) => tally.byArea[area][o].households > 0));
  const shown = OUTCOMES.filter(
    (o) => total(tally, o).households > 0 || o === 'poor' || o === 'near_poor' || o === 'non_poor',
  );
  const sum = (count: (o: Outcome) => number) => OUTCOMES.reduce((n, o) => n + count(o), 0);
  const whole: Count = {
    households: sum((o) => total(tally, o).households),
    persons: sum((o) => total(tally, o).persons),
    sizeUnknown: sum((o) => total(tally, o).sizeUnknown),
  };
  const { sizeUnknown } = whole;
  // who is out of scope is in no denominator
  const residents = whole.households - total(tally, 'out_of_scope').households;
  const rate = (o: Outcome): Cell[] =>
    rates === null
      ? []
      : [o === 'out_of_scope' ? '' : formatRate(total(tally, o).households, residents, lang, rates.decimals)];
  const rows: Cell[][] = shown.map((o) => [
    { text: sentence(words.classes[o]), tone: o === 'out_of_scope' ? 'dim' : o },
    ...areas.map((area) => tally.byArea[area][o].households),
    total(tally, o).households,
    persons(total(tally, o)),
    ...rate(o),
  ]);
  rows.push([
    { text: summary.all, tone: 'strong' },
    ...areas.map((area) => sum((o) => tally.byArea[area][o].households)),
    whole.households,
    persons(whole),
    ...(rates === null ? [] : ['']),
  ]);
  const undecidedFor = [...tally.undecidedFor].sort((a, b) => b[1] - a[1]);
  const missing = undecidedFor.slice(0, MOST_MISSING).map(([id, n]) => `${nameOf(id, criteria, words)} (${number(n)})`);
  const others = undecidedFor.length - MOST_MISSING;
  const { agrees, differs, cannotVerify } = tally.agreement;
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: summary.title(criteria.title[lang], criteria.id) },
    ...pageWarnings(criteria, outsideOn, words),
    {
      kind: 'table',
      columns: [
        { title: summary.class },
        ...areas.map((area) => ({ title: sentence(words.areas[area]), align: 'right' as const })),
        { title: summary.households, align: 'right' },
        { title: summary.persons, align: 'right' },
        ...(rates === null ? [] : [{ title: summary.rate, align: 'right' as const }]),
      ],
      rows,
    },
  ];
  const items = [
    ...basisItems(tally, criteria, basis, words),
    ...(tally.averageLiving.households > 0
      ? [`${sentence(words.classes.non_poor)}, ${summary.averageLiving}: ${number(tally.averageLiving.households)}`]
      : []),
    ...(undecidedFor.length > 0
      ? [summary.undecidedFor([...missing, ...(others > 0 ? [summary.others(number(others))] : [])].join(', '))]
      : []),
    ...(agrees + differs + cannotVerify > 0
      ? [summary.agreement(number(agrees), number(differs), number(cannotVerify))]
      : []),
    ...(tally.nearBoundary > 0 ? [summary.near(number(tally.nearBoundary))] : []),
    ...(rates === null ? [summary.noRates] : [summary.ratesOf(number(residents))]),
    ...(sizeUnknown > 0 ? [summary.sizeUnknown(number(sizeUnknown))] : []),
  ];
  blocks.push({ kind: 'list', items: items.map((text) => ({ text })) });
  return blocks;
}

/** What the classes rest on; the numbers only when it is more than one thing. */
function basisItems(tally: Tally, criteria: Criteria, basis: string, words: Messages): string[] {
  const name = (id: string) => basisName(criteria, id, words);
  const found = tally.bases.size === 0 ? [[basis, 0] as const] : [...tally.bases];
  const [only] = found;
  if (found.length === 1 && only !== undefined) return [words.summary.basis(name(only[0]))];
  const parts = found.map(([id, n]) => `${name(id)} (${formatNumber(n, words.lang)})`);
  return [words.summary.basis(parts.join(', '))];
}

/** Not reported is not zero: nothing is shown when no household said its size. */
function persons(count: Count): number | null {
  return count.households > 0 && count.sizeUnknown === count.households ? null : count.persons;
}

/** A field or indicator by its name for people. */
export function nameOf(id: string, criteria: Criteria, words: Messages): string {
  const indicator = criteria.dimensions.flatMap((d) => d.indicators).find((i) => i.id === id);
  return indicator?.title[words.lang] ?? words.fields[id] ?? id;
}

/** What classes rest on; points that are no B1 or B2, as those of an index, are just points. */
export function basisName({ scores }: Criteria, basis: string, words: Messages): string {
  const isGiven = Object.values(scores).some((score) => score.given === 'b1');
  return words.bases[(basis === 'score' && !isGiven ? 'points' : basis) as keyof Messages['bases']];
}

/**
 * What stands on every page made with a set: that nobody verified it or that it is not final, and that it is used for a
 * day outside its coverage (`outsideOn`, null when it is not).
 */
export function pageWarnings(criteria: Criteria, outsideOn: string | null, words: Messages): Block[] {
  const { status, in_force, review_from } = criteria;
  const { statusWarnings: w } = words;
  const texts = [
    ...(status === 'unverified' || status === 'provisional' ? [w[status]] : []),
    ...(outsideOn === null
      ? []
      : [w.outside(outsideOn, review_from?.date ?? in_force.from, in_force.to ?? words.criteria.openEnd)]),
  ];
  return texts.map((text) => ({ kind: 'paragraph', text, tone: 'warning' }));
}
