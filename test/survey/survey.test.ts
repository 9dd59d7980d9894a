import { describe, expect, it } from 'vitest';
import { FindingLog } from '../../src/finding.ts';
import { isUnusable, makeSurvey } from '../../src/survey/survey.ts';
import { cellOf, householdsOf, opened, surveyOf, vocabulary } from '../fixtures.ts';

/** Line, codes and whether a row can be used. */
async function rowsOf(...texts: readonly string[]) {
  const found = await householdsOf(await surveyOf(texts));
  return found.map((h) => [h.line, h.findings.map((f) => f.code).join(), isUnusable(h)] as const);
}

describe('several files', () => {
  const texts = ['household_id,area,income\n0001,rural,1\n', 'Thu nhập bình quân;Mã hộ;Điểm B1\n20000;0002;140\n'];

  it('have the columns of all of them, in the order in which they first appear', async () => {
    const survey = await surveyOf(texts);
    expect(survey.fields.map((f) => f.id)).toEqual(['household_id', 'area', 'income', 'b1']);
  });

  it('have every cell under its own field, blank where a file lacks the column', async () => {
    const survey = await surveyOf(texts);
    const [first, second] = await householdsOf(survey);
    expect(first?.cells).toEqual(['0001', 'rural', '1', '']);
    expect(second?.cells).toEqual(['0002', '', '20000', '140']);
    expect([first?.table, second?.table]).toEqual([0, 1]);
  });

  it('may each have a unit of their own', async () => {
    const tables = [
      await opened('household_id\n0001\n', 'a.csv', { unit: '00001' }),
      await opened('household_id,commune_code\n0001,00002\n', 'b.csv', { unit: '00009' }),
      await opened('household_id\n0001\n', 'c.csv'),
    ];
    const survey = makeSurvey(tables, vocabulary, false);
    const codes = (await householdsOf(survey)).map((h) => cellOf(survey, h, 'commune_code'));
    expect(codes).toEqual(['00001', '00002', '']);
  });
});

describe('a row', () => {
  it('with too few cells is an error of that row alone', async () => {
    expect(await rowsOf('household_id,area,income\n0001,rural\n0002,urban,1000000\n')).toEqual([
      [2, 'E301', true],
      [3, '', false],
    ]);
  });

  it('with too many cells is an error of that row alone', async () => {
    expect(await rowsOf('household_id,area\n0001,rural,x\n0002,urban\n')).toEqual([
      [2, 'E301', true],
      [3, '', false],
    ]);
  });

  it('may end in blank cells beyond the headings', async () => {
    expect(await rowsOf('household_id,area\n0001,rural,, ,\n')).toEqual([[2, '', false]]);
  });

  it('may leave out the cells under blank headings at the end', async () => {
    expect(await rowsOf('household_id,area,,\n0001,rural\n0002,rural,\n0003\n')).toEqual([
      [2, '', false],
      [3, '', false],
      [4, 'E301', true],
    ]);
  });

  it('has one finding per cell that is not understood, with the heading of the file', async () => {
    const survey = await surveyOf(['Mã hộ,Khu vực,Thu nhập bình quân,Nước\n0001,làng,nhiều,?\n']);
    const [row] = await householdsOf(survey);
    expect(row?.findings.map(({ code, at, saw }) => [code, at.row, at.column, at.field, saw])).toEqual([
      ['E304', 2, 'Khu vực', 'area', 'làng'],
      ['E305', 2, 'Thu nhập bình quân', 'income', 'nhiều'],
      ['E307', 2, 'Nước', 'water', '?'],
    ]);
  });

  it('can be used when it has notes and warnings alone', async () => {
    expect(await rowsOf('household_id,income,review_date\n0001,--,soon\n')).toEqual([[2, 'N314,W313', false]]);
  });
});

describe('the line of a row', () => {
  it('is the one a person sees', async () => {
    const text = 'sep=,\r\n\r\n"Mã\r\nhộ",note\r\n0001,"a\r\nb\r\nc"\r\n\r\n0002,\r\n';
    expect((await rowsOf(text)).map(([line]) => line)).toEqual([5, 9]);
  });

  it('is right past the end of a batch', async () => {
    const text = `household_id\n${'0\n'.repeat(3000)}`;
    const found = await rowsOf(text);
    expect(found).toHaveLength(3000);
    expect(found.map(([line]) => line)).toEqual(Array.from({ length: 3000 }, (_, at) => at + 2));
  });
});

describe('blank lines', () => {
  it('are passed over and counted once for the file', async () => {
    const log = new FindingLog();
    const survey = await surveyOf(['household_id,area\n\n0001,rural\n,,\n , \n0002,rural\n']);
    expect((await householdsOf(survey, log)).map((h) => h.line)).toEqual([3, 6]);
    expect(log.findings).toMatchObject([{ code: 'N205', at: { file: 'a.csv' }, count: 3 }]);
  });
});

describe('columns that are not known', () => {
  const text = 'household_id,Số nhà,area,Hướng\n0001, 12 ,rural,"\'-Bắc"\n';

  it('are left out', async () => {
    expect((await surveyOf([text])).kept).toEqual([]);
  });

  it('are kept on request behind the fields, as they were, their guard taken off', async () => {
    const survey = await surveyOf([text, 'household_id,Hướng,Đường\n0002,Nam,5\n'], true);
    expect(survey.kept).toEqual(['Số nhà', 'Hướng', 'Đường']);
    const [first, second] = await householdsOf(survey);
    expect(first?.cells).toEqual(['0001', 'rural', ' 12 ', '-Bắc', '']);
    expect(second?.cells).toEqual(['0002', '', '', 'Nam', '5']);
  });

  it('never take the place of a result column', async () => {
    const survey = await surveyOf(['household_id,class,criteria\n0001,x,y\n'], true);
    expect(survey.kept).toEqual([]);
  });

  it('that share a heading do not overwrite each other', async () => {
    const survey = await surveyOf(['household_id,Ghi thêm,Ghi thêm\n0001,một,hai\n'], true);
    const [row] = await householdsOf(survey);
    expect(row?.cells).toContain('một');
    expect(row?.cells).toContain('hai');
  });
});
