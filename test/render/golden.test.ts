import { describe, expect, it } from 'vitest';
import { review } from '../fixtures.ts';

/** Whole outputs, renewed by `npx vitest run -u` and read in review like code. */
const golden = (name: string) => `../../fixtures/golden/${name}`;

const SURVEY = 'fixtures/readme/households.csv';
const CITY = 'fixtures/survey/good/city-unknown-income.csv';
const DEMO = ['fixtures/demo/2025.csv', '-c', 'vn-2022', '--year', '2025'];
const RESIDENTS = ['--population', 'fixtures/summary/population.csv'];

/** Two invented years with every event: a split, a death, a move, one that came, one undecided, one forgotten, a number reused. */
const YEARS = [
  'fixtures/movement/years/2024.csv',
  'fixtures/movement/years/2025.csv',
  '-c',
  'vn-2022',
  '--year',
  '2025',
];

const OUTPUTS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['classify.vi.txt', ['classify', SURVEY, '-c', 'vn-2022', '--year', '2025', '--lang', 'vi']],
  ['classify.en.md', ['classify', SURVEY, '-c', 'vn-2022', '--year', '2025', '--lang', 'en', '--format', 'md']],
  ['classify.csv', ['classify', SURVEY, '-c', 'vn-2022', '--year', '2025', '--lang', 'vi', '--format', 'csv']],
  ['classify.json', ['classify', SURVEY, '-c', 'vn-2022', '--year', '2025', '--lang', 'en', '--format', 'json']],
  ['result.csv', ['classify', SURVEY, '-c', 'vn-2022', '--year', '2025', '-o', '-', '--quiet']],
  ['explain-poor.vi.txt', explain(SURVEY, 'vn-2022', '0001', 'vi', 'table')],
  ['explain-non-poor.en.md', explain(SURVEY, 'vn-2022', '0002', 'en', 'md')],
  ['explain-undecided.json', explain(SURVEY, 'vn-2022', '0003', 'en', 'json')],
  ['explain-city.vi.txt', explain(CITY, 'hcmc-2021', '0001', 'vi', 'table')],
  [
    'classify-two-sets.vi.txt',
    [
      'classify',
      'fixtures/demo/2025.csv',
      '-c',
      'vn-2022',
      '-c',
      'quang-ninh-2023',
      '--year',
      '2025',
      '--coverage',
      'all',
      '--lang',
      'vi',
    ],
  ],
  ['summary.vi.txt', ['summary', ...DEMO, ...RESIDENTS, '--lang', 'vi']],
  [
    'summary-two-sets.en.md',
    ['summary', ...DEMO, '-c', 'quang-ninh-2023', '--coverage', 'all', '--lang', 'en', '--format', 'md'],
  ],
  ['summary.csv', ['summary', ...DEMO, ...RESIDENTS, '--lang', 'vi', '--format', 'csv', '--by', 'area,village']],
  ['summary.json', ['summary', ...DEMO, ...RESIDENTS, '--lang', 'en', '--format', 'json', '--by', 'area']],
  ['diff.vi.txt', ['diff', ...YEARS, '--lang', 'vi']],
  ['diff.en.md', ['diff', ...YEARS, '--by', 'commune,village', '--lang', 'en', '--format', 'md']],
  ['diff.csv', ['diff', ...YEARS, '--lang', 'vi', '--format', 'csv']],
  ['diff-households.csv', ['diff', ...YEARS, '--only', 'all', '--lang', 'vi', '--format', 'csv']],
  ['diff.json', ['diff', ...YEARS, '--lang', 'en', '--format', 'json']],
  ['criteria-diff-2027.vi.txt', ['criteria', 'diff', 'vn-2022', 'vn-2027', '--lang', 'vi']],
  ['criteria-diff-dong-nai.en.md', ['criteria', 'diff', 'vn-2022', 'dong-nai-2022', '--lang', 'en', '--format', 'md']],
  ['criteria-coverage.en.txt', ['criteria', 'coverage', SURVEY, '-c', 'vn-2022', '--lang', 'en']],
  ['criteria-test.en.txt', ['criteria', 'test', 'fixtures/cases/vn-2022.yaml', '--lang', 'en', '--verbose']],
  ['criteria-new.yaml', ['criteria', 'new', 'my-province-2026', '--date', '2026-11-23']],
  ['criteria-list.vi.txt', ['criteria', 'list', '--lang', 'vi']],
  ['criteria-show-quang-ninh.en.txt', ['criteria', 'show', 'quang-ninh-2023', '--lang', 'en']],
  ['criteria-show-city.vi.md', ['criteria', 'show', 'hcmc-2021', '--lang', 'vi', '--format', 'md']],
];

function explain(file: string, set: string, id: string, lang: string, format: string): readonly string[] {
  return ['explain', file, '-c', set, '--household', id, '--lang', lang, '--format', format];
}

describe('what is printed', () => {
  it.each(OUTPUTS)('%s is as it was', async (name, args) => {
    const { exit, stdout } = await review(args);
    expect(exit).toBe(0);
    await expect(stdout).toMatchFileSnapshot(golden(name));
  });

  it('is coloured when asked, and not otherwise', async () => {
    const args = ['explain', SURVEY, '-c', 'vn-2022', '--household', '0001'];
    const plain = await review(args);
    const coloured = await review([...args, '--color']);
    const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    expect(plain.stdout).not.toMatch(ESCAPES);
    expect(coloured.stdout).toMatch(ESCAPES);
    expect(coloured.stdout.replace(ESCAPES, '')).toBe(plain.stdout);
    expect((await review(args, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout).toBe(plain.stdout);
  });
});
