import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODINGS, type Encoding, UndecodableError } from '../../../src/survey/encoding/encodings.ts';
import { decode, encode, isUtf, textDecoder } from '../../../src/survey/encoding/text-decoder.ts';
import { bytesOf } from '../../fixtures.ts';
import { LETTERS } from './letters.ts';

/** Reads the bytes in pieces that end at the places given. */
function inPieces(bytes: Uint8Array, encoding: Encoding, cuts: readonly number[]): string[] {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  const reader = textDecoder({ encoding });
  const pieces = ends.map((end, at) => reader.write(bytes.subarray(ends[at - 1] ?? 0, end)));
  return [...pieces, reader.end()];
}

/** What a round trip gives: TCVN3 has no capitals with tones. */
function survives(text: string, encoding: Encoding): string {
  const isLost = (letter: string) => /[\u0300\u0301\u0303\u0309\u0323]/.test(letter.normalize('NFD'));
  return encoding === 'tcvn3' ? [...text].map((c) => (isLost(c) ? c.toLowerCase() : c)).join('') : text;
}

const words = fc.string({
  unit: fc.constantFrom(...LETTERS, ' ', ';', '\r\n', '"', '0', '9', '–', '“'),
  maxLength: 60,
});
const cuts = fc.array(fc.nat(200), { maxLength: 8 });

describe.each(ENCODINGS)('%s', (encoding) => {
  it('gives back every Vietnamese letter in both cases', () => {
    for (const letter of LETTERS) {
      expect(decode(encode(letter, encoding), encoding)).toBe(survives(letter, encoding));
      expect(decode(encode(letter.normalize('NFD'), encoding), encoding)).toBe(survives(letter, encoding));
    }
  });

  it('gives back every text, however its bytes are cut into chunks', () => {
    fc.assert(
      fc.property(words, cuts, (text, at) => {
        const pieces = inPieces(encode(text, encoding), encoding, at);
        expect(pieces.join('')).toBe(survives(text, encoding).normalize('NFC'));
      }),
    );
  });

  it('never cuts a letter from its marks', () => {
    fc.assert(
      fc.property(words, cuts, (text, at) => {
        for (const piece of inPieces(encode(text, encoding), encoding, at)) {
          expect(piece).not.toMatch(/^\p{M}/u);
          expect(piece).toBe(piece.normalize('NFC'));
        }
      }),
    );
  });

  it('reads an empty file as no text', () => {
    expect(decode(new Uint8Array(0), encoding)).toBe('');
  });
});

describe.each(ENCODINGS.filter(isUtf))('%s', (encoding) => {
  const awkward = fc.string({
    unit: fc.constantFrom(
      'e',
      'ế',
      '\u0302',
      '\u0301',
      '\u0323',
      '😀',
      '\u{110ba}',
      '\u{11099}',
      '각',
      'ᄀ',
      'ᅡ',
      'ᆨ',
      ' ',
    ),
  });

  it('joins marks, pairs and Korean syllables across chunks', () => {
    fc.assert(
      fc.property(awkward, cuts, (text, at) => {
        expect(inPieces(encode(text, encoding), encoding, at).join('')).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('is passed on without its byte order mark, though it comes byte by byte', () => {
    const bytes = encode('\ufeffa\ufeffb', encoding);
    expect(inPieces(bytes, encoding, [...bytes.keys()]).join('')).toBe('a\ufeffb');
  });
});

/** Bytes at which the reader stops, whatever the chunks. */
function faultOf(bytes: Uint8Array, encoding: Encoding, at: readonly number[] = []): number {
  try {
    inPieces(bytes, encoding, at);
  } catch (error) {
    if (error instanceof UndecodableError) return error.offset;
    throw error;
  }
  throw new Error('was read');
}

describe('bytes that are no text', () => {
  const faulty: readonly (readonly [string, Encoding, readonly number[], number])[] = [
    ['a Latin letter in UTF-8', 'utf-8', [0x61, 0x0a, 0xe9, 0x61, 0x62], 2],
    ['a trailing byte alone', 'utf-8', [0xc3, 0xa9, 0x80], 2],
    ['a character cut by the end', 'utf-8', [0x61, 0xe1, 0xba], 1],
    ['a character cut by a letter', 'utf-8', [0xe1, 0xba, 0x61, 0x61], 0],
    ['half a pair', 'utf-16le', [0x61, 0x00, 0x00, 0xd8, 0x61, 0x00], 2],
    ['the second half of a pair alone', 'utf-16be', [0x00, 0x61, 0xdc, 0x00], 2],
    ['an odd byte at the end', 'utf-16le', [0x61, 0x00, 0x62], 2],
    ['an unused byte', 'windows-1258', [0x61, 0x62, 0x8a], 2],
    ['a letter that TCVN3 lacks', 'tcvn3', [0x48, 0xe0], 1],
    ['a letter that VNI lacks', 'vni', [0x61, 0xfd], 1],
  ];

  it.each(faulty)('%s stops the reader of %s at its place', (_, encoding, bytes, offset) => {
    fc.assert(
      fc.property(cuts, (at) => {
        expect(faultOf(Uint8Array.from(bytes), encoding, at)).toBe(offset);
      }),
    );
  });

  it('are found far inside a large file', () => {
    const before = bytesOf('Nguyễn Văn;\r\n'.repeat(20_000));
    const bytes = Uint8Array.from([...before, 0xe9, ...before]);
    expect(faultOf(bytes, 'utf-8', [4096, 65_536])).toBe(before.length);
  });
});
