import { describe, expect, it } from 'vitest';
import type { ReviewedHousehold } from '../../../src/results/reviewed.ts';
import { indexReader } from '../../../src/summary/index/index-reader.ts';
import { indexPlan } from '../../../src/summary/index/plan.ts';
import type { Survey } from '../../../src/survey/survey.ts';
import { indexSet, OPTIONS } from './indexes.ts';

const plan = indexPlan(indexSet('missing-two'), { ...OPTIONS, groupBy: 'area' });

/** A household of a survey with these columns, and nothing else that the index could read. */
function read(row: Readonly<Record<string, string>>, outcome: ReviewedHousehold['class'] = 'poor') {
  const slots = new Map(Object.keys(row).map((field, slot) => [field, slot]));
  const household = { class: outcome, cells: Object.values(row) };
  return indexReader({ slots } as unknown as Survey, plan)(household as unknown as ReviewedHousehold);
}

describe('a household as the index reads it', () => {
  it('has its marks, persons, weight and group', () => {
    expect(read({ area: 'urban', second: '0', first: '1', size: '4', weight: '1.25' })).toEqual({
      marks: [true, false],
      size: 4,
      weight: '1.25',
      group: 'urban',
    });
  });

  it('weighs one where the survey has no weights, and an unknown weight where its cell is blank', () => {
    expect(read({ first: '', second: '1' })).toEqual({ marks: [null, true], size: null, weight: '1', group: '' });
    expect(read({ first: '0', second: '1', weight: '' })).toMatchObject({ weight: null });
  });

  it('knows no mark of a column that is not there', () => {
    expect(read({ first: '1' })?.marks).toEqual([true, null]);
  });

  it('is nobody when it is outside the population of the criteria', () => {
    expect(read({ first: '1', second: '1' }, 'out_of_scope')).toBeNull();
  });

  it.each(['2', '0.5', 'x'])('never has the mark "%s": no reader lets it through', (mark) => {
    expect(() => read({ first: mark, second: '1' })).toThrow('no mark');
  });
});
