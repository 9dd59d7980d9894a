import { type Criteria, indicatorsOf, type Ladder, type Line, type Rule, type Score } from './criteria.ts';
import type { Predicate } from './predicate.ts';

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

/** What a set says of a part: its title or sentence in both languages, and the amounts in it. */
export interface Said {
  readonly text: { readonly vi: string; readonly en: string } | null;
  readonly amounts: readonly { readonly name: string; readonly value: number | string; readonly unit: string | null }[];
  /** The condition, when the part has one; shown when the words are the same and the condition is not. */
  readonly condition: Predicate | null;
}

/** Everything that changes for a household, an officer or a table when set `b` takes the place of set `a`. */
export function differences(a: Criteria, b: Criteria): Difference[] {
  return [
    ...compare('dates', { '': dates(a) }, { '': dates(b) }),
    ...compare('territory', { '': words(a.territory.name) }, { '': words(b.territory.name) }),
    ...compare('population', { '': words(a.population.title) }, { '': words(b.population.title) }),
    ...compare('line', mapped(a.lines, lineSaid), mapped(b.lines, lineSaid)),
    ...compare('param', mapped(a.params, paramSaid), mapped(b.params, paramSaid)),
    ...compare('indicator', indicatorsSaid(a), indicatorsSaid(b)),
    ...compare('rule', rulesSaid(a), rulesSaid(b)),
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
  if (JSON.stringify(a.amounts) !== JSON.stringify(b.amounts)) return false;
  if (a.condition !== null || b.condition !== null) return JSON.stringify(a.condition) === JSON.stringify(b.condition);
  return JSON.stringify(a.text) === JSON.stringify(b.text);
}

function mapped<T>(record: Readonly<Record<string, T>>, say: (item: T) => Said): Saids {
  return Object.fromEntries(Object.entries(record).map(([id, item]) => [id, say(item)]));
}

function words(text: Said['text'], condition: Predicate | null = null): Said {
  return { text, amounts: [], condition };
}

function dates({ in_force: { from, to }, review_from, status }: Criteria): Said {
  return {
    text: null,
    amounts: [
      { name: 'from', value: from, unit: null },
      { name: 'to', value: to ?? '…', unit: null },
      { name: 'review_from', value: review_from?.date ?? '–', unit: null },
      { name: 'status', value: status, unit: null },
    ],
    condition: null,
  };
}

function lineSaid({ title, amount, by_area, period }: Line): Said {
  const unit = period ?? 'points';
  const amounts =
    amount !== null
      ? [{ name: '', value: amount, unit }]
      : (['rural', 'urban'] as const).map((area) => ({ name: area, value: by_area?.[area] ?? 0, unit }));
  return { text: title, amounts, condition: null };
}

function paramSaid({ title, value }: Criteria['params'][string]): Said {
  return { text: title, amounts: [{ name: '', value, unit: null }], condition: null };
}

/** The points of a table one by one, so that a difference names the row. */
function scoreSaid({ title, table }: Score): Said {
  const amounts = (table?.items ?? []).flatMap(({ id, rows }) =>
    rows.flatMap(({ label, points }) =>
      points.map((value, at) => ({ name: `${id} ${label} (${table?.columns[at]})`, value, unit: 'points' })),
    ),
  );
  return { text: title, amounts, condition: null };
}

function indicatorsSaid(set: Criteria): Saids {
  return Object.fromEntries(indicatorsOf(set).map((i) => [i.id, words(i.text, i.deprived)]));
}

function rulesSaid({ classes }: Criteria): Saids {
  const said = (basis: string, ladder: Ladder | null) =>
    (ladder?.rules ?? []).map((rule: Rule) => [`${basis}.${rule.id}`, words(rule.text, rule.when)] as const);
  return Object.fromEntries([...said('income', classes.income), ...said('score', classes.score)]);
}

function averageSaid({ average_living }: Criteria): Saids {
  return average_living === null ? {} : { '': words(average_living.text, average_living.when) };
}
