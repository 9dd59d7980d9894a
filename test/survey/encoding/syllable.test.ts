import { describe, expect, it } from 'vitest';
import { isSyllable } from '../../../src/survey/encoding/syllable.ts';

describe('a Vietnamese syllable', () => {
  const legal = [
    'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh tạ triệu quách',
    'văn thị hữu đức ngọc quốc xuân thuỷ thủy hoà hòa khoẻ khỏe hoạch hoành khuya khuỷu ngoằn ngoèo',
    'hộ nghèo cận không phường xã thôn bản buôn ấp tổ dân phố khu giới tính họ và tên chủ quan hệ tuổi',
    'gì giêng giường giữa quy quyền quỳnh quyết quả quê quẩn nghĩa nghiêng nghịch yên yến yêu ý ỷ ăn ấm ốc uống ưu ươm',
    'mưu rượu hươu tuyết thuyền thuở huơ khuếch huấn luật khuâng xoong tích kịch ghế gạch thuộc',
  ].flatMap((line) => line.split(' '));

  it('is every one of these', () => {
    expect(legal.filter((word) => !isSyllable(word))).toEqual([]);
  });

  const illegal = [
    ['nguyôn', 'a rhyme that does not exist'],
    ['cat', 'a stop without tone'],
    ['càt', 'a stop with the wrong tone'],
    ['aù', 'the tone on the wrong vowel'],
    ['tiénг', 'a letter of another alphabet'],
    ['élève', 'two syllables'],
    ['prén', 'an onset that does not exist'],
    ['hoọ', 'two vowels that do not meet'],
    ['ộa', 'a tone on what cannot stand there'],
    ['đ', 'no vowel'],
    ['', 'nothing'],
  ] as const;

  it.each(illegal)('is not %j: %s', (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});
