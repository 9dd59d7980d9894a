import { describe, expect, it } from 'vitest';
import { differences } from '../../src/criteria/difference.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { differenceReport } from '../../src/report/difference-report.ts';
import { review, tempFile } from '../fixtures.ts';
import { changed, load, shipped } from './shipped.ts';

const words = messagesIn('en');

/** What is said, line by line, of a shipped set and the same with one passage changed. */
function told(before: string, after: string, id = 'vn-2022'): readonly string[] {
  const [a, b] = [shipped(id), load(changed(id, before, after))];
  const { blocks } = differenceReport(a, b, differences(a, b), words);
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  return items.map(({ text, depth = 0 }) => '  '.repeat(depth) + text);
}

describe('what changes between two sets is told when it is', () => {
  it('one amount in the place of one for each area', () => {
    expect(told('by_area: { rural: 1500000, urban: 2000000 }', 'amount: 1600000')).toEqual([
      'Income poverty line: rural 1,500,000, urban 2,000,000 đồng/person/month → 1,600,000 đồng/person/month',
    ]);
  });

  it('the months of a line', () => {
    expect(told('period: year\n    amount: 36000000', 'period: month\n    amount: 3000000', 'hcmc-2021')).toEqual([
      'Poverty line: 36,000,000 đồng/person/year → 3,000,000 đồng/person/month',
    ]);
  });

  it.each([
    [
      'who counts',
      'residence: [permanent, temporary]',
      'residence: [permanent]',
      ['Population (residence): permanent, temporary → permanent'],
    ],
    ['where', 'territory:\n', 'territory:\n  province_codes: ["22"]\n', ['Territory (province codes): – → 22']],
    [
      'the points of each indicator',
      'points_each: 10',
      'points_each: 15',
      ['B2 score (deprivations) (points each): 10 → 15'],
    ],
    [
      'points by indicator',
      'points_each: 10',
      'points: { water: 10, toilet: 20 }',
      [
        'B2 score (deprivations) (points each): 10 → –',
        'B2 score (deprivations) (Water source): – → 10',
        'B2 score (deprivations) (Hygienic toilet): – → 20',
      ],
    ],
    [
      'the class that a rule gives',
      'near_poor:\n        class: near_poor',
      'near_poor:\n        class: non_poor',
      ['Near-poor (by income) (class): near-poor → neither poor nor near-poor'],
    ],
    [
      'which line is the line',
      'line: { test: at_most, field: income, value: { line: poverty } }',
      'line: { test: at_most, field: income, value: { line: average_living_top } }',
      ['Rules (by income) (below the line): income at_most poverty → income at_most average_living_top'],
    ],
    [
      'the last day a family name may choose it',
      '  to: "2026-12-31"',
      '  to: "2026-12-31"\n  known_to: "2026-06-30"',
      ['Dates in force (known to): – → 2026-06-30'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('an indicator in another dimension', () => {
    const a = shipped('vn-2022');
    const telecom = a.dimensions.flatMap((d) => d.indicators).filter((i) => i.id === 'telecom');
    const dimensions = a.dimensions.map((d) => ({
      ...d,
      indicators: d.indicators.filter((i) => i.id !== 'telecom').concat(d.id === 'health' ? telecom : []),
    }));
    const { blocks } = differenceReport(a, { ...a, dimensions }, differences(a, { ...a, dimensions }), words);
    expect(blocks.at(-1)).toEqual({
      kind: 'list',
      items: [{ text: '"Telecom services" (dimension): "Information" → "Health"' }],
    });
  });

  it('the order of rules, of which the first that holds gives the class', () => {
    const [a, b] = [shipped('vn-2022'), shipped('vn-2022')];
    const income = b.classes.income as NonNullable<typeof b.classes.income>;
    const turned = { ...b, classes: { ...b.classes, income: { ...income, rules: [...income.rules].reverse() } } };
    expect(differences(a, turned).map(({ part, id }) => [part, id])).toEqual([['rule', 'income']]);
  });
});

it('a set does not differ from itself', () => {
  for (const id of ['vn-2022', 'hcmc-2021']) expect(differences(shipped(id), shipped(id))).toEqual([]);
});

describe('criteria diff', () => {
  it('takes a family by the day', async () => {
    const ran = await review(['criteria', 'diff', 'vn', 'vn-2022', '--date', '2028-01-01', '--lang', 'en']);
    expect([ran.exit, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain('From vn-2027 to vn-2022');
    expect((await review(['criteria', 'diff', 'vn', 'vn-2022', '--year', '2025'])).exit).toBe(0);
  });

  it('reads files too', async () => {
    const own = tempFile(changed('vn-2022', 'residence: [permanent, temporary]', 'residence: [permanent]'), 'own.yaml');
    const { stdout } = await review(['criteria', 'diff', 'vn-2022', own, '--lang', 'vi']);
    expect(stdout).toContain('thường trú, tạm trú → thường trú');
  });
});
