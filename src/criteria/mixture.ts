import { type Basis, type Criteria, type Indicator, indicatorsOf, type Ladder } from './criteria.ts';
import { isComparison, mapLeaves, type Predicate } from './predicate.ts';

/** What two sets may give a household different classes by, when it counts under both. */
export const PARTS = ['line', 'indicators', 'rules'] as const;

/** `line`: the amounts that income (or B1) is held against. `rules`: the ladder, its cut-offs and other numbers. */
export type Part = (typeof PARTS)[number];

/**
 * A set made of parts of others, to be judged by and not to be shown: what would the one say with the lines, the
 * indicators or the rules of the other?
 *
 * A line that the set of the lines does not draw is taken to be its main line, so that nobody lies between the two. An
 * indicator that the rules name and the set of the indicators does not have is never deprived.
 */
export function mixtureOf(parts: Readonly<Record<Part, Criteria>>, basis: Basis): Criteria {
  const { rules, indicators, line } = parts;
  const ladder = rules.classes[basis];
  const taken = (p: Predicate, owner: 'indicators' | 'rules') => withNames(p, owner, parts, basis);
  const own: Ladder | null = ladder && {
    ...ladder,
    line: ladder.line && taken(ladder.line, 'rules'),
    rules: ladder.rules.map((rule) => ({ ...rule, when: rule.when && taken(rule.when, 'rules') })),
  };
  const taking = (i: Indicator) => ({ ...i, deprived: i.deprived && taken(i.deprived, 'indicators') });
  return {
    ...rules,
    lines: { ...named('line', line.lines), ...named('rules', rules.lines), ...named('indicators', indicators.lines) },
    params: { ...named('rules', rules.params), ...named('indicators', indicators.params) },
    dimensions: indicators.dimensions.map((d) => ({ ...d, indicators: d.indicators.map(taking) })),
    scores: indicators.scores,
    classes: { income: null, score: null, [basis]: own },
    average_living: null,
  };
}

/** A condition of one of the sets whose names lead to the right part of the mixture. */
function withNames(
  p: Predicate,
  owner: 'indicators' | 'rules',
  parts: Readonly<Record<Part, Criteria>>,
  basis: Basis,
): Predicate {
  const set = parts[owner];
  return mapLeaves(p, (leaf) => {
    if (leaf.test === 'deprived') {
      return indicatorsOf(parts.indicators).some((i) => i.id === leaf.indicator) ? leaf : NEVER;
    }
    if (!isComparison(leaf) || typeof leaf.value !== 'object') return leaf;
    if ('param' in leaf.value) return { ...leaf, value: { param: `${owner}:${leaf.value.param}` } };
    const isMeasured = leaf.field === 'income' || set.scores[leaf.field]?.given === 'b1';
    const counterpart = isMeasured ? counterpartOf(leaf.value.line, set, parts.line, basis) : null;
    const name = counterpart === null ? `${owner}:${leaf.value.line}` : `line:${counterpart}`;
    return { ...leaf, value: { line: name } };
  });
}

const NEVER: Predicate = { test: 'any', of: [] };

/** The line of `to` that stands where a line of `from` does; null when it draws none. */
function counterpartOf(name: string, from: Criteria, to: Criteria, basis: Basis): string | null {
  const main = mainLine(to, basis);
  if (name !== mainLine(from, basis) && name in to.lines) return name;
  return main ?? (name in to.lines ? name : null);
}

/** The line by which a set tells who is below. */
function mainLine({ classes }: Criteria, basis: Basis): string | null {
  const line = classes[basis]?.line ?? null;
  if (line === null || !isComparison(line) || typeof line.value !== 'object' || !('line' in line.value)) return null;
  return line.value.line;
}

function named<T>(owner: Part, record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, item]) => [`${owner}:${name}`, item]));
}
