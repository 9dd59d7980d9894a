import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { UndecodableError, UnencodableError } from '../../../src/survey/encoding/encodings.ts';
import { latinBytes, latinText } from '../../../src/survey/encoding/latin.ts';
import { TCVN3 } from '../../../src/survey/encoding/tcvn3.ts';
import { VNI } from '../../../src/survey/encoding/vni.ts';
import { WINDOWS_1258 } from '../../../src/survey/encoding/windows-1258.ts';
import { LETTERS, VNI_SPELLINGS } from './letters.ts';

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);
const nfc = (text: string) => text.normalize('NFC');

/** What a table makes of one byte; null when the byte means nothing. */
function meaningOf(table: typeof TCVN3, byte: number): string | null {
  try {
    return table.decode(Uint8Array.of(byte), 0);
  } catch (error) {
    if (error instanceof UndecodableError) return null;
    throw error;
  }
}

describe('all letters there are', () => {
  it('are 134 beyond ASCII', () => {
    expect(VNI_SPELLINGS).toHaveLength(134);
    expect(new Set(LETTERS).size).toBe(LETTERS.length);
    expect(LETTERS.every((letter) => nfc(letter) === letter && [...letter].length === 1)).toBe(true);
  });
});

describe('VNI', () => {
  it.each(VNI_SPELLINGS)('%s is %s, both ways', (letter, latin) => {
    const bytes = latinBytes(latin) as Uint8Array;
    expect(nfc(VNI.decode(bytes, 0))).toBe(letter);
    expect(latinText(VNI.encode(letter))).toBe(latin);
  });

  it('reads a capital whose mark is a small one, and the other way round', () => {
    expect(nfc(VNI.decode(latinBytes('Aùnh aÙnh') as Uint8Array, 0))).toBe('Ánh ánh');
  });

  it('lets a mark fall upon the letter before it, as its fonts draw it', () => {
    expect(nfc(VNI.decode(latinBytes('iø') as Uint8Array, 0))).toBe('ì');
  });

  it('has no other Latin letters', () => {
    for (const latin of 'ýçßþÿŠœÐ') expect(meaningOf(VNI, latinBytes(latin)?.[0] ?? 0)).toBeNull();
    expect(() => VNI.encode('ç')).toThrow(UnencodableError);
  });
});

describe('TCVN3', () => {
  /** Capitals that only the wider tables of the standard have. */
  const isWider = (letter: string) => /\p{Lu}/u.test(letter) && letter > '\u007f' && !'ĂÂÊÔƠƯĐ'.includes(letter);
  const theirs = BYTES.filter((byte) => byte > 0xa0).map(
    (byte) => [byte, nfc(iconv.decode(Buffer.of(byte), 'tcvn'))] as const,
  );
  const letters = theirs.filter(([, text]) => /\p{L}/u.test(text));

  it('has the letters that iconv has, save the capitals with tones', () => {
    const own = letters.filter(([, text]) => !isWider(text));
    expect(own).toHaveLength(74);
    for (const [byte, text] of own) expect(meaningOf(TCVN3, byte)).toBe(text);
  });

  it('does not take the Latin letters for letters that have the bytes of those capitals', () => {
    for (const latin of 'ÀÁÂÃÄÅÍÙÚÛàðÿ') {
      const byte = latinBytes(latin)?.[0] as number;
      expect(letters.some(([other, text]) => other === byte && isWider(text))).toBe(true);
      expect(meaningOf(TCVN3, byte)).toBeNull();
    }
  });

  it('reads the soft hyphen as ư', () => {
    expect(TCVN3.decode(Uint8Array.of(0x54, 0xad), 0)).toBe('Tư');
  });

  it('keeps the signs that Windows programs put between the letters', () => {
    expect(TCVN3.decode(Uint8Array.of(0x93, 0x6d, 0xb2, 0x94, 0x96, 0xa0), 0)).toBe('“m²”–\u00a0');
  });

  it('writes each letter in one byte, capitals with tones as their small letters', () => {
    for (const letter of LETTERS) {
      const bytes = TCVN3.encode(letter);
      expect(bytes).toHaveLength(1);
      const wanted = isWider(letter) ? letter.toLowerCase() : letter;
      expect(TCVN3.decode(bytes, 0)).toBe(wanted);
    }
  });
});

describe('windows-1258', () => {
  it('has what iconv and the platform have', () => {
    const platform = new TextDecoder('windows-1258');
    for (const byte of BYTES) {
      const theirs = iconv.decode(Buffer.of(byte), 'win1258');
      const ours = meaningOf(WINDOWS_1258, byte);
      expect(ours ?? '\ufffd', byte.toString(16)).toBe(theirs);
      if (ours !== null) expect(platform.decode(Uint8Array.of(byte))).toBe(ours);
    }
  });

  it('writes every letter so that iconv reads it', () => {
    for (const letter of LETTERS) {
      expect(nfc(iconv.decode(Buffer.from(WINDOWS_1258.encode(letter)), 'win1258'))).toBe(letter);
    }
  });

  it('writes foreign letters, and refuses those it lacks', () => {
    expect(nfc(WINDOWS_1258.decode(WINDOWS_1258.encode('Façade Größe'), 0))).toBe('Façade Größe');
    expect(() => WINDOWS_1258.encode('Łódź')).toThrow(UnencodableError);
  });
});

describe('Latin letters', () => {
  it('lead back to their bytes, whether control characters or signs stand for 0x80 to 0x9F', () => {
    const all = Uint8Array.from(BYTES);
    expect(latinBytes(latinText(all))).toEqual(all);
    expect(latinBytes(iconv.decode(Buffer.from(all), 'win1252').replaceAll('\ufffd', '\u0081'))).toEqual(
      all.map((byte) => ([0x8d, 0x8f, 0x90, 0x9d].includes(byte) ? 0x81 : byte)),
    );
  });

  it('do not include letters of other alphabets', () => {
    expect(latinBytes('ễ')).toBeNull();
  });
});
