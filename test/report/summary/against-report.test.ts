import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../src/messages/messages.ts';
import { render } from '../../../src/render/markdown.ts';
import { againstJson } from '../../../src/report/summary/against-json.ts';
import { AGAINST_HEADINGS, againstReport, againstRows } from '../../../src/report/summary/against-report.ts';
import { against, whole } from '../../summary/against/publications.ts';

const HEAD = 'unit,households,poor,poor_rate,near_poor,multidimensional';
const LINES = [HEAD, 'Tổng số,8000,10,0.12,471571,417571', 'Xã Một,,"12.8555,00",,,'];
const result = await against(LINES, [whole({ households: 8000, poor: 12, near_poor: 471571 })]);

describe('the report of what was published', () => {
  it('tells contradictions first, then differences and the households implied', () => {
    expect(render(againstReport(result, messagesIn('en')), { lang: 'en' })).toMatchInlineSnapshot(`
      "## Held against published.csv

      - Figures read: 5. Agree: 2. Differ from those recomputed: 1.
      - Rates explained: 0 by rounding, 1 right for the count beside them, 0 right for another number of households.
      - With nothing to hold them against: 1.
      - Of the rates that could be checked (1): 0 by rounding half up, 1 by rounding half to even, 1 by cutting off.

      ## What the publication says against itself

      - row 3: Two numbers run together: "12.8555,00" (perhaps 12.855, 5,00).
      - row 2: The whole: 471571 is more than all 8000 households.
      - row 2: The whole: 417571 is more than all 8000 households.
      - row 2: The whole: the classes do not make their sum; printed 417571, by adding 471581.

      ## What differs from the recomputed figures

      | Row | Unit | Area | Figure | Published | Recomputed | Difference | Remark |
      | --: | --- | --- | --- | --: | --: | --: | --- |
      | 2 | The whole |  | poor households | 10 | 12 | −2 | differs |
      | 2 | The whole |  | rate of the poor | 0.12 | 0.15 | −0.03 | right for the count beside it |

      ## Households implied by counts and rates

      | Row | Unit | Area | From | To | Households published |
      | --: | --- | --- | --: | --: | --: |
      | 2 | The whole |  | 8,001 | 8,695 | 8,000 |
      "
    `);
  });

  it('is Vietnamese in Vietnamese', () => {
    const text = render(againstReport(result, messagesIn('vi')), { lang: 'vi' });
    expect(text).toContain('Hai số dính liền nhau: "12.8555,00" (có thể là 12.855, 5,00).');
    expect(text).toContain('hộ nghèo');
  });

  it('says so when nothing is wrong', async () => {
    const clean = await against([HEAD, 'Tổng số,8000,10,,,'], [whole({ households: 8000, poor: 10 })]);
    const text = render(againstReport(clean, messagesIn('en')), { lang: 'en' });
    expect(text).toContain('The publication does not contradict itself.');
    expect(text).toContain('No figure differs from the recomputed one.');
  });
});

describe('the comparison for other programs', () => {
  it('has figures as published, and what became of each', () => {
    const json = againstJson(result);
    expect(json.figures).toMatchObject({ read: 5, agrees: 2, differs: 1, not_recomputed: 1 });
    expect(json.compared[2]).toEqual({
      ...{ row: 2, code: null, name: null, area: null, field: 'poor_rate', published: '0.12', recomputed: '0.15' },
      ...{ outcome: 'follows', difference: '-0.03', convention: 'half_even', households: null },
    });
    expect(json.contradictions[0]).toEqual({
      ...{ code: 'W824', row: 3, column: 'poor', field: 'poor', published: '12.8555,00' },
      ...{ expected: ['12.855', '5,00'], kind: 'run_together' },
    });
    expect(json.implied_households).toEqual([{ row: 2, code: null, name: null, area: null, from: 8001, to: 8695 }]);
  });

  it('has a row a figure and a row a contradiction', () => {
    const rows = againstRows(result);
    for (const row of rows) expect(row).toHaveLength(AGAINST_HEADINGS.length);
    expect(rows).toHaveLength(result.comparisons.length + result.contradictions.length);
    expect(rows[1]).toEqual(['2', '', '', '', 'poor', '10', '12', 'differs', '-2']);
    expect(rows.at(-1)?.[7]).toMatch(/^W82/);
  });
});
