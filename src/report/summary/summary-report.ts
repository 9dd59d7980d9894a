import type { Messages } from '../../messages/messages.ts';
import { classCount } from '../../summary/numbers.ts';
import type { Summary } from '../../summary/summary.ts';
import { formatNumber, sentence } from '../../text/format.ts';
import type { Block, Item, Report } from '../report.ts';
import { causesTable, childrenTable, deprivationsTable, ethnicitiesTable, groupsTable } from './listed-tables.ts';
import { criteriaName, reviewName, type TableOptions } from './naming.ts';
import { personsTable, resultTable } from './result-tables.ts';
import { sideBySideTable } from './side-by-side-table.ts';
import { unitTables } from './unit-tables.ts';

/** The yearly tables as a page: several reviews first side by side, then each by itself. */
export function summaryReport(summaries: readonly Summary[], options: TableOptions, words: Messages): Report {
  const { tables: w } = words;
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: w.title }];
  if (summaries.length > 1) {
    blocks.push({ kind: 'heading', level: 2, text: w.sideBySide }, sideBySideTable(summaries, options, words));
  }
  for (const summary of summaries) blocks.push(...reviewBlocks(summary, options, words, summaries.length > 1));
  return { blocks };
}

function reviewBlocks(summary: Summary, options: TableOptions, words: Messages, isOneOfMany: boolean): Block[] {
  const { tables: w } = words;
  const about = aboutItems(summary, words);
  const name = isOneOfMany ? `: ${reviewName(summary, words)}` : '';
  const titled = (title: string, table: Block | null, notes: readonly string[] = []): Block[] =>
    table === null
      ? []
      : [
          { kind: 'heading', level: 2, text: title + name },
          table,
          ...(notes.length === 0 ? [] : [{ kind: 'list' as const, items: notes.map((text) => ({ text })) }]),
        ];
  return [
    { kind: 'heading', level: 2, text: w.result + name },
    resultTable(summary, options, words),
    { kind: 'list', items: about },
    ...titled(w.personsTitle, personsTable(summary, options, words)),
    ...titled(w.deprivations, deprivationsTable(summary, options, words), [w.ratesOfClass]),
    ...titled(w.groups, groupsTable(summary, words), groupNotes(summary, words)),
    ...titled(w.causes, causesTable(summary, words), [w.causesOverlap]),
    ...titled(w.ethnicities, ethnicitiesTable(summary, words)),
    ...titled(w.children, childrenTable(summary, words), [w.childrenOf]),
    ...(options.isWide ? unitTables(summary, options, words) : []),
  ];
}

function aboutItems({ review, total, notReported }: Summary, words: Messages): Item[] {
  const { tables: w, lang } = words;
  const { criteria, set, coverage, status, decision, year, rejected } = review.reviewed;
  const number = (n: number) => formatNumber(n, lang);
  const count = (outcome: 'undecided' | 'out_of_scope') => classCount(total, review, outcome).households;
  const unsized = (['poor', 'near_poor', 'non_poor', 'undecided'] as const).reduce(
    (sum, outcome) => sum + classCount(total, review, outcome).sizeUnknown,
    0,
  );
  const rates = { population: w.ratesOfPopulation, survey: w.ratesOfSurvey };
  const warning = (text: string): Item => ({ text, tone: 'warning' });
  const names = notReported.map(({ code, name }) => name || code);
  const few = names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ', …' : '');
  return [
    {
      text: [
        year === null ? [] : [`${w.year(year)}.`],
        w.about(criteriaName(set, criteria.id, words), w.coverage[coverage]),
      ]
        .flat()
        .join(' '),
    },
    {
      text:
        status === null
          ? w.statusUnknown
          : [w.statusIs(w.status[status]), decision === null ? [] : [`${w.decision(decision)}.`]].flat().join(' '),
    },
    { text: total.residents.from === null ? w.noRates : rates[total.residents.from] },
    ...(count('undecided') > 0 ? [warning(w.undecided(number(count('undecided'))))] : []),
    ...(count('out_of_scope') > 0 ? [{ text: w.outOfScope(number(count('out_of_scope'))) }] : []),
    ...(unsized > 0 && review.has.size ? [{ text: w.sizeUnknown(number(unsized)) }] : []),
    ...(rejected > 0 ? [warning(w.rejected(number(rejected)))] : []),
    ...(names.length > 0 ? [warning(w.notReportedUnits(number(names.length), few))] : []),
  ].map((item) => ({ ...item, text: sentence(item.text) }));
}

/** Units named in a line; the table has all. */
const MOST_NAMED = 10;

/** The form's own formula for "others" can go below what is counted, for groups overlap. */
function groupNotes({ review, total }: Summary, { tables: w, lang }: Messages): string[] {
  const notes = [w.groupsOverlap];
  const { plan, has } = review;
  if (!has.groups.every(Boolean)) return notes;
  const at = (place: number) => total.counts.numbers[place] as number;
  const formula = at(plan.outcome(0, 0)) - [0, 1, 2].reduce((sum, group) => sum + at(plan.group(0, group, 0)), 0);
  const counted = at(plan.group(0, 3, 0));
  if (formula !== counted && at(plan.group(0, 4, 0)) === 0)
    notes.push(w.groupFormula(formatNumber(formula, lang), formatNumber(counted, lang)));
  return notes;
}
