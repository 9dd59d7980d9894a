import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recaseName } from '../../../src/survey/encoding/recase.ts';
import { decode, encode } from '../../../src/survey/encoding/text-decoder.ts';

describe('a name that lost its capitals', () => {
  it.each([
    ['nguyễn văn mẫu', 'Nguyễn Văn Mẫu'],
    ['y-bhăm êban', 'Y-Bhăm Êban'],
    ["h'ren niê", "H'Ren Niê"],
    ['NGUYễN VĂN MẫU', 'NGUYỄN VĂN MẪU'],
    ['TRầN THị Thử', 'TRẦN THỊ Thử'],
    ['ĐặNG Hà', 'ĐẶNG HÀ'],
    ['ấN', 'ẤN'],
    ['ĐĂặNG', 'ĐĂẶNG'],
    ['Đỗ Thị ánh', 'Đỗ Thị Ánh'],
    ['ý Nhi', 'Ý Nhi'],
  ])('%s is %s', (name, recased) => {
    expect(recaseName(name)).toBe(recased);
  });

  it.each(['Nguyễn Văn Mẫu', 'NGUYỄN VĂN MẪU', 'Lý Hà', 'Nguyễn thị Mẫu', 'A', '', '0001'])(
    '%j needs nothing',
    (name) => {
      expect(recaseName(name)).toBeNull();
    },
  );

  it('is whole again after a journey through TCVN3, in capitals or with a capital each', () => {
    const word = fc.constantFrom('Nguyễn', 'Ánh', 'Ẩn', 'Đặng', 'Ý', 'Thị', 'Bình', 'Ứng', 'Kơ');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.boolean(), (words, isShouted) => {
        const name = isShouted ? `${words.join(' ')} BÌNH`.toUpperCase() : words.join(' ');
        const arrived = decode(encode(name, 'tcvn3'), 'tcvn3') as string;
        expect(recaseName(arrived) ?? arrived).toBe(name);
      }),
    );
  });
});
