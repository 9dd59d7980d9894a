import { describe, expect, it } from 'vitest';
import { basisFor, contentsOf } from '../../src/review/basis.ts';
import { setNamed, surveyOf } from '../fixtures.ts';

const VN = setNamed('vn-2022');
const QN = setNamed('quang-ninh-2023');
const contents = async (...texts: readonly string[]) => contentsOf(await surveyOf(texts), [VN]);

describe('what a survey holds', () => {
  it('has B1 when only its last row has a value', async () => {
    const rows = `${'0001,rural,1000000,\n'.repeat(3000)}0002,rural,,130\n`;
    expect(await contents(`household_id,area,income,b1\n${rows}`)).toEqual({ hasB1: true, hasAnswers: [true] });
  });

  it('has B1 when only its last file has a value', async () => {
    const blank = 'household_id,income,b1\n0001,1000000,\n';
    expect((await contents(blank, blank, 'household_id,b1\n0003,0\n')).hasB1).toBe(true);
  });

  it('has no B1 when the column is blank', async () => {
    expect(await contents('household_id,income,b1\n0001,1000000,\n0002,, \n')).toMatchObject({ hasB1: false });
  });

  it('has no B1 when the column holds nothing but "nothing here"', async () => {
    expect(await contents('household_id,income,b1\n0001,1000000,--\n')).toMatchObject({ hasB1: false });
  });

  it('has answers file by file', async () => {
    const list = 'household_id,recorded_class,income,water\n0001,poor,,\n0002,poor,,\n';
    const survey = 'household_id,recorded_class,water\n0003,poor,\n0004,poor,0\n';
    expect((await contents(list, survey, 'household_id\n0005\n')).hasAnswers).toEqual([false, true, false]);
  });

  it('takes a total, a mark or a raw answer for an answer', async () => {
    for (const [field, value] of Object.entries({ b2: '30', toilet: '0', roof: 'durable', floor_area: '40' })) {
      expect((await contents(`household_id,${field}\n0001,\n0002,${value}\n`)).hasAnswers, field).toEqual([true]);
    }
    expect((await contents('household_id,head_name,size\n0001,A,4\n')).hasAnswers).toEqual([false]);
  });
});

describe('the basis of a run', () => {
  const withB1 = { hasB1: true, hasAnswers: [true] };
  const withoutB1 = { hasB1: false, hasAnswers: [true] };

  it('is the score when the set has rules for it and the survey a B1 total', () => {
    expect(basisFor(VN, null, withB1)).toBe('score');
  });

  it('is the income when the survey has no B1 total', () => {
    expect(basisFor(VN, null, withoutB1)).toBe('income');
  });

  it('is the income when the set has no rules for scores', () => {
    expect(basisFor(QN, null, withB1)).toBe('income');
  });

  it('is what the user says', () => {
    expect(basisFor(VN, 'income', withB1)).toBe('income');
    expect(basisFor(VN, 'score', withoutB1)).toBe('score');
  });
});
