import type { Messages } from '../../messages/messages.ts';
import { averageLiving, classCount } from '../../summary/numbers.ts';
import type { Summary } from '../../summary/summary.ts';
import { sentence } from '../../text/format.ts';
import type { Cell, Column, TableBlock } from '../report.ts';
import { reviewName, type TableOptions } from './naming.ts';
import { rateCell } from './result-tables.ts';

const SHOWN = ['poor', 'near_poor', 'non_poor', 'undecided'] as const;

/** The totals of several reviews beside each other: one column each for households, and for the rate where there is one. */
export function sideBySideTable(summaries: readonly Summary[], options: TableOptions, words: Messages): TableBlock {
  const { tables: w, classes } = words;
  const right = (title: string): Column => ({ title, align: 'right' });
  const rated = summaries.map(({ total }) => total.residents.households !== null);
  const row = (title: string, value: (summary: Summary) => number | null): Cell[] => [
    title,
    ...summaries.flatMap((summary, at): Cell[] => {
      const n = value(summary);
      return [n, ...(rated[at] ? [n === null ? null : rateCell(n, summary.total.residents.households, options)] : [])];
    }),
  ];
  const households = (outcome: (typeof SHOWN)[number]) => (s: Summary) =>
    classCount(s.total, s.review, outcome).households;
  return {
    kind: 'table',
    columns: [
      { title: words.summary.class },
      ...summaries.flatMap((summary, at) => [
        right(reviewName(summary, words)),
        ...(rated[at] ? [right(w.columns.rate)] : []),
      ]),
    ],
    rows: [
      ...SHOWN.map((outcome) => row(sentence(classes[outcome]), households(outcome))),
      row(w.columns.both, (s) => households('poor')(s) + households('near_poor')(s)),
      row(w.columns.averageLiving, (s) => averageLiving(s.total, s.review).households),
    ],
  };
}
