import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText } from '../../src/text/mask.ts';

describe('text with personal numbers', () => {
  it('shows a citizen number by its first and its last three digits', () => {
    expect(maskText('000012345901')).toBe('0xx******901');
  });

  it('shows shorter numbers by their last three digits', () => {
    expect(maskText('012345678')).toBe('******678');
    expect(maskText('0123456789')).toBe('*******789');
    expect(maskText('01234567890')).toBe('********890');
  });

  it('masks every number in it, wherever it stands', () => {
    expect(maskText('CCCD:000012345901;CMND 012345678.')).toBe('CCCD:0xx******901;CMND ******678.');
    expect(maskText('x000012345901y')).toBe('x0xx******901y');
  });

  it('keeps the signs between the digits of a number where they stand', () => {
    expect(maskText('0000 1234 5901')).toBe('0xx* **** *901');
    expect(maskText('000.012.345.901')).toBe('0xx.***.***.901');
  });

  it('leaves nothing that the end of a masked number would make one', () => {
    expect(maskText('012345678 9 01234567')).toBe('******6xx * *****567');
  });

  it.each(['', 'Nguyễn Văn A', '12345678', '1500000', '1.500.000', '2024-12-14'])('leaves %j alone', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('holds no 9 to 12 digits in a row afterwards, and is as long as before', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 14 });
    const piece = fc.oneof(digits, fc.constantFrom(' ', '.', '-', '\u00a0'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const masked = maskText(text);
        expect(masked).not.toMatch(/(?<!\d)\d{9,12}(?!\d)/);
        expect(masked).toHaveLength(text.length);
        expect(maskText(masked)).toBe(masked);
      }),
    );
  });
});
