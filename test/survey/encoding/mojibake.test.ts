import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mojibake, repairMojibake, SHOWN } from '../../../src/survey/encoding/mojibake.ts';
import { HIGHLANDS, SHOUTED, SMALL, shown } from './files.ts';
import { LETTERS } from './letters.ts';

const KINDS = Object.keys(SHOWN) as Mojibake[];

describe.each(KINDS)('%s', (kind) => {
  const whole = kind === 'tcvn3-as-unicode' ? [SMALL] : [SMALL, SHOUTED, HIGHLANDS];

  it.each(whole)('is undone', (text) => {
    expect(repairMojibake(shown(text, SHOWN[kind]), kind)).toBe(text);
  });

  it('is undone or left, never half undone', () => {
    const small = LETTERS.filter((letter) => letter === letter.toLowerCase());
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...small, ' ') }), (text) => {
        expect([text, null]).toContain(repairMojibake(shown(text, SHOWN[kind]), kind));
      }),
    );
  });

  it.each(['Nguyễn Văn Mẫu', 'Hộ nghèo', 'Nguy?n', '漢字'])('is not what ails %s', (text) => {
    const repaired = repairMojibake(text, kind);
    expect(repaired === null || repaired === text).toBe(true);
  });

  it('leaves ASCII as it is', () => {
    expect(repairMojibake('Kinh;0001;Nam', kind)).toBe('Kinh;0001;Nam');
  });
});

describe('letters that arrive as Latin ones', () => {
  it.each<readonly [string, Mojibake, string]>([
    ['Nguyá»…n', 'utf-8-as-windows-1252', 'Nguyễn'],
    ['há»™ nghÃ¨o', 'utf-8-as-windows-1252', 'hộ nghèo'],
    ['ï»¿Há»™', 'utf-8-as-windows-1252', 'Hộ'],
    [shown('Hộ'.normalize('NFD'), 'utf-8'), 'utf-8-as-windows-1252', 'Hộ'],
    ['NguyÔn V¨n', 'tcvn3-as-unicode', 'Nguyễn Văn'],
    ['hé nghÌo', 'tcvn3-as-unicode', 'hộ nghèo'],
    ['T\u00ad', 'tcvn3-as-unicode', 'Tư'],
    ['Ñöùc', 'vni-as-unicode', 'Đức'],
    ['Nguyeãn Vaên', 'vni-as-unicode', 'Nguyễn Văn'],
    ['Aùnh', 'vni-as-unicode', 'Ánh'],
  ])('%j, %s, is %s', (text, kind, meant) => {
    expect(repairMojibake(text, kind)).toBe(meant);
  });

  it.each<readonly [string, Mojibake, string]>([
    ['Hà', 'utf-8-as-windows-1252', 'bytes that are no UTF-8'],
    ['Hà Nội', 'tcvn3-as-unicode', 'a letter that is no byte'],
    ['Hà', 'tcvn3-as-unicode', 'a byte that is no letter'],
    ['xù', 'vni-as-unicode', 'a mark upon no vowel'],
    ['caâùp', 'vni-as-unicode', 'a spelling that VNI does not have'],
    ['Kiên', 'tcvn3-as-unicode', 'good Vietnamese made bad'],
  ])('%j is not to be repaired as %s: %s', (text, kind) => {
    expect(repairMojibake(text, kind)).toBeNull();
  });
});
