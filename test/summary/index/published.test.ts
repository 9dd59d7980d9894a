import { describe, expect, it } from 'vitest';
import { exact, times, toDecimal, toNumber } from '../../../src/text/exact.ts';
import { findingsOf } from '../../criteria/shipped.ts';
import { figures, indexOf, indexSet, oracle, type Row, text } from './indexes.ts';

interface Figures {
  readonly H: string;
  readonly A: string;
  readonly M0: string;
}

const picked = ({ H, A, M0 }: Figures): Figures => ({ H, A, M0 });

describe('four persons', () => {
  const { input, expected } = oracle<{
    readonly input: { readonly rows: readonly Row[]; readonly cutoffs: readonly string[] };
    readonly expected: {
      readonly by_cutoff: Readonly<Record<string, Figures & { readonly poor: readonly string[] }>>;
    };
  }>('alkire-foster-4x4');

  it.each(input.cutoffs)('have the published index at %s', (cutoff) => {
    const { total, indicators } = indexOf(indexSet('four-half'), input.rows, { cutoff });
    const published = expected.by_cutoff[cutoff] as Figures & { readonly poor: readonly string[] };
    expect(figures(total)).toEqual(picked(published));
    expect(text(total.poor)).toBe(String(published.poor.length));
    expect(indicators).toHaveLength(4);
  });
});

describe('five persons', () => {
  const { input, expected } = oracle<{
    readonly input: { readonly rows: readonly Row[] };
    readonly expected: Figures & {
      readonly uncensored_headcount_pct: readonly number[];
      readonly censored_headcount_pct: readonly number[];
      readonly contribution: readonly string[];
      readonly contribution_pct: readonly number[];
      readonly groups: Readonly<Record<string, Figures & { readonly population: number; readonly share: string }>>;
    };
  }>('alkire-foster-five-persons');
  const result = indexOf(indexSet('five-persons'), input.rows, { groupBy: 'village' });

  it('have the published index', () => {
    expect(figures(result.total)).toEqual(picked(expected));
  });

  it('have the published headcounts and contributions', () => {
    const percents = (values: readonly (Parameters<typeof text>[0] | null)[]) =>
      values.map((value) => Number(toDecimal(times(value ?? exact(0), exact(100)), 2)));
    expect(percents(result.indicators.map((i) => i.uncensored))).toEqual(expected.uncensored_headcount_pct);
    expect(percents(result.indicators.map((i) => i.censored))).toEqual(expected.censored_headcount_pct);
    expect(result.indicators.map((i) => text(i.contribution))).toEqual(expected.contribution);
    expect(percents(result.indicators.map((i) => i.contribution))).toEqual(expected.contribution_pct);
  });

  it('have the published groups, whose parts make the whole', () => {
    const groups = Object.fromEntries(
      result.groups.map((group) => [
        group.id,
        { population: toNumber(group.population), share: text(group.share), ...figures(group) },
      ]),
    );
    expect(groups).toEqual(expected.groups);
  });
});

interface NestedCase {
  readonly case: string;
  readonly rows: readonly Row[];
  readonly cutoff?: string;
}

describe('the cases with sizes, nested weights and missing answers', () => {
  const { input, expected } = oracle<{
    readonly input: { readonly cases: readonly NestedCase[] };
    readonly expected: {
      readonly household_size: Figures & {
        readonly population: number;
        readonly first_indicator: Readonly<Record<string, string>>;
      };
      readonly nested_weights: Figures;
      readonly all_or_nothing: Figures & { readonly every_headcount: string };
      readonly cutoff_zero: Figures;
      readonly cutoff_one: Figures;
      readonly missing_two_indicators: Readonly<Record<'drop' | 'reweight', Figures & { readonly n: number }>>;
      readonly missing_three_indicators: Readonly<
        Record<'reweight' | 'as_not_deprived' | 'as_deprived', { readonly score: string }>
      >;
    };
  }>('alkire-foster-nested');
  const rowsOf = (name: string) => input.cases.find((one) => one.case === name)?.rows ?? [];

  it('count persons by the size of households', () => {
    const { total, indicators } = indexOf(indexSet('household-size'), rowsOf('household_size'), { count: 'persons' });
    const { first_indicator: first, population } = expected.household_size;
    expect(figures(total)).toEqual(picked(expected.household_size));
    expect(text(total.population)).toBe(String(population));
    expect(indicators[0] && [text(indicators[0].uncensored), text(indicators[0].censored)]).toEqual([
      first.uncensored,
      first.censored,
    ]);
    expect(text(indicators[0]?.contribution ?? null)).toBe(first.relative_contribution);
    expect(text(times(indicators[0]?.contribution ?? exact(0), total.M0 ?? exact(0)))).toBe(
      first.absolute_contribution,
    );
  });

  it('take weights nested in dimensions', () => {
    expect(figures(indexOf(indexSet('nested'), rowsOf('nested_weights')).total)).toEqual(
      picked(expected.nested_weights),
    );
  });

  it.each(['1/100', '1/2', '1'])('are all or nothing at %s', (cutoff) => {
    const rows = ([1, 0] as const).map((mark) => ({ deprived: Array.from({ length: 17 }, () => mark), size: 4 }));
    const { total, indicators } = indexOf(indexSet('all-or-nothing'), rows, { cutoff, count: 'persons' });
    const { every_headcount: share } = expected.all_or_nothing;
    expect(figures(total)).toEqual(picked(expected.all_or_nothing));
    for (const one of indicators) expect([text(one.uncensored), text(one.censored)]).toEqual([share, share]);
  });

  it.each([
    ['cutoff-zero', 'cutoff_zero'],
    ['cutoff-one', 'cutoff_one'],
  ] as const)('reach the end %s', (set, name) => {
    expect(figures(indexOf(indexSet(set), rowsOf(name)).total)).toEqual(picked(expected[name]));
  });

  it.each(['drop', 'reweight'] as const)('treat blanks as asked: %s', (missing) => {
    const { total } = indexOf(indexSet('missing-two'), rowsOf('missing_two_indicators'), { missing });
    expect({ n: total.households, ...figures(total) }).toEqual(expected.missing_two_indicators[missing]);
  });

  it.each([
    ['reweight', 'reweight'],
    ['not_deprived', 'as_not_deprived'],
    ['deprived', 'as_deprived'],
  ] as const)('score a household with a blank as asked: %s', (missing, name) => {
    const { score } = expected.missing_three_indicators[name];
    const rows = rowsOf('missing_three_indicators');
    const at = (cutoff: string) => indexOf(indexSet('missing-three'), rows, { missing, cutoff }).total;
    expect(figures(at(score))).toEqual({ H: '1', A: score, M0: score });
    expect(figures(at('9/10')).H).toBe('0');
  });

  it('stop when blanks leave nobody to count', () => {
    const [found] = findingsOf(() => indexOf(indexSet('missing-three'), rowsOf('missing_three_indicators')));
    expect(found).toMatchObject({ code: 'E820', data: { read: 1, missing: 1, policy: 'drop' } });
  });
});

describe('two waves', () => {
  it('have the published shares by weights with decimals', () => {
    const { input, expected } = oracle<{
      readonly input: { readonly waves: Readonly<Record<'t0' | 't1', readonly Row[]>> };
      readonly expected: { readonly H: Readonly<Record<'t0' | 't1', number>> };
    }>('two-wave-partial');
    for (const wave of ['t0', 't1'] as const) {
      const { total } = indexOf(indexSet('missing-two'), input.waves[wave], { cutoff: '1/3' });
      expect(toNumber(total.H ?? exact(0))).toBe(expected.H[wave]);
      expect(text(total.population)).toBe('5');
    }
  });

  it('have the published numbers of poor households', () => {
    const { input, expected } = oracle<{
      readonly input: { readonly cases: readonly { readonly case: string; readonly t0: Row[]; readonly t1: Row[] }[] };
      readonly expected: {
        readonly full_panel: { readonly poor: Readonly<Record<'t0' | 't1', number>> };
        readonly answers_change_class_does_not: { readonly H: Readonly<Record<'t0' | 't1', number>> };
        readonly crossed: { readonly poor: Readonly<Record<'t0' | 't1', readonly string[]>> };
      };
    }>('two-wave-full');
    const share = (name: string, wave: 't0' | 't1') => {
      const rows = input.cases.find((one) => one.case === name)?.[wave] ?? [];
      const set = indexSet(rows[0]?.deprived.length === 2 ? 'missing-two' : 'missing-three');
      return indexOf(set, rows, { cutoff: '1/3' }).total;
    };
    for (const wave of ['t0', 't1'] as const) {
      expect(text(share('full_panel', wave).poor)).toBe(String(expected.full_panel.poor[wave]));
      expect(toNumber(share('answers_change_class_does_not', wave).H ?? exact(0))).toBe(
        expected.answers_change_class_does_not.H[wave],
      );
      expect(text(share('crossed', wave).poor)).toBe(String(expected.crossed.poor[wave].length));
    }
  });
});
