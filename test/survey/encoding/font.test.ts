import { describe, expect, it } from 'vitest';
import { decodeFont } from '../../../src/survey/encoding/font.ts';

describe('a cell in a legacy font', () => {
  it.each([
    ['NguyÔn V¨n MÉu', '.VnTime', 'Nguyễn Văn Mẫu'],
    ['NguyÔn V¨n MÉu', '.VnArial', 'Nguyễn Văn Mẫu'],
    ['NguyÔn V¨n MÉu', '.vntime', 'Nguyễn Văn Mẫu'],
    ['NguyÔn V¨n MÉu', 'VnTime', 'Nguyễn Văn Mẫu'],
    ['hé nghÌo', '.VnTimeH', 'HỘ NGHÈO'],
    ['hé nghÌo', '.VnArial NarrowH', 'HỘ NGHÈO'],
    ['hé nghÌo', '.VnArialH Bold', 'HỘ NGHÈO'],
    ['hé nghÌo', '.VnHelvetIns', 'hộ nghèo'],
    ['§\u00adêng', '.VnTime', 'Đường'],
    ['T\u00ad', '.VnTime', 'Tư'],
    ['Nguyeãn Ñöùc', 'VNI-Times', 'Nguyễn Đức'],
    ['NGUYEÃN ÑÖÙC', 'VNI-Helve', 'NGUYỄN ĐỨC'],
    ['Nguyeãn', 'VNI Times', 'Nguyễn'],
  ])('%j in %s shows %s', (text, font, shown) => {
    expect(decodeFont(text, font)).toBe(shown);
  });

  it('that holds Unicode letters after all is left as it is', () => {
    expect(decodeFont('Nguyễn', '.VnTimeH')).toBe('Nguyễn');
    expect(decodeFont('Đức'.normalize('NFD'), 'VNI-Times')).toBe('Đức');
  });
});

describe('a font of today', () => {
  it.each(['Times New Roman', 'Arial', 'Calibri', 'Vni', 'VNPT Sans', 'vnexpress', ''])(
    '%j needs no decoding',
    (font) => {
      expect(decodeFont('NguyÔn', font)).toBeNull();
    },
  );
});
