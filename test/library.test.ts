import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import type { HouseholdExplanation } from '../src/review/one-household.ts';
import { shippedSetIds, shippedText } from '../src/shipped.ts';

/** The texts a page would have fetched. */
const TEXTS = Object.fromEntries(shippedSetIds().map((id) => [id, shippedText(`criteria/library/${id}.yaml`)]));
const EXAMPLE = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/library.md', 'utf8'))?.[1] ?? '';

let code = '';
beforeAll(async () => {
  const options = { bundle: true, write: false, format: 'iife', globalName: 'review', platform: 'browser' } as const;
  const { outputFiles, warnings } = await build({ entryPoints: ['dist/index.js'], ...options });
  expect(warnings).toEqual([]);
  code = outputFiles[0]?.text ?? '';
});

/** Runs a text with the bundle and nothing else: no process, no require, no modules. */
function inPage(text: string): unknown {
  const page = vm.createContext({ texts: TEXTS, TextDecoder, TextEncoder, URL });
  vm.runInContext(code, page);
  return JSON.parse(vm.runInContext(`JSON.stringify((() => { ${text} })())`, page) as string);
}

describe('the library in a browser page', () => {
  test('needs nothing of Node', () => {
    expect(code.length).toBeGreaterThan(10_000);
    expect(code).not.toMatch(/["'`]node:/);
    expect(code).not.toMatch(/\b__require\("/);
    expect(inPage('return [typeof process, typeof require, typeof review.explainAnswers]')).toEqual([
      'undefined',
      'undefined',
      'function',
    ]);
  });

  test('classifies and explains the household of docs/library.md as it says there', () => {
    const names = 'const { loadCriteria, makeJudge, explainAnswers } = review;';
    const explained = inPage(`${names} ${EXAMPLE} return explained;`) as HouseholdExplanation;
    expect(explained.class).toBe('undecided');
    expect(explained.possible).toEqual(['poor', 'near_poor']);
    expect(explained.indicators.filter((i) => i.deprived).map((i) => i.id)).toEqual(['water', 'toilet']);
    expect(explained.questions[0]).toMatchObject({ what: 'employment', to: { deprived: true }, possible: ['poor'] });
    // a child of nine at primary school, everybody insured, 20 m² each
    const known = ['child_schooling', 'health_insurance', 'housing_area', 'housing_quality'];
    expect(explained.indicators.filter((i) => i.deprived === false).map((i) => [i.id, i.rests_on])).toEqual(
      expect.arrayContaining(known.map((id) => [id, id === 'housing_quality' ? 'mark' : 'answers'])),
    );
  });

  test('says which members and lines make a household poor', () => {
    const explained = inPage(`
      const criteria = review.loadCriteria('vn-2022.yaml', texts['vn-2022'], () => null);
      const member = { age: 40, insured: false, able_to_work: true, wants_work: true, work: 'none' };
      const fields = { area: 'rural', income: 1500000, size: 1, water_source: 'other_unclean' };
      return review.explainAnswers({ fields, members: [member] }, review.makeJudge(criteria, 'income'));
    `) as HouseholdExplanation;
    expect(explained.class).toBe('poor');
    expect(explained.rules[0]?.condition?.holds).toBe(true);
    expect(explained.changes.map((change) => change.what)).toContain('income');
    expect(explained.indicators[0]?.source.title.en).toBe('Decree 07/2021/NĐ-CP');
  });

  test('reads a points table that the page hands over', () => {
    const files = ['example.yaml', 'example.csv'].map((name) => readFileSync(`fixtures/points/${name}`, 'utf8'));
    const explained = inPage(`
      const [yaml, csv] = ${JSON.stringify(files)};
      const source = (id) => (id === './example.csv' ? { name: id, text: csv } : null);
      const judge = review.makeJudge(review.loadCriteria('example.yaml', yaml, source), 'score');
      return review.explainAnswers({ fields: { area: 'urban', size: 5, floor_area: 30, information_devices: ['none'] }, members: [] }, judge);
    `) as HouseholdExplanation;
    // 0 or 4 for size, 0 for floor and devices, 0 to 10 for water, 0 to 18 for work
    expect([explained.points, explained.class]).toEqual([{ lo: 0, hi: 32, unmatched: [] }, 'poor']);
    expect(explained.rules[0]?.condition).toMatchObject({ saw: { lo: 0, hi: 32 } });
  });
});
