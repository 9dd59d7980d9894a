/**
 * The closed grammar of conditions. Each node is tagged by `test`; a switch over it has no default, so that the
 * compiler finds every place a new kind needs. There is no arithmetic and no test for "is blank": a rule that asks
 * whether an answer is missing would make filling a blank change a decided class.
 */
export type Predicate =
  | { readonly test: 'all' | 'any'; readonly of: readonly Predicate[] }
  | { readonly test: 'not'; readonly of: Predicate }
  | { readonly test: 'count'; readonly of: readonly Predicate[]; readonly at_least: number }
  | { readonly test: 'some_member' | 'every_member'; readonly where: Predicate }
  | { readonly test: 'count_members'; readonly where: Predicate; readonly at_least: number }
  | ShareOfMembers
  | { readonly test: 'equals'; readonly field: string; readonly value: string | boolean }
  | { readonly test: 'one_of' | 'includes_any'; readonly field: string; readonly values: readonly string[] }
  | Comparison
  | { readonly test: 'deprived'; readonly indicator: string };

/** A share of the members, in whole percent; compared by cross-multiplication, never by division. */
export interface ShareOfMembers {
  readonly test: 'share_members';
  readonly where: Predicate;
  readonly comparison: 'above' | 'at_least';
  readonly percent: number;
}

/** "From ... down" is `at_most`; "above" is `above`; `below` and `above` are strict. */
export interface Comparison {
  readonly test: 'below' | 'at_most' | 'above' | 'at_least';
  readonly field: string;
  readonly value: Amount;
}

/** A number in the file, a fraction as text (`"1/3"`), or the name of a line or parameter of the set. */
export type Amount = number | string | { readonly line: string } | { readonly param: string };

/** Every kind of condition. */
export const TESTS: readonly Predicate['test'][] = [
  'all',
  'any',
  'not',
  'count',
  'some_member',
  'every_member',
  'count_members',
  'share_members',
  'equals',
  'one_of',
  'includes_any',
  'below',
  'at_most',
  'above',
  'at_least',
  'deprived',
];

/** The conditions directly inside a condition, in their order. */
export function parts(p: Predicate): readonly Predicate[] {
  switch (p.test) {
    case 'all':
    case 'any':
    case 'count':
      return p.of;
    case 'not':
      return [p.of];
    case 'some_member':
    case 'every_member':
    case 'count_members':
    case 'share_members':
      return [p.where];
    case 'equals':
    case 'one_of':
    case 'includes_any':
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least':
    case 'deprived':
      return [];
  }
}

/** What a condition is made of at its ends: everything that has no condition inside. */
type Leaf = Exclude<Predicate, { readonly of: unknown } | { readonly where: unknown }>;

/** The same condition with each of its leaves changed. */
export function mapLeaves(p: Predicate, change: (leaf: Leaf) => Predicate): Predicate {
  const inside = (part: Predicate) => mapLeaves(part, change);
  switch (p.test) {
    case 'all':
    case 'any':
    case 'count':
      return { ...p, of: p.of.map(inside) };
    case 'not':
      return { ...p, of: inside(p.of) };
    case 'some_member':
    case 'every_member':
    case 'count_members':
    case 'share_members':
      return { ...p, where: inside(p.where) };
    case 'equals':
    case 'one_of':
    case 'includes_any':
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least':
    case 'deprived':
      return change(p);
  }
}

/** Every node of a condition: itself first, then what is inside, depth first. */
export function* nodes(p: Predicate): Generator<Predicate> {
  yield p;
  for (const part of parts(p)) yield* nodes(part);
}

/** True for the four comparisons of a field with an amount. */
export function isComparison(p: Predicate): p is Comparison {
  return p.test === 'below' || p.test === 'at_most' || p.test === 'above' || p.test === 'at_least';
}
