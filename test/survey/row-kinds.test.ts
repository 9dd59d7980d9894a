import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../src/survey/layout.ts';
import { isOrdinary, rowSorter } from '../../src/survey/row-kinds.ts';
import { cellOf, householdsOf, surveyOf, vocabulary } from '../fixtures.ts';

const HEAD = ['Mã hộ', 'Chủ hộ', 'Thôn', 'Khu vực', 'Số khẩu', 'Thu nhập bình quân'];

/** The kinds of rows below the headings, one after another. */
function kindsOf(...rows: readonly string[]) {
  const all = [HEAD, ...rows.map((row) => row.split(','))].map((cells, at) => ({ line: at + 1, cells }));
  const layout = layoutOf(all.slice(0, 1), vocabulary);
  if (layout === null) throw new Error('no layout');
  const sort = rowSorter(layout, vocabulary);
  return all.map(sort).slice(1);
}

const kinds = (...rows: readonly string[]) => kindsOf(...rows).map(({ kind }) => kind);

describe('a household', () => {
  it.each([
    '0001,Ksor Mẫu,Thôn Khe,NT,4,1400000',
    'H1,Ksor Mẫu,Thôn Khe,NT,4,1400000',
    '1,Cộng Văn Mẫu,Thôn Khe,NT,4,1400000',
    '1,,,,,',
    ',Ksor Mẫu,,NT,4,1400000',
    ',Ksor Mẫu,,,,',
    '0001,,,rural,,',
    '1,0,1,1,0,1',
    '2,Làng Văn Mẫu,,,,',
    'H2,Bản Văn Mẫu,,,,',
    'B,Cộng,,,,',
    '3,Chủ Tịch Mẫu,,,,',
    '1,Thôn Văn Mẫu,,,,',
  ])('%s is one, whether or not it can be used', (row) => {
    expect(kinds(row)).toEqual(['data']);
  });
});

describe('a total', () => {
  it.each([',Tổng cộng,,,120,', 'Cộng,,,,120,', ',Cộng thôn Khe Mẫu,,,6,', 'II,Tổng số: 3 hộ,,,,', ',TỔNG CỘNG,,,,'])(
    '%s is one',
    (row) => {
      expect(kinds(row)).toEqual(['total']);
    },
  );
});

describe('a section row', () => {
  it.each([
    ['I. KHU VỰC THÀNH THỊ,,,,,', 'area', 'urban'],
    [',Nông thôn,,,,', 'area', 'rural'],
    [',Thôn Khe Mẫu,,,,', 'village', 'Thôn Khe Mẫu'],
    ['2. Buôn Ea Mẫu:,,,,,', 'village', 'Buôn Ea Mẫu'],
    [',Xã Suối Mẫu,,,,', 'commune', 'Xã Suối Mẫu'],
    ['A. DANH SÁCH HỘ CẬN NGHÈO,,,,,', 'recorded_class', 'near_poor'],
    [',Hộ nghèo,,,,', 'recorded_class', 'poor'],
  ])('%s says what the households below have in common', (row, field, value) => {
    expect(kindsOf(row)).toMatchObject([{ kind: 'section', section: { field, value } }]);
  });

  it('may be numbered where rows are numbered, and only with a word that is nobody’s name', async () => {
    const survey = await surveyOf(['STT,Chủ hộ,Khu vực,Số khẩu\n1,Thôn Khe Mẫu,,\n2,Làng Văn Mẫu,,\n3,Ksor,NT,4\n']);
    const read = (await householdsOf(survey)).map((h) => [h.line, cellOf(survey, h, 'village')]);
    expect(read).toEqual([
      [3, 'Thôn Khe Mẫu'],
      [4, 'Thôn Khe Mẫu'],
    ]);
  });

  it('is no name that only begins like a village', () => {
    expect(kinds(',Bảng Văn Mẫu,,,,')).toEqual(['data']);
    expect(kinds(',Thônh Mẫu,,,,')).toEqual(['data']);
  });

  it('is no household that has a number and an area alone', () => {
    expect(kinds('0001,,,nông thôn,,')).toEqual(['data']);
  });
});

describe('what stands below the list', () => {
  it('is signatures, and the names under them', () => {
    const rows = [
      ',,,,"Suối Mẫu, ngày 12 tháng 11 năm 2025",',
      ',Người lập biểu,,,TM. ỦY BAN NHÂN DÂN,',
      ',Nguyễn Giả Định,,,Trần Giả Định,',
    ];
    expect(kinds(...rows)).toEqual(['signature', 'signature', 'signature']);
  });

  it('ends where households go on', () => {
    const rows = [',Người lập biểu,,,,', ',Nguyễn Giả Định,,,,', '0002,Ksor,Thôn Khe,NT,4,1400000', ',Trần Thử,,,,'];
    expect(kinds(...rows)).toEqual(['signature', 'signature', 'data', 'data']);
  });
});

describe('other rows', () => {
  it('are blank, numbering or headings again', () => {
    expect(kinds(',,,,,', 'A,B,1,2,3,4', HEAD.join(','))).toEqual(['blank', 'numbering', 'heading']);
  });
});

describe('a row that is ordinary by a look at its cells', () => {
  it('has a number and three cells of two letters or three digits', () => {
    const part = fc.constantFrom(
      'a',
      'Z',
      '@',
      '[',
      '`',
      '{',
      '/',
      '0',
      '9',
      ':',
      ' ',
      'ộ',
      '\u00d7',
      '²',
      '１',
      '\u{1e900}',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const cell = parts.join('');
        expect(isOrdinary(['12', cell, cell, cell], 0), cell).toBe(/\p{L}{2}|\d{3}/u.test(cell));
      }),
      { numRuns: 1000 },
    );
  });
});
