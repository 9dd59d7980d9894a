import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../src/summary/against/fields.ts';
import { ranTogether, readCount, readRate, slipOf } from '../../../src/summary/against/printed.ts';
import { toText } from '../../../src/text/exact.ts';

const shown = (read: ReturnType<typeof readRate>) =>
  read === null ? null : 'kind' in read ? read.kind : [toText(read.value), read.places];

describe('a printed figure', () => {
  it.each([
    ['12.855', ['12855', 0]],
    ['12,855', ['12855', 0]],
    ['12 855', ['12855', 0]],
    ['815101', ['815101', 0]],
    ['0', ['0', 0]],
    ['', null],
    ['-', null],
    ['#REF!', null],
    ['5,96', 'percent_as_count'],
    ['5%', 'percent_as_count'],
    ['khoảng 30', 'not_number'],
    ['12.8555,00', 'run_together'],
  ])('as a count "%s" is %j', (text, read) => {
    expect(shown(readCount(text))).toEqual(read);
  });

  it.each([
    ['5,96', ['149/25', 2]],
    ['5.96 %', ['149/25', 2]],
    ['0.797', ['797/1000', 3]],
    ['5', ['5', 0]],
    ['5,00', ['5', 2]],
    ['2040', ['2040', 0]],
    ['5.963451234567891', ['745431404321/125000000000', 12]],
    ['x', null],
    ['4,471,53', 'run_together'],
    ['-1', 'not_number'],
  ])('as a rate "%s" is %j', (text, read) => {
    expect(shown(readRate(text))).toEqual(read);
  });

  it.each([
    ['12.8555,00', 'count', ['12.855', '5,00']],
    ['4,471,53', 'rate', ['4,47', '1,53']],
    ['12.85512.248', 'count', ['12.855', '12.248']],
    ['không', 'rate', null],
  ] as const)('"%s" of a column of %ss runs together from %j', (text, column, parts) => {
    expect(ranTogether(text, column)).toEqual(parts);
  });

  it.each([
    ['417,571', 471571n, 'transposed'],
    ['471571', 471571n, null],
    ['12865', 12855n, 'digit_wrong'],
    ['1255', 12855n, 'digit_missing'],
    ['128555', 12855n, 'digit_added'],
    ['1285.500', 12855n, 'run_together'],
    ['9999', 12855n, null],
    ['13', 12n, null],
  ])('%s for %s is the slip: %s', (text, meant, slip) => {
    expect(slipOf(text, meant)).toBe(slip);
  });
});

describe('a heading', () => {
  it.each([
    ['Tỷ lệ hộ nghèo (%)', 'poor_rate'],
    ['Hộ nghèo (%)', 'poor_rate'],
    ['Hộ nghèo Số hộ', 'poor'],
    ['HỘ CẬN NGHÈO Tỷ lệ (%)', 'near_poor_rate'],
    ['Số hộ cận nghèo', 'near_poor'],
    ['Hộ nghèo và hộ cận nghèo', 'multidimensional'],
    ['Tỷ lệ nghèo đa chiều', 'multidimensional_rate'],
    ['multidimensional_rate', 'multidimensional_rate'],
    ['Hộ không nghèo', 'non_poor'],
    ['Tổng số hộ dân', 'households'],
    ['Nhân khẩu hộ nghèo', 'poor_persons'],
    ['Dân số', 'persons'],
    ['unit_code', 'code'],
    ['Ghi chú', null],
    ['Hộ nghèo thiếu hụt bảo hiểm y tế', null],
  ])('%s is %s', (heading, column) => {
    expect(columnOf(heading)).toBe(column);
  });
});
