import type { Criteria } from '../criteria/criteria.ts';
import type { Messages } from '../messages/messages.ts';
import type { Coverage } from '../review/coverage.ts';
import { formatNumber, sentence } from '../text/format.ts';
import type { Cell, Item, Report } from './report.ts';
import { nameOf } from './summary-report.ts';

/** Above this share of blanks an indicator says little: half of the households. */
const MOSTLY_BLANK = 0.5;

/** What never happened, first; then the counts it was taken from. */
export function coverageReport(coverage: Coverage, criteria: Criteria, words: Messages): Report {
  const { coverage: w, lang } = words;
  const { rules, indicators, codes, households, unusable } = coverage;
  const judged = households - unusable;
  const never: Item[] = [
    ...rules.filter((r) => r.gave === 0).map((r) => ({ text: w.ruleNever(r.id) })),
    ...indicators
      .filter((i) => i.deprived === 0)
      .map((i) => ({ text: w.indicatorNever(nameOf(i.id, criteria, words)) })),
    ...indicators
      .filter((i) => i.unknown > MOSTLY_BLANK * judged)
      .map((i) => ({ text: w.mostlyBlank(nameOf(i.id, criteria, words), formatNumber(i.unknown, lang)) })),
    ...codes.flatMap(({ field, codes: counts }) => {
      const absent = Object.keys(counts).filter((code) => counts[code] === 0);
      return absent.length === 0 ? [] : [{ text: w.codesNever(field, absent.join(', ')) }];
    }),
  ];
  return {
    blocks: [
      { kind: 'heading', level: 1, text: w.title(criteria.id) },
      { kind: 'paragraph', text: w.households(formatNumber(households, lang), formatNumber(unusable, lang)) },
      { kind: 'heading', level: 2, text: w.never },
      {
        kind: 'list',
        items: never.length > 0 ? never.map((item) => ({ ...item, tone: 'warning' as const })) : [{ text: w.nothing }],
      },
      { kind: 'heading', level: 2, text: w.rules },
      {
        kind: 'table',
        columns: [
          { title: w.rule },
          ...[w.gave, w.holds, w.mayHold].map((title) => ({ title, align: 'right' as const })),
        ],
        rows: rules.map((r): Cell[] => [sentence(words.classes[r.class]), r.gave, r.holds, r.mayHold]),
      },
      { kind: 'heading', level: 2, text: w.indicators },
      {
        kind: 'table',
        columns: [
          { title: words.explain.columns.indicator, width: 44 },
          ...[words.deprived.yes, words.deprived.no, words.deprived.unknown].map((title) => ({
            title: sentence(title),
            align: 'right' as const,
          })),
        ],
        rows: indicators.map((i): Cell[] => [nameOf(i.id, criteria, words), i.deprived, i.not, i.unknown]),
      },
    ],
  };
}
