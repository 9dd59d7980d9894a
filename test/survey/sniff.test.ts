import { describe, expect, it } from 'vitest';
import { type Delimiter, type Sniffed, sniff } from '../../src/survey/sniff.ts';
import { bytesOf } from '../fixtures.ts';

const SAID = { delimiter: null, encoding: null };

function sniffed(text: string, wanted: Delimiter | null = null): Sniffed {
  const found = sniff(bytesOf(text), 'a.csv', { delimiter: wanted, encoding: null }, true);
  if ('code' in found) throw new Error(`refused: ${JSON.stringify(found)}`);
  return found;
}

describe('the delimiter', () => {
  it.each([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['semicolons', 'a;b;c\n1,5;2;3\n', ';'],
    ['tabs', 'a\tb\tc\n', '\t'],
    ['nothing at all', 'a\n1\n', ','],
  ])('of a heading row with %s is found', (_, text, delimiter) => {
    expect(sniffed(text).delimiter).toBe(delimiter);
  });

  it('is the one outside quotes', () => {
    expect(sniffed('"Xã, phường";"Ngày, tháng, năm sinh";b\n').delimiter).toBe(';');
  });

  it('is sought in the first line that holds anything', () => {
    expect(sniffed('\r\n\r\na;b\r\n').delimiter).toBe(';');
  });

  it('is found behind a heading that is broken over two lines', () => {
    expect(sniffed('"Mã\nhộ";"Khu\nvực";"Thu nhập"\n0001;NT;1400000\n').delimiter).toBe(';');
  });

  it('is the one the user names, whatever the file looks like', () => {
    expect(sniffed('a;b;c\n', ',').delimiter).toBe(',');
  });
});

describe('the line sep=', () => {
  it.each([',', ';', '\t'] as const)('names %j', (delimiter) => {
    expect(sniffed(`sep=${delimiter}\r\na,b;c\td\r\n`)).toMatchObject({ delimiter, hasSepLine: true });
  });

  it('is seen behind a byte order mark', () => {
    expect(sniffed('\ufeffsep=;\na;b\n')).toMatchObject({ hasBom: true, delimiter: ';', hasSepLine: true });
  });

  it('gives way to the delimiter the user names', () => {
    expect(sniffed('sep=;\na,b\n', ',')).toMatchObject({ delimiter: ',', hasSepLine: true });
  });

  it('is seen in a file whose lines end with CR alone', () => {
    expect(sniffed('sep=;\ra;b\r').hasSepLine).toBe(true);
  });

  it('is not a heading that begins with it', () => {
    expect(sniffed('sep=;x\na;b\n').hasSepLine).toBe(false);
  });
});

describe('the byte order mark', () => {
  it('is told apart from a file without it', () => {
    expect(sniffed('\ufeffa,b\n').hasBom).toBe(true);
    expect(sniffed('a,b\n').hasBom).toBe(false);
  });
});

describe('what is no delimited text', () => {
  const signs: readonly (readonly [string, readonly number[] | string])[] = [
    ['html', '<!DOCTYPE html><html></html>'],
    ['html', '\ufeff\n  <html lang="vi">'],
    ['html', '<table border=1><tr><td>household_id'],
    ['xml', '<?xml version="1.0"?>'],
    ['binary', 'household_id\u0000area'],
  ];

  it.each(signs)('%s is refused by its first bytes', (kind, bytes) => {
    const content = typeof bytes === 'string' ? bytesOf(bytes) : Uint8Array.from(bytes);
    const found = sniff(content, 'a.csv', SAID, true);
    expect(found).toMatchObject({ code: 'E103', at: { file: 'a.csv' }, data: { kind } });
  });

  it('is refused whatever delimiter the user names', () => {
    expect(sniff(bytesOf('<html>'), 'a.csv', { ...SAID, delimiter: ';' }, true)).toMatchObject({ code: 'E103' });
  });

  it('is named for what it is when its name says workbook', () => {
    expect(sniff(bytesOf('<html>'), 'a.xls', SAID, true)).toMatchObject({ code: 'E109', data: { kind: 'html' } });
  });

  it('is not a file that merely begins with few bytes', () => {
    expect(sniffed('P').delimiter).toBe(',');
    expect(sniffed('').delimiter).toBe(',');
  });
});
