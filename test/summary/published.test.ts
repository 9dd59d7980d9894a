import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../src/messages/messages.ts';
import { render } from '../../src/render/markdown.ts';
import { summaryReport } from '../../src/report/summary/summary-report.ts';
import { populationOf } from '../../src/summary/population.ts';
import { summarize } from '../../src/summary/summarize.ts';
import { summaryOf } from '../../src/summary/summary.ts';
import { unitsAt } from '../../src/summary/units.ts';
import type { UnitRow } from '../../src/survey/units-file.ts';
import { formatRate } from '../../src/text/rate.ts';
import { type ResultRow, reviewOf } from './reviews.ts';

const oracle = (name: string) => JSON.parse(readFileSync(`fixtures/oracles/${name}.json`, 'utf8'));

interface Part {
  readonly area: string;
  readonly poor: number;
  readonly near_poor: number;
  readonly households: number;
}

/** The result table of a list with so many households, with its rates. */
async function tableOf(parts: readonly Part[], decimals: number | null = null): Promise<string[][]> {
  const rows = parts.flatMap(({ area, poor, near_poor }): ResultRow[] => [
    ...new Array<ResultRow>(poor).fill({ class: 'poor', commune_code: '00001', area }),
    ...new Array<ResultRow>(near_poor).fill({ class: 'near_poor', commune_code: '00001', area }),
  ]);
  const review = await summarize(await reviewOf(rows, { coverage: 'listed' }), { childrenUnder: 16 });
  const residents = parts.map(
    ({ area, households }, at): UnitRow => ({
      code: '00001',
      name: '',
      area,
      village: null,
      date: null,
      households,
      persons: null,
      row: at + 2,
    }),
  );
  const { population } = populationOf(
    residents,
    '',
    2024,
    (text) => text,
    unitsAt(review.leaves, 'commune', review.plan),
  );
  const { summary } = summaryOf(review, ['area'], population, '');
  const text = render(summaryReport([summary], { decimals, isWide: false }, messagesIn('vi')), { lang: 'vi' });
  const lines = text
    .split('\n')
    .filter((line) => /^\| (I+\.|Tổng cộng)/.test(line))
    .slice(0, parts.length + 1);
  return lines.map((line) =>
    line
      .split('|')
      .slice(3, 9)
      .map((cell) => cell.trim()),
  );
}

describe('published results', () => {
  it('Quảng Bình 2022: every rate as printed, 11,52 and not the 11,51 that adding rates gives', async () => {
    const { input, expected } = oracle('quang-binh-2022');
    const { urban, rural } = input.counts;
    const households = input.total_households;
    const [least, most] = expected.derived.households_between_by_own_rates.urban;
    // the totals by area were not published: any pair inside the ranges gives the printed rates
    for (const urbanHouseholds of [Math.max(least, households - 202335), Math.min(most, households - 202251)]) {
      const table = await tableOf([
        { area: 'urban', ...urban, households: urbanHouseholds },
        { area: 'rural', ...rural, households: households - urbanHouseholds },
      ]);
      expect(table).toEqual([
        ['791', '1,44', '1.013', '1,85', '1.804', '3,29'],
        ['12.064', '5,96', '11.235', '5,55', '23.299', '11,52'],
        ['12.855', '5,00', '12.248', '4,76', '25.103', '9,76'],
      ]);
    }
  });

  it('nation 2023: the printed rates follow from the counts inside the derived ranges, and from no total beside them', () => {
    const { input, expected } = oracle('nation-2023');
    for (const place of ['nation', 'poor_districts', 'kon_tum']) {
      const { poor, near_poor } = input[place];
      const printed = expected.published_rate_pct[place];
      const rates = (total: number) =>
        [poor, near_poor, poor + near_poor].map((n: number) => Number(formatRate(n, total, 'en')));
      const [least, most] = expected.derived.total_households_between[place];
      const all = [printed.poor, printed.near_poor, printed.both];
      expect(rates(least)).toEqual(all);
      expect(rates(most)).toEqual(all);
      expect(rates(least - 1)).not.toEqual(all);
      expect(rates(most + 1)).not.toEqual(all);
      expect(poor + near_poor).toBe(expected.both[place]);
    }
  });

  it('Quảng Ninh, early 2023: 0,064 without being asked, 0,797 with three decimals', async () => {
    const part = { area: 'rural', poor: 246, near_poor: 3063, households: 384_300 };
    expect((await tableOf([part])).at(-1)).toEqual(['246', '0,064', '3.063', '0,80', '3.309', '0,86']);
    expect((await tableOf([part], 3)).at(-1)?.slice(0, 4)).toEqual(['246', '0,064', '3.063', '0,797']);
  });
});
