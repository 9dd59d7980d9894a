import { describe, expect, it } from 'vitest';
import type { AgainstResult } from '../../../src/summary/against/compare.ts';
import { oracle } from '../index/indexes.ts';
import { against, brief, whole } from './publications.ts';

/** The households that each row implies, both ends. */
function implied({ implied: all }: AgainstResult) {
  return all.map(({ between }) => [Number(between.lo), Number(between.hi)]);
}

type Classes<T> = Readonly<Record<'poor' | 'near_poor', T>>;
type Three<T> = Classes<T> & { readonly both: T };

describe('the whole country in 2023', () => {
  const { input, expected } = oracle<{
    readonly input: {
      readonly nation: Classes<number>;
      readonly regions_both: Readonly<Record<string, number>>;
      readonly poor_districts: Classes<number>;
      readonly kon_tum: Classes<number>;
    };
    readonly expected: {
      readonly both: Readonly<Record<'nation' | 'poor_districts' | 'kon_tum', number>>;
      readonly published_rate_pct: Readonly<Record<'nation' | 'poor_districts' | 'kon_tum', Three<number>>>;
      readonly derived: {
        readonly total_households_between: Readonly<Record<'nation' | 'poor_districts' | 'kon_tum', number[]>>;
      };
    };
  }>('nation-2023');
  const HEAD =
    'Cấp;Đơn vị;Hộ nghèo;Tỷ lệ hộ nghèo (%);Hộ cận nghèo;Tỷ lệ hộ cận nghèo (%);Hộ nghèo đa chiều;Tỷ lệ nghèo đa chiều';
  const places = { nation: 'Cả nước', poor_districts: 'Huyện nghèo', kon_tum: 'Kon Tum' } as const;
  const lineOf = (id: keyof typeof places, both: number = expected.both[id]) => {
    const rates = expected.published_rate_pct[id];
    const cells = [id, places[id], input[id].poor, rates.poor, input[id].near_poor, rates.near_poor, both, rates.both];
    return cells.map((cell) => String(cell).replace('.', ',')).join(';');
  };
  const regions = (rate: string) =>
    Object.entries(input.regions_both).map(([name, both]) =>
      ['vùng', name, '', '', '', '', both, name.startsWith('Trung du') ? rate : ''].join(';'),
    );

  it('says nothing against itself, and implies the households it must have had', async () => {
    const result = await against([
      HEAD,
      lineOf('nation'),
      ...regions('18,20'),
      lineOf('poor_districts'),
      lineOf('kon_tum'),
    ]);
    expect(result.contradictions).toEqual([]);
    const { nation, poor_districts: districts, kon_tum: konTum } = expected.derived.total_households_between;
    const all = implied(result);
    expect([all[0], ...all.slice(-2)]).toEqual([nation, districts, konTum]);
  });

  it('shows the slip of one newspaper: 1,87 % for the northern mountains would be more households than the nation has', async () => {
    const { contradictions } = await against([HEAD, lineOf('nation'), ...regions('1,87')]);
    expect(contradictions.map(brief)).toMatchObject([
      { code: 'W826', row: 3, field: 'multidimensional_rate', kind: 'above_whole', saw: '1,87' },
    ]);
    expect(contradictions[0]?.data?.whole).toEqual(expected.derived.total_households_between.nation.map(String));
  });

  it('shows the slip of another: 417,571 for 471,571 poor and near-poor of the poor districts', async () => {
    const { contradictions } = await against([HEAD, lineOf('poor_districts', 417571)]);
    expect(contradictions.map(brief)).toMatchObject([
      { code: 'W825', row: 2, field: 'multidimensional', kind: 'classes', saw: '417571', expected: ['471571'] },
    ]);
    expect(contradictions[0]?.data?.slip).toBe('transposed');
  });
});

describe('Quảng Bình in 2022', () => {
  const { input, expected } = oracle<{
    readonly input: {
      readonly total_households: number;
      readonly counts: Readonly<Record<'urban' | 'rural', Classes<number>>>;
    };
    readonly expected: {
      readonly counts: Readonly<Record<'urban' | 'rural' | 'total', Three<number>>>;
      readonly published_rate_pct: Readonly<Record<'urban' | 'rural' | 'total', Three<number>>>;
      readonly derived: { readonly households_between_by_own_rates: Readonly<Record<'urban' | 'rural', number[]>> };
    };
  }>('quang-binh-2022');
  const HEAD = 'area,households,poor,poor_rate,near_poor,near_poor_rate,multidimensional,multidimensional_rate';
  const counts = {
    urban: input.counts.urban,
    rural: input.counts.rural,
    total: expected.counts.total,
  };
  const rowOf = (
    area: keyof typeof counts,
    households: number | '',
    rate: number = expected.published_rate_pct[area].both,
  ) => {
    const [n, r] = [counts[area], expected.published_rate_pct[area]];
    const both = expected.counts[area].both;
    return [area === 'total' ? '' : area, households, n.poor, r.poor, n.near_poor, r.near_poor, both, rate].join(',');
  };
  const rows = [rowOf('urban', ''), rowOf('rural', ''), rowOf('total', input.total_households)];
  const ours = (urban: number, rural: number) => [
    whole({ households: urban, ...input.counts.urban, multidimensional: expected.counts.urban.both }, 'urban'),
    whole({ households: rural, ...input.counts.rural, multidimensional: expected.counts.rural.both }, 'rural'),
    whole({ households: urban + rural, ...counts.total, multidimensional: expected.counts.total.both }),
  ];

  it('agrees in every figure with its counts, and implies its urban and rural households', async () => {
    const result = await against([HEAD, ...rows], ours(54800, 202285));
    expect(result.contradictions).toEqual([]);
    expect(result.differences).toEqual([]);
    expect(result.comparisons.every(({ outcome }) => outcome === 'agrees')).toBe(true);
    const { urban, rural } = expected.derived.households_between_by_own_rates;
    expect(implied(result).slice(0, 2)).toEqual([urban, rural]);
  });

  it('would print 11.51 if it added its rounded rates, and that is said', async () => {
    // alone the row could be right of 202.400 households; beside the others it cannot
    const added = [HEAD, rowOf('urban', ''), rowOf('rural', '', 11.51), rowOf('total', input.total_households)];
    const inside = await against(added);
    expect(inside.contradictions).toMatchObject([
      { code: 'W826', at: { row: 4 }, data: { kind: 'areas', suspects: ['3.29', '11.51'] } },
    ]);
    const beside = await against(added, ours(54800, 202285));
    expect(beside.differences.map(brief)).toMatchObject([{ code: 'N830', kind: 'added', expected: ['11.52'] }]);
  });

  it('is explained by other households where ours are not those of its rates', async () => {
    const result = await against([HEAD, ...rows], ours(56000, 201085));
    const found = result.differences.filter(({ at }) => at.row === 3);
    expect(found.map(({ code }) => code)).toContain('N831');
    expect(found[0]?.data?.households).toEqual(expected.derived.households_between_by_own_rates.rural.map(String));
  });
});

describe('Quảng Ninh and Ninh Thuận', () => {
  interface Series {
    readonly as_of: string;
    readonly poor: { readonly households: number; readonly rate_pct?: number };
    readonly near_poor: {
      readonly households: number;
      readonly rate_pct?: number;
      readonly also_published?: number;
    } | null;
  }
  const quangNinh = oracle<{
    readonly input: { readonly series: readonly Series[] };
    readonly expected: { readonly derived_total_households_between: Readonly<Record<string, number[]>> };
  }>('quang-ninh');
  const HEAD = 'unit,poor,poor_rate,near_poor,near_poor_rate';
  const lineOf = ({ poor, near_poor: near }: Pick<Series, 'poor' | 'near_poor'>) =>
    `Quảng Ninh,${poor.households},${poor.rate_pct ?? ''},${near?.households ?? ''},${near?.rate_pct ?? ''}`;

  it.each(quangNinh.input.series.filter(({ poor }) => poor.rate_pct !== undefined))(
    'imply the households of $as_of',
    async (series) => {
      const between = quangNinh.expected.derived_total_households_between;
      const name = Object.keys(between).find((key) => key.startsWith(series.as_of)) ?? '';
      const result = await against([HEAD, lineOf(series)]);
      expect(result.contradictions).toEqual([]);
      expect(implied(result)).toEqual([between[name]]);
    },
  );

  it('print one unit twice: 3,063 and 3,066 near-poor', async () => {
    const early = quangNinh.input.series.find(({ near_poor: near }) => near?.also_published !== undefined) as Series;
    const also = lineOf(early).replace('3063', String(early.near_poor?.also_published));
    const { contradictions } = await against([HEAD, lineOf(early), also]);
    expect(contradictions.map(brief)).toMatchObject([
      { code: 'W828', row: 3, field: 'near_poor', saw: '3066', expected: ['3063'] },
    ]);
  });

  it('imply the households of Ninh Thuận', async () => {
    const { input, expected } = oracle<{
      readonly input: { readonly closing: { readonly poor: Series['poor']; readonly near_poor: Series['near_poor'] } };
      readonly expected: { readonly derived: { readonly total_households_between: number[] } };
    }>('ninh-thuan-2022-movement');
    const result = await against([HEAD, lineOf(input.closing)]);
    expect(implied(result)).toEqual([expected.derived.total_households_between]);
    expect(result.contradictions).toEqual([]);
  });
});
