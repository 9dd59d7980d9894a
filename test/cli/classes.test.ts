import { describe, expect, it } from 'vitest';
import { column, csvOf, findingsIn, fixture, household, review, rowsIn, tempFile } from '../fixtures.ts';

const rowsOf = async (file: string, set: string, ...options: readonly string[]) => {
  const ran = await review(['classify', file, '-c', set, '-o', '-', ...options]);
  expect(ran.exit, ran.stderr).toBe(0);
  return rowsIn(ran.stdout);
};

describe('a list that records classes and holds no answers', () => {
  const list = fixture('good/recorded-list.csv');

  it('is taken as recorded, with a note', async () => {
    const rows = await rowsOf(list, 'vn-2022');
    expect(rows.map((row) => [row.class, row.basis, row.computed_class, row.agrees])).toEqual([
      ['poor', 'recorded', 'undecided', ''],
      ['near_poor', 'recorded', 'undecided', ''],
      ['undecided', 'recorded', 'undecided', ''],
    ]);
    const ran = await review(['classify', list, '-c', 'vn-2022', '--format', 'json']);
    expect(findingsIn(ran, 'N501')).toHaveLength(1);
    expect(findingsIn(ran, 'W203')).toEqual([]);
  });

  it('is undecided throughout when it is to be computed, without an error', async () => {
    const rows = await rowsOf(list, 'vn-2022', '--class', 'computed');
    expect(rows.map((row) => [row.class, row.basis])).toEqual([
      ['undecided', 'income'],
      ['undecided', 'income'],
      ['undecided', 'income'],
    ]);
  });

  it('is still one when its answer columns are all blank', async () => {
    const path = tempFile('household_id,area,income,b1,water,recorded_class\n1,,,,,HN\n2,,--,,,HCN\n');
    expect((await rowsOf(path, 'vn-2022')).map((row) => row.basis)).toEqual(['recorded', 'recorded']);
  });

  it('may stand beside a survey, each file taken as what it is', async () => {
    const survey = tempFile(csvOf([household('0009', { recorded_class: 'poor' })]));
    const ran = await review(['classify', list, survey, '-c', 'vn-2022', '-o', '-']);
    expect(ran.exit).toBe(0);
    expect(column(ran.stdout, 'basis')).toEqual(['recorded', 'recorded', 'recorded', 'income']);
    expect(column(ran.stdout, 'class')).toEqual(['poor', 'near_poor', 'undecided', 'near_poor']);
  });
});

describe('a survey with recorded classes', () => {
  const rows = [household('1', { recorded_class: 'non_poor' }, 3), household('2', { recorded_class: '' })];

  it('is computed', async () => {
    const found = await rowsOf(tempFile(csvOf(rows)), 'vn-2022');
    expect(found.map((row) => [row.class, row.basis, row.agrees])).toEqual([
      ['poor', 'income', '0'],
      ['near_poor', 'income', ''],
    ]);
  });

  it('is taken as recorded on request, what was computed beside it', async () => {
    const found = await rowsOf(tempFile(csvOf(rows)), 'vn-2022', '--class', 'recorded');
    expect(found.map((row) => [row.class, row.computed_class, row.basis])).toEqual([
      ['non_poor', 'poor', 'recorded'],
      ['undecided', 'near_poor', 'recorded'],
    ]);
  });
});

describe('a decision', () => {
  it('goes before what is computed and what is recorded', async () => {
    const rows = [
      household('1', { decided_class: 'Hộ không nghèo', recorded_class: 'poor' }, 3),
      household('2', { decided_class: '', recorded_class: 'poor' }, 3),
    ];
    for (const [option, second] of [
      ['computed', 'income'],
      ['recorded', 'recorded'],
    ] as const) {
      const found = await rowsOf(tempFile(csvOf(rows)), 'vn-2022', '--class', option);
      expect(found.map((row) => [row.class, row.computed_class, row.basis])).toEqual([
        ['non_poor', 'poor', 'decided'],
        ['poor', 'poor', second],
      ]);
    }
  });
});

describe('the basis', () => {
  const scores = fixture('good/scores.csv');

  it('is the score where the survey has B1 totals', async () => {
    const rows = await rowsOf(scores, 'vn-2022');
    expect(rows.map((row) => [row.class, row.line, row.basis, row.deprivations])).toEqual([
      ['poor', '140', 'score', '3'],
      ['near_poor', '140', 'score', '2'],
      ['non_poor', '175', 'score', '12'],
      ['undecided', '175', 'score', '3'],
    ]);
    expect(rows[3]).toMatchObject({ undecided_for: 'b1', possible_classes: 'poor;non_poor' });
  });

  it('is the income on request', async () => {
    const rows = await rowsOf(scores, 'vn-2022', '--basis', 'income');
    expect(rows.map((row) => [row.class, row.basis])).toEqual([
      ['non_poor', 'income'],
      ['non_poor', 'income'],
      ['poor', 'income'],
      ['poor', 'income'],
    ]);
  });

  it('is the income where no B1 cell has a value', async () => {
    const path = tempFile('household_id,area,income,b1,b2\n1,rural,9000000,,\n');
    expect((await rowsOf(path, 'vn-2022'))[0]?.basis).toBe('income');
  });

  it('is the income where the set knows no scores, which is said', async () => {
    const ran = await review(['classify', scores, '-c', 'quang-ninh-2023', '--format', 'json']);
    expect(ran.exit).toBe(0);
    expect(JSON.parse(ran.stdout).data.basis).toBe('income');
    expect(findingsIn(ran, 'N504')).toHaveLength(1);
  });

  it('is told where the survey would allow the other', async () => {
    const ran = await review(['classify', scores, '-c', 'vn-2022', '--format', 'json']);
    expect(findingsIn(ran, 'N502')).toHaveLength(1);
  });
});

describe('who is in scope', () => {
  const path = () =>
    tempFile(
      csvOf([household('1', { residence: 'Tạm trú' }), household('2', { residence: 'Thường trú' }), household('3')]),
    );

  it('is no temporary resident under quang-ninh-2023', async () => {
    const rows = await rowsOf(path(), 'quang-ninh-2023');
    expect(rows.map((row) => row.class)).toEqual(['out_of_scope', 'near_poor', 'near_poor']);
  });

  it('is everybody under vn-2022', async () => {
    expect((await rowsOf(path(), 'vn-2022')).map((row) => row.class)).toEqual(['near_poor', 'near_poor', 'near_poor']);
  });

  it('is doubtful where the residence is blank, which is noted', async () => {
    const ran = await review(['classify', path(), '-c', 'quang-ninh-2023', '--format', 'json']);
    expect(findingsIn(ran, 'N317')).toMatchObject([{ count: 1, row: 4 }]);
  });
});

describe('criteria without areas', () => {
  it('classify a city whose file has no area', async () => {
    const path = tempFile('household_id,income,employment,dependents\n1,9000000,0,0\n2,3000000,1,1\n');
    const rows = await rowsOf(path, 'hcmc-2021');
    expect(rows[1]?.class).toBe('poor');
    expect(rows.every((row) => !row.undecided_for?.split(';').includes('area'))).toBe(true);
  });
});
