import type { Criteria } from '../criteria/criteria.ts';
import type { Messages } from '../messages/messages.ts';
import type { Outcome } from '../review/assess.ts';
import { type Count, OUTCOMES, type Tally, total } from '../review/tally.ts';
import { formatNumber, sentence } from '../text/format.ts';
import type { Block, Cell, Report } from './report.ts';

/** One criteria set's count, as `classify` shows it. */
export interface Summarized {
  readonly criteria: Criteria;
  readonly basis: string;
  readonly tally: Tally;
}

/** Missing answers named in a summary. */
const MOST_MISSING = 4;

const AREAS = ['urban', 'rural', 'unknown'] as const;

/** The short summary of a classification: a table of classes by area for each set, and what needs attention. */
export function summaryReport(summarized: readonly Summarized[], words: Messages): Report {
  return { blocks: summarized.flatMap((one) => summaryOf(one, words)) };
}

function summaryOf({ criteria, basis, tally }: Summarized, words: Messages): Block[] {
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
  const rows: Cell[][] = shown.map((o) => [
    { text: sentence(words.classes[o]), tone: o === 'out_of_scope' ? 'dim' : o },
    ...areas.map((area) => tally.byArea[area][o].households),
    total(tally, o).households,
    persons(total(tally, o)),
  ]);
  rows.push([
    { text: summary.all, tone: 'strong' },
    ...areas.map((area) => sum((o) => tally.byArea[area][o].households)),
    whole.households,
    persons(whole),
  ]);
  const undecidedFor = [...tally.undecidedFor].sort((a, b) => b[1] - a[1]);
  const missing = undecidedFor.slice(0, MOST_MISSING).map(([id, n]) => `${nameOf(id, criteria, words)} (${number(n)})`);
  const others = undecidedFor.length - MOST_MISSING;
  const { agrees, differs, cannotVerify } = tally.agreement;
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: summary.title(criteria.title[lang], criteria.id) },
    {
      kind: 'table',
      columns: [
        { title: summary.class },
        ...areas.map((area) => ({ title: sentence(words.areas[area]), align: 'right' as const })),
        { title: summary.households, align: 'right' },
        { title: summary.persons, align: 'right' },
      ],
      rows,
    },
  ];
  const items = [
    ...basisItems(tally, basis, words),
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
    summary.noRates,
    ...(sizeUnknown > 0 ? [summary.sizeUnknown(number(sizeUnknown))] : []),
  ];
  blocks.push({ kind: 'list', items: items.map((text) => ({ text })) });
  return blocks;
}

/** What the classes rest on; the numbers only when it is more than one thing. */
function basisItems(tally: Tally, basis: string, words: Messages): string[] {
  const name = (id: string) => words.bases[id as keyof Messages['bases']];
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
