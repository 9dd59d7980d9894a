import { describe, expect, it } from 'vitest';
import { ENCODINGS, encodingNamed } from '../../../src/survey/encoding/encodings.ts';

describe('an encoding', () => {
  it.each(ENCODINGS)('%s goes by its own name, in any case', (encoding) => {
    expect(encodingNamed(encoding)).toBe(encoding);
    expect(encodingNamed(encoding.toUpperCase())).toBe(encoding);
  });

  it.each([
    ['UTF8', 'utf-8'],
    ['utf-8-sig', 'utf-8'],
    ['Unicode', 'utf-16le'],
    ['UTF-16', 'utf-16le'],
    ['ucs-2le', 'utf-16le'],
    ['UTF_16BE', 'utf-16be'],
    ['cp1258', 'windows-1258'],
    ['Windows 1258', 'windows-1258'],
    ['ABC', 'tcvn3'],
    ['TCVN-3', 'tcvn3'],
    ['.VnTime', 'tcvn3'],
    ['VNI-Windows', 'vni'],
    ['vni', 'vni'],
  ])('is meant by %s', (text, encoding) => {
    expect(encodingNamed(text)).toBe(encoding);
  });

  it.each(['', 'latin1', 'viscii', 'utf-32', 'vn'])('is not meant by %j', (text) => {
    expect(encodingNamed(text)).toBeNull();
  });
});
