import type { YamlFile } from '../text/yaml.ts';
import type { Cited, Criteria, Dimension, Indicator, Ladder, Line, Param, Rule, Score } from './criteria.ts';
import type { PointsTable } from './points.ts';
import type { CitedFile, CriteriaFile } from './schema.ts';

/** A criteria file that was read: what it states, and the way back to its lines. */
export interface StatedSet {
  readonly file: CriteriaFile;
  readonly yaml: YamlFile;
}

/**
 * Lays a set over those it extends (outermost first, the set itself last).
 *
 * Inherited are dimensions, indicators, parameters and the income rules. Lines, scores, score rules, average living,
 * dates, territory, population, status and cautions are the set's own: a province must not inherit 140 points for a
 * line that is not the nation's.
 *
 * @param tables the points tables of the set's own scores, by score
 */
export function flatten(
  chain: readonly StatedSet[],
  tables: Readonly<Record<string, PointsTable>> = {},
): { criteria: Criteria; origins: ReadonlyMap<string, StatedSet> } {
  const own = chain.at(-1);
  if (own === undefined) throw new Error('a chain holds at least the set itself');
  const { file } = own;
  const cite = citer(file);
  const criteria: Criteria = {
    id: file.id,
    family: file.family,
    title: file.title,
    status: file.status,
    in_force: {
      from: file.in_force.from,
      to: file.in_force.to ?? null,
      known_to: file.in_force.known_to ?? null,
      ...cite(file.in_force),
    },
    review_from: file.review_from ? { date: file.review_from.date, ...cite(file.review_from) } : null,
    territory: {
      name: file.territory.name,
      province_codes: file.territory.province_codes ?? null,
      as_of: file.territory.as_of ?? null,
    },
    population: { title: file.population.title, residence: file.population.residence, ...cite(file.population) },
    lines: mapValues(
      file.lines,
      (l): Line => ({
        title: l.title,
        unit: l.unit,
        period: l.period ?? null,
        amount: l.amount ?? null,
        by_area: l.by_area ?? null,
        ...cite(l),
      }),
    ),
    params: Object.assign({}, ...chain.map(paramsOf)),
    dimensions: chain.reduce(overlayDimensions, [] as readonly Dimension[]),
    scores: Object.fromEntries(
      Object.entries(file.scores ?? {}).map(([id, s]): [string, Score] => [
        id,
        {
          title: s.title,
          given: s.given ?? null,
          points_each: s.points_each ?? null,
          points: s.points ?? null,
          ...(tables[id] !== undefined && { table: tables[id] }),
          ...cite(s),
        },
      ]),
    ),
    classes: {
      income: chain.reduce((ladder, set) => overlayLadder(ladder, set, 'income'), null as Ladder | null),
      score: overlayLadder(null, own, 'score'),
    },
    average_living: file.average_living
      ? { when: file.average_living.when, text: file.average_living.text, ...cite(file.average_living) }
      : null,
    cautions: file.cautions ?? [],
  };
  return { criteria, origins: new Map(chain.map((set) => [set.file.id, set])) };
}

/** Resolves the citations of one file, whose `documents` are its own. */
function citer(file: CriteriaFile): (item: CitedFile) => Cited {
  return ({ source, confidence, caution, note }) => {
    const document = file.documents[source.document];
    return {
      source: {
        document: source.document,
        title: document?.title ?? { vi: source.document, en: source.document },
        date: document?.date ?? null,
        article: source.article ?? null,
        checked_on: source.checked_on,
      },
      confidence,
      caution: caution ?? null,
      note: note ?? null,
      stated_in: file.id,
    };
  };
}

function paramsOf({ file }: StatedSet): Record<string, Param> {
  const cite = citer(file);
  return mapValues(file.params ?? {}, (p): Param => ({ title: p.title, value: p.value, ...cite(p) }));
}

/** Adds, replaces (in place) and removes (`null`) indicators by name; a dimension left empty goes. */
function overlayDimensions(inherited: readonly Dimension[], { file }: StatedSet): readonly Dimension[] {
  const cite = citer(file);
  const doubt = file.inherited;
  const doubted = (i: Indicator): Indicator =>
    doubt === undefined ? i : { ...i, confidence: doubt.confidence, caution: i.caution ?? doubt.caution };
  const byId = new Map(inherited.map((d) => [d.id, { ...d, indicators: d.indicators.map(doubted) }]));
  for (const [id, stated] of Object.entries(file.dimensions ?? {})) {
    const before = byId.get(id);
    const indicators = new Map((before?.indicators ?? []).map((i) => [i.id, i]));
    for (const [indicatorId, i] of Object.entries(stated.indicators)) {
      if (i === null) indicators.delete(indicatorId);
      else {
        const indicator: Indicator = {
          id: indicatorId,
          title: i.title,
          text: i.text,
          deprived: i.deprived ?? null,
          ...cite(i),
        };
        indicators.set(indicatorId, indicator);
      }
    }
    const title = stated.title ?? before?.title ?? { vi: id, en: id };
    byId.set(id, { id, title, indicators: [...indicators.values()] });
  }
  return [...byId.values()].filter((d) => d.indicators.length > 0);
}

function overlayLadder(inherited: Ladder | null, { file }: StatedSet, basis: 'income' | 'score'): Ladder | null {
  const stated = file.classes?.[basis];
  if (stated === undefined) return inherited;
  const cite = citer(file);
  const rules = new Map((inherited?.rules ?? []).map((r) => [r.id, r]));
  for (const [id, r] of Object.entries(stated.rules)) {
    if (r === null) rules.delete(id);
    else {
      const rule: Rule = { id, class: r.class, text: r.text, when: r.when ?? null, ...cite(r) };
      rules.set(id, rule);
    }
  }
  return {
    line: stated.line ?? inherited?.line ?? null,
    line_stated_in: stated.line === undefined ? (inherited?.line_stated_in ?? file.id) : file.id,
    rules: [...rules.values()],
  };
}

/** A `null` that removes what was not there: a slip that would leave the indicator or rule counted. */
export interface IdleRemoval {
  readonly set: StatedSet;
  readonly path: readonly string[];
  readonly known: readonly string[];
}

/** The idle removals of a set over those it extends (outermost first, the set itself last). */
export function idleRemovals(chain: readonly StatedSet[]): IdleRemoval[] {
  return chain.flatMap((set, at) => {
    const above = chain.slice(0, at);
    const dimensions = above.reduce(overlayDimensions, [] as readonly Dimension[]);
    const ladder = above.reduce((l, one) => overlayLadder(l, one, 'income'), null as Ladder | null);
    const { file } = set;
    return [
      ...Object.entries(file.dimensions ?? {}).flatMap(([id, { indicators }]) => {
        const known = dimensions.find((d) => d.id === id)?.indicators.map((i) => i.id) ?? [];
        return nulls(indicators, known).map((name) => ({ set, path: ['dimensions', id, 'indicators', name], known }));
      }),
      ...(['income', 'score'] as const).flatMap((basis) => {
        const known = basis === 'income' ? (ladder?.rules.map((r) => r.id) ?? []) : [];
        const removed = nulls(file.classes?.[basis]?.rules ?? {}, known);
        return removed.map((name) => ({ set, path: ['classes', basis, 'rules', name], known }));
      }),
    ];
  });
}

function nulls(record: Readonly<Record<string, unknown>>, known: readonly string[]): string[] {
  return Object.keys(record).filter((name) => record[name] === null && !known.includes(name));
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
