import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldKey, tidy } from '../../src/text/fold.ts';

describe('the key under which words are compared', () => {
  it.each([
    ['the place of the tone mark', 'Hoà Bình', 'Hòa Bình'],
    ['the place of the tone mark after u', 'Thuỷ', 'Thủy'],
    ['the place of the tone mark after qu', 'Qúy', 'Quý'],
    ['Unicode form', 'Hộ cận nghèo'.normalize('NFD'), 'Hộ cận nghèo'.normalize('NFC')],
    ['case', 'THU NHẬP BÌNH QUÂN', 'Thu nhập bình quân'],
    ['case of đ', 'ĐIỂM B1', 'điểm b1'],
    ['the Icelandic Ð typed for Đ', '\u00d0iểm B1', '\u0110iểm B1'],
    ['the African Ɖ typed for Đ', '\u0189iểm B1', '\u0110iểm B1'],
    ['double spaces', 'Chủ  hộ', 'Chủ hộ'],
    ['no-break spaces', 'Chủ\u00a0hộ', 'Chủ hộ'],
    ['zero-width spaces', 'Chủ \u200bhộ\ufeff', 'Chủ hộ'],
    ['line breaks', 'Thu nhập\r\nbình quân', 'Thu nhập bình quân'],
    ['underscores', 'household_id', 'Household ID'],
    ['underscores between Vietnamese words', 'Số_khẩu', 'Số khẩu'],
  ])('does not depend on %s', (_, a, b) => {
    expect(foldKey(a)).toBe(foldKey(b));
  });

  it('does not depend on spaces that are left out', () => {
    expect(foldKey('Chủhộ')).toBe(foldKey('Chủ hộ'));
    expect(foldKey('Thu nhậpbình quân')).toBe(foldKey('Thu nhập bình quân'));
  });

  it.each([
    ['accents on vowels', 'tiền', 'tiên'],
    ['one tone from another', 'bản', 'bán'],
    ['đ from d', 'đi', 'di'],
    ['the classes', 'Hộ nghèo', 'Hộ cận nghèo'],
    ['B1 from B2', 'Điểm B1', 'Điểm B2'],
    ['which word carries the tone', 'má ma', 'ma má'],
    ['punctuation', 'Xã/Phường', 'Xã Phường'],
  ])('tells %s', (_, a, b) => {
    expect(foldKey(a)).not.toBe(foldKey(b));
  });

  it('is the same for every Unicode form of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aăâđeêioôơuưyáẢạ ẻệịốự_b1') }), (text) => {
        expect(foldKey(text.normalize('NFD'))).toBe(foldKey(text.normalize('NFC')));
      }),
    );
  });
});

describe('a cell tidied', () => {
  it('loses the blanks around it, of every kind', () => {
    expect(tidy(' \t\u00a0\u200b\ufeffHộ nghèo\u00a0\r\n')).toBe('Hộ nghèo');
  });

  it('keeps the blanks inside it', () => {
    expect(tidy('Nguyễn  Văn\u00a0A')).toBe('Nguyễn  Văn\u00a0A');
  });

  it('comes out in NFC', () => {
    expect(tidy('Hộ nghèo'.normalize('NFD'))).toBe('Hộ nghèo'.normalize('NFC'));
  });

  it('keeps zeros and letter case', () => {
    expect(tidy('00123')).toBe('00123');
    expect(tidy('KXĐ')).toBe('KXĐ');
  });

  it('is tidy after once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });
});
