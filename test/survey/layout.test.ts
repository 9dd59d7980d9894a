import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../src/survey/layout.ts';
import { vocabulary } from '../fixtures.ts';

const records = (text: string) =>
  text.split('\n').flatMap((line, at) => (/[^,\s]/.test(line) ? [{ line: at + 1, cells: line.split(',') }] : []));

function layout(text: string, lines: readonly [number, number] | null = null) {
  const found = layoutOf(records(text), vocabulary, lines);
  if (found === null) throw new Error('no layout');
  return found;
}

const fieldsOf = (text: string) => layout(text).fields.map((field) => field?.id ?? null);
const membersOf = (text: string) => layout(text).memberFields?.map((field) => field?.id ?? null);

describe('the headings of a table', () => {
  it('are its first line when that names fields', () => {
    expect(layout('Mã hộ,Khu vực\n1,NT')).toMatchObject({ headingLines: [1, 1], isSure: true, numberingLine: null });
  });

  it('are found below a letterhead', () => {
    const text = 'ỦY BAN NHÂN DÂN,,\nXÃ SUỐI MẪU,,\n\nDanh sách hộ,,\nMã hộ,Chủ hộ,Khu vực\n1,Ksor Mẫu,NT';
    expect(layout(text).headingLines).toEqual([5, 5]);
  });

  it('may stand on two lines, one for groups', () => {
    const text = 'Mã hộ,Khu vực,Điểm,\n,,B1,B2\n1,NT,130,30';
    expect(layout(text)).toMatchObject({
      headingLines: [1, 2],
      headings: ['Mã hộ', 'Khu vực', 'Điểm / B1', 'Điểm / B2'],
    });
    expect(fieldsOf(text)).toEqual(['household_id', 'area', 'b1', 'b2']);
  });

  it('may stand on three lines', () => {
    const text = 'Mã hộ,Phiếu rà soát,,\n,Điểm,,Khu vực\n,B1,B2,\n1,130,30,NT';
    expect(fieldsOf(text)).toEqual(['household_id', 'b1', 'b2', 'area']);
  });

  it('take in the labels below machine keys', () => {
    const text =
      'family.code,family.hostName,b1Point,classify\nMã hộ,Chủ hộ,Phiếu B1,Kết quả rà soát\n1,Ksor,130,Hộ nghèo';
    expect(layout(text).headingLines).toEqual([1, 2]);
    expect(fieldsOf(text)).toEqual(['household_id', 'head_name', 'b1', 'recorded_class']);
  });

  it('go on below a heading of several columns, whatever the words there', () => {
    const text = 'Mã hộ,Khu vực,Số khẩu,,\n,,Nam,Nữ,Cộng\n1,NT,2,2,4';
    expect(layout(text).headingLines).toEqual([1, 2]);
    expect(fieldsOf(text)).toEqual(['household_id', 'area', null, null, 'size']);
  });

  it('do not swallow a household that has words only', () => {
    expect(layout('Mã hộ,Chủ hộ,,Thôn\nA,Ksor Mẫu,,Thôn Khe').headingLines).toEqual([1, 1]);
  });

  it('of a result are one line, whatever its first household says below them', () => {
    const text = 'household_id,class,basis,undecided_for,criteria,criteria_hash\n1,undecided,score,area,vn-2022,0a1b';
    expect(layout(text).headingLines).toEqual([1, 1]);
    expect(fieldsOf(text)).toEqual(['household_id', ...new Array(5).fill(null)]);
    expect(layout(`Kết quả rà soát,,,,,\n${text}`).headingLines).toEqual([2, 2]);
  });

  it('are where the columns file says', () => {
    expect(layout('a,b\nMã hộ,Khu vực\nx,y\n1,NT', [3, 3]).headingLines).toEqual([3, 3]);
  });

  it('are the first line, and not sure, when none is known', () => {
    expect(layout('a,b\n1,2')).toMatchObject({ headingLines: [1, 1], isSure: false });
  });

  it('are recognised with a unit in parentheses, a number in front or a star behind', () => {
    expect(fieldsOf('1. Mã hộ,Thu nhập bình quân (đồng/người/tháng),Khu vực (*)')).toEqual([
      'household_id',
      'income',
      'area',
    ]);
  });
});

describe('the row that numbers the columns', () => {
  it.each(['A,B,1,2,3', '(1),(2),(3),(4),(5)', 'A,B,1,2,3=2/1*100'])('%s is one', (row) => {
    expect(layout(`Mã hộ,Chủ hộ,Khu vực,B1,B2\n${row}\n1,Ksor,NT,130,30`).numberingLine).toBe(2);
  });

  it('of numbers alone is one where households begin to count below', () => {
    const below = (next: string) => layout(`Mã hộ,Chủ hộ,Khu vực,B1,B2\n1,2,3,4,5\n${next}`).numberingLine;
    expect([below('1,Ksor,NT,130,30'), below('2,Ksor,NT,130,30'), below(',Thôn Khe,,,')]).toEqual([2, null, 2]);
  });

  it.each(['1,0,1,1,0', '5,4,3,2,1', 'x,x,1,2,'])('%s is a household', (row) => {
    expect(layout(`Mã hộ,Chủ hộ,Khu vực,B1,B2\n${row}`).numberingLine).toBeNull();
  });
});

describe('a column for one sex', () => {
  it('holds years of birth below "Năm sinh"', () => {
    const found = layout('Mã hộ,Chủ hộ,Năm sinh,\n,,Nam,Nữ\n1,Ksor,1975,');
    expect(found.sexOf).toEqual([null, null, 'male', 'female']);
    expect(found.fields[2]?.id).toBe('head_birth_date');
  });

  it('is seen by its values where nothing stands above it', () => {
    expect(layout('Mã hộ,Chủ hộ,Nam,Nữ\n1,Ksor,1975,\n2,Lý,,1980').sexOf).toEqual([null, null, 'male', 'female']);
  });

  it('counts persons where its values are no years', () => {
    expect(layout('Mã hộ,Chủ hộ,Nam,Nữ\n1,Ksor,2,1\n2,Lý,1,3').sexOf).toEqual([null, null, null, null]);
  });
});

describe('a list with a row a member', () => {
  it('says how each is related to the head', () => {
    const text = 'Mã hộ,Họ và tên,Quan hệ với chủ hộ,Ngày sinh,CCCD,Khu vực\n1,Ksor,Chủ hộ,1975,,NT';
    expect(membersOf(text)).toEqual([null, 'name', 'relation', 'birth_date', 'id_number', null]);
    expect(fieldsOf(text)).toEqual(['household_id', 'head_name', null, 'head_birth_date', 'head_id_number', 'area']);
  });

  it('may name the head in a column of its own', () => {
    const text = 'Mã hộ,Chủ hộ,Họ tên thành viên,Quan hệ\n1,Ksor,Ksor,Chủ hộ';
    expect(membersOf(text)).toEqual([null, null, 'name', 'relation']);
    expect(fieldsOf(text)).toEqual(['household_id', 'head_name', null, null]);
  });

  it('is none when a row is a household', () => {
    expect(membersOf('Mã hộ,Họ và tên,Ngày sinh,CCCD\n1,Ksor,1975,')).toBeUndefined();
  });
});
