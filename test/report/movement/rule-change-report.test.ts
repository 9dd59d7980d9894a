import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../src/messages/messages.ts';
import { decomposer } from '../../../src/movement/rules/decompose.ts';
import { render } from '../../../src/render/markdown.ts';
import { ruleChangeBlocks } from '../../../src/report/movement/rule-change-report.ts';
import { read, rowsIn } from '../../fixtures.ts';
import { twoYears } from '../../movement/years.ts';

const DOCUMENT = read('docs/rule-change.md');

/** Tables of the document by what stands before them: `<!-- 2026 vn-2022, 2027 vn-2027 -->`. */
const EXAMPLES = [...DOCUMENT.matchAll(/<!-- (\d{4}) ([\w-]+), (\d{4}) ([\w-]+) -->\n\n([\s\S]*?)<!-- end -->/g)].map(
  ([, before = '', setBefore = '', after = '', setAfter = '', tables = '']) => ({
    before,
    setBefore,
    after,
    setAfter,
    tables,
  }),
);

describe('docs/rule-change.md', () => {
  it('works two examples', () => {
    expect(EXAMPLES.map(({ setBefore, setAfter }) => [setBefore, setAfter])).toEqual([
      ['vn-2022', 'vn-2027'],
      ['vn-2022', 'quang-ninh-2023'],
    ]);
  });

  it.each(EXAMPLES)('shows what the data give from $before ($setBefore) to $after ($setAfter)', async (example) => {
    const rows = (year: string) => rowsIn(read(`fixtures/rule-change/${year}.csv`));
    const { before, after, pairs } = await twoYears(rows(example.before), rows(example.after), {
      sets: [example.setBefore, example.setAfter],
    });
    const { see, done } = decomposer(before, after);
    for (const pair of pairs) see(pair);
    const sets = { before: example.setBefore, after: example.setAfter };
    const text = render({ blocks: ruleChangeBlocks(done(), sets, messagesIn('en')) }, { lang: 'en' });
    expect(example.tables.trim()).toBe(text.trim());
  });
});
