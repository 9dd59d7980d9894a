import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shippedText } from '../../src/shipped.ts';
import { CAUSES, HOUSEHOLD_FIELDS, MEMBER_COLUMNS, RESULT_FIELDS } from '../../src/survey/fields.ts';
import { makeVocabulary } from '../../src/survey/vocabulary.ts';
import { readVocabularyFile } from '../../src/survey/vocabulary-file.ts';
import { foldKey } from '../../src/text/fold.ts';
import { vocabulary } from '../fixtures.ts';

type Words = readonly string[];

const YAML = shippedText('survey/vocabulary.yaml');
const FILE = parse(YAML) as {
  headings: Record<string, Words>;
  codes: Record<string, Record<string, Words>>;
  classes: Record<string, Words>;
  yes: Words;
  no: Words;
  non_values: Words;
};
const IDS = [...HOUSEHOLD_FIELDS, CAUSES].map((f) => f.id);

function field(id: string) {
  const found = [...HOUSEHOLD_FIELDS, CAUSES, ...MEMBER_COLUMNS].find((f) => f.id === id);
  if (found === undefined) throw new Error(`no field ${id}`);
  return found;
}

describe('headings', () => {
  it.each(Object.entries(FILE.headings))('all spellings of %s lead to it', (id, headings) => {
    expect(IDS).toContain(id);
    for (const heading of headings) expect(vocabulary.fieldOf(heading)?.id, heading).toBe(id);
  });

  it.each(IDS)('the canonical name %s leads to itself', (id) => {
    expect(vocabulary.fieldOf(id)?.id).toBe(id);
  });

  it('no two fields claim one folded heading', () => {
    const claims = IDS.flatMap((id) => [...new Set([id, ...(FILE.headings[id] ?? [])].map(foldKey))]);
    expect(claims.filter((key, at) => claims.indexOf(key) !== at)).toEqual([]);
  });

  it('no field claims a heading that a result file adds', () => {
    expect(RESULT_FIELDS.filter((heading) => vocabulary.fieldOf(heading) !== null)).toEqual([]);
  });

  it.each([
    ['in capitals', 'THU NHẬP BÌNH QUÂN'],
    ['broken over lines', 'Thu nhập\r\nbình quân'],
    ['without spaces', 'Thunhậpbìnhquân'],
    ['decomposed', 'Thu nhập bình quân'.normalize('NFD')],
    ['with hard spaces', 'Thu\u00a0nhập bình quân'],
  ])('are read when %s', (_, heading) => {
    expect(vocabulary.fieldOf(heading)?.id).toBe('income');
  });

  it('are read whichever vowel carries the tone', () => {
    expect(vocabulary.fieldOf('Tổ dân phố')?.id).toBe('village');
    expect(vocabulary.fieldOf('Số định danh cá nhân')?.id).toBe('head_id_number');
    expect(vocabulary.fieldOf('Trình độ giáo dục của ngừơi lớn')?.id).toBe('adult_education');
  });

  it('that only resemble a known one are not known', () => {
    expect(vocabulary.fieldOf('Thu nhap binh quan')).toBeNull();
    expect(vocabulary.fieldOf('Thu nhập bình quân năm trước')).toBeNull();
    expect(vocabulary.fieldOf('')).toBeNull();
  });
});

describe('codes', () => {
  const spellings = Object.entries(FILE.codes).flatMap(([id, codes]) =>
    Object.entries(codes).flatMap(([code, words]) => words.map((word) => [id, word, code] as const)),
  );

  it.each(spellings)('of %s: %s is %s', (id, word, code) => {
    expect(field(id).codes).toContain(code);
    expect(vocabulary.codeOf(field(id), word)).toBe(code);
    expect(vocabulary.codeOf(field(id), word.toUpperCase())).toBe(code);
  });

  it('lead to themselves', () => {
    for (const f of HOUSEHOLD_FIELDS) {
      for (const code of f.codes ?? []) expect(vocabulary.codeOf(f, code), `${f.id} ${code}`).toBe(code);
    }
  });

  it('of one field say nothing in another', () => {
    expect(vocabulary.codeOf(field('residence'), 'thành thị')).toBeNull();
    expect(vocabulary.codeOf(field('area'), 'thị trấn')).toBeNull();
  });
});

describe('classes', () => {
  it.each(Object.entries(FILE.classes))('all spellings of %s are it', (id, words) => {
    for (const word of [id, ...words]) expect(vocabulary.classOf(word), word).toBe(id);
  });

  it.each([
    'hộ nghèo đa chiều',
    'thoát nghèo',
    'hộ nghèo, hộ cận nghèo',
    'cận',
    'poor?',
    'hộ mới thoát nghèo',
    '3',
    '0',
  ])('%j is no class, though "nghèo" may stand in it', (text) => {
    expect(vocabulary.classOf(text)).toBeNull();
  });
});

describe('yes and no', () => {
  it.each([...FILE.yes])('%s is yes', (word) => expect(vocabulary.yesNo(word)).toBe('1'));
  it.each([...FILE.no])('%s is no', (word) => expect(vocabulary.yesNo(word)).toBe('0'));
  it.each(['', '2', '?', 'có thể', 'không rõ'])('%j is neither', (word) => expect(vocabulary.yesNo(word)).toBeNull());

  it('share no spelling with each other nor with "nothing here"', () => {
    const all = [...FILE.yes, ...FILE.no, ...FILE.non_values].map(foldKey);
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
  });
});

describe('non-values', () => {
  it.each([...FILE.non_values])('%s says "nothing here"', (text) => expect(vocabulary.isNonValue(text)).toBe(true));
  it.each(['0', 'không', ''])('%j is an answer or a blank, not a non-value', (text) =>
    expect(vocabulary.isNonValue(text)).toBe(false),
  );
});

describe('marks of a criteria set of the user', () => {
  const own = makeVocabulary(readVocabularyFile(YAML), [
    { id: 'electricity', headings: ['Điện sinh hoạt', 'Nước sinh hoạt'] },
    { id: 'water', headings: ['Nước máy'] },
  ]);

  it('become fields, under their titles', () => {
    expect(own.fieldOf('electricity')).toEqual({ id: 'electricity', kind: 'mark' });
    expect(own.fieldOf('điện SINH hoạt')?.id).toBe('electricity');
  });

  it('take no heading away from a field that has it', () => {
    expect(own.fieldOf('Nước sinh hoạt')?.id).toBe('water');
  });

  it('add headings to a field that is known', () => {
    expect(own.fieldOf('Nước máy')?.id).toBe('water');
    expect(own.fields.filter((f) => f.id === 'water')).toHaveLength(1);
  });
});
