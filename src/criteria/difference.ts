import type { Criteria, Ladder, Line, Rule, Score } from './criteria.ts';
import { isComparison, type Predicate } from './predicate.ts';
import type { Bilingual } from './schema.ts';

/** One thing that two sets say differently. Null: that set does not say it. */
export interface Difference {
  readonly part:
    | 'dates'
    | 'territory'
    | 'population'
    | 'line'
    | 'param'
    | 'indicator'
    | 'rule'
    | 'score'
    | 'average_living';
  /** Which line, parameter, indicator or rule; empty for parts that are one. */
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: Said | null;
  readonly after: Said | null;
}

/** What a set says of a part: its title or sentence in both languages, and the amounts and codes in it. */
export interface Said {
  readonly text: Bilingual | null;
  readonly amounts: readonly Amount[];
  /** The condition, when the part has one; shown when the words are the same and the condition is not. */
  readonly condition: Predicate | null;
}

/** One value that a part has, by its name within the part. `title`: the name of what `value` stands for. */
export interface Amount {
  readonly name: string;
  readonly value: number | string;
  readonly unit: string | null;
  readonly title?: Bilingual;
}

/** Everything that changes for a household, an officer or a table when set `b` takes the place of set `a`. */
export function differences(a: Criteria, b: Criteria): Difference[] {
  return [
    ...compare('dates', { '': dates(a) }, { '': dates(b) }),
    ...compare('territory', { '': territorySaid(a) }, { '': territorySaid(b) }),
    ...compare('population', { '': populationSaid(a) }, { '': populationSaid(b) }),
    ...compare('line', mapped(a.lines, lineSaid), mapped(b.lines, lineSaid)),
    ...compare('param', mapped(a.params, paramSaid), mapped(b.params, paramSaid)),
    ...compare('indicator', indicatorsSaid(a), indicatorsSaid(b)),
    ...compare('rule', rulesSaid(a), rulesSaid(b)),
    ...(['income', 'score'] as const).flatMap((basis) => ladderDifference(a, b, basis)),
    ...compare('score', mapped(a.scores, scoreSaid), mapped(b.scores, scoreSaid)),
    ...compare('average_living', averageSaid(a), averageSaid(b)),
  ];
}

type Saids = Readonly<Record<string, Said>>;

function compare(part: Difference['part'], before: Saids, after: Saids): Difference[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return ids.flatMap((id): Difference[] => {
    const [a = null, b = null] = [before[id], after[id]];
    if (a !== null && b !== null && saysTheSame(a, b)) return [];
    return [{ part, id, kind: a === null ? 'added' : b === null ? 'removed' : 'changed', before: a, after: b }];
  });
}

/** The words of a source may be put differently: what counts is the condition where there is one, and the amounts. */
function saysTheSame(a: Said, b: Said): boolean {
  if (valuesIn(a) !== valuesIn(b)) return false;
  if (a.condition !== null || b.condition !== null) return JSON.stringify(a.condition) === JSON.stringify(b.condition);
  return JSON.stringify(a.text) === JSON.stringify(b.text);
}

/** The values without the titles of what they stand for. */
function valuesIn({ amounts }: Said): string {
  return JSON.stringify(amounts.map(({ name, value, unit }) => [name, value, unit]));
}

function mapped<T>(record: Readonly<Record<string, T>>, say: (item: T) => Said): Saids {
  return Object.fromEntries(Object.entries(record).map(([id, item]) => [id, say(item)]));
}

function said(text: Said['text'], amounts: readonly Amount[], condition: Predicate | null = null): Said {
  return { text, amounts, condition };
}

function amount(name: string, value: number | string, unit: string | null = null): Amount {
  return { name, value, unit };
}

function dates({ in_force: { from, to, known_to }, review_from, status }: Criteria): Said {
  return said(null, [
    amount('from', from),
    amount('to', to ?? '…'),
    amount('known_to', known_to ?? '–'),
    amount('review_from', review_from?.date ?? '–'),
    amount('status', status),
  ]);
}

function territorySaid({ territory: { name, province_codes, as_of } }: Criteria): Said {
  const codes = province_codes === null ? '–' : [...province_codes].sort().join(', ');
  return said(name, [amount('province_codes', codes), amount('as_of', as_of ?? '–')]);
}

function populationSaid({ population: { title, residence } }: Criteria): Said {
  return said(title, [amount('residence', [...residence].sort().join(', '))]);
}

/** Points are named `points.ID` by their indicator; a ready total has none. */
function scoreSaid({ title, given, points_each, points, table }: Score): Said {
  return said(title, [
    amount('given', given ?? '–'),
    ...(points_each === null ? [] : [amount('points_each', points_each)]),
    ...Object.entries(points ?? {}).map(([id, each]) => amount(`points.${id}`, each)),
    // one by one, so that a difference names the row
    ...(table?.items ?? []).flatMap(({ id, rows }) =>
      rows.flatMap(({ label, points: each }) =>
        each.map((value, at) => amount(`${id} ${label} (${table?.columns[at]})`, value, 'points')),
      ),
    ),
  ]);
}

function lineSaid({ title, amount: one, by_area, period }: Line): Said {
  const unit = period ?? 'points';
  if (one !== null) return said(title, [amount('', one, unit)]);
  return said(
    title,
    (['rural', 'urban'] as const).map((area) => amount(area, by_area?.[area] ?? 0, unit)),
  );
}

function paramSaid({ title, value }: Criteria['params'][string]): Said {
  return said(title, [amount('', value)]);
}

function indicatorsSaid({ dimensions }: Criteria): Saids {
  const entries = dimensions.flatMap(({ id, title, indicators }) =>
    indicators.map((i) => [i.id, said(i.text, [{ ...amount('dimension', id), title }], i.deprived)] as const),
  );
  return Object.fromEntries(entries);
}

function rulesSaid({ classes }: Criteria): Saids {
  const rules = (basis: string, ladder: Ladder | null) =>
    (ladder?.rules ?? []).map(
      (rule: Rule) => [`${basis}.${rule.id}`, said(rule.text, [amount('class', rule.class)], rule.when)] as const,
    );
  return Object.fromEntries([...rules('income', classes.income), ...rules('score', classes.score)]);
}

/**
 * What a ladder says besides its rules: their order, for the first that holds gives the class (of those rules that both
 * sets have), and the comparison that tells who is below the line.
 */
function ladderDifference(a: Criteria, b: Criteria, basis: 'income' | 'score'): Difference[] {
  const [before, after] = [a.classes[basis], b.classes[basis]];
  if (before === null || after === null) return [];
  const ladderSaid = (ladder: Ladder, other: Ladder) => {
    const common = ladder.rules.map(({ id }) => id).filter((id) => other.rules.some((rule) => rule.id === id));
    return said(null, [amount('order', common.join(', ')), amount('below', lineText(ladder.line))]);
  };
  return compare('rule', { [basis]: ladderSaid(before, after) }, { [basis]: ladderSaid(after, before) });
}

function lineText(line: Predicate | null): string {
  if (line === null || !isComparison(line)) return '–';
  const { field, test, value } = line;
  return `${field} ${test} ${typeof value === 'object' ? Object.values(value)[0] : value}`;
}

function averageSaid({ average_living }: Criteria): Saids {
  return average_living === null ? {} : { '': said(average_living.text, [], average_living.when) };
}
