import { describe, expect, it } from 'vitest';
import { isSafeAfterLead, LEAD, PLAIN, textClasses } from '../../src/lane/bytes.ts';
import { tidy } from '../../src/text/fold.ts';

/** Every character that the lane copies as it stands, by what its first bytes say. */
const copied = Array.from({ length: 0x11_0000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => {
    const [lead = 0, next = 0] = Buffer.from(character);
    const kind = textClasses(0x2c)[lead];
    return kind === PLAIN || (kind === LEAD && isSafeAfterLead(lead, next));
  });

describe('a character that is copied as it stands', () => {
  it('is one of those that Vietnamese is written with, or near them', () => {
    expect(copied.length).toBeGreaterThan(400);
    for (const letter of 'ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậẽễếệỉĩíịỏõọốộờởỡớợủũụừửữứựỳỷỹýỵ')
      expect(copied).toContain(letter);
  });

  it('is in NFC, alone and after any other', () => {
    expect(copied.filter((character) => character.normalize('NFC') !== character)).toEqual([]);
    const pairs = copied.filter((character) => `a${character}`.normalize('NFC') !== `a${character}`);
    expect(pairs).toEqual([]);
    const text = copied.join('');
    expect(text.normalize('NFC') === text).toBe(true);
  });

  it('is no blank but those of one byte, which are looked for', () => {
    const blanks = copied.filter((character) => tidy(character) === '');
    expect(blanks.every((blank) => Buffer.byteLength(blank) === 1)).toBe(true);
  });
});
