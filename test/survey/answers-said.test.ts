import { describe, expect, it } from 'vitest';
import { AnswersSaid } from '../../src/survey/answers-said.ts';

describe('what a list of members says of a household', () => {
  it('comes back in the order in which it was said, blanks aside', () => {
    const said = new AnswersSaid();
    said.add('1', [
      [7, 'durable'],
      [8, ''],
      [9, 'tv;radio'],
    ]);
    said.add('2', [[7, 'non_durable']]);
    said.add('1', [[8, '12,5']]);
    expect(said.of('1')).toEqual([
      [7, 'durable'],
      [9, 'tv;radio'],
      [8, '12,5'],
    ]);
    expect(said.of('2')).toEqual([[7, 'non_durable']]);
  });

  it('is nothing where nothing was said', () => {
    const said = new AnswersSaid();
    said.add('1', [[7, '']]);
    expect([said.of('1'), said.of('2')]).toEqual([[], []]);
  });

  it('keeps its cells apart whatever signs they hold', () => {
    const said = new AnswersSaid();
    said.add('1', [
      [7, 'a\u001f9\u001fb'],
      [8, 'c'],
    ]);
    expect(said.of('1')).toEqual([
      [7, 'a 9 b'],
      [8, 'c'],
    ]);
  });
});
