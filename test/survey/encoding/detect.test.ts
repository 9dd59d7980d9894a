import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DETECTED_BYTES, detectEncoding } from '../../../src/survey/encoding/detect.ts';
import { ENCODINGS, type Encoding } from '../../../src/survey/encoding/encodings.ts';
import { encode, isUtf } from '../../../src/survey/encoding/text-decoder.ts';
import { bytesOf } from '../../fixtures.ts';
import { HIGHLANDS, SHOUTED, SMALL, spoilt } from './files.ts';

const FILES = { SMALL, 'small letters': SMALL.toLowerCase(), SHOUTED, HIGHLANDS };
/** Processor time, so that what else runs on the machine does not count. */
function cpuMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1000;
}

const FOUND = { hasBom: false, mojibake: null, sure: true };

describe.each(Object.entries(FILES))('a file of a heading line and a few rows (%s)', (_, text) => {
  it.each(ENCODINGS)('is found to be %s', (encoding) => {
    expect(detectEncoding(encode(text, encoding), true)).toEqual({ ...FOUND, encoding });
  });

  it.each(ENCODINGS.filter(isUtf))('is found to be %s by its byte order mark', (encoding) => {
    const bytes = encode(`\ufeff${text}`, encoding);
    expect(detectEncoding(bytes, true)).toEqual({ ...FOUND, encoding, hasBom: true });
  });

  it('is UTF-8 when its letters are decomposed', () => {
    expect(detectEncoding(bytesOf(text.normalize('NFD')), true)).toEqual({ ...FOUND, encoding: 'utf-8' });
  });

  it.each([
    ['utf-8', 'utf-8-as-windows-1252'],
    ['tcvn3', 'tcvn3-as-unicode'],
    ['vni', 'vni-as-unicode'],
  ] as const)('is seen through when the letters of %s arrive as Latin ones', (encoding, mojibake) => {
    expect(detectEncoding(spoilt(text, encoding), true)).toEqual({ ...FOUND, encoding: 'utf-8', mojibake });
    const wide = encode(`\ufeff${new TextDecoder().decode(spoilt(text, encoding))}`, 'utf-16le');
    expect(detectEncoding(wide, true)).toEqual({ hasBom: true, mojibake, sure: true, encoding: 'utf-16le' });
  });
});

describe('TCVN3', () => {
  it('is found where capitals with tones came out small', () => {
    const text = 'HỌ VÀ TÊN;THÔN\r\nNGUYỄN VĂN MẪU;ĐÔNG\r\nĐẶNG THỊ ÁNH;ĐOÀI\r\n';
    expect(detectEncoding(encode(text, 'tcvn3'), true)).toMatchObject({ encoding: 'tcvn3' });
  });
});

describe('plain ASCII', () => {
  const bytes = bytesOf('household_id,area,income\n0001,rural,1400000\n');

  it('is UTF-8', () => {
    expect(detectEncoding(bytes, true)).toEqual({ ...FOUND, encoding: 'utf-8' });
    expect(detectEncoding(new Uint8Array(0), true)).toEqual({ ...FOUND, encoding: 'utf-8' });
  });

  it('says nothing of what follows', () => {
    expect(detectEncoding(bytes, false)).toMatchObject({ encoding: 'utf-8', sure: false });
  });
});

describe('the head of a longer file', () => {
  it.each(ENCODINGS)('is enough, cut anywhere (%s)', (encoding) => {
    const bytes = encode(SMALL.repeat(3), encoding);
    const step = encoding.startsWith('utf-16') ? 2 : 1;
    for (let cut = bytes.length / 2 - ((bytes.length / 2) % 2); cut < bytes.length; cut += step) {
      expect(detectEncoding(bytes.subarray(0, cut), false)).toMatchObject({ encoding, sure: true });
    }
  });

  it('takes little time, whatever it holds', () => {
    const texts = [SMALL.repeat(1500), 'é'.repeat(DETECTED_BYTES), 'a'.repeat(DETECTED_BYTES)];
    const heads = texts.flatMap((text) => [bytesOf(text), Uint8Array.from(iconv.encode(text, 'win1252'))]);
    for (const head of heads) {
      // measured: about 10 ms of processor time; the bound is what a step too many per byte would pass
      const runs = [1, 2, 3, 4, 5].map(() => cpuMs(() => detectEncoding(head.subarray(0, DETECTED_BYTES), false)));
      expect(Math.min(...runs)).toBeLessThan(150);
    }
  });
});

describe('a file of UTF-8 with one broken letter', () => {
  it('is still UTF-8, so that the fault is told at its place', () => {
    const bytes = Uint8Array.from([...bytesOf(SMALL.repeat(3)), 0xe9, 0x0a]);
    expect(detectEncoding(bytes, true)).toMatchObject({ encoding: 'utf-8' });
  });

  it('is not UTF-8 for two bytes that happen to be whole', () => {
    const doubt = detectEncoding(encode('Lò', 'tcvn3'), true);
    expect(doubt).toHaveProperty('candidates');
  });
});

describe('what no reading makes Vietnamese', () => {
  const FRENCH = 'Prénom;Né(e) le;Adresse;Situation\r\nThéo;été;à côté du marché;mariée\r\nZoé;août;hôtel;décédée\r\n';
  const SPANISH = 'Año;Apellido;Dirección\r\n1;Núñez;Málaga\r\n2;García;Córdoba\r\n3;Ibáñez;Cádiz\r\n';
  const GERMAN = 'Straße;Größe\r\nMüller;für\r\nSchröder;über\r\nJäger;schön\r\n';
  const western: readonly (readonly [string, string])[] = [
    ['French', FRENCH],
    ['Spanish', SPANISH],
    ['German', GERMAN],
  ];

  it.each(western)('leaves a doubt: %s in Latin-1', (_, text) => {
    const doubt = detectEncoding(iconv.encode(text, 'win1252'), true);
    expect(doubt).toHaveProperty('candidates');
    expect(doubt).not.toHaveProperty('encoding');
  });

  it.each(western)('is no mojibake either: %s in UTF-8', (_, text) => {
    expect(detectEncoding(bytesOf(text), true)).toEqual({ ...FOUND, encoding: 'utf-8' });
  });

  it('leaves a doubt: VISCII, which is none of ours', () => {
    expect(detectEncoding(iconv.encode(SMALL, 'viscii'), true)).toHaveProperty('candidates');
  });

  it('leaves a doubt: one letter, with the candidates best first', () => {
    const doubt = detectEncoding(
      bytesOf('a;b\r\n').map((byte) => (byte === 0x61 ? 0xe9 : byte)),
      true,
    );
    expect(doubt).toHaveProperty('candidates');
    const { candidates } = doubt as { candidates: readonly { encoding: Encoding; score: number }[] };
    expect(candidates.map(({ score }) => score)).toEqual(
      candidates.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(candidates.map(({ encoding }) => encoding).toSorted()).toEqual(['tcvn3', 'utf-8', 'vni', 'windows-1258']);
  });

  it('leaves a doubt without candidates: binary data', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251);
    expect(detectEncoding(bytes, true)).toEqual({ candidates: [] });
  });
});
