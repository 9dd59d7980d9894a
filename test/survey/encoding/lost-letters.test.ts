import { describe, expect, it } from 'vitest';
import { hasLostLetters } from '../../../src/survey/encoding/lost-letters.ts';

describe('letters lost for good', () => {
  it.each([
    'Nguy?n',
    'Tr?n Th? Hoa',
    'NGUY?N',
    '?ặng',
    'Nguy??n V?n',
    'H? nghèo; c?n',
    '?inh',
    '(?ng)',
    'Nguy\ufffdn',
    'Đ?ng',
  ])('are seen in %j', (text) => {
    expect(hasLostLetters(text)).toBe(true);
  });

  it.each([
    'Nguyễn Văn',
    '',
    '?',
    '??',
    'Có không?',
    'Đã chuyển đi? Chưa rõ',
    'Không?Có',
    'hộ nghèo (?)',
    'http://example.vn/tra-cuu?id=12&x=?y',
    '12?a',
  ])('are not seen in %j', (text) => {
    expect(hasLostLetters(text)).toBe(false);
  });
});
