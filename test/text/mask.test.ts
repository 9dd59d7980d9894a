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

  it.each(['', 'Nguyễn Văn A', '12345678', '1500000', '1.500.000', '2024-12-14'])('leaves %j alone', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('holds no 9 to 12 digits in a row afterwards, and is as long as before', () => {
    const piece = fc.oneof(fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 14 }), fc.string());
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
