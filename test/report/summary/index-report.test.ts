import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../src/messages/messages.ts';
import { render } from '../../../src/render/markdown.ts';
import { indexJson } from '../../../src/report/summary/index-json.ts';
import { INDEX_HEADINGS, indexReport, indexRows } from '../../../src/report/summary/index-report.ts';
import { makeIndex } from '../../../src/summary/index/make-index.ts';
import { indexPlan } from '../../../src/summary/index/plan.ts';
import { shipped } from '../../criteria/shipped.ts';
import { indexOf, indexSet, OPTIONS, oracle, type Row } from '../../summary/index/indexes.ts';

const { input } = oracle<{ readonly input: { readonly rows: readonly Row[] } }>('alkire-foster-five-persons');
const result = indexOf(indexSet('five-persons'), input.rows, { groupBy: 'village' });

describe('the report of an index', () => {
  it('shows shares in percent, M0 as a number, groups beside each other', () => {
    expect(render(indexReport(result, messagesIn('en')), { lang: 'en' })).toMatchInlineSnapshot(`
      "## Multidimensional poverty index (af-five-persons)

      Poor in the index: deprived in at least 2 of 4 indicators.

      - 5 households counted, each as one.

      | Measure | Value |
      | --- | --: |
      | H: share of the poor (%) | 60.00 |
      | A: depth, the mean score of the poor (%) | 58.33 |
      | M0 = H × A | 0.3500 |

      ## By indicator

      | Indicator | Weight % | Deprived % | Deprived and poor % | Part of M0 % |
      | --- | --: | --: | --: | --: |
      | First indicator | 25.00 | 60.00 | 40.00 | 28.57 |
      | Second indicator | 25.00 | 40.00 | 20.00 | 14.29 |
      | Third indicator | 25.00 | 60.00 | 60.00 | 42.86 |
      | Fourth indicator | 25.00 | 20.00 | 20.00 | 14.29 |

      ## By village

      | Group | Population % | H % | A % | M0 | Part of M0 % |
      | --- | --: | --: | --: | --: | --: |
      | North | 40.00 | 50.00 | 50.00 | 0.2500 | 28.57 |
      | South | 60.00 | 66.67 | 62.50 | 0.4167 | 71.43 |
      "
    `);
  });

  it('has the decimal comma in Vietnamese, and as many decimals as are asked for', () => {
    const text = render(indexReport(result, messagesIn('vi'), 1), { lang: 'vi' });
    expect(text).toContain('60,0');
    expect(text).toContain('0,350');
  });

  it('names the count of indicators, and that H is no rate of the lists', () => {
    const set = shipped('vn-2022');
    const maker = makeIndex(indexPlan(set, OPTIONS));
    maker.add({ marks: Array.from({ length: 12 }, (_, at) => at < 3), size: null, weight: '1', group: '' });
    const text = render(indexReport(maker.done(), messagesIn('en')), { lang: 'en' });
    expect(text).toContain('deprived in at least 3 of 12 indicators');
    expect(text).toContain('H is not the rate of poor households on the lists');
  });
});

describe('what an index is not of', () => {
  const rows: Row[] = [
    { deprived: [1, 1, 0, 0], size: 4 },
    { deprived: [1, null, 0, 0], size: 3 },
    { deprived: [1, 1, 0, 0] },
  ];

  it('is said beside it: blanks left out, households without size', () => {
    const text = render(indexReport(indexOf(indexSet('four-half'), rows, { count: 'persons' }), messagesIn('en')), {
      lang: 'en',
    });
    expect(text).toContain('1 household counted, each by its persons: 4.');
    expect(text).toContain('Not everything was answered by 1 household: left out.');
    expect(text).toContain('Left out without size: 1.');
  });

  it('is said of blanks that are taken for an answer', () => {
    const result = indexOf(indexSet('four-half'), rows, { missing: 'deprived' });
    expect(render(indexReport(result, messagesIn('vi')), { lang: 'vi' })).toContain(
      'Có 1 hộ chưa trả lời đủ: mọi ô trống coi là thiếu hụt.',
    );
  });
});

describe('the index for other programs', () => {
  it('has the shape that is promised, and the exact fractions', () => {
    const json = indexJson(result);
    expect(json).toMatchObject({
      k: 0.5,
      H: 0.6,
      A: 7 / 12,
      M0: 0.35,
      exact: { k: '1/2', H: '3/5', A: '7/12', M0: '7/20' },
      identification: { score: 'deprivation', comparison: 'at_least', same_as_class_poor: true },
      households: 5,
      missing: { policy: 'drop', read: 5, counted_with_blanks: 0 },
    });
    expect(json.indicators[0]).toEqual({
      id: 'first',
      weight: 0.25,
      uncensored: 0.6,
      censored: 0.4,
      contribution: 2 / 7,
    });
    expect(json.groups[1]).toEqual({
      id: 'South',
      households: 3,
      population: 3,
      share: 0.6,
      H: 2 / 3,
      A: 0.625,
      M0: 5 / 12,
      contribution: 5 / 7,
    });
  });

  it('has a row for the whole, for each indicator and each group', () => {
    const rows = indexRows(result);
    for (const row of rows) expect(row).toHaveLength(INDEX_HEADINGS.length);
    const table = rows.map((row) => Object.fromEntries(row.map((cell, at) => [INDEX_HEADINGS[at], cell])));
    expect(table.map(({ part, id }) => [part, id])).toEqual([
      ['total', ''],
      ...result.indicators.map(({ id }) => ['indicator', id]),
      ...[
        ['group', 'North'],
        ['group', 'South'],
      ],
    ]);
    expect(table[0]).toMatchObject({ households: '5', H: '0.6', M0: '0.35' });
    expect(table[1]).toMatchObject({ weight: '0.25', censored: '0.4', H: '' });
    expect(table[6]).toMatchObject({ share: '0.6', A: '0.625' });
  });
});
