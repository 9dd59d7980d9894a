import { describe, expect, it } from 'vitest';
import type { Basis } from '../../src/criteria/criteria.ts';
import { makeJudge } from '../../src/judge/judge.ts';
import { missingColumns } from '../../src/review/requirements.ts';
import { MARKS, setNamed, surveyOf } from '../fixtures.ts';

/** Code and field (or indicators) of what a heading row lacks. */
async function missing(
  set: string,
  basis: Basis,
  headings: readonly string[],
  hasAnswers = true,
  needsRecorded = false,
) {
  const survey = await surveyOf([`${headings.join(',')}\n`]);
  const found = missingColumns(survey, makeJudge(setNamed(set), basis), [hasAnswers], needsRecorded);
  return found.map(({ code, at, data }) => [code, at.field ?? data?.indicators]);
}

const ALL = ['household_id', 'area', 'income', ...MARKS];
const without = (...fields: readonly string[]) => ALL.filter((f) => !fields.includes(f));

describe('columns that are missing', () => {
  it('are none when everything the criteria read is there', async () => {
    expect(await missing('vn-2022', 'income', ALL)).toEqual([]);
    expect(await missing('vn-2022', 'score', ['household_id', 'area', 'b1', 'b2'])).toEqual([]);
  });

  it.each(['household_id', 'area', 'income'])('are an error for %s under vn-2022', async (field) => {
    expect(await missing('vn-2022', 'income', without(field))).toEqual([['E202', field]]);
  });

  it('are an error for b1 on the basis of scores, which needs no income', async () => {
    expect(await missing('vn-2022', 'score', without('income'))).toEqual([['E202', 'b1']]);
  });

  it('are all told at once', async () => {
    expect(await missing('vn-2022', 'income', ['note', ...MARKS])).toEqual([
      ['E202', 'household_id'],
      ['E202', 'area'],
      ['E202', 'income'],
    ]);
  });

  it('are no area under hcmc-2021, which has one line for the city', async () => {
    const headings = ['household_id', 'income'];
    const codes = (await missing('hcmc-2021', 'income', headings)).map(([code]) => code);
    expect(codes).toEqual(['W203']);
  });

  it('are a warning for marks, which names them', async () => {
    expect(await missing('vn-2022', 'income', without('water', 'toilet'))).toEqual([['W203', ['water', 'toilet']]]);
  });

  it('are no marks where a B2 column stands for all of them', async () => {
    expect(await missing('vn-2022', 'income', ['household_id', 'area', 'income', 'b2'])).toEqual([]);
  });

  it('are marks in spite of a B2 column when the set knows no B2', async () => {
    const [[code] = []] = await missing('hcmc-2021', 'income', ['household_id', 'income', 'b2']);
    expect(code).toBe('W203');
  });

  it('are no indicator that follows from the income', async () => {
    const found = await missing('hcmc-2021', 'income', ['household_id', 'income']);
    expect(found[0]?.[1]).not.toContain('income_line');
  });

  it('are only the number in a list that records classes and holds no answers', async () => {
    expect(await missing('vn-2022', 'income', ['household_id', 'recorded_class'], false)).toEqual([]);
    expect(await missing('vn-2022', 'income', ['recorded_class', 'village'], false)).toEqual([
      ['E202', 'household_id'],
    ]);
  });

  it('are everything in a list that records classes among answers', async () => {
    expect(await missing('vn-2022', 'income', ['household_id', 'recorded_class', ...MARKS], true)).toEqual([
      ['E202', 'area'],
      ['E202', 'income'],
    ]);
  });

  it('are the recorded class where it is to be taken, and nothing else', async () => {
    expect(await missing('vn-2022', 'income', ['household_id', 'village'], true, true)).toEqual([
      ['E202', 'recorded_class'],
    ]);
    expect(await missing('vn-2022', 'income', ['household_id', 'recorded_class'], true, true)).toEqual([]);
  });

  it('name the headings seen and those that come near', async () => {
    const survey = await surveyOf(['household_id,areas,income\n']);
    const [found] = missingColumns(survey, makeJudge(setNamed('vn-2022'), 'income'), [true], false);
    expect(found).toMatchObject({
      code: 'E202',
      at: { file: 'a.csv', row: 1, field: 'area' },
      expected: ['areas'],
      data: { headings: ['household_id', 'areas', 'income'] },
    });
  });

  it('are told of each file that lacks them', async () => {
    const survey = await surveyOf([`${ALL.join(',')}\n`, `${without('area').join(',')}\n`]);
    const found = missingColumns(survey, makeJudge(setNamed('vn-2022'), 'income'), [true, true], false);
    expect(found).toMatchObject([{ code: 'E202', at: { file: 'b.csv', field: 'area' } }]);
  });
});
