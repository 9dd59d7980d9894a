import type { Criteria } from '../criteria/criteria.ts';
import type { Messages } from '../messages/messages.ts';
import type { ConditionCoverage } from '../review/condition-coverage.ts';
import type { Coverage, RuleCoverage } from '../review/coverage.ts';
import { formatNumber, sentence } from '../text/format.ts';
import { conditionText } from './condition-text.ts';
import type { Block, Cell, Item, Report } from './report.ts';
import { nameOf, pageWarnings } from './summary-report.ts';

/** Above this share of blanks an indicator says little: half of the households. */
const MOSTLY_BLANK = 0.5;

/** What never happened, first; then the counts it was taken from. */
export function coverageReport(
  coverage: Coverage,
  criteria: Criteria,
  outsideOn: string | null,
  words: Messages,
): Report {
  const { coverage: w, lang } = words;
  const { rules, indicators, codes, households, unusable } = coverage;
  const judged = households - unusable;
  const never: Item[] = [
    ...rules.filter((r) => r.gave === 0).map((r) => ({ text: w.ruleNever(r.id) })),
    ...rules.flatMap((r) => r.conditions.flatMap((c) => neverOf(r, c, criteria, words))),
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
      ...pageWarnings(criteria, outsideOn, words),
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
        rows: rules.map((r): Cell[] => [sentence(words.classes[r.class]), r.gave, r.holds, r.may_hold]),
      },
      ...conditionsTable(rules, criteria, words),
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

/** What a condition inside a rule never did: hold, or give the class where others would not have. */
function neverOf(rule: RuleCoverage, c: ConditionCoverage, criteria: Criteria, words: Messages): Item[] {
  const { coverage: w } = words;
  const text = conditionText(c.condition, criteria, words);
  if (c.holds === 0) return [{ text: w.conditionNever(rule.id, text) }];
  return c.isChoice && c.decided === 0 ? [{ text: w.conditionDecidedNever(rule.id, text) }] : [];
}

function conditionsTable(rules: readonly RuleCoverage[], criteria: Criteria, words: Messages): Block[] {
  const { coverage: w } = words;
  const rows = rules.flatMap((rule) =>
    rule.conditions.map((c, at): Cell[] => [
      at === 0 ? sentence(words.classes[rule.class]) : '',
      `${'– '.repeat(c.path.split('.of').length - 2)}${conditionText(c.condition, criteria, words)}`,
      c.holds,
      c.may_hold,
      c.decided,
    ]),
  );
  if (rows.length === 0) return [];
  const columns = [
    { title: w.rule },
    { title: w.condition, width: 48 },
    ...[w.holds, w.mayHold, w.decided].map((title) => ({ title, align: 'right' as const })),
  ];
  return [
    { kind: 'heading', level: 2, text: w.conditions },
    { kind: 'table', columns, rows },
  ];
}
