import { describe, expect, it } from 'vitest';
import { FindingsError } from '../../src/finding.ts';
import { shippedText } from '../../src/shipped.ts';
import { parseColumnsFile } from '../../src/survey/columns-file.ts';
import { makeVocabulary } from '../../src/survey/vocabulary.ts';
import { readVocabularyFile } from '../../src/survey/vocabulary-file.ts';

const vocabularyWith = (yaml: string) =>
  makeVocabulary(readVocabularyFile(shippedText('survey/vocabulary.yaml')), [], parseColumnsFile(yaml, 'columns.yaml'));

function faults(yaml: string) {
  try {
    parseColumnsFile(yaml, 'columns.yaml');
  } catch (error) {
    if (error instanceof FindingsError) return error.findings.map((f) => [f.code, f.at.row, f.saw, f.expected?.[0]]);
    throw error;
  }
  return [];
}

describe('a columns file', () => {
  it('may say nothing', () => {
    expect(parseColumnsFile('', 'columns.yaml')).toMatchObject({ headings: {}, ignore: [], heading_lines: null });
  });

  it('teaches headings, before those the program knows', () => {
    const vocabulary = vocabularyWith('headings:\n  income: [Tiền, Địa chỉ]\n');
    expect(vocabulary.fieldOf('TIỀN')?.id).toBe('income');
    expect(vocabulary.fieldOf('Địa chỉ')?.id).toBe('income');
    expect(vocabulary.fieldOf('Khu vực')?.id).toBe('area');
  });

  it('teaches codes, classes and words', () => {
    const vocabulary = vocabularyWith(
      'codes:\n  area: { urban: [P] }\nclasses: { near_poor: [CN] }\nyes: [ok]\nnon_values: [chưa hỏi]\n',
    );
    const area = vocabulary.fieldOf('Khu vực');
    expect(area && [vocabulary.codeOf(area, 'p'), vocabulary.codeOf(area, 'thành thị')]).toEqual(['urban', 'urban']);
    expect([vocabulary.classOf('cn'), vocabulary.yesNo('OK'), vocabulary.isNonValue('Chưa hỏi')]).toEqual([
      'near_poor',
      '1',
      true,
    ]);
  });

  it('says what a blank means, with the reason', () => {
    const vocabulary = vocabularyWith('blank:\n  water: { means: "0", because: the form has a box to tick }\n');
    expect(vocabulary.blankOf({ id: 'water', kind: 'mark' })).toBe('0');
    expect(vocabulary.blankOf({ id: 'toilet', kind: 'mark' })).toBe('');
  });

  it('is refused with every mistake and its line', () => {
    const yaml =
      'headings:\n  incom: [Tiền]\ncodes:\n  area: { urbn: [P] }\nblank:\n  water: { means: "2", because: x }\nshets: 1\n';
    expect(faults(yaml)).toEqual([
      ['E412', 6, undefined, '0'],
      ['E412', 7, 'shets', 'sheet'],
      ['E412', 2, 'incom', 'income'],
      ['E412', 4, 'urbn', 'urban'],
    ]);
  });

  it('is refused when it is no YAML', () => {
    expect(faults('headings: [')[0]?.[0]).toBe('E412');
  });
});
