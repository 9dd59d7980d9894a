import { describe, expect, test } from 'vitest';
import { INDICATORS } from '../../src/generate/indicators.ts';
import { surveyHeadings } from '../../src/generate/survey.ts';
import { HOUSEHOLD_FIELDS } from '../../src/survey/fields.ts';
import { PUBLISHED } from './published.ts';
import { cellsOf, rowsOf, shareOf } from './rows.ts';

const SURVEY_HEADINGS: readonly string[] = surveyHeadings(PUBLISHED);

const textOf = (seed: number, year = 2024) => JSON.stringify(cellsOf(seed, year, { households: 300 }));

test('the same seed and year give the same bytes, another seed or year does not', () => {
  expect(textOf(7)).toBe(textOf(7));
  expect(textOf(8)).not.toBe(textOf(7));
  expect(textOf(7, 2025)).not.toBe(textOf(7));
});

describe('the shape of a survey', () => {
  const cells = cellsOf(2024, 2024);
  const rows = rowsOf(2024, 2024);

  test('there is one row per household and one cell per heading', () => {
    expect(cells).toHaveLength(1200);
    for (const row of cells) expect(row).toHaveLength(SURVEY_HEADINGS.length);
  });

  test('headings are canonical fields, each once', () => {
    const known = HOUSEHOLD_FIELDS.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining([...SURVEY_HEADINGS]));
    expect(new Set(SURVEY_HEADINGS).size).toBe(SURVEY_HEADINGS.length);
  });

  test('codes, marks, flags and counts are in canonical spelling', () => {
    for (const { id, kind, codes } of HOUSEHOLD_FIELDS.filter((field) => SURVEY_HEADINGS.includes(field.id))) {
      for (const row of rows) {
        if (codes !== undefined) expect(['', ...codes]).toContain(row(id));
        if (kind === 'mark' || kind === 'flag') expect(row(id)).toMatch(/^[01]?$/);
        if (kind === 'class') expect(row(id)).toMatch(/^((near_|non_)?poor)?$/);
        if (kind === 'date') expect(row(id)).toMatch(/^\d{4}-\d\d-\d\d$/);
        if (kind === 'money') expect(row(id)).toMatch(/^(\d{6,8})?$/);
        if (kind === 'count') expect(row(id)).toMatch(/^[1-9]$/);
      }
    }
  });

  test('all text is NFC', () => {
    for (const cell of cells.flat()) expect(cell).toBe(cell.normalize('NFC'));
  });

  test('villages follow one another: nine, of which two urban', () => {
    const changes = rows.filter((row, i) => row('village') !== rows[i - 1]?.('village'));
    expect(changes).toHaveLength(9);
    const urban = new Set(rows.filter((row) => row('area') === 'urban').map((row) => row('village')));
    expect([...urban]).toEqual(['Khu phố Giả Định 1', 'Khu phố Giả Định 2']);
  });

  test('visits are between 1 October and 20 November', () => {
    const dates = rows.map((row) => row('review_date')).sort();
    expect(dates[0]).toBe('2024-10-01');
    expect(dates.at(-1)).toBe('2024-11-20');
  });
});

describe('numbers of households and persons', () => {
  const rows = [...rowsOf(2024, 2024), ...rowsOf(2024, 2022)];

  test('in the first year households are numbered through', () => {
    expect(rowsOf(2024, 2022).map((row) => row('household_id'))).toEqual(
      Array.from({ length: 1200 }, (_, i) => String(i + 1).padStart(7, '0')),
    );
  });

  test('household and person numbers begin with 000 and are unique', () => {
    for (const heading of ['household_id', 'head_id_number']) {
      const numbers = rowsOf(2024, 2024).map((row) => row(heading));
      expect(new Set(numbers).size).toBe(1200);
      for (const number of numbers) expect(number).toMatch(/^000\d+$/);
    }
  });

  test('one person number belongs to one household over the years', () => {
    const households = new Set(rows.map((row) => row('household_id')));
    const pairs = new Set(rows.map((row) => `${row('household_id')} ${row('head_id_number')}`));
    const persons = new Set(rows.map((row) => row('head_id_number')));
    expect([pairs.size, persons.size]).toEqual([households.size, households.size]);
  });

  test('a person number says sex, century and year of birth', () => {
    for (const row of rows) {
      const born = row('head_birth_date').slice(0, 4);
      const digit = (born < '2000' ? 0 : 2) + (row('head_sex') === 'male' ? 0 : 1);
      expect(row('head_id_number')).toMatch(new RegExp(`^000${digit}${born.slice(2)}\\d{6}$`));
    }
  });
});

describe('blanks', () => {
  // several communes together, so that the shares are steady
  const rows = [1, 2, 3, 4, 5].flatMap((seed) => rowsOf(seed, 2024));
  const blank = (cell: string) => cell === '';

  test('about one income in a hundred is blank, and so is the recorded class with it', () => {
    expect(shareOf(rows, 'income', blank)).toBeCloseTo(0.011, 2);
    for (const row of rows) expect(blank(row('recorded_class'))).toBe(blank(row('income')));
  });

  test('about three marks in two hundred are blank', () => {
    const shares = INDICATORS.map((indicator) => shareOf(rows, indicator, blank));
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(0.016, 2);
  });

  test.each([1, 2, 3])('two or three area cells of 1,200 are blank (seed %i)', (seed) => {
    const blanks = rowsOf(seed, 2024).filter((row) => blank(row('area')));
    expect([2, 3]).toContain(blanks.length);
  });

  test('a household that was not reviewed has no answers', () => {
    const missed = rows.filter((row) => row('outcome') !== 'reviewed');
    expect(missed.length).toBeGreaterThan(0);
    for (const row of missed) expect(['income', ...INDICATORS].map(row).join('')).toBe('');
  });
});

describe('who is poor', () => {
  const rows = [1, 2, 3, 4, 5].flatMap((seed) => rowsOf(seed, 2024));
  const marksOf = (row: (heading: string) => string) => INDICATORS.filter((indicator) => row(indicator) === '1').length;
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

  test('deprivations go with low income', () => {
    const byIncome = rows
      .filter((row) => row('income') !== '')
      .sort((a, b) => Number(a('income')) - Number(b('income')));
    const tenth = Math.floor(byIncome.length / 10);
    const [poorest, richest] = [byIncome.slice(0, tenth), byIncome.slice(-tenth)];
    expect(mean(poorest.map(marksOf))).toBeGreaterThan(5 * mean(richest.map(marksOf)));
  });

  test('few are poor, more are near-poor, nearly all are neither', () => {
    const share = (name: string) => shareOf(rows, 'recorded_class', (cell) => cell === name);
    expect(share('poor')).toBeGreaterThan(0.005);
    expect(share('poor')).toBeLessThan(0.025);
    expect(share('near_poor')).toBeGreaterThan(0.04);
    expect(share('near_poor')).toBeLessThan(0.09);
  });

  test('some incomes are exactly on a published line, some one đồng above it', () => {
    const incomes = rows.filter((row) => row('area') === 'rural').map((row) => row('income'));
    expect(incomes).toEqual(expect.arrayContaining(['2100000', '2100001', '1500000', '1500001']));
  });

  test('causes are named for the poor and the near-poor, at least one each', () => {
    const causes = SURVEY_HEADINGS.filter((heading) => heading.startsWith('cause_'));
    for (const row of rows.filter((each) => each('recorded_class') !== '')) {
      expect(causes.some((cause) => row(cause) === '1')).toBe(row('recorded_class') !== 'non_poor');
    }
  });

  test('the flag of ethnic minorities follows ethnicity', () => {
    for (const row of rows) expect(row('ethnic_minority')).toBe(row('ethnicity') === 'Kinh' ? '0' : '1');
  });
});
