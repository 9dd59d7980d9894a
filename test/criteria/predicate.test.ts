import { describe, expect, it } from 'vitest';
import { isComparison, nodes, type Predicate, parts } from '../../src/criteria/predicate.ts';
import { predicateSchema } from '../../src/criteria/predicate-schema.ts';

const leaf: Predicate = { test: 'below', field: 'age', value: 16 };

describe('the grammar of conditions', () => {
  const wellFormed: Predicate[] = [
    { test: 'all', of: [leaf] },
    { test: 'any', of: [leaf, leaf] },
    { test: 'not', of: leaf },
    { test: 'count', of: [leaf, leaf], at_least: 2 },
    { test: 'some_member', where: leaf },
    { test: 'every_member', where: leaf },
    { test: 'count_members', where: leaf, at_least: 1 },
    { test: 'share_members', where: leaf, comparison: 'above', percent: 50 },
    { test: 'equals', field: 'insured', value: false },
    { test: 'one_of', field: 'water_source', values: ['tap'] },
    { test: 'includes_any', field: 'information_devices', values: ['tv'] },
    { test: 'at_most', field: 'income', value: { line: 'poverty' } },
    { test: 'above', field: 'deprivations', value: { param: 'cutoff' } },
    { test: 'at_least', field: 'deprivations', value: '1/3' },
    { test: 'below', field: 'floor_area', value: 7.5 },
    { test: 'deprived', indicator: 'water' },
  ];

  it.each(wellFormed)('takes $test', (predicate) => {
    expect(predicateSchema.parse(predicate)).toEqual(predicate);
  });

  it.each<[string, unknown]>([
    ['an unknown test', { test: 'is_blank', field: 'income' }],
    ['no test', { field: 'income', value: 1 }],
    ['an unknown key', { ...leaf, unit: 'years' }],
    ['nothing inside', { test: 'all', of: [] }],
    ['a list inside not', { test: 'not', of: [leaf] }],
    ['a count of none', { test: 'count', of: [leaf], at_least: 0 }],
    ['half a member', { test: 'count_members', where: leaf, at_least: 0.5 }],
    ['more than all members', { test: 'share_members', where: leaf, comparison: 'above', percent: 101 }],
    ['a share below', { test: 'share_members', where: leaf, comparison: 'below', percent: 50 }],
    ['a field that is no name', { test: 'below', field: 'Age', value: 16 }],
    ['arithmetic', { test: 'below', field: 'income', value: '2*700000' }],
    ['a line and a parameter', { test: 'below', field: 'income', value: { line: 'a', param: 'b' } }],
  ])('refuses %s', (_, predicate) => {
    expect(predicateSchema.safeParse(predicate).success).toBe(false);
  });
});

describe('the nodes of a condition', () => {
  const inner: Predicate = { test: 'not', of: leaf };
  const tree: Predicate = { test: 'any', of: [{ test: 'some_member', where: inner }, leaf] };

  it('are itself first, then what is inside, depth first', () => {
    expect([...nodes(tree)].map((p) => p.test)).toEqual(['any', 'some_member', 'not', 'below', 'below']);
  });

  it('have the parts directly inside them', () => {
    expect(parts(tree)).toHaveLength(2);
    expect(parts(inner)).toEqual([leaf]);
    expect(parts(leaf)).toEqual([]);
  });

  it('are comparisons when they hold a field against an amount', () => {
    expect([...nodes(tree)].filter(isComparison)).toEqual([leaf, leaf]);
  });
});
